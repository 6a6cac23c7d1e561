"""Which script a text is written in, by characters that only one of the two uses."""

from typing import Final

from .signs import SIMPLIFIED, TRADITIONAL

SAMPLE: Final = 20_000  # characters


def language_of(text: str) -> str:
    """zh-Hant where traditional forms prevail, else zh-Hans.

    >>> language_of("記者報導"), language_of("记者报道")
    ('zh-Hant', 'zh-Hans')
    """
    sample = text[:SAMPLE]
    traditional = sum(map(sample.count, TRADITIONAL))
    return "zh-Hant" if traditional > sum(map(sample.count, SIMPLIFIED)) else "zh-Hans"
