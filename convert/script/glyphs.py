"""Glyphs of the regions: forms of one character, which the press of each region writes in its own way."""

from collections.abc import Mapping
from typing import Final

from ..style import Script

# OpenCC holds to the official lists in these, or leaves them; the press writes the others.
_TAIWAN: Final = ("佈溼汙佔", "布濕污占")
_HONG_KONG: Final = ("羣峯麪牀説税脱鋭悦閲温兑蜕户揾啓蔘藴佈週", "群峰麵床說稅脫銳悅閱溫兌蛻戶搵啟參蘊布周")
_MAINLAND: Final = (
    "妳牠衞簷枱揹伕敍倣勗姪砲玆迺偺啣毬傚隄勦徬搾煖瑯痲痳痺睪搆瘉撢暱瞇踫銲嬝彊燐燄糢賸繙鎗餽瓖籐蘗鼇觔衹摀甦値靑淸吿戸喩緖硏曁鄕擧塡顚愼囘",
    "你它卫檐台背夫叙仿勖侄炮兹乃咱衔球效堤剿彷榨暖琅麻麻痹睾构愈掸昵眯碰焊袅强磷焰模剩翻枪馈镶藤蘖鳌斤只捂苏值青清告户喻绪研暨乡举填颠慎回",
)
_PRESS: Final[Mapping[Script, tuple[str, str]]] = {
    "hans": _MAINLAND,
    "hant": _TAIWAN,
    "tw": _TAIWAN,
    "hk": _HONG_KONG,
}

# What a Traditional text of another region may have.
_BOTH: Final = str.maketrans("爲羣麪衆峯綫説啓僞喫牀脣竈糉", "為群麵眾峰線說啟偽吃床唇灶粽")
_TO_TAIWAN: Final = _BOTH | str.maketrans("裏着衞枱敍滙", "裡著衛檯敘匯")
_TO_HONG_KONG: Final = _BOTH | str.maketrans("裡衛檯敘臺溼汙菸", "裏衞枱敍台濕污煙")
TRADITIONAL: Final[Mapping[Script, dict[int, int]]] = {"hant": _TO_TAIWAN, "tw": _TO_TAIWAN, "hk": _TO_HONG_KONG}


def pressed(text: str, script: Script) -> str:
    """What OpenCC has made, as the region's press writes it."""
    for official, press in zip(*_PRESS[script], strict=True):  # far quicker than str.translate
        text = text.replace(official, press)
    return text
