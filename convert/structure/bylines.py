"""Which lines are bylines: by the function they name, by where they stand, by the names in them."""

import re
from typing import Final

from ..patterns import regex
from .names import are_names, is_name, spaced_names
from .signs import (
    AGENCY,
    CLOSE,
    COUNT,
    CREDIT,
    OPEN,
    ROLE,
    SLASHED,
    SOURCE,
    WORD,
    any_of,
    is_label,
    may_be_credit,
    plain,
    split_byline,
)
from .verbs import is_clause

LONGEST: Final = 50  # characters
_LONGEST_CREDITS: Final = 80

_NO_BYLINE_ENDS: Final = frozenset("。！？；，：、!?;,:”》")
_MARKS: Final = frozenset("，。！？；“”《》")
_PEN_NAME: Final = 2  # characters
_MARK: Final = regex(r"[□■◎◇◆○●⊙◉△▲☆★※／/—-]{1,2}\s*")
_BRACKETS: Final = regex(rf"{OPEN}(?P<inside>.*){CLOSE}")
_FUNCTION: Final = regex(rf"(?:^|(?<=[\s、／/：:]))[^\s，。、：]{{0,10}}?{ROLE}(?P<gap>[\s：:／/]*)")
_ANY_FUNCTION: Final = regex(ROLE)
_FUNCTION_REACH: Final = 20  # characters within which the first function ends
# What a reporter sent and from where, behind his name: 记者林淑贞╱鹿港报导.
_REPORTED: Final = regex(
    rf"\s*[／/╱∕]\s*{WORD}{{2,6}}?(?:综合|专题|现场|连线|越洋|摄影)?(?:报[道导]|专电|电|讯)(?:[／/╱∕]?摄影)?(?=\s|$)"
)
_SLASHES: Final = frozenset("／/╱∕")
_PIECE: Final = regex(rf"{WORD}{{0,4}}记者\s*(?P<names>\S{{2,16}})(?:特稿|专稿|专[访訪]|特[写寫])")
_TRAILING: Final = regex(r"(?:摄影报道|综合报道|报[道导]|整理|摄影|文[并/／]?[图摄]?|图)$")
_WORK: Final = regex(rf"(?P<name>{WORD}[{WORD[1:-1]}·\s]{{1,9}})\s*[/／]?\s*(?:文|撰文|口述|整理|[/／]图|著|译)")
_SLASHED: Final = regex(rf"(?:{SLASHED}\s*[^／/，。！？；：]{{2,16}}?(?:\s+|$))+")
_TEXT: Final = regex(any_of("文 采访 采写 撰文 整理 口述 翻译 编译"))
_WORK_ENDS: Final = tuple("文述理图著译")
_REPORTERS: Final = ("记者", "通讯员", "采访组", "报道组")
_UNNAMED_REPORTER: Final = regex(rf"{AGENCY}(?:特约)?(?:{'|'.join(_REPORTERS)})")
_NO_NAME: Final = regex(any_of("从 在 近日 获悉 了解 看到 发现 走进 注意 时(?:表示|强调|指出|说|认为|称|透露|介绍)"))
_SHORT_NAME: Final = regex(f"(?!.*[一二三四五六七八九十月日年序题篇章节]){WORD}{{2,3}}")
# Behind a function also names of other peoples (琼达卓嘎), but no words: 本报记者 看病方便了.
_NAMED: Final = regex(rf"(?!.*[的了是在有不们把被和与]){WORD}{{2,5}}")
_ORGANIZATION: Final = regex(
    any_of(
        """政府 办公室 办公厅 委员会 党委 支部 编辑部 编委会 评论部 管理局 公司 协会
        学会 联合会 研究院 研究所 研究中心 课题组 调研组 通讯组 报道组 写作组 学习组 理论组 研究室
        宣讲团 宣传部 中学 小学 大学 学院"""
    )
    + "$"
)
_CALLS: Final = regex(any_of("建设 深化 办好 创办 打造 走近 聚焦 探访 争创 做好 服务"))
_UNNAMED: Final = regex(
    rf"(?:\S{{2,8}}\s+)?(?:[一几]{WORD})?\S{{0,6}}"
    + any_of("读者 市民 网友 居民 村民 学生 家长 老师 教师 医生 业主 乘客 司机 会员")
)
_PEN_NAMES: Final = regex(rf"{WORD}{{2,4}}|{WORD}\s+{WORD}{{1,2}}(?:\s+{WORD}{{2,3}})?")
_BODY: Final = 24  # characters
_BODIES: Final = ("中共中央", *"馆处厅局部委会社院室组校所署台厂团站店府")
_NO_BODY: Final = regex("[，。！？；：、“”《》]")
_OF_PICTURES: Final = regex(r"(?:本[文版]|以上)?(?:图片|照片|题图|图)(?:均?由|均?为|均?系|除署名外)")
_PLACE_AND_NAME: Final = regex(r"(?P<place>\S{2,16}(?:\s+\S{2,8})?)\s+(?P<name>\S(?:\s+\S){1,2}|\S{2,8})")
# What may stand beside the author below a headline: the day and hour, the paper, the source, the page, the editor.
_DAY: Final = (
    r"(?:[0-9]{4}|[〇零○一二三四五六七八九]{4}|(?:中[华華])?民[国國].{1,5})年"
    rf"{COUNT}月{COUNT}日|[0-9]{{4}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}"
)
_CITED: Final = r"(?:来源|稿源|转自|原载)\s*[：:]\s*\S+"
_BESIDE: Final = regex(
    rf"(?:(?:{_DAY})(?:\s*[0-9]{{1,2}}[：:][0-9]{{2}}(?:[：:][0-9]{{2}})?)?|(?:星期|周)[一二三四五六日天]|第{COUNT}版"
    rf"|{_CITED}|{AGENCY}|(?:责任编辑|责编|编辑)\s*[：:]\s*\S+)(?=[\s|｜]|$)[\s|｜]*"
)
_IS_CITED: Final = regex(_CITED)
_DATED: Final = regex(_DAY)
_CREDITS: Final = frozenset("者员源文图摄采撰生译笔理述")  # one of which each credit holds


def credits_beside_day(words: str) -> bool:
    """Whether a line that dates a text, its signs made plain, tells its author or source too: 2019年5月16日　记者 张伟.

    Folios name no author; web pages and digests do, in the line below the headline.
    """
    if len(words) > _LONGEST_CREDITS or not ("日" in words or "-" in words or "来源" in words):
        return False
    if _CREDITS.isdisjoint(words) or words[-1] in _NO_BYLINE_ENDS:
        return False
    rest = _BESIDE.sub("", words).strip()
    if not rest:
        return bool(_DATED.search(words) and _IS_CITED.search(words))
    if len(rest) == len(words) or is_label(rest):  # a section's name: 记者连线
        return False
    return _is_function_line(rest) or is_credit(rest) or _is_work(rest)


def _is_dated_name(words: str) -> bool:
    """Whether a line is a name and a day: 李红　2019年5月16日, but not 2019年5月16日　施行."""
    day = _DATED.search(words)
    name = _BESIDE.sub("", words).strip() if day else ""
    first = day is not None and day.start() > 0
    return (first or len(name) > 2) and is_name(name) and not is_clause(name)


def authors_of(body: str) -> tuple[str, ...]:
    """The bylines of a printed line, without the day, paper or source beside them."""
    words, rest, at = plain(body), "", 0
    dated = credits_beside_day(words) or _is_dated_name(words)
    for beside in _BESIDE.finditer(words) if dated else ():
        rest, at = rest + body[at : beside.start()] + " ", beside.end()
    rest = (rest + body[at:]).strip()
    return split_byline(rest) if rest else ()


def names_function(body: str) -> bool:
    """Whether a line, its signs made plain, is a byline wherever it stands: 本报记者 张三, □ 李四, （通讯员 孙七）."""
    if len(body) > LONGEST or body[-1] in _NO_BYLINE_ENDS:
        return False
    words = body.strip()
    inside = _BRACKETS.fullmatch(words)
    if inside:
        words = inside["inside"].strip()
    mark = _MARK.match(words)
    if mark and are_names(words[mark.end() :]):
        return True
    if words.endswith(_REPORTERS) and _UNNAMED_REPORTER.fullmatch(words):
        return True
    if _TEXT.match(words) and _SLASHED.fullmatch(words):
        return True
    reported = not inside and not _SLASHES.isdisjoint(words)
    return _is_work(words) or _is_function_line(_REPORTED.sub("", words) if reported else words)


def signs_piece(words: str) -> bool:
    """Whether a line, its signs made plain, names the reporter by whom a feature is: 记者林淑贞特稿.

    The names of columns end so, too: 记者连线特稿.
    """
    found = _PIECE.fullmatch(words) if words[-1] in "稿访訪写寫" else None
    return found is not None and are_names(found["names"]) and not is_label(words[: found.end("names")])


def _is_work(words: str) -> bool:
    """Whether a line tells by a word behind a name what he did: 李红 文."""
    work = _WORK.fullmatch(words) if words.endswith(_WORK_ENDS) else None
    return work is not None and is_name(work["name"])


def _is_function_line(words: str) -> bool:
    """Functions, each with names behind it, and nothing else."""
    if not _ANY_FUNCTION.search(words, 0, _FUNCTION_REACH) or not _FUNCTION.match(words):
        return False
    words = _TRAILING.sub("", words).rstrip()  # 本报记者 顾 春整理
    found = list(_FUNCTION.finditer(words))
    if not found or found[0].start():
        return False
    ends = [following.start() for following in found[1:]] + [len(words)]
    behind = [words[one.end() : end] for one, end in zip(found, ends, strict=True)]
    if not behind[-1].strip():
        return False
    # Functions may share their names: 采访/整理：本刊记者 苏晴.
    return all(_names_behind(rest, bool(one["gap"])) for one, rest in zip(found, behind, strict=True) if rest.strip())


def _names_behind(rest: str, apart: bool) -> bool:
    rest = _TRAILING.sub("", rest.strip(" 、　")).strip()
    if not rest or _NO_NAME.match(rest) or not _MARKS.isdisjoint(rest):
        return False
    if are_names(rest):
        return True
    parts = spaced_names(rest)
    return apart and all((_NAMED.fullmatch(part) and not is_clause(part)) or is_name(part) for part in parts)


def is_credit(words: str) -> bool:
    """Whether a line, its signs made plain, says who took or gave a picture or figures: 李广友 摄, 资料来源：…"""
    if not may_be_credit(words):
        return False
    if SOURCE.fullmatch(words):
        return True
    found = CREDIT.fullmatch(words)
    if not found or not found["who"]:
        return bool(found)
    who = re.sub(rf"^{AGENCY}?(?:[^\s]{{0,6}}{ROLE})?\s*", "", found["who"])
    return (
        bool(_OF_PICTURES.match(found["who"]))
        or are_names(who)
        or len(who) <= _PEN_NAME
        or who.endswith(("馆", "局", "部", "委", "社", "中心", "公司", "学校"))
    )


def is_pen_name(body: str) -> bool:
    """Whether a line below a column's headline can be the author's name, be it no usual one."""
    return _PEN_NAMES.fullmatch(body.strip()) is not None


def is_author(body: str, *, strict: bool = False) -> bool:
    """Whether a line between a headline and its text can name the author, with what he is: 高一（4）班 叶知秋.

    Any two or three characters can (pen names have no surname), and a body of people, unless `strict`.
    """
    if are_names(body) or _is_dated_name(plain(body)):
        return True
    if not strict and (_SHORT_NAME.fullmatch(body.strip()) or _is_organization(plain(body))):
        return True
    if _UNNAMED.fullmatch(plain(body).strip()):
        return True
    return _place_and_name(body)


def _is_organization(words: str) -> bool:
    """Whether a line names a body of people and says nothing: 省农科院课题组, but not 建设廉洁政府."""
    return _ORGANIZATION.search(words) is not None and not is_clause(words) and not _CALLS.match(words)


def is_body(body: str) -> bool:
    """Whether a line above a date can name the body that signs a document: 国家农史资料馆."""
    words = plain(body).strip()
    return len(words) <= _BODY and not _NO_BODY.search(words) and words.endswith(_BODIES)


def are_bodies(body: str) -> bool:
    """Whether a line names several bodies, set apart, as above a document of theirs: 水利部 卫生部."""
    parts = body.split()
    return len(parts) > 1 and all(len(part) > 1 and is_body(part) for part in parts)


def is_signature(body: str) -> bool:
    """Whether a short line below a text can be its signature: 河西乡 赵明, （图书馆）, 青岭市人民政府."""
    words = plain(body).strip()
    if len(words) > 30 or not (_MARKS | {"："}).isdisjoint(words):
        return False
    inside = _BRACKETS.fullmatch(words)
    if inside:
        return len(inside["inside"]) <= 8 or _place_and_name(inside["inside"])
    return are_names(words) or bool(_ORGANIZATION.search(words) or _UNNAMED.fullmatch(words)) or _place_and_name(body)


def _place_and_name(body: str) -> bool:
    found = _PLACE_AND_NAME.fullmatch(body.strip())
    if not found or re.search("[0-9]年|[0-9]日", found["place"]):
        return False
    return bool(is_name(found["name"]) and len(found["name"].replace(" ", "")) <= 4)
