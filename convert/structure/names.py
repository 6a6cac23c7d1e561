"""Names of people as they stand in bylines: Chinese names by their surname, foreign ones by their interpunct."""

from collections.abc import Sequence
from typing import Final

from ..chars import HAN_CLASS, is_han
from ..patterns import regex

_SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣邓郁单"
    "杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊惠甄曲封储靳段富巫焦巴弓牧谷车侯宓全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶郜"
    "黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴苍双闻党翟谭贡劳姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀尚农温别庄晏柴瞿阎充慕连"
    "茹习宦艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广东欧利蔚越隆师巩聂晁勾敖融冷辛阚那简饶曾沙养鞠须丰关查后荆红游权盖益"
    "冼竺仝亓於栗胥苑谌訾逯邝靖鹿雒綦茆忻旷粟"
    "桓公仉督岳帅缑亢况郈有琴商牟佘伯赏墨哈谯年爱阳佟言福肖涂覃阙区楚闫代付苟原兰邸隗但逄"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華陶謝鄒竇雲蘇範彭魯韋馬鳳費湯羅畢郝鄔樂時齊顧黃蕭紀項祝貝計談龐閔麻賈婁顏鍾駱凌萬盧莫繆應"
    "鄧郁單諸崔龔陸榮儲靳車劉葉龍黎賴喬蒼雙聞黨譚貢勞邊溫莊閻連習魚簡饒曾關權蓋肖闕區楚閆"
)
_COMPOUND: Final = (
    "欧阳",
    "歐陽",
    "司马",
    "司馬",
    "上官",
    "诸葛",
    "諸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "司徒",
    "夏侯",
    "令狐",
)
_BRACKETS: Final = ("（", "(", "〔", "［", "[")
_FOREIGN: Final = regex(
    rf"(?:[（(〔［\[][{HAN_CLASS}]{{1,4}}[）)〕］\]]\s*)?[{HAN_CLASS}A-Z.]{{1,8}}(?:[·・‧][{HAN_CLASS}A-Z.]{{1,8}}){{1,3}}"
)
_APART: Final = regex(r"[\s、]+")
_INTERPUNCTS: Final = frozenset("·・‧")
_NO_FOREIGN: Final = regex(
    "[年月日说者记报道闻问答展革国省县行第我们这一二三四五六七八九十人民事的之在与和业]"
)  # of columns' names: 四十年·亲历者说
# Forms of verse, whose names stand before a poem's own: 七律·登岳阳楼, 沁园春·雪.
_WRITTEN: Final = """
七律 七绝 七古 五律 五绝 五古 古风 律诗 绝句 组诗 新诗 歌词 散文诗 自由曲 十六字令 忆江南 如梦令 相见欢 长相思 点绛唇
浣溪沙 菩萨蛮 卜算子 采桑子 忆秦娥 清平乐 西江月 浪淘沙 鹧鸪天 虞美人 南乡子 踏莎行 蝶恋花 钗头凤 临江仙 渔家傲
定风波 苏幕遮 破阵子 江城子 满江红 水调歌头 念奴娇 桂枝香 水龙吟 雨霖铃 永遇乐 沁园春 贺新郎 青玉案 诉衷情 一剪梅
行香子 醉花阴 减字木兰花 天净沙 山坡羊 望海潮 声声慢 八声甘州 摸鱼儿
"""
# Known to all, and quoted: what they wrote or said is not signed by them.
_WELL_KNOWN: Final = """
司马迁 司马光 诸葛亮 欧阳修 白居易 苏东坡 王安石 李清照 辛弃疾 范仲淹 陶渊明 王昌龄 孟浩然 刘禹锡
柳宗元 李商隐 文天祥 王羲之 颜真卿 王守仁 王阳明 顾炎武 黄宗羲 王夫之 郑板桥 曹雪芹 罗贯中 施耐庵
吴承恩 吴敬梓 蒲松龄 汤显祖 关汉卿 王实甫 马致远 龚自珍 林则徐 曾国藩 梁启超 康有为 谭嗣同 章太炎
孙中山 蔡元培 陈独秀 李大钊 王国维 周树人 周作人 郭沫若 朱自清 徐志摩 郁达夫 闻一多 叶圣陶 林语堂
梁实秋 钱钟书 钱锺书 沈从文 张爱玲 冯友兰 傅斯年 陈寅恪 陶行知 费孝通 季羡林 毛泽东 周恩来 刘少奇
邓小平 江泽民 胡锦涛 习近平 马克思 华盛顿 高尔基 莫泊桑 安徒生 孔子 孟子 庄子 李白 杜甫
王维 韩愈 苏轼 陆游 朱熹 鲁迅 茅盾 巴金 老舍 冰心 曹禺 胡适
"""
_OF_OLD: Final = frozenset(_WELL_KNOWN.split())
_NO_AUTHOR: Final = regex(  # an office, a paper, a work, a place
    "[报報刊记記传傳集录錄篇图圖载載照片摄攝省市县縣区區乡鄉镇鎮村州部局院办辦社委厅廳处處组組队隊会會校台臺所站网網]$"
    "|石家庄|连云港|张家[口界]|马鞍山|解放军|红楼梦"
)
VERSE_FORMS: Final = tuple(_WRITTEN.split())
_FOREIGN_SHORT: Final = regex(rf"[（(〔［\[][{HAN_CLASS}]{{1,4}}[）)〕］\]]\s*[{HAN_CLASS}]{{2,7}}")


def is_name(text: str) -> bool:
    """Whether a text reads as the name of one person: 张三, 欧阳修, 何 静, 约翰·史密斯.

    >>> is_name("何 静"), is_name("扎西·多吉"), is_name("前言"), is_name("安全第一")
    (True, True, False, False)
    """
    text = text.strip()
    if _is_foreign(text):
        return True
    parts = text.split()
    joined = "".join(parts)
    if len(parts) > 1 and (len(parts) > 3 or max(map(len, parts)) > 1):
        return False
    if not 2 <= len(joined) <= 4 or not all(map(is_han, joined)):
        return False
    if joined.startswith(_COMPOUND):
        return len(joined) >= 3
    return len(joined) <= 3 and joined[0] in _SURNAMES


def _is_foreign(text: str) -> bool:
    """Whether a text is a foreign name, with its interpunct or the country before it: （美）约翰·史密斯, [英]毛姆."""
    if not _INTERPUNCTS.isdisjoint(text) and _FOREIGN.fullmatch(text) and not _NO_FOREIGN.search(text):
        return not text.startswith(VERSE_FORMS)
    return text.startswith(_BRACKETS) and _FOREIGN_SHORT.fullmatch(text) is not None


def are_names(text: str) -> bool:
    """Whether a text is one name or several, parted by spaces or 、."""
    if is_name(text):
        return True
    parts = _parts(text)
    if len(parts) < 2:
        return False
    if len(parts) <= 6 and all(map(is_name, parts)):
        return True
    joined = _closed_up(parts)
    return 1 < len(joined) <= 6 and all(map(is_name, joined))


def are_authors(text: str) -> bool:
    """Whether a text in brackets can be nothing but the names of people who live and write.

    Two characters may as well be a poet, a place, a book or a word; where they are a name, a space may part them.

    >>> [are_authors(text) for text in ("李有年", "王　敏、辛若木", "李白", "江西", "文汇报", "苏东坡")]
    [True, True, False, False, False, False]
    """
    names = spaced_names(text) if are_names(text) else []
    unsure = (name in text and (len(name) == 2 or _is_foreign(name)) for name in names)
    other = (name in _OF_OLD or _NO_AUTHOR.search(name) for name in names)
    return bool(names) and not any(unsure) and not any(other)


def spaced_names(text: str) -> list[str]:
    """The parts of a text between blanks. Two-character names are spaced out to the width of three: 张 三 李四光."""
    return _closed_up(_parts(text))


def _parts(text: str) -> list[str]:
    return [part for part in _APART.split(text.strip()) if part]


def _closed_up(parts: Sequence[str]) -> list[str]:
    joined, at = [], 0
    while at < len(parts):
        step = 2 if len(parts[at]) == 1 and at + 1 < len(parts) and len(parts[at + 1]) == 1 else 1
        joined.append("".join(parts[at : at + step]))
        at += step
    return joined
