"""The draft: an Issue as Markdown that a person can edit and pandoc can read.

`#` is the issue's title, `##` a headline, whose attributes hold what is not printed of an article,
`###` a crosshead; every other role is a fenced div of its name. Plain paragraphs are paragraphs.
Footnotes as pandoc has them ([^1]) are read too, as notes of the article that calls them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from .. import chars
from ..errors import InputError
from ..model import Image, Issue, issue_from_json
from ..report import Finding
from .builder import ROLES, Builder
from .dialect import commonmark
from .encoding import decode
from .markdown_parts import SAID, article_of, table_of, text_of
from .marks import (
    is_line_block,
    read_attributes,
    split_attributes,
    split_attributes_first,
    split_front_matter,
    split_role,
    without_bars,
)
from .told import Told

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BY_LINES: Final = ("verse", "list")  # a line end typed in these is meant


def read(data: bytes, path: str, encoding: str | None = None, findings: list[Finding] | None = None) -> Issue:
    """Read a file of Markdown as an Issue."""
    text, _ = decode(data, path, encoding)
    return issue_from_markdown(text, path, findings)


def issue_from_markdown(text: str, path: str = "-", findings: list[Finding] | None = None) -> Issue:
    """Read a draft, or any Markdown with headings, as an Issue. InputError, with the line, for bad front matter.

    What is not understood, or not kept, is added to `findings`, with its line.
    """
    values, others, body = split_front_matter(text, path)
    parser = commonmark()
    notes: dict[str, str] = {}
    tokens = parser.parse(body, {"notes": notes})
    _refuse_depth(parser, tokens, path)
    told = Told(path, [] if findings is None else findings)
    told.unread(others)
    reader = _Reader(parser, tokens, notes, told, values)
    reader.read()
    frame = _frame(values, path)
    title = reader.title if reader.title is not None else frame.title
    return reader.builder.issue(replace(frame, title=title))


def _refuse_depth(parser: "MarkdownIt", tokens: Sequence["Token"], path: str) -> None:
    """InputError where quotations and lists stand in each other so deep that the parser leaves off."""
    deepest = max((token.level for token in tokens), default=0)
    if deepest >= parser.options["maxNesting"] - 1:
        raise InputError(f"{path}: lists or quotations nested too deeply", "Take some of their marks away.")


def _frame(values: dict[str, Any], path: str) -> Issue:
    """What the front matter says of the issue."""
    known = {key: values[key] for key in ("title", "number", "publisher") if values.get(key) is not None}
    known = {key: value if isinstance(value, str) else str(value) for key, value in known.items()}
    try:
        day = values.get("date")
        return issue_from_json(
            {
                "version": 1,
                **known,
                "date": date.fromisoformat(str(day)).isoformat() if day else None,
                "language": values.get("lang"),
                "furniture": values.get("furniture"),
            }
        )
    except ValueError as error:
        raise InputError(f"{path}: front matter: {error}", "A date is written 2023-11-28.") from None


class _Reader:
    """One walk over the tokens of a draft."""

    def __init__(
        self,
        parser: "MarkdownIt",
        tokens: Sequence["Token"],
        notes: dict[str, str],
        told: Told,
        matter: Mapping[str, object],
    ) -> None:
        self.parser, self.tokens, self.notes, self.told = parser, tokens, notes, told
        self.called: dict[str, int] = {}  # labels of notes with the numbers they get
        self.waiting: list[str] = []  # labels of the notes that the block being read calls
        self.builder = Builder()
        self.title: str | None = None
        self.role = "paragraph"
        self.attributes: dict[str, str] = {}
        self.marks: list[str] = []  # of the list items that are open
        self.pictures: list[Image] = []  # in a heading, a list, a table or a note, which they follow
        self.added = True  # whether the open div holds anything yet
        self.opened: tuple[str, int] | None = None  # the first line of the open div, and its number
        self.shift = int(_has_headlines_above(tokens, matter))

    def read(self) -> None:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.map:
                self.told.line = token.map[0] + 1
            if token.type == "heading_open":
                if self.role != "paragraph":
                    self.close_div()
                self.heading(int(token.tag[1]) + self.shift, self.tokens[at + 1].content)
                at += 2
            elif token.type == "table_open":
                at = self.table(at)
            else:
                self.other(token)
            self.add_notes()
            self.add_pictures()
            at += 1
        self.close_div()
        for label in self.notes:  # what nothing calls is not lost
            self.call(label)
        self.add_notes()
        self.add_pictures()

    def heading(self, level: int, content: str) -> None:
        said, role = split_role(content, ROLES)
        if role:  # ### 图为渔港。 {.caption}
            self.builder.add(role, self.text(said))
            return
        content, classes, values = split_attributes(content)
        self.told.unknown([*classes, *(key for key in values if level != 2 or key not in SAID)])
        text = self.text(content)
        if level == 1 and self.title is None:
            self.title = text
        elif level == 1:
            self.told.add("second-title", "a second # is no title, and is read as a headline, ##", content)
            self.builder.begin(article_of(text, values))
        elif level == 2:
            self.builder.begin(article_of(text, values))
        else:
            self.builder.add("crosshead", text)

    def other(self, token: "Token") -> None:
        if token.type == "div":
            self.div(token.info)
        elif token.type == "inline":
            self.paragraph(token.content)
        elif token.type in ("code_block", "fence"):
            self.told.unknown_roles(token.info.split())
            self.builder.add("paragraph", token.content.rstrip("\n"))
        elif token.type == "list_item_open":
            self.marks.append(f"{token.info}{token.markup} " if token.info else "• ")
        elif token.type in ("bullet_list_open", "ordered_list_open") and token.level == 0:
            self.items: list[str] = []
        elif token.type in ("bullet_list_close", "ordered_list_close") and token.level == 0:
            self.builder.add("list", "\n".join(self.items))
            self.marks = []

    def div(self, info: str) -> None:
        """A div's first line names a role; its last is bare."""
        if info:
            self.close_div()
            classes, self.attributes = read_attributes(info if info.startswith("{") else f".{info}")
            known = [name for name in classes if name in (*ROLES, "table")]
            if not known:
                self.told.unknown_roles(classes or [info])
            self.role = known[0] if known else "paragraph"
            self.added = False
            self.opened = (info, self.told.line)
        elif self.opened is None:
            self.told.add("open-div", "::: ends nothing here", ":::")
        else:
            self.end_div()

    def close_div(self) -> None:
        """End a div that has no last line of its own, before what cannot stand in one."""
        if self.opened:
            info, line = self.opened
            self.told.add("open-div", f"::: {info} has no end; a line of ::: alone ends it", f"::: {info}", line)
            self.end_div()

    def end_div(self) -> None:
        if not self.added:  # nothing in it
            if self.role == "table":
                self.builder.put(table_of([], self.attributes))
            else:
                self.builder.add(self.role, "")
        self.role, self.attributes, self.added, self.opened = "paragraph", {}, True, None

    def paragraph(self, content: str) -> None:
        stanza = self.role == "verse" and self.added  # a blank line in a div of verse parts stanzas
        self.added = True
        if self.marks:
            self.items.append(self.marks[-1] + self.text(content))
            self.marks[-1] = ""
            return
        role = self.role
        if role == "paragraph":
            content, said = split_role(content, ROLES)
            role = said or role
        if role in ("paragraph", "verse") and is_line_block(content):
            role, content = "verse", without_bars(content)
        soft = "\n" if role in _BY_LINES else ""
        children = self.inline(content)
        if not any(child.type == "image" for child in children):
            text = text_of(children, soft)
            if stanza:
                self.builder.add_stanza(text)
            else:
                self.builder.add(role, text)
            return
        shown = False
        for is_image, run in groupby(children, key=lambda child: child.type == "image"):
            if not is_image and shown:
                run = self.behind_picture([*run])
            shown = is_image
            if is_image:
                for image in run:
                    self.builder.put(_picture(image))
            elif part := text_of(list(run), soft).strip(chars.BLANKS + "\n"):
                self.builder.add(role, part)

    def behind_picture(self, run: "list[Token]") -> "Iterator[Token]":
        """What stands behind a picture, without attributes, which pandoc has there: {width=50%}."""
        content, classes, values = split_attributes_first(run[0].content)
        self.told.unknown([*classes, *values])
        run[0].content = content
        return iter(run)

    def table(self, at: int) -> int:
        """Read the table that begins at a token; returns the place of its last one."""
        rows: list[list[str]] = []
        while self.tokens[at].type != "table_close":
            token = self.tokens[at]
            if token.type == "tr_open":
                rows.append([])
                self.told.line = token.map[0] + 1 if token.map else self.told.line
            elif token.type == "inline":
                rows[-1].append(self.text(token.content))
            at += 1
        if not any(rows[0]):
            del rows[0]  # the empty head that Markdown asks for
        self.builder.put(table_of(rows, self.attributes))
        self.added = True
        return at

    def text(self, content: str) -> str:
        """The text of what holds no pictures."""
        children = self.inline(content)
        pictures = [_picture(child) for child in children if child.type == "image"]
        said = text_of([child for child in children if child.type != "image"], "")
        self.pictures += pictures
        return said.strip(" ") if pictures else said

    def inline(self, content: str) -> Sequence["Token"]:
        tokens: list[Token] = []
        self.parser.inline.parse(content, self.parser, {"notes": self.notes}, tokens)
        self.told.html(content)
        for n, token in enumerate(tokens):
            if token.type == "note_call":
                token.content = self.call(token.info)
            elif token.type == "link_open":
                following = (tokens[at] for at in range(n + 1, len(tokens)))
                inside = takewhile(lambda one: one.type != "link_close", following)
                self.told.unprinted(token.attrs, text_of([*inside], ""), content)
            elif token.type == "image":
                self.told.unprinted(token.attrs, text_of(token.children or [], ""), content)
        return tokens

    def call(self, label: str) -> str:
        """The mark of a note; the note itself follows the block that calls it first."""
        if label not in self.called:
            self.called[label] = len(self.called) + 1
            self.waiting.append(label)
        return f"〔{self.called[label]}〕"

    def add_notes(self) -> None:
        for label in self.waiting:  # which grows where a note calls others
            self.builder.add("footnote", f"〔{self.called[label]}〕{self.text(self.notes[label])}")
        self.waiting = []

    def add_pictures(self) -> None:
        if not self.marks:
            for picture in self.pictures:
                self.builder.put(picture)
            self.pictures = []


def _picture(token: "Token") -> Image:
    return Image(unquote(str(token.attrs["src"]), errors="surrogatepass"), text_of(token.children or [], "\n"))


def _has_headlines_above(tokens: Sequence["Token"], matter: Mapping[str, object]) -> bool:
    """Whether several # are headlines, and ## crossheads. The first is the title in a draft, which has front matter
    without one, and where headings follow it at once; what follows as # is then a slip."""
    firsts = [n for n, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"]
    if len(firsts) < 2:
        return False
    if matter:
        return matter.get("title") is not None
    after = tokens[firsts[0] + 3]  # behind the heading's three tokens
    return after.type != "heading_open" or after.tag == "h1"
