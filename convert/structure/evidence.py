"""The evidence for and against a beginning that the signs around a candidate give, in log-odds."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ..chars import HAN_CLASS
from ..lines import width
from ..patterns import regex
from . import signs
from .candidates import HEAD_GROUP, Candidate
from .labels import Labelled
from .title_signs import DECK_START
from .titles import names_column, told_again

_INDENT: Final = 2  # half-width cells
_SHARED_INDENT: Final = 2  # of so many headings inside texts one at least is indented, if crossheads are
_LEAD: Final = 300  # characters of the text below a heading
_LITTLE: Final = 50
_TOLD: Final = 0.4  # share of a heading's pairs of characters
_MOTTO: Final = 0.2
_PICTURES: Final = 12  # lines of captions and credits that are looked over
# What no paragraph begins with: the line above is the beginning of its sentence.
_GOES_ON: Final = regex(
    r"(?:认为|表示|指出|强调|介绍说?|告诉记者|说|称|坦言)[，：]|[，。、；！？）”]"
    f"|[的了着过们]|(?![但而故我你他她它])[{HAN_CLASS}][，、]"
)
_WANTS_MORE: Final = frozenset("把被但而也很最又这那各每或")
_NEXT_PICTURE: Final = regex("[上下左右中]图|图[②-⑳二三四]|[②-⑳]")
_OWN_DAY: Final = regex(
    rf"(?:{signs.COUNT}月{signs.COUNT}日|[近昨今]日|日前|连日来|連日來|(?:[0-9]{{4}}|今|去)年)[，,]?"
)
_CLOSERS: Final = frozenset({"credit", "byline"})


def weigh_signs(lines: Sequence[Labelled], candidates: Sequence[Candidate]) -> None:
    """Weigh each candidate by its own lines and their neighbours."""
    prose_indent = _prose_indent(lines)
    said = any(item.role for item in lines)
    for c in candidates:
        if c.headed:
            _weigh_above(lines, c)
            _weigh_below(lines, c, prose_indent)
            below = lines[c.body].kind if c.body < len(lines) else None
            _weigh_heads(lines[c.first : c.body], below, c, prose_indent)
            if c.body == c.first + 1:
                _weigh_lead(lines[c.first], lines[c.body : c.body + 3], c)
        else:
            _weigh_picture(lines, c)
        if said:
            _weigh_roles(lines, c)


def _prose_indent(lines: Sequence[Labelled]) -> tuple[int, float] | None:
    """The indent of paragraphs, where the page has one, and what it weighs for a heading not to share it.

    Where many of the headings inside texts share it, crossheads do, and the others are headlines; where few do, it
    says nothing.
    """
    prose = [item.indent for item in lines if item.kind == "prose"]
    heads = [
        item.indent
        for above, item, below in zip(lines, lines[1:], lines[2:], strict=False)
        if _inside(above, item, below)
    ]
    if not prose or not heads:
        return None
    usual, count = Counter(prose).most_common(1)[0]
    if usual < _INDENT or count * 10 < 7 * len(prose) or all(indent == usual for indent in heads):
        return None
    return usual, 3.5 if heads.count(usual) * _SHARED_INDENT >= len(heads) else 0.0


def _inside(above: Labelled, item: Labelled, below: Labelled) -> bool:
    """Whether a head line stands by itself between two paragraphs, no dateline below it."""
    return (
        item.kind == "head" and above.kind == "prose" and above.closed and below.kind == "prose" and not below.dateline
    )


def _weigh_cut(head: Labelled, below: Labelled, prose_indent: tuple[int, float] | None, c: Candidate) -> None:
    """A line that the end of a page cut off its paragraph is short and open too, as headings are."""
    if _GOES_ON.match(below.body) or head.body[-1] in _WANTS_MORE:
        c.add(-6.0, "the text below goes on from it")
    elif prose_indent and head.indent == prose_indent[0] != below.indent:
        c.add(-6.0, "indented, and the text below is not")


def _weigh_below(lines: Sequence[Labelled], c: Candidate, prose_indent: tuple[int, float] | None) -> None:
    """The evidence of a byline or label in a group of head lines, and of what stands below it."""
    group = lines[c.first : c.body]
    below = lines[c.body] if c.body < len(lines) else None
    if below is None:
        c.add(-2.0, "no text follows")
    elif below.kind == "jump_from":
        c.add(9.0, "goes on from another page")
    elif below.dateline:
        c.add(6.0, "a dateline follows")
    elif below.kind == "editors_note":
        c.add(2.0, "an editor's note follows")
    elif below.kind == "caption":
        c.add(2.0, "a picture follows")
    elif below.kind == "row":
        c.add(1.5, "a table follows")
    elif below.kind == "verse" and any(item.kind == "byline" for item in group):
        c.add(2.0, "verse follows its author")
    elif below.kind == "verse" and c.first and lines[c.first - 1].kind == "verse":
        c.add(-6.0, "verse goes on below")
    kinds = [item.kind for item in group]
    if below and below.kind == "prose" and kinds[-1] == "head":
        _weigh_cut(group[-1], below, prose_indent, c)
    if "byline" in kinds[1:]:
        c.add(4.5, "a byline follows")
    labels = [item.words for item in group if item.kind == "label"] if "label" in kinds else ()
    if labels and "head" in kinds:
        if any(map(signs.SUBORDINATE.search, labels)):
            c.add(-2.0, "the label of a box inside an article")
        else:
            c.add(4.5, "a label")


def _weigh_above(lines: Sequence[Labelled], c: Candidate) -> None:
    """The evidence of the line above a group of head lines."""
    above = lines[c.first - 1] if c.first else None
    if above is None:
        c.add(9.0, "the text begins")
    elif above.kind == "jump_to":
        c.add(6.0, "the article above goes on elsewhere")
    elif above.kind == "end_matter":
        c.add(4.0, "end matter stands above")
    elif above.kind in _CLOSERS and not signs.SOURCE.fullmatch(above.words):
        c.add(2.5, "what stands above closes an article")
    elif above.kind in HEAD_GROUP or above.kind == "numbered":
        c.add(-2.0, "only headings stand above")
    elif above.kind == "prose" and not above.closed:
        c.add(-7.0, "the sentence above is not closed")
    elif above.kind in ("verse", "item") and c.body < len(lines) and lines[c.body].kind == above.kind:
        if lines[c.body - 1].kind != "byline":  # another poem has another author
            c.add(-5.0, "what stands above goes on below")
    elif above.kind == "prose" and signs.DOCUMENT_FOLLOWS.search(above.words[-12:]):
        c.add(-9.0, "the text above announces a document")
    elif above.kind == "prose" and above.body[-1] in "：:；;":
        c.add(-4.0, "the text above announces it")


def _weigh_heads(
    group: Sequence[Labelled], below: str | None, c: Candidate, prose_indent: tuple[int, float] | None
) -> None:
    """The evidence of the head lines themselves."""
    heads = [item for item in group if item.kind not in ("byline", "label", "editors_note", "caption")]
    if group[0].kind == "editors_note":
        c.add(3.0, "an editor's note leads up to it")
    if not heads:
        if below == "caption" and group[0].words[:2] == "图片":
            c.add(4.0, "the label of a picture")
        else:
            c.add(-3.0, "a label alone")
        return
    first, last = heads[0], heads[-1]
    if prose_indent:
        usual, weight = prose_indent
        if heads[0].indent == usual:
            c.add(-3.0, "indented as paragraphs are")
        elif weight:
            c.add(weight, "not indented as paragraphs are")
    if signs.NUMBERED.match(first.words):
        c.add(-6.0, "numbered")
    if any(map(signs.column_tail, [item.body for item in heads])) or (len(heads) > 1 and signs.is_column(last.body)):
        c.add(4.0, "a column's name in brackets")
    if signs.STANDING.match(first.words):
        c.add(-5.0, "a standing heading")
    if any(map(signs.is_whole_title, [item.words for item in heads])):
        c.add(2.5, "the title of a document or a standing item")
    if signs.BRIEFS.search(signs.closed_up(last.words)):
        c.add(3.5, "the title of a column of briefs")
    if len(heads) > 1:
        c.add(2.5, "several head lines")
        if names_column(first.words):
            c.add(2.0, "the name of a column")
        if first.body.endswith(("——", "：", ":")) or any(DECK_START.match(item.body) for item in heads[1:]):
            c.add(2.0, "a kicker or deck by its marks")
    else:
        _weigh_single(last.body, c)


def _weigh_single(head: str, c: Candidate) -> None:
    """One head line alone: headline or crosshead."""
    if head.startswith(("——", "—", "*", "＊", "（")):
        c.add(-4.0, "begins with a dash or bracket")
    if head[-1] in "：:":
        c.add(-3.5, "ends with a colon")
    if head[0] in "“「" and head[-1] in "”」" and head.count(head[0]) == 1:
        c.add(-2.0, "a quotation")
    elif head[-1] in "？?…":
        c.add(-1.0, "a question")
    if "，" in head:
        c.add(-0.7, "a comma")
    cells = width(head)
    if cells < 14:
        c.add(-1.0, "short")
    elif cells >= 24:
        c.add(0.7, "as long as a headline")


def _weigh_lead(head: Labelled, body: Sequence[Labelled], c: Candidate) -> None:
    """News tells its headline again at once; a crosshead is more often a motto."""
    lead = "".join(item.body for item in body if item.kind == "prose")[:_LEAD]
    if head.kind != "head" or len(lead) < _LITTLE:
        return
    told = told_again(head.body, lead)
    if told >= _TOLD:
        c.add(0.6, f"the text tells {told:.0%} of it again")
    elif told <= _MOTTO:
        c.add(-0.6, f"the text tells {told:.0%} of it again")


def _weigh_picture(lines: Sequence[Labelled], c: Candidate) -> None:
    """A caption with no headline: a picture of the article above, of the one it stands in, or on its own."""
    item = lines[c.first]
    if item.kind == "jump_from":
        c.add(9.0, "goes on from another page")
        return
    if item.kind != "caption":
        c.add(9.0, "a dateline below a jump line" if c.first else "the text begins")
        return
    end = c.first
    while end < min(len(lines), c.first + _PICTURES) and lines[end].kind in ("caption", "credit"):
        end += 1
    if item.words[:2] in ("上图", "下图", "左图", "右图", "题图") or item.body.startswith("图①"):
        c.add(-1.5, "points to the article beside it")
    if c.first and lines[c.first - 1].kind in ("caption", "credit") and _NEXT_PICTURE.match(item.words):
        c.add(-6.0, "the second of several pictures")
    if _OWN_DAY.match(item.body):
        c.add(2.0, "tells its own day")
    above = lines[c.first - 1] if c.first else None
    signed = c.first > 1 and above and above.kind == "byline" and lines[c.first - 2].kind not in HEAD_GROUP
    if above and not signed and (above.kind in HEAD_GROUP or (above.kind == "prose" and not above.closed)):
        c.add(-6.0, "stands inside an article")
    if end < len(lines) and lines[end].kind in ("prose", "item", "verse", "row", "numbered", "byline"):
        c.add(-6.0, "the article goes on below")
    if end < len(lines) and lines[end].kind == "end_matter":
        c.add(-2.0, "an article ends below")


def _weigh_roles(lines: Sequence[Labelled], c: Candidate) -> None:
    """What a person said outweighs all evidence."""
    roles = {item.role for item in lines[c.first : max(c.body, c.first + 1)]}
    if roles & {"headline", "kicker", "deck", "label"}:
        c.add(99.0, "a person said so")
    elif "crosshead" in roles:
        c.add(-99.0, "a person said so")
