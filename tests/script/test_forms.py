"""One-to-many characters are decided by the words around them."""

import pytest

from convert.model import Article, Issue, Paragraph
from convert.script import convert_script, convert_text, weak_decisions
from convert.script.choose import choices
from convert.script.context import Context
from convert.script.contexts import CONTEXTS
from convert.script.lexicon import entries
from convert.style import REGIONS, Script
from convert.text import Text


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda c: f"{c.char}{c.form}-{c.decides[0]}")
def test_rules_decide_their_examples_and_leave_the_others(context: Context) -> None:
    for text in context.decides:
        assert any(context.pattern.match(text, at) for at in range(len(text)) if text[at] == context.char), text
    for text in context.leaves:
        assert not any(context.pattern.match(text, at) for at in range(len(text))), text


@pytest.mark.parametrize("script", ["hans", "hant", "tw", "hk"])
def test_every_listed_word_takes_its_form_where_it_stands_alone(script: Script) -> None:
    for char, entry in entries(script).items():
        for word, (form, _) in entry.words.items():
            assert form in [choice.form for choice in choices(word, script) if word[choice.at] == char], word


@pytest.mark.parametrize("script", ["hant", "tw", "hk"])
def test_the_word_list_reads(script: str) -> None:
    assert len(entries(script)) > 60


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # words that run over the place where a longer-first reader cuts
        ("新时代新征程的象征", "新時代新征程的象徵"),
        ("清晰指明了新方向，提供了解决办法", "清晰指明了新方向，提供了解決辦法"),
        ("人才回归，巡回演出，六道轮回", "人才回歸，巡迴演出，六道輪迴"),
        ("理发店的头发展示，部落发展快", "理髮店的頭髮展示，部落發展快"),
        ("百年历史与永历年间的历法", "百年歷史與永曆年間的曆法"),
        ("各方面包括面包", "各方面包括麵包"),
        ("若干部分由干部负责，饼干很干", "若干部分由幹部負責，餅乾很乾"),
        ("考试制度与所有制作方式", "考試制度與所有製作方式"),
        ("词汇汇报，汇编汇款", "詞彙匯報，彙編匯款"),
        ("关系网系着联系，星系数量", "關係網繫著聯繫，星系數量"),
        ("合并后并入选名单", "合併後並入選名單"),
        ("批准备案，标准化，不准入内", "批准備案，標準化，不准入內"),
        ("恢复反复的复杂批复", "恢復反覆的複雜批覆"),
        ("卷入试卷风波的龙卷风", "捲入試卷風波的龍捲風"),
        ("西班牙签署，牙签和标签", "西班牙簽署，牙籤和標籤"),
        ("必须发展，必须根据，均须生产", "必須發展，必須根據，均須生產"),
        ("并网上公布，并计划，并科学合理", "並網上公布，並計劃，並科學合理"),
        ("引发质疑，出发丝绸之路，头发丝", "引發質疑，出發絲綢之路，頭髮絲"),
        ("返回路线，降低回报，新一轮回升", "返回路線，降低回報，新一輪回升"),
        ("城里许多人，城里约有，县里正在，社里长期", "城裡許多人，城裡約有，縣裡正在，社裡長期"),
        ("战后土地，守卫后方，重视后果", "戰後土地，守衛後方，重視後果"),
        ("打击报复信访人，里面铺稻草，蒙面人", "打擊報復信訪人，裡面鋪稻草，蒙面人"),
        ("限制造价，控制成本，飞机制造，体制作用", "限制造價，控制成本，飛機製造，體制作用"),
        ("太聪明了，这一伙人，伙计", "太聰明了，這一夥人，夥計"),
        ("手表的表带，选手表示，奖金表彰", "手錶的錶帶，選手表示，獎金表彰"),
        ("姜汤与姜文，很困难也很困", "薑湯與姜文，很困難也很睏"),
        ("发霉的墙有霉菌，烟熏熏陶", "發霉的牆有黴菌，煙燻薰陶"),
        ("灰蒙蒙的山谷里，被蒙在鼓里", "灰濛濛的山谷裡，被蒙在鼓裡"),
        ("情有独钟，钟声，单独钟楼", "情有獨鍾，鐘聲，單獨鐘樓"),
        ("只准备，只准入内，说不准", "只準備，只准入內，說不準"),
        ("热水冲茶，洪水冲击，水冲走", "熱水沖茶，洪水衝擊，水沖走"),
        ("旧历年与历年，须发都白，必须发展", "舊曆年與歷年，鬚髮都白，必須發展"),
        ("网友赞好，被赞助，被赞漂亮", "網友讚好，被贊助，被讚漂亮"),
        ("回复电邮，回复正常，恢复", "回覆電郵，回復正常，恢復"),
        ("银牌杯与圣杯，打出一杆，单杆", "銀牌盃與聖杯，打出一桿，單桿"),
        ("隧道里知道里程，网络里", "隧道裡知道里程，網絡裡"),
        ("划独木舟划向岸边，规划向好", "划獨木舟划向岸邊，規劃向好"),
        ("贸易伙伴来复诊，系好安全带", "貿易夥伴來複診，繫好安全帶"),
        ("打拼图也打拼，拼经济", "打拼圖也打拚，拚經濟"),
        ("被卷到机器里，问卷到手", "被捲到機器裡，問卷到手"),
        ("停电后复电，号志与志愿，回复电话", "停電後復電，號誌與志願，回覆電話"),
        ("各方克制，别着急，合家在洋面上", "各方克制，別著急，合家在洋面上"),
        ("加热面与热面，世界面包大赛", "加熱面與熱麵，世界麵包大賽"),
        ("收复苏区，复苏迹象，疗愈与愈合", "收復蘇區，復甦跡象，療癒與癒合"),
        ("登山向导说，方向导致", "登山嚮導說，方向導致"),
        ("雇主解雇雇员，雇用与受雇员工", "雇主解僱雇員，僱用與受僱員工"),
        ("坑道里不可以道里计，沉在海里，十海里", "坑道裡不可以道里計，沉在海裡，十海里"),
        ("被卷走的试卷，浪花往上卷", "被捲走的試卷，浪花往上捲"),
        ("咸猪肉与咸阳，喂饲，喂，你好", "鹹豬肉與咸陽，餵飼，喂，你好"),
        ("衣服晾不干，他干了三年", "衣服晾不乾，他幹了三年"),
        ("点赞、赞助与梅尔赞特", "點讚、贊助與梅爾贊特"),
        ("号志异常，《聊斋志异》", "號誌異常，《聊齋志異》"),
        ("编制预算，事业编制", "編製預算，事業編制"),
        ("都市计划由他计划，糖类与糖果", "都市計畫由他計劃，醣類與糖果"),
        ("狗只受伤，该只科技股，只剩一只皮箱", "狗隻受傷，該隻科技股，只剩一只皮箱"),
        ("一哄而散，起哄，大声念给人听，念书", "一哄而散，起鬨，大聲唸給人聽，念書"),
        ("太合适了，克服，马克扣篮，克扣工资", "太合適了，克服，馬克扣籃，剋扣工資"),
        # names
        ("艺人余慧明、于女士、赵于敏，属于女士", "藝人余慧明、于女士、趙于敏，屬於女士"),
        ("范仲淹、于右任、沈阳的沈先生", "范仲淹、于右任、瀋陽的沈先生"),
        ("演员于魁智、记者钟志强说，位于余姚", "演員于魁智、記者鍾志強說，位於餘姚"),
        ("马里、克里斯·里德在公里外的城里", "馬里、克里斯·里德在公里外的城裡"),
        ("坦干伊加湖，皇后与太后之后", "坦干伊加湖，皇后與太后之後"),
        # numerals
        ("两只猫只有一只眼，三天后来了20只", "兩隻貓只有一隻眼，三天後來了20隻"),
        ("世界杯与一杯茶，台维斯杯网球赛", "世界盃與一杯茶，台維斯盃網球賽"),
        ("台湾的台风吹倒柜台", "台灣的颱風吹倒櫃檯"),
    ],
)
def test_words_in_context(before: str, after: str) -> None:
    assert convert_text(before, "tw") == after


def test_glyphs_of_each_region() -> None:
    text = "为了群众，面里着急说：线上"
    assert convert_text(text, "tw") == "為了群眾，面裡著急說：線上"
    assert convert_text(text, "hk") == "為了群眾，面裏着急說：線上"
    assert convert_text("意大利账户", "tw") == "義大利帳戶"
    assert convert_text("意大利账户", "hk") == "意大利賬戶"
    assert convert_text("裡頭發展：『頭髮』", "hans") == "里头发展：“头发”"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("佢都系咁话，中文系嘅同学", "佢都係咁話，中文系嘅同學"),
        ("佢哋走晒，去晒太阳", "佢哋走晒，去曬太陽"),
        ("人参与党参，逾万人参与", "人參與黨參，逾萬人參與"),
        ("视后与剑后，电视后面", "視后與劍后，電視後面"),
        ("裁判官准被告保释，法官准备判刑", "裁判官准被告保釋，法官準備判刑"),
        ("该只股份高开，一只内银股", "該隻股份高開，一隻內銀股"),
        ("抽佣与外佣，自家制面，乾鲍", "抽佣與外傭，自家製麵，乾鮑"),
        ("伙伴来复诊，系好安全带", "伙伴來覆診，繫好安全帶"),
        ("笑晒口，甩晒石屎，防晒，晒恩爱", "笑晒口，甩晒石屎，防曬，曬恩愛"),
        ("泄漏消息，排泄，水泄不通", "洩漏消息，排泄，水洩不通"),
        ("四面台布满花，写字台", "四面台布滿花，寫字枱"),
        ("杂货铺与地铺，铺满；锻炼，艰巨，抵触", "雜貨舖與地舖，鋪滿；鍛煉，艱巨，抵觸"),
        ("霉菌，项链，一只皮箱，唔系好信", "霉菌，項鏈，一隻皮箱，唔係好信"),
    ],
)
def test_hong_kong_press(before: str, after: str) -> None:
    assert convert_text(before, "hk") == after


@pytest.mark.parametrize("script", ["hant", "tw", "hk"])
def test_traditional_text_stays(script: str) -> None:
    text = "皇后在公里外的乾隆殿裏了解台灣歷史，系所主任只說：發現幹部很乾淨。\n只有於里長辦公處"
    assert convert_text(text, script).replace("裡", "裏") == text


def test_traditional_text_takes_the_glyphs_of_the_region() -> None:
    taiwan = "衛生所的人看著裡面著名的著作，線上說，皇后喝完麵湯"
    hong_kong = "衞生所的人看着裏面著名的著作，線上說，皇后喝完麵湯"
    assert convert_text(taiwan, "hk") == convert_text(hong_kong, "hk") == hong_kong
    assert convert_text(hong_kong, "tw") == convert_text(taiwan, "tw") == taiwan


def test_to_simplified() -> None:
    text = "走著看名著，意味著甚麼，妳和牠在義大利的衞生所編著土著"
    assert convert_text(text, "hans") == "走着看名著，意味着什么，你和它在意大利的卫生所编著土著"
    accounts = "賬戶與帳戶，蚊帳與帳篷，揹著鍾馗，覆核覆蓋"
    assert convert_text(accounts, "hans") == "账户与账户，蚊帐与帐篷，背着钟馗，复核覆盖"
    assert convert_text("隨著文學，為著名，乾德四年，藉著砲火", "hans") == "随着文学，为著名，乾德四年，借着炮火"
    assert convert_text("著手写，这是已经简化的文字，着手", "hans") == "著手写，这是已经简化的文字，着手"


def test_lines_in_both_scripts_side_by_side() -> None:
    assert convert_text("皇后關係\n皇后关系\n他們说后来", "tw") == "皇后關係\n皇后關係\n他們說後來"


def test_regional_words_only_on_request() -> None:
    assert convert_text("软件项目在新西兰", "tw") == "軟件項目在新西蘭"
    assert convert_text("软件项目在新西兰", "tw", vocabulary=True) == "軟體項目在紐西蘭"
    assert convert_text("出租车", "hk", vocabulary=True) == "的士"
    assert convert_text("軟體與的士", "hans", vocabulary=True) == "软件与出租车"
    assert convert_text("软件", "tw", vocabulary=True, keep=["软件"]) == "软件"


def test_weak_decisions_are_told_with_place_and_alternatives() -> None:
    text = Text.of("第一行\n刘文干来了", "a.txt")
    (finding,) = weak_decisions(text, "tw")
    assert (finding.path, finding.line, finding.column) == ("a.txt", 2, 3)
    assert finding.stage == "script" and finding.before == "干"
    assert {finding.after, *finding.proposals} == {"干", "幹", "乾"}
    assert weak_decisions(text, "tw", keep=["刘文干"]) == []
    assert weak_decisions(text, "hans") == []


@pytest.mark.parametrize("text", ["碗里的面太咸", "墙角一只在睡", "农民把谷装袋", "议员于美华赴会", "妈妈把发剪短"])
def test_what_stands_near_and_speaks_for_another_form_is_told(text: str) -> None:
    assert len(weak_decisions(Text.of(text, "a.txt"), "tw")) == 1


@pytest.mark.parametrize(
    "text", ["煮饭的一面", "星期一只在上午开放", "山谷里有稻田", "大会于今日闭幕", "剪彩后发表讲话"]
)
def test_plain_places_raise_no_doubt(text: str) -> None:
    assert weak_decisions(Text.of(text, "a.txt"), "tw") == []


def test_findings_of_an_issue_have_their_places_in_the_source() -> None:
    source = Text.of("标题\n\n刘文干说。\n\n别处的刘文干说。", "a.txt")
    issue = Issue(articles=(Article(headline="标题", blocks=(Paragraph("刘文干说。"), Paragraph("别处的刘文干说。"))),))
    _, findings = convert_script(issue, "tw", source=source)
    assert [(f.line, f.column) for f in findings] == [(3, 3), (5, 6)]
    assert len({f.id for f in findings}) == 2


def test_every_script_is_known() -> None:
    for script in REGIONS:
        assert convert_text("国", script) == ("国" if script == "hans" else "國")
