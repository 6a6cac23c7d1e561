"""The lines below the title of a Word file or a web page that date and number the issue."""

from dataclasses import replace

from ..model import Furniture, Issue, Paragraph


def with_imprint(issue: Issue, source: str) -> Issue:
    """The issue with what the lines between its title and its first headline say of it.

    Those that name, date or number it, as the parser knows them, are furniture then, and not an article; what the
    issue says by a title of its own stays. Other text there is left where it is.
    """
    first = issue.articles[0] if issue.articles else None
    if first is None or first.headline or first.label or first.kicker or first.deck:
        return issue
    from ..structure.colophon import is_imprint  # what most sources need not load
    from ..structure.imprint import is_folio, read_imprint

    said = []
    for block in first.blocks:
        if not isinstance(block, Paragraph) or not (is_imprint(block.text) or is_folio(block.text)):
            break
        said.append(block.text)
    if not said:
        return issue
    imprint = read_imprint((), said, source)
    rest = replace(first, blocks=first.blocks[len(said) :])
    return replace(
        issue,
        title=issue.title or imprint.title,
        date=issue.date or imprint.date,
        number=issue.number or imprint.number,
        publisher=issue.publisher or imprint.publisher,
        furniture=(*issue.furniture, *(Furniture("folio", text) for text in said)),
        articles=((rest,) if rest.blocks else ()) + issue.articles[1:],
    )
