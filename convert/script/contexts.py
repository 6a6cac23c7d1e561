"""Rules for one-to-many characters that no list of words can settle: numerals, transliterations, surnames.

Each stands with texts that it decides and texts that it must leave alone; both are run as tests.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from ..style import Script

# Characters of foreign names: those hardly ever met in Chinese words, and those common in both.
_FOREIGN: Final = (
    "弗茨姆尔伊埃奥莱塔佩诺蒂娅娜莎琳斯克兰伦顿菲梅纳卡洛芬迪坎肯鲍柯瓜赫坦巴亚阿拉玛穆沙萨蒙罗雷勒彼乔伯厄恩艾贝奇格葛戈妮黛"
    "丝珀戴吉耶哈侯韦雅劳鲁伽敦邓喀图瑟琪璐莉叶卢因苏泽扎托霍维威珍珊珂邦"
)
_MAYBE_FOREIGN: Final = "德利特马希宁布普西安基比加瓦科波达尼欧皮泰提尤约詹朱佐森尚舒忒伯噶呼什"
_RARELY_FOREIGN: Final = "本米文杰道高南夫福金林曼内丘汤万沃乌夏谢施太让士"
_ANY: Final = _FOREIGN + _MAYBE_FOREIGN + _RARELY_FOREIGN
_DIGIT: Final = "0-9０-９"
_NUMERAL: Final = "一二三四五六七八九十百千万亿两几"
# Characters of given names that hardly ever begin what follows 于, 余 or 钟 as common words; and others of them.
_GIVEN: Final = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红娥玲芬建文利清飞彬富顺子涛昌康光辉永健世广志义兴良波宁贵福生龙元胜"
    "祥才武斌栋维启克伦翔旭鹏泽晨辰士以致树炎德泰盛雄琛钧冠策腾楠榕风航弘嘉琼勤珍贞莉慧巧美淑惠秀珠翠雅芝蓉眉君琴蕊薇菁梦岚欣怡"
    "婉馨瑗琰韵融艺咏卿聪澜纯毓悦昭冰爽琬茗羽希飘滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜姬舒影荔思魁智右任凤震谦海成绮颖潼"
)
_ALSO_GIVEN: Final = (
    "在言国家信学时天东根和春庆民全山林江峰云石松柏权少先宗正新大中仲鸿锦炳耀秋冬夏晴雪安心慈"
    "均益贤儒铭绍宪显祺麒麟豪廉炯灿焕锋钊鑫淼昊轩奕琪瑶璇妍婷婕娴恩荣朝振洪源"
)
_HEAD: Final = "(?<![^、，。；：！？（“”「」《》…\\s者任记长员生士师演手])"
_TAIL: Final = "[、，。；：（）“”「」《》\\s等说称]|表示|告诉|认为|指出|介绍|$"
_CREATURES: Final = (
    "猫狗鸡鸭鹅鸟虎狮狼羊兔鼠猴猪象熊鹰蝶虫蚊蝇蚂蜂龟蟹虾狐蜘豹鹤雀鸽犬"
    "船眼手脚耳鞋袜箱碗瓶股基小大老白黑流怪幼雏母公雄雌"
)
_VESSEL: Final = "半每举酒茶水脚酌干碰量烧口这那大小热冷的纸璃啡温奶料瓷克交贪空满冰罩第空"
_AUXILIARY: Final = "有是能会要需可够为用占剩差得供限在准许允让管看算花靠"


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a character where it takes a form; the pattern is matched at the character."""

    char: str
    form: str
    pattern: re.Pattern[str]
    decides: tuple[str, ...]
    leaves: tuple[str, ...]
    scripts: tuple[Script, ...] = ("hant", "tw", "hk")


def _context(char: str, form: str, pattern: str, decides: str, leaves: str, *scripts: Script) -> Context:
    context = Context(char, form, re.compile(pattern), tuple(decides.split()), tuple(leaves.split()))
    return replace(context, scripts=scripts) if scripts else context


def _foreign(char: str, decides: str, leaves: str) -> Context:
    """A character that stands for a sound in a foreign name keeps its plain form."""
    near = f"(?<=[{_FOREIGN}]){char}(?=[{_ANY}·])|(?<=[{_MAYBE_FOREIGN}]){char}(?=[{_FOREIGN}])"
    far = f"(?<=[{_FOREIGN}][{_ANY}]){char}(?=[{_MAYBE_FOREIGN}])|(?<=[{_FOREIGN}][{_FOREIGN}{_MAYBE_FOREIGN}]){char}"
    farther = f"(?<=[{_FOREIGN}][{_ANY}][{_ANY}]){char}|(?<=[·・•][{_ANY}]){char}"
    return _context(char, char, f"{near}|{far}|{farther}|(?<=[·・•]){char}|{char}(?=[·・•])", decides, leaves)


def _surname(char: str, form: str, decides: str, leaves: str) -> Context:
    """A surname with its given name, where a person may be named."""
    name = f"[{_GIVEN}]|[{_GIVEN}{_ALSO_GIVEN}]{{2}}"
    tail = f"{_TAIL}|[与及和是在将已曾获亦也则因就对向昨今]|出席|担任|出任"
    head = f"(?:{_HEAD}|(?<=[与和及由获理席监导官授练秘]))"
    if char == "于":  # 于国家在… begins a sentence, 由于 is a word
        head, name, tail = _HEAD, f"[{_GIVEN}][{_GIVEN}{_ALSO_GIVEN}]?", _TAIL
    title = "女士|先生|小姐|老师|教授|教练|律师|医生|师傅|大爷|大妈|阿姨|书记|主任|经理|博士|董事|某"
    title += "|[会县市镇乡村省校院部局处科队所站厂班社]长|副[会县市省校院部局主书经]"
    return _context(char, form, f"{head}{char}(?=(?:{name})(?:{tail})|{title})", decides, leaves)


def _speaker(char: str, form: str, decides: str, leaves: str) -> Context:
    """A surname with a given name of two characters, of whom it is told that he said something."""
    says = "表示|指出|认为|强调|透露|介绍|坦言|补充|回应|批评|呼吁|解释|说|称|指"
    name = f"[{_GIVEN}{_ALSO_GIVEN}]{{2}}"
    return _context(char, form, f"(?<![{_NUMERAL}])(?<!有){char}(?={name}(?:{says}))", decides, leaves)


CONTEXTS: Final = (
    _foreign("里", "克里斯 埃里克 弗里茨 伊克苏佩里， 哈利里德 塔·里德 沙里宁", "手里拿着 这里特别"),
    _context(
        "里",
        "里",
        "(?<![县城市家村镇乡区省校厂队社这那哪屋院会心手眼嘴山田地])里(?=[村乡镇庄](?![民人里上中子]))",
        "太平里乡 坂里村",
        "县里村干部 村里村外 家里镇上",
    ),
    _context("里", "里", f"{_HEAD}里(?=[{_ANY}][{_ANY}多·・])", "里卡多·卡佩利 ，里夫林", "里面 里应外合"),
    _foreign("干", "坦干伊加 巴拉干人", "葡萄干"),
    _context("里", "里", f"(?<=[{_DIGIT}{_NUMERAL}余半数])里(?![面头边])", "行军三十里", "十天里"),
    _context(
        "后",
        "後",
        f"(?<=[{_DIGIT}{_NUMERAL}多余数半整当今昨明隔次每些白春夏秋冬前改]天)后",
        "三天后 40余天后",
        "天后宫",
    ),
    _context("后", "后", "(?<=天)后|(?<=[、，]一)后(?=[、，])", "乐坛天后 一王、一后，", "后天 一后又"),
    _context("只", "隻", f"(?<=[{_DIGIT}])只(?![{_AUXILIARY}])", "20只。 99只怪兽", "2023只有"),
    _context(
        "只",
        "隻",
        f"(?<=[{_NUMERAL}])(?<![第统唯之单专同不].)只(?![{_AUXILIARY}])",
        "两只住在公园的企鹅 大鹅百万只，",
        "第一只能",
    ),
    _context("只", "隻", f"(?<=[{_DIGIT}{_NUMERAL}][多余])只", "300多只山羊", "最多只能"),
    _context("只", "隻", f"(?<=[这那哪每另某整多数是])只(?=[{_CREATURES}])", "这只小猫 数只母羊", "这只能"),
    _context(
        "杯",
        "盃",
        f"(?<![{_NUMERAL}{_VESSEL}])杯(?![子葛])(?=[^，。；：]{{0,6}}(?:赛|冠军|亚军|季军|球|资格|外围|[四八48]强|小组|首圈|夺冠))",
        "台维斯杯网球公开赛 欧国杯资格赛 泰王杯4强",
        "一杯冠军牌咖啡 酒杯里的球",
    ),
    _context(
        "杯",
        "盃",
        "(?:(?<=[洲界邦王岁港冠捧夺颁])|(?<=合会|维斯|国家|欧国|足总|联赛|超级|力神|世青|玫瑰|挑战|尤伯|姆斯|迪曼|锦标|总理|主席|友谊))杯(?!子)",
        "联合会杯。 世界杯 省港杯、 捧杯",
        "金杯",
    ),
    _context(
        "发",
        "髮",
        "(?<=长)(?<![部局处科院校所县市省州区镇乡村社会团队班组行司董船厂馆站家首军师旅连排课台生成延增拉加]长)发(?![改稿文函信])",
        "披着长发的人",
        "部长发来贺信 生长发育",
    ),
    _context(
        "系",
        "係",
        "(?<=[案者人方品件分物户均实确应])系(?=[近由因从一两其捐自首第本某该被当经伪非](?!统))",
        "该案系近年来最大的一起 大部分系捐赠所得",
        "两人系统地学习 工程系由他主持",
    ),
    _context("系", "係", "(?<=[我你佢哋嗰呢嘅唔仲梗净])系(?![统列所院主])", "我系香港人 唔系", "我系统计 联系", "hk"),
    _context(
        "出",
        "齣",
        "(?<=[一二两三四五六七八九十几这那每首])出(?=[好大京话闹喜悲歌舞昆川越豫评小]?[戏剧]|折子|昆曲|音乐剧|电影|电视剧|动画)",
        "这出戏 两出京剧",
        "一出手 演出戏剧",
    ),
    _context("面", "麵", "(?<=[、，])面(?=[、，]|和饭)", "便当、面、小菜", "方面、面积"),
    _context("伙", "伙", f"(?<=[{_DIGIT}{_NUMERAL}余多数])伙(?![人匪歹盗强贼])", "沽出一伙 三百多伙", "一伙人", "hk"),
    _context("厘", "厘", f"(?<=[{_DIGIT}{_NUMERAL}])厘(?!清|定|正)", "年息四厘", "公厘"),
    _context(
        "复",
        "覆",
        "(?<=回)复(?=[指称说道：了他她我你其信函邮帖]|表示|查询|本报|记者|传媒|媒体|议员|提问|质询|电邮|短信|讯息|网友|读者|市民|投诉|留言|问题)"
        "|(?<=[面未获到邮待出有内时头]回)复",
        "书面回复 发言人回复查询时说",
        "慢慢回复原状",
    ),
    _context("钟", "鍾", "(?<!古)(?<=[老阿])钟(?![头表声楼摆])", "匠人老钟在街上修表", "古老钟声"),
    _surname("于", "于", "演员于魁智、李胜素 于右任， ，于女士 ，于会长", "于2023年 位于明德路 对于女士"),
    _surname("余", "余", "导演余秀华。", "三十余家 其余国家"),
    _surname("钟", "鍾", "，钟志强说 歌手钟欣怡出席", "分钟。 敲响此钟，"),
    _surname("涂", "涂", "主任涂建国。", "涂料 涂上油漆"),
    _speaker("余", "余", "金管局余伟文表示", "三十余国家表示 余下"),
    _speaker("钟", "鍾", "保安局钟国强指出", "分钟"),
)


@cache
def contexts_of(script: Script) -> Mapping[str, tuple[Context, ...]]:
    """The rules that hold for a script, by character, in order."""
    here = [context for context in CONTEXTS if script in context.scripts]
    return {char: tuple(c for c in here if c.char == char) for char in dict.fromkeys(c.char for c in here)}
