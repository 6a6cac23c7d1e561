"""word/settings.xml: what holds for the whole document."""

from ...style import Edition, Region
from .markup import el, part

_WORD = "http://schemas.microsoft.com/office/word"


def settings(edition: Edition, region: Region, *, footnotes: bool) -> bytes:
    """Settings in the order of the standard.

    Adjacent marks share their space, as is usual on the mainland and in Hong Kong, less so in Taiwan
    (CLREQ 标点符号的宽度调整). Nothing makes Word ask a question at opening.
    """
    compatibility = el(
        "compat",
        el("balanceSingleByteDoubleByteWidth"),
        el("doNotLeaveBackslashAlone"),
        el("ulTrailSpace"),
        el("doNotExpandShiftReturn"),
        el("adjustLineHeightInTable"),
        el("useFELayout"),
        el("compatSetting", name="compatibilityMode", uri=_WORD, val=15),
    )
    adjust = "doNotCompress" if region.word_language == "zh-TW" else "compressPunctuation"
    return part(
        "settings",
        el("zoom", percent=100),
        el("embedTrueTypeFonts") + el("saveSubsetFonts") if edition.embed_fonts else "",
        el("defaultTabStop", val=420),
        el("characterSpacingControl", val=adjust),
        el("footnotePr", el("footnote", id=-1), el("footnote", id=0)) if footnotes else "",
        compatibility,
        el("themeFontLang", val="en-US", eastAsia=region.word_language),
        el("decimalSymbol", val="."),
        el("listSeparator", val=","),
    )
