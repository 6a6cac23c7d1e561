"""Make convert/rules/variants.py: characters that stand in one script only, and their counterparts.

    python tests/benchmarks/script_table.py > convert/rules/variants.py

Rests on OpenCC's character tables (Apache 2.0) and on what GB 2312 and Big5 encode: a character that the
other script's standard set holds may be meant there, and is left out.
"""

import textwrap

# In no table of everyday Simplified, but legitimate there: surnames and given names, restored characters of the
# 通用规范汉字表, chemistry (二噁英). A variant that is not the usual counterpart (鍼 for 针) is written on purpose.
ALSO_SIMPLIFIED = set("昇陞氾鍾谿蒐脩噁淩祕鉅麼扞諡並寀儁琱旂闇閤翫癥汎菴彫餘讎鑫鵰甯衚衕瞭甦藉覆剋沖")
# Near-identical forms that Traditional print has always used too, above all in Hong Kong.
ALSO_TRADITIONAL = set(
    "温强黄户猫猪够厦恒踪粮启决减凉况册吴吕绿脱兑奂静争挣叠抛囱厨厮厢厩属届却咤删凛庙晋泪渊笋脚腭虬衅践遥铃銮隽麸禄蒋"
    "彦叙悦惨呐卧妆姹尔冈眦碱秆糇祢祷涛条并亘携挂潜宝稿毡梁灶线桥净别铲勋径荫荡绕迹针毁烟艳冲湿录弥哗须参牦葱糍吓疴"
    "税蜕叁媪腽愠氲撑脉耻刹剥匀丢侣唤换涣焕痪姗栅娱虚弑摇瑶汹渌盗睁峥狰筝秃窑奥荆兖衮滚嘱"
)


def encodes(ch: str, encoding: str) -> bool:
    try:
        ch.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def tables() -> tuple[dict[str, str], dict[str, str], str]:
    """Traditional to Simplified, Simplified to Traditional, and all characters that show Simplified script."""
    import opencc

    simplify, complicate = opencc.OpenCC("t2s").convert, opencc.OpenCC("s2t").convert
    simpler = {ch: simplify(ch) for ch in map(chr, range(0x4E00, 0xA000)) if simplify(ch) != ch}
    to_hans = {
        t: s
        for t, s in simpler.items()
        if not encodes(t, "gb2312") and encodes(s, "gb2312") and t not in ALSO_SIMPLIFIED and complicate(s) == t
    }
    origins: dict[str, list[str]] = {}
    for t, s in simpler.items():
        if encodes(s, "gb2312") and not encodes(s, "big5"):
            origins.setdefault(s, []).extend([t] if encodes(t, "big5") else [])
    to_hant = {s: found[0] for s, found in origins.items() if len(found) == 1 and s not in ALSO_TRADITIONAL}
    return to_hans, to_hant, "".join(s for s in origins if s not in ALSO_TRADITIONAL)


def block(name: str, value: str) -> str:
    lines = "\n".join(f'    "{part}"' for part in textwrap.wrap(value, 56, break_on_hyphens=False))
    return f"{name}: Final = (\n{lines}\n)"


def main() -> None:
    to_hans, to_hant, hans = tables()
    print('"""Characters of one script only. Made by tests/benchmarks/script_table.py; do not edit."""\n')
    print("from typing import Final\n")
    print("# Traditional characters that Simplified text never uses, and what it uses in their place.")
    print(block("HANT_ONLY", "".join(to_hans)))
    print(block("HANT_AS_HANS", "".join(to_hans.values())))
    print("# Simplified characters with one Traditional counterpart, and that counterpart.")
    print(block("HANS_SINGLE", "".join(to_hant)))
    print(block("HANS_AS_HANT", "".join(to_hant.values())))
    print("# Simplified characters with several counterparts: evidence of the script, never repaired.")
    print(block("HANS_MANY", "".join(ch for ch in hans if ch not in to_hant)))


if __name__ == "__main__":
    main()
