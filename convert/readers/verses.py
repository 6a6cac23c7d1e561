"""Whether lines that someone has ended by hand are verse."""

import re
from collections.abc import Sequence
from typing import Final

from .. import chars

_WIDEST: Final = 28  # cells of a line of verse with one clause
_METRES: Final = (5, 7)
_FEWEST: Final = 3  # lines of verse that is not quoted
_PAUSED: Final = 2  # line ends with a comma that tell verse
_FREE: Final = 4  # lines that show verse without a mark at their ends
_NAME: Final = 3  # characters
_PAUSES: Final = "，、；"
_MARKS: Final = "，、；。！？…—"
_MARK: Final = re.compile(f"[{_MARKS}]")
# What verse has none of: what is said, fields, gaps between words, figures, items and places of a list.
_NO_VERSE: Final = re.compile(
    rf"^[“「『‘\"]|[：:]\s*\S|\S[{chars.BLANKS}]+[^\sA-Za-z]|[0-9０-９]"
    "|^[（(]?[一二三四五六七八九十]{1,3}[)）.、]|第[一二三四五六七八九十百]|[〇零一二三四五六七八九]{4}年|等奖|等獎"
    "|^[（(【〔]|^(?:尊敬|亲爱|親愛|敬爱|敬愛|各位|此致|敬礼|敬禮|祝)"
)
_COUPLET: Final = re.compile(  # 春眠不觉晓，处处闻啼鸟。 as one line
    "|".join(rf"[{chars.HAN_CLASS}]{{{n}}}[，？！；][{chars.HAN_CLASS}]{{{n}}}[。，？！；]?" for n in _METRES)
)
# Words that sentences have, and names of people, offices and places have not.
_WORDS: Final = re.compile("[的了着著在我你您他她它们們是有把像如不没沒这這那又也都被让讓向从從与與和吗嗎吧啊呢谁誰]")


def is_verse(stanzas: Sequence[Sequence[str]], *, quoted: bool) -> bool:
    """Whether the lines of some stanzas look like verse: of one metre, in clauses, or sentences without marks.

    In a quotation (`quoted`), two lines are enough that do not look like anything else.
    """
    lines = [line for stanza in stanzas for line in stanza]
    if len(lines) < max(2, 2 * len(stanzas) - 1) or any(map(_NO_VERSE.search, lines)):
        return False
    if all(map(_COUPLET.fullmatch, lines)):
        return True
    bare = [line.rstrip(_MARKS) for line in lines]
    if any(chars.width(line) > _WIDEST for line in lines) or any(map(_MARK.search, bare)):
        return False
    if len(lines) < _FEWEST and not quoted:
        return False
    return _is_marked(stanzas) or _is_metric(lines, bare) or _is_bare(stanzas, quoted)


def _is_marked(stanzas: Sequence[Sequence[str]]) -> bool:
    """Whether each line is a clause with its mark, and several end with a comma, as no paragraph does."""
    lines = [line for stanza in stanzas for line in stanza]
    marked = all(line[-1] in _MARKS for stanza in stanzas for line in stanza[:-1])
    return marked and sum(line[-1] in _PAUSES for line in lines) >= _PAUSED


def _is_metric(lines: Sequence[str], bare: Sequence[str]) -> bool:
    """Whether lines are of five or of seven characters each, and no list of names that begin or end alike."""
    if len(lines) < _FREE or {len(line) for line in bare} not in ({metre} for metre in _METRES):
        return False
    return all(2 * len({line[at] for line in bare}) > len(bare) for at in (0, -1))


def _is_bare(stanzas: Sequence[Sequence[str]], quoted: bool) -> bool:
    """Whether lines bear no stop but at the end of a stanza, and say something, where they are not `quoted`."""
    lines = [line for stanza in stanzas for line in stanza]
    if any(line[-1] in chars.STOPS for stanza in stanzas for line in stanza[:-1]):
        return False
    if quoted:
        return any(len(line) > _NAME for line in lines)
    return len(lines) >= _FREE and 2 * sum(map(bool, map(_WORDS.search, lines))) >= len(lines)
