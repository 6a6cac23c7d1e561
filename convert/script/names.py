"""Rules for names: surnames, transliterations, villages."""

from typing import Final

from .classes import (
    ALSO_GIVEN,
    ANY,
    DIGIT,
    FAMILY,
    FOREIGN,
    GIVEN,
    HEAD,
    LEFT_OVER,
    LESS_GIVEN,
    MAYBE_FOREIGN,
    NUMERAL,
    OPENING,
    REST,
    ROLE,
    SAYS,
    TAIL,
    VILLAGE,
)
from .context import Context, context


def _foreign(char: str, form: str, decides: str, leaves: str) -> Context:
    """A character that stands for a sound in a foreign name takes its plain form."""
    near = f"(?<=[{FOREIGN}]){char}(?=[{ANY}·])|(?<=[{MAYBE_FOREIGN}]){char}(?=[{FOREIGN}])"
    far = f"(?<=[{FOREIGN}][{ANY}]){char}(?=[{MAYBE_FOREIGN}])|(?<=[{FOREIGN}][{FOREIGN}{MAYBE_FOREIGN}]){char}"
    farther = f"(?<=[{FOREIGN}][{ANY}][{ANY}]){char}|(?<=[·・•][{ANY}]){char}"
    return context(char, form, f"{near}|{far}|{farther}|(?<=[·・•]){char}|{char}(?=[·・•])", decides, leaves)


def _surname(char: str, form: str, decides: str, leaves: str) -> Context:
    """A surname with its given name, where a person may be named."""
    name = f"[{GIVEN}]|[{GIVEN}{ALSO_GIVEN}]{{2}}"
    tail = f"{TAIL}|[与及和是在将已曾获亦也则因就对向昨今]|出席|担任|出任"
    head = f"(?:{HEAD}|(?<=[与和及由获理席监导官授练秘]))"
    if char == "于":  # 于国家在… begins a sentence, 由于 is a word
        head, name, tail = HEAD, f"[{GIVEN}][{GIVEN}{ALSO_GIVEN}]?", TAIL
    title = "女士|先生|小姐|老师|教授|教练|律师|医生|师傅|大爷|大妈|阿姨|书记|主任|经理|博士|董事|某"
    title += "|[会县市镇乡村省校院部局处科队所站厂班社]长|副[会县市省校院部局主书经]"
    return context(char, form, f"{head}{char}(?=(?:{name})(?:{tail})|{title})", decides, leaves)


def _speaker(char: str, form: str, decides: str, leaves: str) -> Context:
    """A surname with a given name of two characters, of whom it is told that he said something."""
    name = f"[{GIVEN}{ALSO_GIVEN}]{{2}}"
    return context(char, form, f"(?<![{NUMERAL}])(?<!有){char}(?={name}{SAYS})", decides, leaves)


def _alone(char: str, form: str, decides: str, leaves: str) -> Context:
    """A surname in a name that stands alone, as in a byline or after 记者."""
    return context(
        char,
        form,
        f"(?m:(?<![^\\s　])|^){char}(?![是此今我你他她它这那一])(?=\\S{{1,2}}(?:[\\s　]|$))",
        decides,
        leaves,
    )


NAMES: Final = (
    _foreign("里", "里", "克里斯 埃里克 弗里茨 伊克苏佩里， 哈利里德 塔·里德 沙里宁", "手里拿着 这里特别"),
    context(
        "里",
        "里",
        "(?<![县城市家村镇乡区省校厂队社这那哪屋院会心手眼嘴山田地])里(?=[村乡镇庄](?![民人里上中子]))",
        "太平里乡 坂里村",
        "县里村干部 村里村外 家里镇上",
    ),
    context("里", "里", f"{HEAD}里(?=[{ANY}][{ANY}多·・])", "里卡多·卡佩利 ，里夫林", "里面 里应外合"),
    context(
        "里", "里", f"(?<=[区镇市乡、括及][{VILLAGE}]{{2}})里(?![面头边])", "东区仁爱里、复兴里", "社区家里 小区西门里"
    ),
    context("后", "后", f"{HEAD}后(?=里(?![面头边外]))", "，后里的产业", "，后里面 之后里", "hant", "tw"),
    _foreign("干", "干", "坦干伊加 巴拉干人", "葡萄干"),
    _foreign("赞", "贊", "梅尔赞特 ·赞恩", "他赞同 齐声赞叹"),
    context("范", "范", "(?<=[·・•])范|范(?=[·・•])", "安东尼·范·戴克", "示范"),
    context(
        "于",
        "于",
        "(?<![属对位由关等在忠限利善基归始源处服从有急敢终至])于(?=女士|先生|小姐|太太|姓)",
        "专栏作家于女士在文中",
        "属于先生 对于女士",
    ),
    context(
        "于",
        "于",
        f"(?<![^{OPENING}].)(?<=[{FAMILY}])于(?=[{GIVEN}](?:[、，。；：（）]|$))",
        "赵于敏，山西人",
        "高于明清，",
    ),
    _surname("于", "于", "演员于魁智、李胜素 于右任， ，于女士 ，于会长", "于2023年 位于明德路 对于女士"),
    context(
        "于",
        "于",
        f"(?<={ROLE})于(?!清华|宁波|中山|建国|天津|福建|永康|泰国|德国|英国|美国|法国|长春|大同|保安|信义|仁爱|和平|国家|全国|今)"
        f"(?=[{GIVEN}{ALSO_GIVEN}{LESS_GIVEN}]{{2}}(?:{TAIL}|[与和及]|质询|出席|强调|建议|批评|透露|坦言|要求|呼吁|补充))",
        "议员于美华质询时 歌手于逸尧与多位乐手",
        "教授于清华与学生座谈 代表于国家体育场出席",
    ),
    context(
        "范",
        "范",
        f"(?<={ROLE})范(?=[{GIVEN}{ALSO_GIVEN}{LESS_GIVEN}]{{2}})",
        "编剧范晓慧",
        "老师范读 学者范例",
    ),
    context(
        "于",
        "于",
        f"(?:{HEAD}|(?<={ROLE})|(?<=[人户友妻父母子女儿]))于(?=某(?:某|[在的因与和系说称以、，。驾涉持将被向]))",
        "被告人于某在家中被捕 ，于某某供述",
        "存在于某处 对于某些人 ，于某年 由于某种原因",
    ),
    context("于", "于", "(?<=[·・•])于", "伊莎贝·于贝", "位于贝"),
    _surname("余", "余", "导演余秀华。", "三十余家 其余国家"),
    context(
        "余",
        "余",
        f"{LEFT_OVER}余(?=[{GIVEN}]{{2}})",
        "艺人余慧明",
        "十余杰出青年 三年余文风一变",
    ),
    context(
        "余",
        "余",
        f"(?:{HEAD}|(?<={ROLE})|(?<=[叫名姓人将农星]))(?!{REST})余(?=[{GIVEN}{ALSO_GIVEN}{LESS_GIVEN}]{{2}}|..{SAYS})",
        "、余天和 ，余若海大律师 画家余承尧 名叫余家俊 学者余兆麟 猎人余新发说 大律师余承章指",
        "其余 ，余皆不论 大家余下的 ，余生安好 ，余波平息 读者余兴未尽 ，余家庭院 ，余震发生指 别人余款说明",
    ),
    context("余", "余", "(?<=[（(])余(?=..?摄[）)])", "（余睿菁摄）", "其余摄影者"),
    _speaker("余", "余", "金管局余伟文表示", "三十余国家表示 余下"),
    context(
        "钟",
        "鍾",
        f"(?<![分秒点时闹警敲撞编丧座挂古铜大鸣刻金石木洪晚晨个半打小只口响{NUMERAL}{DIGIT}])钟(?=[{GIVEN}]{{2}})",
        "爱上钟丽芳",
        "五点钟宁静 分钟",
    ),
    context(
        "钟",
        "鍾",
        "(?<![古座口台个只的])(?<=[老阿])钟(?=[在说是家把给和叫听想笑师退从也就])",
        "匠人老钟在街上修表",
        "古老钟声 那座老钟， 墙上老钟停了 老钟的指针",
    ),
    _surname("钟", "鍾", "，钟志强说 歌手钟欣怡出席", "分钟。 敲响此钟，"),
    context(
        "钟",
        "鍾",
        f"(?<={ROLE})钟(?=[{GIVEN}{ALSO_GIVEN}{LESS_GIVEN}]{{2}}|..{SAYS})",
        "歌手钟镇涛 学者钟剑华",
        "大家钟声 校长钟楼前讲话 老师钟声一响说",
    ),
    context(
        "钟",
        "鍾",
        f"(?<![分秒点时闹警敲撞座挂响{NUMERAL}{DIGIT}])钟(?=老师|先生|小姐|女士|太太|医[生师]|教授|博士|校长|主任|经理|律师|法官|警官)",
        "直到钟老师打电话来",
        "五分钟老师就来了",
    ),
    context("钟", "鍾", "(?<=[（(])钟(?=..?摄[）)])", "（钟伟茵摄）", "古钟摄影"),
    _speaker("钟", "鍾", "保安局钟国强指出", "分钟"),
    context("钟", "鐘", "钟(?=[，。、；！？」』”）的形声])", "敲响此钟，", "钟先生"),
    _alone("余", "余", "余大江", "其余大江"),
    _alone("钟", "鍾", "钟书台", "编钟书台"),
    _alone("于", "于", "于明淮", "属于明淮 于是"),
    _surname("涂", "涂", "主任涂建国。", "涂料 涂上油漆"),
)
