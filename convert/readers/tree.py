"""Pages as trees of elements, read without entities, outside files or network, and never in part."""

import re
from typing import Any, Final

from ..errors import InputError

_SUBSET: Final = re.compile(r"<!DOCTYPE[^<>\[]*\[|<!ENTITY")
_HEAD: Final = 10_000  # characters


def refuse_entities(head: str, path: str) -> None:
    """InputError for a page or XML that defines entities: none are read, and of text in them nothing would be left."""
    if _SUBSET.search(head[:_HEAD]):
        raise InputError(f"{path}: it defines entities of its own", "Save it without them, or as plain text.")


def html_tree(source: str | bytes, path: str) -> Any:
    """The root element of a page, however careless its markup; comments are left out.

    InputError for a page without elements, and for one so deep or long that the parser would leave off.
    """
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(source, parser=parser)
    except etree.ParserError:
        raise InputError(f"{path}: there is no text in this page") from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise InputError(f"{path}: its elements are nested too deeply, or one is too long", "Save it as plain text.")
    return root
