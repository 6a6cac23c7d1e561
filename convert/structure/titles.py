"""What the words of title lines tell: which is kicker, which headline, which deck."""

from collections.abc import Sequence
from typing import Final

from .. import chars
from ..lines import width
from ..patterns import regex
from . import signs

# 引题 lead up to the headline: a place or speaker, a verb of saying, an occasion.
_KICKER_END: Final = regex(
    r"(?:(?:强调|指出|要求|部署|发现|揭示|证实|会见|接见|联合发文|[会上时]说|发言人|表示|提出|宣布|提醒|呼吁|印发|发布|公布|通过|批准|决定|透露|认为|建议|显示|介绍|倡议|号召|等地|多地|各地|等省份?|等市)|(?<!小)时|之[一二三四五六七八九十]+)$"
)
DECK_START: Final = regex(r"——|──|[（(]|\S{1,12}[〔\[（(][0-9]{4}[〕\]）)]\S{0,4}号$")
# 副题 tell what else happened: who spoke, who was there, how much it came to.
_DECK_END: Final = regex(
    r"(?:主持|讲话|出席|致辞|致词|作报告|陪同|参加|见证|作说明|会见|主持会议|总结讲话|讲话|发言|纪实|侧记|述评|综述|启示|变迁|探访|见闻|掠影|写真|小记|追记|透视|解读|调查|访谈|纪事)$"
)
# An occasion, for what was said or done there to follow.
_OCCASION: Final = regex(
    r"(?:会议|座谈会|大会|论坛|仪式|活动|研讨会|全会|考察|调研|集体学习|系列报道|特别报道)(?:上|时|后|期间)?$|(?:时节|之际|前夕|以来)$|贯彻.{4,}精神$"
)
# A place, a body, a time or a meeting by itself: whose news the headline below tells.
_SUBJECT: Final = regex(
    r".{0,16}(?:[省市县州盟旗村镇乡]|(?:自治|开发|新)区|银行|[部局委院厅署]|总会|公司|集团|大学|学院|运动会|锦标赛|博览会|季度|个月|上半年|(?:[0-9]|前\S{1,2})月|今年|去年)$"
)
_EVENT_END: Final = regex(r"(?:召开|举行|开幕|闭幕|启动|成立|开工|会谈|会见|通车|揭晓|发布|印发)$")
# What a paper calls for: such a line heads an article, or leads up to the headline that names who does it.
_EXHORTS: Final = regex(
    signs.any_of(
        """把 以(?!色列) 让 为(?![了何]) 推动 推进 加快 坚持 坚决 坚定 努力 切实 全面 进一步 深入 深化 奋力
        凝聚 扎实 着力 持续 不断 大力 做 抓紧 抓好 抓住 守护 守住 促进 加强 加大 提高 提升 扩大 建设 开创
        发挥 牢牢 紧紧 始终 认真 更好 立即 确保 锚定 构建 贯彻 打通 打造 打好 打赢 依靠 把握 高举 弘扬 争取
        争当 共同 共建 共筑 携手 团结 引导 鼓励 防止 积极 充分 增强 完善 健全 用好 筑牢 夯实 激发 延续 敦促
        改善 培育 优化 落实 学习 统筹 立足 聚焦 服务 谱写 维护"""
    )
)
# 副题 without a subject go on from the headline, or name a part or the sum of what it tells.
_GOES_ON: Final = regex(
    signs.any_of(
        """累计 强调 通过 去年 今年 全程 全长 第[一二三四五六七八九十]+次 缴获 总(?![书理统局署政部参后]) 成为
        预计 其中 同比 环比 较 约(?!旦) 近(?!代) 逾 超(?!级) 达到 共(?![产和青享]) 均 占 将(?!军) 已 并 提出
        明确 要求 仍 另 也 今日 今天 明天 今起 即将 重点 涉及 内容 双方 与会 各方 多国 首批 至今 目前 最高
        平均 成交 涵盖 覆盖 包括 来自 标志 实现 完成 创(?:下|造|历史) 有望 决定 返回 届时 最大 最小 无人
        没有 尚 连续 研究 讨论"""
    )
)
_FORETELLS: Final = regex(f"{signs.WORD}{{2,10}}(?:预计|预测|提醒|呼吁|表示|反对|谴责|认为)")
_COUNTED: Final = regex(
    "[0-9〇一二三四五六七八九十百千万亿两][余多]?(?:万|亿|千|百|%|成|倍|项|个|次|件|人|名|列|公里|吨|元|种|度|户|亩|昼夜|天)|百分之"
)
# A paper issued by a body: what is in it follows.
_ISSUES: Final = regex(
    r"(?:印发|发布|出台|公布|下发|发出|发表|联合发文|作出|颁布).{0,14}(?:通知|意见|规定|解释|方案|数据|报告|白皮书|名单|决定|公告|办法|条例|计划|规划|》)$"
)
# The name of a column: 春运今日关注, 文化市场面面观.
_COLUMN_END: Final = regex(
    r".{2,14}(?:赛况|战报|关注|聚焦|观察|在线|连线|走笔|声音|视线|视野|视窗|窗口|之窗|园地|广角|纵横|天地|回眸|扫描|评析|热评|进行时|瞭望|面面观|走基层|调研行?|行动|风华|百态|传真|专题|系列)$"
)
_REFERS_BACK: Final = regex("[他她其此]")
_LIKE: Final = 1.35  # times as wide at most are the lines of one headline
LONG_CALL: Final = 24  # half-width cells
_FIRM: Final = 2.0  # from here on the first line's own words say that it is a kicker
_TOLD: Final = 0.3  # a kicker that is no occasion and no speaker is not told again in the text
_CLAUSE: Final = 9  # characters
_SLOGAN: Final = 10  # half-width cells: so short a line is no headline of a longer one
_DECK_LONGER: Final = 1.45  # times as wide as the line above it


def main_line(titles: Sequence[str], lead: str = "") -> int:
    """Which of the title lines is the headline: the first (no kicker) or the second (the first is its kicker)."""
    if len(titles) == 1:
        return 0
    first, second = (signs.plain(title) for title in titles[:2])
    if DECK_START.match(second):
        return 0
    if first.endswith(("：", ":", "——", "──")):
        return 1
    if len(titles) == 2 and are_one_call(first, second):
        return 0
    score = _kicker(first) - _deck(second)  # above 0: the first line is a kicker
    firm = score >= _FIRM
    calls = bool(_EXHORTS.match(first)), bool(_EXHORTS.match(second))
    if calls[0] != calls[1]:
        score += 2.0
    if _EVENT_END.search(first) and not calls[1] and not firm:
        score -= 1.0
    if _EVENT_END.search(second) and not _EVENT_END.search(first):
        score -= 0.5
    if _COUNTED.search(second) and not _COUNTED.search(first) and not any(calls) and not firm:
        score -= 1.2
    if lead and not _SUBJECT.fullmatch(first):
        told = told_again(titles[0], lead)
        score += 2.5 * (told_again(titles[1], lead) - told)
        if told >= _TOLD and not firm and len(first) >= _CLAUSE:
            score -= 1.0
    longer = width(second) / width(first)
    score += 0.7 if longer < _DECK_LONGER or width(first) <= _SLOGAN else -0.5 if firm else -1.5
    if len(titles) > 2:
        told_who = _DECK_END.search(titles[2]) and not _GOES_ON.match(second) and not _DECK_END.search(second)
        score += 3.5 if told_who else 2.0 if DECK_START.match(titles[2]) else 0.8
    return 1 if score > 0 else 0


def _kicker(first: str) -> float:
    """How much the words of a title line make it the kicker of the line below."""
    score = 3.0 * bool(_KICKER_END.search(first)) - 2.0 * bool(signs.column_tail(first))
    if "主持召开" in first:
        score += 3.0
    elif _OCCASION.search(first):
        score += 1.5
    if _SUBJECT.fullmatch(first) or _ISSUES.search(first) or _COLUMN_END.fullmatch(first):
        score += 2.5
    return score


def _deck(second: str) -> float:
    """How much the words of a title line make it the deck of the line above."""
    score = 2.5 * bool(_DECK_END.search(second)) + 1.0 * bool(_REFERS_BACK.search(second))
    if _GOES_ON.match(second):
        score += 1.7
    elif _FORETELLS.match(second):
        score += 0.8
    if second.startswith("《"):
        score -= 1.0
    return score - 2.0 * bool(signs.column_tail(second))


def told_again(title: str, lead: str) -> float:
    """How much of a title the beginning of the text tells again, in pairs of characters: 0 to 1."""
    pairs = {title[i : i + 2] for i in range(len(title) - 1) if chars.is_han(title[i]) and chars.is_han(title[i + 1])}
    return sum(pair in lead for pair in pairs) / len(pairs) if pairs else 0.0


def are_one_call(first: str, second: str, least: int = LONG_CALL) -> bool:
    """Whether two title lines, signs made plain, call for things in lines of like length, `least` cells or more."""
    if not (_EXHORTS.match(first) and _EXHORTS.match(second)) or _DECK_END.search(second):
        return False
    if _KICKER_END.search(first) or _OCCASION.search(first):
        return False
    narrow, wide = sorted((width(first), width(second)))
    return least <= narrow and wide <= _LIKE * narrow
