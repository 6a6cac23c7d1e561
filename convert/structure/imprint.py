"""What an issue says of itself: its nameplate and folios, and the title, number, date and publisher in them."""

import datetime
import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import PurePath
from typing import Final

from ..chars import HAN_CLASS
from ..model import Furniture
from ..patterns import regex
from . import signs
from .bylines import credits_beside_day
from .colophon import is_dating, is_imprint, is_latin_name
from .dates import date_in_name, printed_date
from .labels import Labelled

TOP: Final = 6  # lines of a text among which its nameplate is looked for
MASTHEAD: Final = 12  # lines that a masthead may have
LONGEST: Final = 100  # characters of a folio
_PAPER: Final = (
    f"[{HAN_CLASS}]{{1,6}}(?:日报|日報|晚报|晚報|晨报|晨報|时报|時報|周报|週報|商报|商報|早报|早報|都市报|青年报|青年報|校报|校報|院报|学报|"
    "學報|快报|快報|农报|工人报|法制报|法治报|体坛报|导报|導報|新报|新報|大公报|大公報|文汇报|文匯報|周刊|週刊|月刊|半月刊|双月刊|季刊|画报|畫報)"
)
_PAPER_LINE: Final = regex(rf"{_PAPER}")
_SHORT_PAPER: Final = regex(rf"[{HAN_CLASS}]{{1,5}}[报報刊]")
_PAPER_FIRST: Final = regex(rf"(?P<title>{_PAPER})(?=[\s\u3000]|$|[0-9〇一二三四五六七八九]{{1,4}}年|第)")
_NAME: Final = regex(f"[{HAN_CLASS}]{{2,8}}")  # of a magazine, which no word betrays
_EDGE = r"(?=[\s：:·|｜/]|$)"
_PAGE: Final = regex(
    rf"(?:^|\s)第\s*(?P<page>[A-Z]?{signs.COUNT})\s*[版页頁]{_EDGE}"
    rf"|(?:^|\s)(?P<short>[A-Z]?[0-9]{{1,2}})\s*版{_EDGE}|(?:^|(?<=\s))(?P<letter>[A-D][0-9]{{2}}){_EDGE}"
    r"|(?<=[报報刊]\s)(?P<sheet>[A-Z][0-9]{1,2})(?=\s|$)"  # behind a paper's name: 南華日報 A3
    r"|^[—–·-]+\s*(?P<bare>[0-9]{1,4})\s*[—–·-]+$"
)
_DAY_MARK: Final = regex(
    "星期|农历|農曆|夏历|第\\s*[0-9〇一二三四五六七八九十百千]+\\s*[期号號]|总第|總第|今日\\s*[0-9一二三四五六七八九十]+\\s*版|[版期]"
)
_NUMBER: Final = regex(
    r"(?:总|總)?第\s*[0-9０-９〇零一二三四五六七八九十百千]+\s*[期号號](?:\s*[（(](?:总|總)第?\s*[0-9]+\s*[期号號][）)])?"
)
_PUBLISHER: Final = regex(
    r"(?:主办单位|主办|主辦|出版单位|出版|编印)[：:]\s*(?P<after>\S{3,30})"
    rf"|(?P<before>[{HAN_CLASS}]{{3,20}}?)(?:主办|主辦|出版|编印|編印)(?=\s|$)"
)
# What may stand in a folio beside a section's name.
_OF_FOLIOS: Final = regex(
    rf"{_PAPER}|(?:(?:公元|(?:中[华華])?民[国國])\s*)?[0-9０-９〇○零元一二三四五六七八九十百廿卅壹]{{1,5}}\s*年\s*{signs.COUNT}\s*月\s*{signs.COUNT}\s*[日号號]"
    r"|[0-9]{4}[-./_][0-9]{1,2}[-./_][0-9]{1,2}|[0-9]{8}|(?:星期|[周週])[一二三四五六日天]"
    r"|[农農夏阴陰][历曆]\S{2,12}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{0,8}"
    r"|(?:今日|本期|共)\S{1,4}[版页頁张張]|(?:(?:[总總]|[总總]?第)\s*)?[0-9〇零一二三四五六七八九十百千]{1,8}\s*[期号號版页頁]|[A-Z]?[0-9]{1,4}\s*版|[A-D][0-9]{2}"
)
_LONGEST_NAME: Final = 10  # characters of a name that is set apart
_SECTION: Final = 8  # characters of a section's name
_BESIDE_PAGE: Final = 14  # characters beside a page's number
_FOOT_AND_HEAD: Final = 2  # folios that may follow each other: a page's foot and the next one's head
_NEVER_FOLIO: Final = frozenset({"prose", "caption", "credit", "jump_from", "jump_to"})
_PARTS: Final = regex(r"[\s：:·|｜/]+")
_DATED: Final = regex(r"(?<!\S)\S*[年月日]\S*|星期\S|今日\S*|第\S{0,20}[期号號]|总第\S*")
_MAY_NAME: Final = frozenset({"head", "byline", "label"})
_MARKED: Final = regex("[0-9０-９年版页頁]")  # a date or a page
_NO_DAY: Final = regex("[。，；！？]")


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title, number, date and publisher of an issue; None for what is not known."""

    title: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    publisher: str | None = None


def mark_folios(lines: Sequence[Labelled]) -> None:
    """Give nameplates and folios that still stand in the text their kind."""
    end = _head_end(lines)
    for item in lines[:end]:
        if is_folio(item.body):
            item.become("folio", "a paper's name, date or page")
    _mark_masthead(lines)
    days = {day for item in lines[:MASTHEAD] if item.kind == "folio" and (day := date_in_name(item.body))}
    within = [item for item in lines[end:] if item.kind not in _NEVER_FOLIO and _heads_page(item.body, days)]
    for item in within:
        item.become("folio", "a paper's name, date or page")
    _unmark_lists(lines)
    _mark_page_heads(lines)
    top = lines[:TOP]
    for at, item in enumerate(top):
        beside = any(other.kind == "folio" for other in top[max(0, at - 2) : at + 3])
        named = (_names_paper(item.body) and (beside or at == 0)) or (_SHORT_PAPER.fullmatch(item.body) and beside)
        if item.kind in _MAY_NAME and named:
            item.become("folio", "a paper's name at the head")
        elif item.kind == "end_matter" and printed_date(item.body) and (beside or at == 0):
            item.become("folio", "a date at the head")


def _head_end(lines: Sequence[Labelled]) -> int:
    """The number of lines above the text, among which the nameplate is looked for."""
    told = (at for at, item in enumerate(lines[:TOP]) if item.kind == "prose" and not is_folio(item.body))
    return next(told, TOP)


def _heads_page(body: str, days: Container[datetime.date]) -> bool:
    """Whether a line within a text heads or foots a page: the paper's name, the page, or a day of the issue.

    A day of its own dates what is told, not the issue: 1966年8月1日　第5000期 heads a part of a paper's history.
    """
    if not is_folio(body):
        return False
    return page_of(body) is not None or _PAPER_FIRST.search(body) is not None or date_in_name(body) in days


def _unmark_lists(lines: Sequence[Labelled]) -> None:
    """Pages in a row, with nothing between them, are a list of what stands where: 第1版 要闻, 第2版 综合, …"""
    for paged, run in groupby(lines, lambda item: item.kind == "folio" and page_of(item.body) is not None):
        listed = list(run)
        for item in listed if paged and len(listed) > _FOOT_AND_HEAD else ():
            item.become("head", "one of several pages in a row")


def taken_on_trust(lines: Sequence[Labelled]) -> list[Labelled]:
    """The folios within a text that name a section, but neither the paper nor a day: 第3版　要闻."""
    return [
        item
        for item in lines[_head_end(lines) :]
        if item.kind == "folio"
        and not _PAPER_FIRST.search(item.body)
        and not date_in_name(item.body)
        and section_of(item.body)
    ]


def _mark_page_heads(lines: Sequence[Labelled]) -> None:
    """Pages within a text may begin with a nameplate of several lines, and say below it who edited them."""
    for at, item in enumerate(lines):
        above = lines[at - 1] if at else None
        if item.kind == "end_matter" and (above is None or above.kind == "folio"):
            if signs.names_editors(item.words):
                item.become("folio", "tells who edited the page")
        elif above and item.kind == "folio" and above.kind in _MAY_NAME and _names_paper(above.body):
            above.become("folio", "a paper's name above its date or page")


def _mark_masthead(lines: Sequence[Labelled]) -> None:
    """The block at the head that titles, dates and numbers the issue; below other folios what dates them."""
    end = 0
    while end < min(len(lines), MASTHEAD) and (
        lines[end].kind == "folio"
        or is_imprint(lines[end].body)
        or (end == 1 and _names_paper(lines[end].body))
        or (is_latin_name(lines[end].body) if end else _may_name(lines))
    ):
        end += 1
    block = lines[:end]
    dated = any(item.kind == "folio" or _NUMBER.search(item.body) or printed_date(item.body) for item in block)
    dated = dated or (end > 1 and _names_paper(block[0].body) and any(is_imprint(item.body) for item in block[1:]))
    for item in block if dated else ():
        if item.kind != "folio":
            item.become("folio", "stands in the masthead")
    for above, item in pairwise(lines):
        if above.kind == "folio" and item.kind != "folio" and is_dating(item.body):
            item.become("folio", "dates the folio above")


def _names_paper(body: str) -> bool:
    """Whether a line is a paper's name, as a masthead may set it, too: 九 州 日 报."""
    return _PAPER_LINE.fullmatch(signs.closed_up(body, _LONGEST_NAME)) is not None


def _may_name(lines: Sequence[Labelled]) -> bool:
    """Whether the first line is the paper's name: by its words, or because the issue is numbered right below it."""
    name, below = lines[0].body, lines[1].body if len(lines) > 1 else ""
    if _names_paper(name) or (is_dating(name) and _names_paper(below)):
        return True
    if _SHORT_PAPER.fullmatch(name) and is_dating(below):
        return True
    return bool(_NAME.fullmatch(name) and _NUMBER.search(below) and is_dating(below))


def is_folio(body: str) -> bool:
    """Whether a line is a paper's name, date or page and nothing else."""
    if not _MARKED.search(body) or _NO_DAY.search(body):
        return False
    day, page = date_in_name(body), _PAGE.search(body)
    if day and (_DAY_MARK.search(body) or _PAPER_FIRST.search(body)):
        short = max(map(len, _PARTS.split(_OF_FOLIOS.sub(" ", body)))) <= _SECTION
        return short and not credits_beside_day(signs.plain(body))
    rest = body if not page else body[: page.start()] + " " + body[page.end() :]
    words = _PARTS.split(rest.strip())
    if not page or len(words) > 3 or max(map(len, words)) > _SECTION or len("".join(words)) > _BESIDE_PAGE:
        return False
    return not credits_beside_day(signs.plain(body))


def page_of(folio: str) -> str | None:
    """The page that a folio names, as printed: 三, A05."""
    found = _PAGE.search(folio)
    return (found["page"] or found["short"] or found["letter"] or found["sheet"] or found["bare"]) if found else None


def section_of(folio: str) -> str | None:
    """The section that a folio names beside paper, date and page: 社会."""
    rest = _PAGE.sub(" ", _PAPER_FIRST.sub(" ", folio))
    rest = _DATED.sub(" ", rest)
    words = [word for word in _PARTS.split(rest) if re.fullmatch(f"[{HAN_CLASS}]{{2,6}}", word)]
    return words[0] if len(words) == 1 else None


def read_imprint(furniture: Iterable[Furniture], folios: Sequence[str], path: str) -> Imprint:
    """Title, number, date and publisher: from furniture, then from the text's folios, then from the file's name."""
    texts = [item.text for item in furniture if item.kind in ("nameplate", "folio", "running_head")] + list(folios)
    stem = PurePath(path).stem if path != "-" else ""
    days = Counter(day for text in texts if (day := date_in_name(text)))
    numbers = [found[0] for text in texts if (found := _NUMBER.search(text))]
    publishers = [(found["after"] or found["before"]) for text in texts if (found := _PUBLISHER.search(text))]
    return Imprint(
        title=_title(texts) or _title_in_name(stem),
        number=numbers[0] if numbers else None,
        date=days.most_common(1)[0][0] if days else date_in_name(stem),
        publisher=publishers[0] if publishers else None,
    )


def _title(texts: Sequence[str]) -> str | None:
    titles = Counter[str]()
    for text in (signs.closed_up(text, _LONGEST_NAME) for text in texts):
        if _PAPER_LINE.fullmatch(text.strip()) or _SHORT_PAPER.fullmatch(text.strip()):
            titles[text.strip()] += 1
        elif found := _PAPER_FIRST.search(text):
            titles[found["title"]] += 1
    if not titles and len(texts) > 1 and _NAME.fullmatch(texts[0]) and _NUMBER.search(texts[1]):
        return texts[0]
    return titles.most_common(1)[0][0] if titles else None


def _title_in_name(stem: str) -> str | None:
    found = re.search(_PAPER, stem)
    return found[0] if found else None
