"""Rules for one-to-many characters that no list of words can settle: numerals, transliterations, surnames.

Each stands with texts that it decides and texts that it must leave alone; both are run as tests.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from ..style import Script
from .classes import (
    ALSO_GIVEN,
    ANIMALS,
    ANY,
    AUXILIARY,
    CANTONESE,
    CREATURES,
    DIGIT,
    FAMILY,
    FIELDS,
    FOREIGN,
    GIVEN,
    HEAD,
    MAYBE_FOREIGN,
    NUMERAL,
    OPENING,
    TAIL,
    VESSEL,
    VILLAGE,
    WITHIN,
)


def _after(chars: str) -> str:
    """A pattern for a place that stands after one of these characters, in the same clause, not far from it."""
    between = "[^，。；！？\\n]"
    return "|".join(f"(?<=[{chars}]{between * n})" for n in range(WITHIN))


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
    near = f"(?<=[{FOREIGN}]){char}(?=[{ANY}·])|(?<=[{MAYBE_FOREIGN}]){char}(?=[{FOREIGN}])"
    far = f"(?<=[{FOREIGN}][{ANY}]){char}(?=[{MAYBE_FOREIGN}])|(?<=[{FOREIGN}][{FOREIGN}{MAYBE_FOREIGN}]){char}"
    farther = f"(?<=[{FOREIGN}][{ANY}][{ANY}]){char}|(?<=[·・•][{ANY}]){char}"
    return _context(char, char, f"{near}|{far}|{farther}|(?<=[·・•]){char}|{char}(?=[·・•])", decides, leaves)


def _surname(char: str, form: str, decides: str, leaves: str) -> Context:
    """A surname with its given name, where a person may be named."""
    name = f"[{GIVEN}]|[{GIVEN}{ALSO_GIVEN}]{{2}}"
    tail = f"{TAIL}|[与及和是在将已曾获亦也则因就对向昨今]|出席|担任|出任"
    head = f"(?:{HEAD}|(?<=[与和及由获理席监导官授练秘]))"
    if char == "于":  # 于国家在… begins a sentence, 由于 is a word
        head, name, tail = HEAD, f"[{GIVEN}][{GIVEN}{ALSO_GIVEN}]?", TAIL
    title = "女士|先生|小姐|老师|教授|教练|律师|医生|师傅|大爷|大妈|阿姨|书记|主任|经理|博士|董事|某"
    title += "|[会县市镇乡村省校院部局处科队所站厂班社]长|副[会县市省校院部局主书经]"
    return _context(char, form, f"{head}{char}(?=(?:{name})(?:{tail})|{title})", decides, leaves)


def _speaker(char: str, form: str, decides: str, leaves: str) -> Context:
    """A surname with a given name of two characters, of whom it is told that he said something."""
    says = "表示|指出|认为|强调|透露|介绍|坦言|补充|回应|批评|呼吁|解释|说|称|指"
    name = f"[{GIVEN}{ALSO_GIVEN}]{{2}}"
    return _context(char, form, f"(?<![{NUMERAL}])(?<!有){char}(?={name}(?:{says}))", decides, leaves)


CONTEXTS: Final = (
    _foreign("里", "克里斯 埃里克 弗里茨 伊克苏佩里， 哈利里德 塔·里德 沙里宁", "手里拿着 这里特别"),
    _context(
        "里",
        "里",
        "(?<![县城市家村镇乡区省校厂队社这那哪屋院会心手眼嘴山田地])里(?=[村乡镇庄](?![民人里上中子]))",
        "太平里乡 坂里村",
        "县里村干部 村里村外 家里镇上",
    ),
    _context("里", "里", f"{HEAD}里(?=[{ANY}][{ANY}多·・])", "里卡多·卡佩利 ，里夫林", "里面 里应外合"),
    _context("里", "里", f"(?<=[区镇市乡、括及][{VILLAGE}]{{2}})里(?![面头边])", "东区仁爱里、复兴里", "社区家里"),
    _context("里", "里", f"(?<=[{DIGIT}{NUMERAL}]个)里(?=[，。、])", "吉东等七个里，", "三个里有两个"),
    _foreign("干", "坦干伊加 巴拉干人", "葡萄干"),
    _context("里", "里", f"(?<=[{DIGIT}{NUMERAL}余半数])里(?![面头边])", "行军三十里", "十天里"),
    _context(
        "后",
        "後",
        f"(?<=[{DIGIT}{NUMERAL}多余数半整当今昨明隔次每些白春夏秋冬前改]天)后",
        "三天后 40余天后",
        "天后宫",
    ),
    _context(
        "后",
        "后",
        f"(?<=[视剑球赌羽乒棋泳影歌舞毒])(?<![^{OPENING}新科料届代任前是为位名晋与和及].)后(?![面来续方果代期天人再排台援备不又才就即便卫])",
        "视后透露 新科剑后江旻憓",
        "电视后 影后面 发球后",
    ),
    _context("后", "后", "(?<=天)后|(?<=[、，]一)后(?=[、，])", "乐坛天后 一王、一后，", "后天 一后又"),
    _context("只", "隻", f"(?<=[{DIGIT}])只(?![{AUXILIARY}])", "20只。 99只怪兽", "2023只有"),
    _context(
        "只",
        "隻",
        f"(?<=[{NUMERAL}])(?<![第统唯之单专同不].)只(?![{AUXILIARY}])",
        "两只住在公园的企鹅 大鹅百万只，",
        "第一只能",
    ),
    _context("只", "隻", f"(?<=[{DIGIT}{NUMERAL}][多余])只", "300多只山羊", "最多只能"),
    _context("只", "隻", f"(?<=[这那哪每另某整多数是半])只(?=[{CREATURES}])", "这只小猫 数只母羊", "这只能"),
    _context(
        "只",
        "隻",
        f"(?<=[这那哪])只(?=[^，。！？{AUXILIARY}]{{1,2}}[{ANIMALS}])",
        "这只糯米鸡",
        "这只是小鸡 那只有小鸡",
    ),
    _context("只", "隻", f"(?<=[有一同])只(?=[{ANIMALS}])", "有只猫来了 第一只猴子", "一只能 有只手"),
    _context(
        "杯",
        "盃",
        f"(?<![{NUMERAL}{VESSEL}])杯(?![子葛])(?=[^，。；：]{{0,6}}(?:赛|冠军|亚军|季军|球|资格|外围|[四八48]强|小组|首圈|夺冠))",
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
    _context(
        "制",
        "製",
        "(?<![体法机学限控管税编建规强专节克压抑抵牵改公币官兵帝选赛两度])制(?=[脑盐瓷陶墨笔帽靴冰皂漆伞扇镜樟]业?)",
        "山区制脑业兴盛",
        "管制盐务 机制冰冷",
    ),
    _context("系", "係", "(?<=[我你佢哋嗰呢嘅唔仲梗净])系(?![统列所院主])", "我系香港人 唔系", "我系统计 联系", "hk"),
    _context(
        "系",
        "係",
        f"(?<![{FIELDS}])系(?![统列所院主])(?:(?=[^，。；！？\\n]{{0,{WITHIN}}}[{CANTONESE}])|{_after(CANTONESE)})",
        "仲贵系因为佢 佢话自己都系想帮手",
        "中文系嘅学生 系统嘅问题 系由他主持",
        "hk",
    ),
    _context(
        "出",
        "齣",
        "(?<=[一二两三四五六七八九十几这那每首])出(?=[好大京话闹喜悲歌舞昆川越豫评小]?[戏剧]|折子|昆曲|音乐剧|电影|电视剧|动画)",
        "这出戏 两出京剧",
        "一出手 演出戏剧",
    ),
    _context("面", "麵", "(?<=[、，])面(?=[、，]|和饭)", "便当、面、小菜", "方面、面积"),
    _context("伙", "伙", f"(?<=[{DIGIT}{NUMERAL}余多数])伙(?![人匪歹盗强贼])", "沽出一伙 三百多伙", "一伙人", "hk"),
    _context("杆", "桿", f"(?<=[{DIGIT}{NUMERAL}首])杆(?![子秤])", "低于标准七杆 打出一杆", "一杆子"),
    _context(
        "准",
        "准",
        "(?<=[院庭官署局会方部])准(?=[被许予以其他她它控辩保假申原])(?!以后|许多)|(?<=[未获不已])准(?=[其他她])",
        "法庭准控方所请 移民局准他入境",
        "法院准备 不准确",
    ),
    _context(
        "钟",
        "鍾",
        f"(?<![分秒点时闹警敲撞编丧座挂古铜大鸣刻金石木洪晚晨个半打小只口响{NUMERAL}{DIGIT}])钟(?=[{GIVEN}]{{2}})",
        "爱上钟丽芳",
        "五点钟宁静 分钟",
    ),
    _context("厘", "厘", f"(?<=[{DIGIT}{NUMERAL}])厘(?!清|定|正)", "年息四厘", "公厘"),
    _context(
        "复",
        "覆",
        "(?<=回)复(?=[指称说道：了他她我你其信函邮帖]|表示|查询|本报|记者|传媒|媒体|议员|提问|质询|电邮|短信|讯息|网友|读者|市民|投诉|留言|问题)"
        "|(?<=[面未获到邮待出有内时头]回)复",
        "书面回复 发言人回复查询时说",
        "慢慢回复原状",
    ),
    _context("钟", "鍾", "(?<!古)(?<=[老阿])钟(?![头表声楼摆])", "匠人老钟在街上修表", "古老钟声"),
    _context(
        "于",
        "于",
        "(?<![属对位由关等在忠限利善基归始源处服从有急敢终至])于(?=女士|先生|小姐|太太|姓)",
        "专栏作家于女士在文中",
        "属于先生 对于女士",
    ),
    _context(
        "于",
        "于",
        f"(?<![^{OPENING}].)(?<=[{FAMILY}])于(?=[{GIVEN}](?:[、，。；：（）]|$))",
        "赵于敏，山西人",
        "高于明清，",
    ),
    _surname("于", "于", "演员于魁智、李胜素 于右任， ，于女士 ，于会长", "于2023年 位于明德路 对于女士"),
    _surname("余", "余", "导演余秀华。", "三十余家 其余国家"),
    _surname("钟", "鍾", "，钟志强说 歌手钟欣怡出席", "分钟。 敲响此钟，"),
    _surname("涂", "涂", "主任涂建国。", "涂料 涂上油漆"),
    _context(
        "余",
        "余",
        f"(?<![其剩多业残盈结节公课工富积之有扫空刑零数{NUMERAL}{DIGIT}])(?<![{NUMERAL}{DIGIT}].)余(?=[{GIVEN}]{{2}})",
        "艺人余慧明",
        "十余杰出青年 三年余文风一变",
    ),
    _context("余", "余", "(?<=[（(])余(?=..?摄[）)])", "（余睿菁摄）", "其余摄影者"),
    _context("钟", "鍾", "(?<=[（(])钟(?=..?摄[）)])", "（钟伟茵摄）", "古钟摄影"),
    _speaker("余", "余", "金管局余伟文表示", "三十余国家表示 余下"),
    _speaker("钟", "鍾", "保安局钟国强指出", "分钟"),
)


@cache
def contexts_of(script: Script) -> Mapping[str, tuple[Context, ...]]:
    """The rules that hold for a script, by character, in order."""
    here = [context for context in CONTEXTS if script in context.scripts]
    return {char: tuple(c for c in here if c.char == char) for char in dict.fromkeys(c.char for c in here)}
