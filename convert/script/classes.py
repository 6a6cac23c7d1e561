"""Classes of characters that the rules for one-to-many characters speak of."""

from typing import Final

# Characters of foreign names: those hardly ever met in Chinese words, and those common in both.
FOREIGN: Final = (
    "弗茨姆尔伊埃奥莱塔佩诺蒂娅娜莎琳斯克兰伦顿菲梅纳卡洛芬迪坎肯鲍柯瓜赫坦巴亚阿拉玛穆沙萨蒙罗雷勒彼乔伯厄恩艾贝奇格葛戈妮黛"
    "丝珀戴吉耶哈侯韦雅劳鲁伽敦邓喀图瑟琪璐莉叶卢因苏泽扎托霍维威珍珊珂邦"
)
MAYBE_FOREIGN: Final = "亨费德利特马希宁布普西安基比加瓦科波达尼欧皮泰提尤约詹朱佐森尚舒忒伯噶呼什"
RARELY_FOREIGN: Final = "本米文杰道高南夫福金林曼内丘汤万沃乌夏谢施太让士"
ANY: Final = FOREIGN + MAYBE_FOREIGN + RARELY_FOREIGN
DIGIT: Final = "0-9０-９"
NUMERAL: Final = "一二三四五六七八九十百千万亿两几"
# Characters of given names that hardly ever begin what follows 于, 余 or 钟 as common words; and others of them.
GIVEN: Final = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红娥玲芬建文利清飞彬富顺子涛昌康光辉永健世广志义兴良波宁贵福生龙元胜"
    "祥才武斌栋维启克伦翔旭鹏泽晨辰士以致树炎德泰盛雄琛钧冠策腾楠榕风航弘嘉琼勤珍贞莉慧巧美淑惠秀珠翠雅芝蓉眉君琴蕊薇菁梦岚欣怡"
    "婉馨瑗琰韵融艺咏卿聪澜纯毓悦昭冰爽琬茗羽希飘滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜姬舒影荔思魁智右任凤震谦海成绮颖潼"
)
ALSO_GIVEN: Final = (
    "在言国家信学时天东根和春庆民全山林江峰云石松柏权少先宗正新大中仲鸿锦炳耀秋冬夏晴雪安心慈"
    "均益贤儒铭绍宪显祺麒麟豪廉炯灿焕锋钊鑫淼昊轩奕琪瑶璇妍婷婕娴恩荣朝振洪源寰庭逸翰滨丞"
)
# More of them, which stand in common words too: after what a person is only.
LESS_GIVEN: Final = (
    "兆麟俊贤慕剑诗颖芷晞谦骏诺锐杰耀浩鸿基德尧尔乐佩仪思琦雯娴蕙韵盈彤朗竣健恒铭智泓杏桃霆卓逸启敬承绮嘉凯茵莹丹淇洛"
    "来旺财添枝丁水晖汶颂贻冠伦棠楚乔芊翘晋镇坤钧汉权添焕彦甄旻睿璐锡钰家若余月"
)
# Surnames but 于, 余 and 钟.
FAMILY: Final = (
    "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严魏姜谢邹苏潘范彭鲁韦马方袁柳唐薛雷贺罗毕郝常傅齐康顾孟黄萧尹姚邵"
    "汪毛戴宋熊舒屈董梁杜阮蓝贾郭林徐邱高夏蔡田胡霍卢丁邓洪石崔吉龚程邢裴陆翁侯段焦谷宁甘廖庄翟阎连易武刘龙叶白"
)
# Where a person may be named: what stands before a name, and after it.
HEAD: Final = "(?<![^、，。；：！？（“”「」《》…\\s者任记长员生士师演手])"
OPENING: Final = "、，。；：！？（“”「」《》…\\s"
TAIL: Final = "[、，。；：（）“”「」《》\\s等说称]|表示|告诉|认为|指出|介绍|$"
# What a person is, before the name.
ROLE: Final = (
    "(?:画家|作家|歌手|艺人|导演|演员|诗人|教授|选手|球员|主席|议员|委员|校长|医生|律师|法官|记者|男子|女子|学者|专家|经理|总裁|院长"
    "|评人|论员|析师|编剧|监制|展人|办人|店主|老板|局长|部长|署长|处长|会长|队长|主任|秘书|干事|教练|骑师|马师|大厨|警员|督察|船长"
    "|居民|村民|街坊|读者|患者|死者|被告|疑犯|证人|事主|户主|业主|商人|代表|言人|义工|社工|老师|学生|里长|市民|乐人)"
)
# What stands before 余 where it is what is left over or more than a number; and what it is then.
LEFT_OVER: Final = f"(?<![其剩多业残盈结节公课工富积之有扫空刑零数{NUMERAL}{DIGIT}])(?<![{NUMERAL}{DIGIT}].)"
REST: Final = (
    "余(?:[下生波兴韵晖辉音热温味光威庆悦情地者款额数震票量钱粮项弦角孽党毒悸暇荫烬利存众缺甘香年力人"
    "皆均不未无亦尚此则的留]|家[庭里人])"
)
# What a person does who is named and quoted.
SAYS: Final = "(?:表示|指出|认为|强调|透露|介绍|坦言|补充|回应|批评|呼吁|解释|说|称|指)"
# What is counted with 隻.
ANIMALS: Final = (
    "猫狗鸡鸭鹅鸟虎狮狼羊兔鼠猴猪象熊鹰蝶虫蚊蝇蚂蜂龟蟹虾狐蜘豹鹤雀鸽犬貂鸵獾猩蛙蚁鳄"
    "鹦鹉燕鹭鹳鸦鹊雁鸥鹑驼驴骡牛羚鹿犀獭鼬鲨豚蝎蝉蟋蚕蜗蛛鲍蚝兽"
)
CREATURES: Final = ANIMALS + "船眼手脚耳鞋袜箱碗瓶股基小大老白黑流怪幼雏母公雄雌"
# Characters of spoken Cantonese, and within how many characters of one a clause is spoken.
CANTONESE: Final = "嘅咗佢哋嚟喺啲嗰𠮶冇咁㗎嘢俾乜唔嗌睇啱攞畀咩噃喎"
WITHIN: Final = 12
# What stands before a cup that holds a drink, and after 只 where it means only.
VESSEL: Final = "半每举酒茶水脚酌干碰量烧口这那大小热冷的纸璃啡温奶料瓷克交贪空满冰罩第空"
AUXILIARY: Final = "有是能会要需可够为用占剩差得供限在准许允让管看算花靠"
# Characters of the names of Taiwan's wards; and of what is a field, a stock or a system and has its 系.
VILLAGE: Final = "仁爱信义和平正光复忠孝建国民生权族福德安康乐新兴永成明溪湖港埔厝竹松柏龙凤文山美"
FIELDS: Final = "学文语理机工历化济法数物生医体艺美哲政社音护院直母父派星水世谱山河旁嫡语关联维体语同银阳一本全支色"
# What Taiwan counts with 只, not 隻, though an animal would be 隻.
THINGS: Final = (
    "戒指|表|皮箱|行李箱|木箱|药箱|工具箱|碗|[酒茶]杯|马克杯|杯子|瓶|袋|锅|壶|盒|缸|罐|桶|盆"
    "|手镯|玉镯|耳环|皮夹|皮包|公文包|烟斗"
)
# What may be salted.
SALTED: Final = (
    "鱼菜水蛋鸭肉猪骨鸡酸甜辣味香鲜淡盐酱酥粥汤饼饭豆花柠虾蟹糕粽粿卤苦湿涩口度潮牛羊蒜葱奶萝笋瓜茶点食糖鹅蚬蛤"
)
