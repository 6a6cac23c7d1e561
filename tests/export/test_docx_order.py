"""Word refuses a file whose property elements do not stand in the order of ISO/IEC 29500-1, Annex A."""

import zipfile
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from lxml import etree
from test_docx import ISSUE, W

from convert.export import write
from convert.model import Issue
from convert.style import Edition

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts mirrorMargins defaultTabStop evenAndOddHeaders bookFoldRevPrinting "
    "bookFoldPrinting bookFoldPrintingSheets characterSpacingControl printTwoOnOne strictFirstAndLastChars "
    "noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping "
    "decimalSymbol listSeparator",
    "compat": "balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn "
    "adjustLineHeightInTable useFELayout compatSetting",
}


@pytest.mark.parametrize(
    "edition",
    [Edition(layout=layout, vertical=v, booklet=v) for layout, v in product(("newspaper", "book"), (False, True))],
    ids=str,
)
def test_properties_stand_in_the_order_of_the_standard(
    tmp_path: Path, full_issue: Issue, pictures: Path, edition: Edition
) -> None:
    path = tmp_path / "a.docx"
    issue = replace(full_issue, articles=full_issue.articles + ISSUE.articles)
    write(issue, path, replace(edition, pictures=str(pictures), embed_fonts=True))
    checked = set()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.startswith("word/") or not name.endswith(".xml"):
                continue
            for element in etree.fromstring(archive.read(name)).iter():
                tag = element.tag.removeprefix(W)
                if tag in ORDER:
                    names = [child.tag.removeprefix(W) for child in element]
                    places = [ORDER[tag].split().index(child) for child in names]
                    assert places == sorted(places), f"{name}: {tag} holds {names}"
                    checked.add(tag)
    assert checked == set(ORDER)
