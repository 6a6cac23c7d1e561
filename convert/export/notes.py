"""Which note a mark in the text belongs to."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from ..model import Article, Note

# A number in brackets, or a circled one. Round brackets number lists as well, and are left alone.
_MARK: Final = re.compile(r"[〔［\[【][0-9０-９一二三四五六七八九十]{1,3}[〕］\]】]|[①-⑳㉑-㉟]")


class Notes:
    """The notes of one article and the marks in its text that call them.

    The nth mark of a kind calls the nth note that begins with it, the last one where the notes are
    fewer: a paper that counts anew on each page has several 〔1〕.
    """

    def __init__(self, article: Article) -> None:
        notes = [block.text for block in article.blocks if isinstance(block, Note)]
        self.marks = [found.group() if (found := _MARK.match(text.lstrip())) else "" for text in notes]
        self._of: defaultdict[str, list[int]] = defaultdict(list)
        for number, mark in enumerate(self.marks):
            if mark:
                self._of[mark].append(number)
        self._seen: defaultdict[str, int] = defaultdict(int)
        texts = (*article.titles(), *(block.text for block in article.blocks if not isinstance(block, Note)))
        counts: Counter[str] = Counter()
        for text in texts if self._of else ():
            counts.update(_MARK.findall(text))
        self.called = {number for mark, numbers in self._of.items() for number in numbers[: counts[mark]]}

    def pieces(self, text: str) -> Iterator[tuple[str, int | None, bool]]:
        """The text in pieces: itself, the number of the note that it calls, and whether it is the first to do so.

        Asked for in reading order, each text once.
        """
        end = 0
        for found in _MARK.finditer(text) if self._of else ():
            mark = found.group()
            if mark in self._of:
                if found.start() > end:
                    yield text[end : found.start()], None, False
                seen, numbers = self._seen[mark], self._of[mark]
                self._seen[mark] += 1
                yield mark, numbers[min(seen, len(numbers) - 1)], seen < len(numbers)
                end = found.end()
        if end < len(text):
            yield text[end:], None, False
