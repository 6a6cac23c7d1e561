"""Characters that were read for others of their shape, in words that are none."""

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern
from typing import Final, NamedTuple

from ..text import Confidence, Edit
from .rule import Context, Found, Rule

# What was read, and for what, as `read>meant/before/behind`: no sentence joins the first's characters so, but where one
# of the characters `before` stands before them, or one of those `behind` follows: 自己|经过, 候鸟|云集.
_NUMERALS: Final = "一二三四五六七八九十百两兩几幾数數上成0123456789"
_AGES: Final = "周週年月期纪紀岁歲始本季清明元宋唐汉漢隋秦金代朝端尾"
_LAND: Final = "地耳壤产產特豪木司匪"
_SCHOLARS: Final = "战戰女男博硕碩护護人道武骑騎烈院勇"
_WORDS: Final = f"""
己经>已经/自知律异/ 己經>已經/自知律異/ 己得到>已得到/自知律异/ 己成为>已成为/自知律异/ 己達到>已達到/自知律異/
己达到>已达到/自知律异/ 业己>业已 業己>業已 早己>早已 巳经>已经 巳經>已經 知已知彼>知己知彼 舍已为人>舍己为人
损人利已>损人利己 各抒已见>各抒己见 身不由已>身不由己 安分守已>安分守己 舍已救人>舍己救人 克已奉公>克己奉公
末来>未来/{_AGES}/ 末來>未來/{_AGES}/ 末必>未必/{_AGES}/ 末曾>未曾/{_AGES}/ 末成年>未成年/{_AGES}/ 末婚>未婚/{_AGES}/
尚末>尚未 並末>並未 从末>从未//尾端班日期世 從末>從未//尾端班日期世 前所末有>前所未有 末雨绸缪>未雨绸缪
本未倒置>本末倒置 未梢>末梢 未班车>末班车 明未清初>明末清初 清未民初>清末民初 穷途未路>穷途末路 舍本逐未>舍本逐末
强弩之未>强弩之末 期未考试>期末考试 若千>若干/恍宛/ 千净>干净/{_NUMERALS}/ 千脆>干脆/{_NUMERALS}/
千涉>干涉/{_NUMERALS}/ 千扰>干扰/{_NUMERALS}/ 千预>干预/{_NUMERALS}/ 千燥>干燥/{_NUMERALS}/ 千旱>干旱/{_NUMERALS}/
千劲>干劲/{_NUMERALS}/ 千警>干警/{_NUMERALS}/ 骨千>骨干 饼千>饼干 党员千部>党员干部 领导千部>领导干部
千部职工>干部职工/{_NUMERALS}/ 千部群众>干部群众/{_NUMERALS}/ 大动千戈>大动干戈 毫不相千>毫不相干
千預>干預/{_NUMERALS}/ 千擾>干擾/{_NUMERALS}/ 干方百计>千方百计 干家万户>千家万户 干军万马>千军万马 干言万语>千言万语
干山万水>千山万水 干辛万苦>千辛万苦 干变万化>千变万化 干丝万缕>千丝万缕 成干上万>成千上万 一落干丈>一落千丈
各有干秋>各有千秋 干载难逢>千载难逢 干里迢迢>千里迢迢 一日干里>一日千里 干篇一律>千篇一律 干锤百炼>千锤百炼
感慨万干>感慨万千 战土>战士//{_LAND} 戰土>戰士//{_LAND} 博土>博士//{_LAND} 硕土>硕士//{_LAND} 碩土>碩士//{_LAND}
护土长>护士长 護土長>護士長 巴土>巴士//{_LAND} 瑞土>瑞士//{_LAND} 绅土>绅士//{_LAND} 紳土>紳士//{_LAND}
爵土>爵士//{_LAND} 威土忌>威士忌 迪土尼>迪士尼 业内人土>业内人士 有识之土>有识之士 社会人土>社会人士 各界人土>各界人士
爱国人土>爱国人士 知名人土>知名人士 民主人土>民主人士 知情人土>知情人士 專業人土>專業人士 社會人土>社會人士
士豆>土豆/{_SCHOLARS}/腐 士壤>土壤 水士流失>水土流失 水士保持>水土保持 领士完整>领土完整 国士资源>国土资源
混凝士>混凝土 黄士高原>黄土高原 黑士地>黑土地 风士人情>风土人情 風士人情>風土人情 粘士>粘土 黏士>黏土
出士文物>出土文物 泥士>泥土 士特产>土特产/{_SCHOLARS}/ 士耳其>土耳其/{_SCHOLARS}/ 时侯>时候//爵景王方先老某教主书
時侯>時候//爵景王方先老某教主書 气侯>气候 氣侯>氣候 等侯>等候//爵 侯选人>候选人 侯選人>候選人 侯车>候车 侯車>候車
侯补>候补 侯補>候補 侯诊>候诊 侯鸟>候鸟 症侯>症候 火侯>火候 守侯>守候/太/ 伺侯>伺候 诸候>诸侯 諸候>諸侯
王候将相>王侯将相 候爵>侯爵 鸟云>乌云//集 鳥雲>烏雲//集 鸟鸦>乌鸦 鳥鴉>烏鴉 鸟龟>乌龟//鱼 鸟克兰>乌克兰 鳥克蘭>烏克蘭
鸟鲁木齐>乌鲁木齐 鸟合之众>乌合之众 鸟兹别克>乌兹别克 鸣呼>呜呼/雷共哀和长/啸叫喊 鳴呼>嗚呼/雷共哀和長/嘯叫喊
鸣咽>呜咽 鳴咽>嗚咽 共呜>共鸣 雷呜>雷鸣 轰呜>轰鸣 呜谢>鸣谢 百家争呜>百家争鸣 一呜惊人>一鸣惊人 眼晴>眼睛//空朗天川
画龙点晴>画龙点睛 目不转晴>目不转睛 睛朗>晴朗 难兔>难免 難兔>難免 避兔>避免 兔费>免费 兔費>免費 兔税>免税 兔疫>免疫
兔除>免除 罢兔>罢免 任兔>任免 减兔>减免 兔职>免职 拔款>拨款 拔付>拨付 拔打>拨打 划拔>划拨 调拔>调拨//高
拔乱反正>拨乱反正 选拨>选拔 選撥>選拔 挺拨>挺拔 出类拨萃>出类拔萃 一毛不拨>一毛不拔 折迁>拆迁/曲周/ 折卸>拆卸
拆扣>折扣 曲拆>曲折//解分 挫拆>挫折 骨拆>骨折 百拆不挠>百折不挠
间题>问题/空时中民期年人世之房瞬夜晚车区月日其行/材目词献 間題>問題/空時中民期年人世之房瞬夜晚車區月日其行/材目詞獻
疑间>疑问/迟犹半信惊/ 疑間>疑問/遲猶半信驚/ 间卷>问卷//土起入 間卷>問卷//土起入 顾间>顾问/回环/ 顧間>顧問/回環/
询间>询问 詢間>詢問 慰间>慰问 慰間>慰問 追间>追问 间候>问候//车诊机选补鸟 間候>問候//車診機選補鳥 页献>贡献/扉/给
頁獻>貢獻/扉/給 亭受>享受/凉茶岗书报/损灾 分亭>分享 历行节约>厉行节约 历害>厉害 严历>严厉 再接再历>再接再厉 厉史>历史
经厉>经历//行 入们>人们 入們>人們 入而久之>久而久之 长治入安>长治久安 县花一现>昙花一现 深人贯彻>深入贯彻
深人开展>深入开展 深人推进>深入推进 深人研究>深入研究 深人基层>深入基层 深人浅出>深入浅出 深人学习>深入学习
深人实施>深入实施 病入膏育>病入膏肓 安微省>安徽省 微章>徽章 显徽镜>显微镜 蜜切>密切/蜂甜/ 秘蜜>秘密 密蜂>蜜蜂
甜密>甜蜜 冶理>治理/陶/ 冶安>治安/陶/ 冶疗>治疗/陶/ 冶療>治療/陶/ 政冶>政治 防冶>防治 整冶>整治 陶治情操>陶冶情操
淮备>准备/江两/ 标淮>标准 批淮>批准 淮确>准确 重耍>重要 主耍>主要 需耍>需要 耍求>要求 饮科>饮料 燃科>燃料
兄第>兄弟//{_NUMERALS} 子第兵>子弟兵 剌激>刺激 讽剌>讽刺 諷剌>諷刺 剌绣>刺绣 亳不>毫不 亳无>毫无 亳無>毫無 亳米>毫米
亳升>毫升 约柬>约束//埔 结柬>结束//埔 束埔寨>柬埔寨 洒店>酒店 喝洒>喝酒 啤洒>啤酒 潇酒>潇洒 祟高>崇高 推祟>推崇
祟拜>崇拜 祟尚>崇尚/作/ 鬼鬼崇崇>鬼鬼祟祟 竟争力>竞争力/毕究/ 竟争对手>竞争对手/毕究/ 竟争激烈>竞争激烈/毕究/
竞然>竟然 如火如茶>如火如荼 荼叶>茶叶 派遗>派遣//留老产孤迹 遣产>遗产/派消差/ 遣憾>遗憾/派消差/ 遣址>遗址/派消差/
遣嘱>遗嘱/派消差/ 遣传>遗传/派消差/ 消遗>消遣//产留物嘱 调兵遗将>调兵遣将 坏境>环境/破损毁败/ 坏节>环节/破损毁败/
循坏>循环 贫污>贪污 贪困>贫困 脱贪>脱贫 扶贪>扶贫 投笔从戒>投笔从戎 警戎>警戒 戎严>戒严 宫延>宫廷//长期时伸续迟
朝延>朝廷//长期时伸续迟 廷长>延长/朝宫法/ 廷续>延续/朝宫法/ 廷伸>延伸/朝宫法/ 廷误>延误/朝宫法/ 后诲>后悔 教悔>教诲
干拢>干扰 打拢>打扰 互联纲>互联网 纲络>网络 纲站>网站 旱晨>早晨 抗早>抗旱//已就在期 早灾>旱灾 沧海一栗>沧海一粟
不寒而粟>不寒而栗
"""
_QUOTES: Final = frozenset("“‘「『\"'”’」』")


class _Word(NamedTuple):
    """A word that is none, what it is read for, where they differ, and what may stand around it in good text."""

    read: str
    meant: str
    at: int
    before: str
    behind: str


@cache
def _words() -> dict[str, list[_Word]]:
    """The words, by the character that was misread."""
    found: dict[str, list[_Word]] = {}
    for entry in _WORDS.split():
        pair, _, guards = entry.partition("/")
        read, _, meant = pair.partition(">")
        if len(read) < 3:
            continue  # two neighbouring words can make it: 阿根廷|长期
        before, _, behind = guards.partition("/")
        at = next(k for k, (a, b) in enumerate(zip(read, meant, strict=True)) if a != b)
        found.setdefault(read[at], []).append(_Word(read, meant, at, before, behind))
    return found


@cache
def _pattern() -> Pattern[str]:
    """The characters within such words. The search is quick where each way begins with one character."""
    ways = []
    for ch, words in _words().items():
        around = (f"(?<={word.read[: word.at + 1]})(?={word.read[word.at + 1 :]})" for word in words)
        ways.append(f"{ch}(?:{'|'.join(around)})")
    return re.compile("|".join(ways))


def _misread(text: str, context: Context) -> Iterator[Found]:
    for match in _pattern().finditer(text):
        at = match.start()
        for word in _words()[match[0]]:
            start, end = at - word.at, at - word.at + len(word.read)
            if not text.startswith(word.read, start) or start < 0:
                continue
            before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
            if not (before and before in word.before) and not (behind and behind in word.behind):
                if not (before in _QUOTES and behind in _QUOTES):  # spoken of: “己经”应为“已经”
                    message = f"{word.read} is no word, {word.meant} is"
                    yield Edit(at, at + 1, word.meant[word.at], Confidence.LIKELY, message)
                break


MISREAD_CHARACTER: Final = Rule(
    "misread-character",
    "A character read for another of its shape, in a word that is none",
    _misread,
    (
        ("知已知彼，百战不殆", "知己知彼，百战不殆"),
        ("治理水士流失", "治理水土流失"),
        ("党员千部干方百计抢险", "党员干部千方百计抢险"),
    ),
    (
        "他自己经过那里",
        "候鸟云集，周末来看",
        "三千部手机，三千警力",
        "“己经”应为“已经”",
        "征战土耳其",
        "犹疑间，两三月间卷土重来",
        "中间题材",
        "毕竟争力气",
        "阿根廷长期实行高关税，首批淮安企业参展",
        "部分亭台毁于战火，粉末来自矿石",
        "逾千警員到場，餐饮科技公司走过庄严历程",
    ),
    reach=10,
)

AFTER_REFLOW: Final = (MISREAD_CHARACTER,)
