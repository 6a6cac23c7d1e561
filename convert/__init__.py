"""kanben (刊本): from the raw text of a Chinese newspaper issue to clean, printable editions.

    >>> import convert
    >>> cleaned = convert.clean("与贯彻2015年（长\\n\\n春）精神结合起来。")
    >>> cleaned.text.value
    '与贯彻2015年（长春）精神结合起来。\\n'

The five verbs `read`, `clean`, `parse`, `convert_script` and `write`, and `build`, which is these
in a row, are loaded when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_WHERE = {
    "read": "readers",
    "clean": "rules",
    "parse": "structure",
    "convert_script": "script",
    "write": "export",
    "build": "pipeline",
    "ConvertError": "errors",
    "Text": "text",
    "Issue": "model",
    "Article": "model",
    "Edition": "style",
    "Config": "config",
    "Finding": "report",
}

__all__ = [*_WHERE, "__version__"]

if TYPE_CHECKING:
    from .config import Config as Config
    from .errors import ConvertError as ConvertError
    from .model import Article as Article
    from .model import Issue as Issue
    from .report import Finding as Finding
    from .style import Edition as Edition
    from .text import Text as Text


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(import_module(f".{_WHERE[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
