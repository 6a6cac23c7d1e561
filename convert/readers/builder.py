"""Articles from a file that has a structure of its own, piece by piece in the file's order."""

import re
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Final

from .. import chars
from ..model import TEXT_KINDS, Article, Block, Image, Issue, Note, Verse, text_block

ROLES: Final = TEXT_KINDS | {"label", "kicker", "deck"}


class Builder:
    """Gathers the articles of an Issue; what comes before the first headline is an article without one.

    A label or kicker after the text of an article begins the next one, and waits for its headline.
    """

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self._blocks: list[Block] = []
        self._footnotes: list[Block] = []
        self._waiting = False

    def begin(self, article: Article) -> None:
        """Begin an article; `article` holds the fields known so far."""
        self._close()
        if self._waiting:
            before = self.articles.pop()
            article = replace(article, label=before.label, kicker=before.kicker)
            self._waiting = False
        self.articles.append(article)

    def open(self) -> None:
        """Begin an article whose headline, if it has one, is still to come."""
        self.begin(Article())
        self._waiting = True

    def add(self, role: str, text: str) -> None:
        """Add a text in one of `ROLES`; a second label or kicker is joined to the first.

        A "footnote" is a note that goes to the end of the article.
        """
        if role in ("label", "kicker") and (self._blocks or not self.articles):
            self.open()
        article = self.current
        if role == "deck":
            self.current = replace(article, deck=(*article.deck, text))
        elif role == "label":
            self.current = replace(article, label=_joined(article.label, text))
        elif role == "kicker":
            self.current = replace(article, kicker=_joined(article.kicker, text))
        elif role == "footnote":
            self._footnotes.append(Note(text))
        else:
            self.put(text_block(role, text))

    def add_stanza(self, text: str) -> None:
        """Add a stanza to the verse that stands last, or begin one."""
        last = self._blocks.pop() if self._blocks and self._blocks[-1].kind == "verse" else None
        self.put(Verse(f"{last.text}\n\n{text}" if last else text))

    def put(self, block: Block) -> None:
        """Add a block to the article."""
        if not self.articles:
            self.articles.append(Article())
        self._blocks.append(block)
        self._waiting = False

    def issue(self, frame: Issue) -> Issue:
        """The Issue: `frame` with the articles gathered."""
        self._close()
        return replace(frame, articles=tuple(self.articles))

    @property
    def current(self) -> Article:
        """The fields of the article that is open; its blocks are still apart."""
        if not self.articles:
            self.articles.append(Article())
        return self.articles[-1]

    @current.setter
    def current(self, article: Article) -> None:
        self.articles[-1] = article

    def _close(self) -> None:
        blocks = self._blocks + self._footnotes
        if blocks:
            self.current = replace(self.current, blocks=(*self.current.blocks, *blocks))
            self._blocks, self._footnotes = [], []


def _joined(before: str | None, text: str) -> str:
    return text if before is None else f"{before} {text}"


class Outline:
    """What a file of headings and paragraphs holds, in order, before it is known which headings are headlines.

    Roles are those of the draft, and "title", "issue_line", "article" (one begins), "headline", "footnote",
    "dateline" and "run-in byline", "typed" for text whose lines are as typed; "h1" to "h9" are headings of which
    only the level is known. One heading above all others is the issue's title, those of the next level are
    headlines, what is below them crossheads.
    """

    def __init__(self) -> None:
        self._pieces: list[tuple[str, str | Block]] = []
        self._white = 0  # empty lines since the last line of a block of lines

    def add(self, role: str, text: str) -> None:
        self._pieces.append((role, text))

    def extend(self, role: str, line: str) -> None:
        """Add a line to the block of this role, if such a one stands last, or begin one.

        Empty lines part stanzas; at the ends of a block they are nothing.
        """
        if not self._pieces or self._pieces[-1][0] != role:
            self._white = 0
            if line:
                self.add(role, line)
        elif not line:
            self._white += 1
        else:
            self.add(role, f"{self._pieces.pop()[1]}\n{chr(10) * self._white}{line}")
            self._white = 0

    def add_verse(self, stanzas: str) -> None:
        """Add verse: to the verse that stands last, after an empty line, or begin one."""
        self.extend("verse", "")
        self.extend("verse", stanzas)

    def put(self, block: Block) -> None:
        self._pieces.append((block.kind, block))

    @property
    def has_headings(self) -> bool:
        return any(role == "headline" or _is_level(role) for role, _ in self._pieces)

    @property
    def pictures(self) -> list[Image]:
        return [piece for _, piece in self._pieces if isinstance(piece, Image)]

    def text(self) -> str:
        """All that is printed, for a file without headings: a block a line, a blank line between them."""
        texts = [piece if isinstance(piece, str) else piece.text for role, piece in self._pieces if role not in _VIEWS]
        return "\n\n".join(text for text in texts if text) + "\n"

    def issue(self, frame: Issue) -> Issue:
        """The Issue: `frame` with its title, where there is one, and the articles."""
        builder, roles, title = Builder(), self._roles(), None
        for role, piece in self._pieces:
            role = roles.get(role, role)
            if not isinstance(piece, str):
                builder.put(piece)
            elif role == "title":
                title = _joined(title, piece)
            elif role == "issue_line":
                frame = _with_issue_line(frame, piece)
            elif role == "article":
                builder.open()
            elif role == "typed":
                for line in filter(None, (line.strip(chars.BLANKS) for line in piece.split("\n"))):
                    builder.add("paragraph", line)
            elif role == "headline":
                builder.begin(Article(headline=piece))
            elif role == "dateline":
                builder.current = replace(builder.current, dateline=piece)
            elif role == "run-in byline":
                builder.current = replace(builder.current, bylines=(*builder.current.bylines, piece))
            else:
                if role == "byline":
                    builder.current = replace(builder.current, bylines=(*builder.current.bylines, piece))
                builder.add(role, piece)
        return builder.issue(replace(frame, title=title or frame.title))

    def _titles(self) -> int:
        """The number of titles, those that follow one another counted as one."""
        return sum(is_title for is_title, _ in groupby(self._pieces, lambda piece: piece[0] == "title"))

    def _roles(self) -> dict[str, str]:
        """What headings of each level are. Titles with text between them are headlines, those that follow one another
        are one title on several lines."""
        named = {role for role, _ in self._pieces}
        levels = Counter(role for role, _ in self._pieces if _is_level(role))
        order = sorted(levels)
        roles = dict.fromkeys(order, "crosshead")
        if self._titles() > 1:
            return roles | {"title": "headline" if "headline" not in named else "crosshead"}
        if "headline" in named or not order:
            return roles
        if "title" not in named and len(order) > 1 and levels[order[0]] == 1:
            roles[order.pop(0)] = "title"
        roles[order[0]] = "headline"
        return roles


def _with_issue_line(issue: Issue, line: str) -> Issue:
    """The issue with the date, number and publisher of the line under its title, as kanben writes it."""
    for part in line.split("\u3000"):
        if found := re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", part):
            with suppress(ValueError):
                issue = replace(issue, date=date(int(found[1]), int(found[2]), int(found[3])))
        elif found := re.fullmatch(r"第(\d+)期", part):
            issue = replace(issue, number=found[1])
        elif not re.fullmatch("星期[一二三四五六日]", part):
            issue = replace(issue, publisher=part)
    return issue


def language_tag(value: str) -> str:
    """The tag of an Issue for a language as files name it; "" for one that does not tell the script."""
    regions = {"cn": "zh-Hans", "sg": "zh-Hans", "tw": "zh-Hant-TW", "hk": "zh-Hant-HK", "mo": "zh-Hant-HK"}
    if value.startswith(("zh-Hans", "zh-Hant")):
        return value
    return regions.get(value.lower().removeprefix("zh-"), "") if value.lower().startswith("zh-") else ""


_VIEWS: Final = ("dateline", "run-in byline")


def _is_level(role: str) -> bool:
    return len(role) == 2 and role[0] == "h" and role[1].isdecimal()
