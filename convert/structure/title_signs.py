"""What the words of one title line show: who speaks, what happened, what a paper calls for, what it counts.

`signs_of` gives the names of the signs that a line shows; `titles.py` weighs them. Lines have their signs made plain.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from .. import lines
from ..chars import HAN_CLASS
from ..patterns import regex
from . import signs
from .signs import WORD, any_of
from .verbs import VERBS, is_clause

_PROVINCES: Final = any_of(
    """北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南
    四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 雄安"""
)
_HIGHEST: Final = any_of("国家 最高 全国 中共 中央 中国 国务院 联合国 世界 国际 欧盟 欧洲")
_UNITS: Final = "成倍项个次件人名列吨元种度户亩天"
_COUNT: Final = "[0-9一二两三四五六七八九十百千万]"
_UNNAMED: Final = "(?<!名单)(?<![计规]划)(?<!结果)(?<!方案)(?<!标准)(?<!数据)(?<!榜单)(?<!目录)"  # what is made public
_NO_EVENT: Final = "(?<![召举开闭通]开)(?<![开闭落]幕)(?<!举行)(?<!启动)(?<!成立)"
PAIR: Final = regex(f"(?=([{HAN_CLASS}]{{2}}))")  # two Han characters, overlapping, by looking ahead
DECK_START: Final = regex(r"——|──|[（(]|\S{0,12}[〔\[（(][0-9]{4}[〕\]）)]\S{0,4}号$")

_PATTERNS: Final = {
    # 引题: a speaker and a verb of saying, whose words the headline is.
    "says": regex(
        r"(?:(?<![小传学评之])说|(?:组织|机构|[协学]会|银行|[部局署院司]|智库)(?:最新)?(?:报告|数据|统计|调查)"
        r"|等地|多地|各地|等省份?|等市|(?<!小)时|(?<!分)之[一二三四五六七八九十]+|"
        + _UNNAMED
        + any_of("印发 发布 公布 通报 通过 揭晓")
        + "|"
        + any_of(
            """强调 指出 要求 部署 发现 揭示 证实 会见 接见 发文 发言人 表示 提出 宣布 提醒 呼吁 批准
            决定 透露 认为 建议 显示 介绍 倡议 号召 预计 预测 警告 下达 工作组 评价 称 敦促 回应 谴责 欢迎
            明确 发出 约谈 答记者问 同意 划拨 勉励 统计 批复 专家 舆论"""
        )
        + ")$"
    ),
    "time": regex(
        rf"(?:截至|今年|去年|前|上|下|近|“?十[三四五]五”?|{_COUNT}{{1,4}}[年月季]|第?[一二三四]季度|本月|本周"
        r"|春节|国庆|中秋|五一|元旦|清明|端午|暑[期运]|春运|假期|双节).{0,10}"
        r"(?:[年月日]|月份|季度|底|末|期间|以来|假期|首日|首周|长假|春运|暑运|周)$"
    ),
    "years": regex(f"{_COUNT}周?年(?:来|间|后|之际)?$"),
    # A paper issued by a body: what is in it follows.
    "issues": regex(
        any_of("印发 发布 出台 公布 下发 发出 发表 发文 作出 颁布 通报")
        + ".{0,18}(?:》|"
        + any_of(
            """通知 意见 规定 解释 方案 数据 结果 情况 状况 报告 白皮书 名单 决定 公告 公报 命令 号召
            通令 布告 批复 提示 提醒 排名 新规 成果 决议 声明 榜单 办法 条例 计划 规划 案例 问题 预警 目录 指南 指示
            指引 细则"""
        )
        + ")(?:强调)?$|(?:[部局委署院行会]|总会|总局)(?:公告|通告|通报|通知|令)$"
    ),
    # Who did what the headline names: 我国科学家首次实现, 我国自主研制.
    "wants_object": regex(
        "(?:首次|成功|率先|自主|独立|联合|集中|在.{2,6})(?:实现|研制|完成|发现|推出|取得|创造|建立|观测到)$|(?:首次|率先)$"
        "|(?:[部局委厅署院社团队央国协]|会(?!举|召|启)|部门|[各多两三]地|单位|企业|人员|学家)"
        "(?:启动|开展|推出|部署|举办|召开|举行|组织|公布|发布|印发|实施|出台|设立|开通|增设|授予|发起|发现|研制)$"
    ),
    # What makes the news great: 世界最大盐穴储气库, 首座跨海高铁大桥.
    "superlative": regex(
        "(?:世界|全球|全国|我国|国内|国际|亚洲|全[省市])?.{0,4}(?:首[个座条例次台架艘颗家批艘部]|最[大高长深快早]|第一)"
    ),
    # How much the headline's subject costs, measures or took: 总投资一千二百亿元.
    "measured": regex(
        any_of("总?投资 总?造价 全?长 总长度? 历时 历经 耗资 耗时 时隔 海拔 总?面积 占地 横跨 跨越 年?产值 装机")
        + f"(?:超过?|达到?|约|近|逾|为)?{_COUNT}+[^，]{{0,8}}"
    ),
    # What headlines of features say in pictures: 一棵大葱拉长产业链, 甲骨片上读商周.
    "vivid": regex(
        any_of(
            """讲述 述说 诉说 见证 映照 点亮 绽放 飘香 圈粉 撑起 托起 焕发 唱响 奏响 架起 绘就 舞动 拉长 变身 蝶变
            串起 拓宽 结硕果 结出 开出 闯出 焕新 新[颜彩篇姿生貌] 触摸 共谱 共绘 共舞 逐梦 追梦 圆梦 竞放 花开
            搭上 坐上 搬上 敲开 端上 叩开 牵起"""
        )
        + "|[曲歌情梦诗韵魂]$|[走跑长种游绣酿闯干晒嗦飞端转舞]出|[”](?:起来|出)|变“|[里上中下]的“"
    ),
    # An occasion, for what was said or done there to follow.
    "occasion": regex(
        r"(?:会议|座谈会|大会|论坛|仪式|活动|研讨会|全会|考察|调研|集体学习|系列报道|特别报道)(?:上|时|后|期间)?$"
        r"|会(?:上|时|后|期间)$|在.{4,}(?:[上时]|之际|期间)$"
        r"|(?:时节|之际|前夕|以来|周年|年间)$|贯彻.{4,}精神$"
    ),
    "convenes": regex("主持召开|签署.*令$|主持.{2,20}会议?$"),
    # A place, a body or an office by itself: whose news or words the headline tells.
    "subject": regex(
        r".{0,16}(?:[省市县州盟旗镇乡]|(?<!乡)村|(?:自治|开发|新|[东西南北])区|银行|[部局委院厅署会社]|总会|公司|集团|大学|学院|中心|组织"
        r"|大?使馆|大使|团队|智库|海关|党委|董事长|专家|秘书长|总裁|书记|主任|教授|季度|个月|上半年|(?:[0-9]|前\S{1,2})月|今年|去年)$"
    ),
    # Nothing but who or where: what they did or what happened there follows.
    "nobody_else": regex(
        rf"(?!.*[的里从在把让被了着过到“”，])(?:(?:{_PROVINCES}|{_HIGHEST})\S{{0,4}}[^ \u3000]{{0,12}}"
        r"(?:[部委局院厅署会社行办]|总会|组织|机构|系统|部门|银行|集团|公司|大学|团队|使馆|大使"
        "|会议|论坛|峰会|商[店场]|工?厂|矿山?|公社|合作社|[医学书]院|学校|车站|研究所|总统|总理|首相|主席|部长|秘书长|发言人"
        r"|[省市县州盟旗镇乡村]|(?:自治|开发|新|城)区)|(?:武警|[陆海空]军|火箭军|解放军|\S{2,4}军区)\S{0,12}[旅团部队院连营艇舰])"
    ),
    "quotation": regex("“[^”]{6,}”"),
    # A contest or a show by its name.
    "contest": regex(
        r".{2,24}(?:赛|[决联]赛|[强轮幕首]战|世界杯|亚洲杯|[全亚奥]运会|运动会|[男女]子\S{0,8}|第\S{1,3}[轮站日天届]|\S站|首日|马拉松|[名棋]人战|大战|自由泳|接力"
        r"|博览会|论坛|大会|峰会|(?<![发开进拓扩])展|文化周|电影节|艺术节|文化节|巡视|座谈会|研讨会)$"
    ),
    # The name of a series: 春运今日关注, 文化市场面面观, 特别策划.
    "series": regex(
        ".{0,12}"
        + any_of(
            """赛况 战报 关注 聚焦 观察 在线 连线 走笔 声音 视线 视野 视窗 窗口 之窗 园地 广角 纵横 天地 回眸
            扫描 评析 热评 进行时 瞭望 面面观 走基层 调研行? 行动 风华 百态 传真 专题 系列 策划 直通车 谈 科普
            辨析 访谈 调查 解读 故事 实践 现场 变化 新农人 眼 人物 档案 看点 说法 追踪 报告 精神 征程 伟业 中国
            协作 看发展 治理 瞬间 思考 足迹 印记 路上 对话 手记
            巡礼 纪行 [老边疆山海江河].?行"""
        )
        + f"(?:[（(]{_COUNT}+[）)]|[①-⑳])?$"
    ),
    "event": regex(
        any_of(
            """召开 举行 开幕 开幕式 闭幕 落幕 收官 收杆 收帆 启动 成立 开工 竣工 会谈 会见 通车 揭晓 颁奖 开赛
            打响 鸣枪 点燃 开馆 上演 首演 揭牌 签署 挂牌 亮相 开讲 发布 上线 投用 首发 印发"""
        )
        + "$"
    ),
    # What came of it.
    "result": regex(
        any_of(
            """突破 超过 超(?![级市越额]) 增长 达到 [达破](?=[0-9一二三四五六七八九十两百千万亿]) 完成 投产 上涨
            下降 回升 减少 提高 提升至 升至 降至 首次 创(?:新[高低]|(?![新业作意造建办始客投])) 贯通 通车
            夺冠 夺得 获得 摘得 战胜 击败 力克 逆转 战平 包揽 卫冕 成功 开通 亮相 开工 下线 发射 问世 出炉 增加 结束
            基本 (?<![小老名女健虎闯即])将(?![军士领]) 已"""
        )
    ),
    "counted": regex(
        f"(?<![第后最])(?:(?!一[{_UNITS}])[0-9〇一二三四五六七八九十百千万亿两])[余多]?(?:(?:[万亿千百]|公里)(?!米)|%|[{_UNITS}]|昼夜)"
        "|百分之"
    ),
    # What a paper calls for: such a line heads an article, or leads up to the headline that names who does it.
    "exhorts": regex(
        any_of(
            """千方百计 想方设法
            把 以(?!色列) 让 为(?![了何]) 推动 推进 加快 坚持 坚决 坚定 努力 切实 全面 进一步 深入 深化 奋力
            凝聚 扎实 着力 持续 不断 大力 做 抓紧 抓好 抓住 守护 守住 促进 加强 加大 提高 提升 扩大 建设 开创
            发挥 牢牢 紧紧 始终 认真 更好 更加 立即 确保 锚定 构建 贯彻 打通 打造 打好 打赢 依靠 把握 高举 弘扬 争取
            争当 共同 共建 共筑 携手 团结 引导 鼓励 防止 积极 充分 增强 完善 健全 用好 筑牢 夯实 激发 延续 敦促
            改善 培育 优化 落实 学习 学好 办好 统筹 立足 聚焦 服务 谱写 维护 发扬 夺取 保持 传承 赓续 汇聚 振奋 振兴
            勇于 敢于 善于 奋发 奋进 勠力 同心 全力 妥善 严格 严肃 严防 压实 务必 务求 必须 决不 绝不 抓实 抢抓 紧扣
            紧盯 突出 强化 巩固 汲取 赢得 争做 练就 砥砺 担当 扛起 履行 恪守 遵循 尊重 保障 保证 引领 解放 走好 写好
            答好 讲好 用足 盘活 厚植 涵养 提振 稳住 做强 做优 做大 做实 当好 守牢 兜牢 织密 织牢 补齐 破除 遏制
            防范 化解 尽快 众志成城 万众一心 齐心协力"""
        )
    ),
    # What a paper writes a series under: 深入学习贯彻全会精神, 纪念长征胜利九十周年.
    "theme": regex(
        "(?:深入|认真|全面)?(?:学习|贯彻|践行|落实)(?:宣传|贯彻|落实)*"
        ".*(?:精神|思想|理念|讲话|部署|决定|意见)(?:[ \u3000]|$)"
        "|弘扬.*精神$|为?(?:纪念|庆祝).*(?:年|周年|胜利|成立|诞辰)$|迎接"
    ),
    "purpose": regex("为了?(?![何什]).{2,}(?:而.{2,4}|的.{2,6}|服务|贡献.{0,2}|提供.{2,}|周年|诞辰|到来|胜利)$"),
    # What a meeting did: its matters share one headline.
    "agenda": regex(any_of("研究 讨论 审议 听取 部署 分析 通过 决定 表决 安排")),
    "place": regex(rf"{_PROVINCES}|{WORD}{{2,8}}?(?:[省市县州盟旗镇乡村]|(?:自治|开发|新|城)区)"),
    "country": regex(
        any_of(
            """中国 美国 俄罗斯 英国 法国 德国 日本 韩国 印度 巴西 欧盟 欧洲 非洲 联合国 我国 全国 多地 各地
            多国 中企 中方 全球 国际 世界"""
        )
        + "|[一二三四五六七八九十两]+(?:省|部门|国|地)"
    ),
    # 副题 without a subject go on from the headline.
    "goes_on": regex(
        any_of(
            """累计 未能 尚未 暂未 或将 无人 强调 通过 选举产生 将于 去年 今年 全程 全长 第[一二三四五六七八九十]+次
            缴获 总(?![书理统局署政部参后]) 成为 预计 其中 同比 环比 较 约(?!旦) 近(?!代) 逾 超(?!级) 达到
            共(?![产和青享建筑同]) 均 占 将(?!军) 已 并 提出 明确 要求 仍 另 也 今日 今天 明天 今起 即将 重点
            涉及 内容 历时 任职 任期 追平 规划期 双方 一致 与会 各方 首批 至今 目前 最高 平均 成交 涵盖 覆盖 包括
            来自 标志 实现 完成 创(?:下|造|历史) 有望 决定 返回 届时 最大 最小 无人 没有 尚 连续 研究 讨论 审议
            表决 听取 围绕 刷新 暂无 直接 增开 开通 通达 是 计划 突出 造成 可 设 每 日均 拟 力争 相关 不得 本报
            部分 比 发现 首次 投资 两国 升[至到] 群众 播种 收购 半决赛 下一"""
        )
        + rf"|(?:未来|今后){_COUNT}|明年|{_COUNT}{{1,3}}[年月天]内|前{_COUNT}{{1,3}}[个季天]|[上下]半年|近{_COUNT}年"
    ),
    # How others take it.
    "takes_it": regex(rf"{WORD}{{2,10}}{any_of('预计 预测 提醒 呼吁 表示 反对 谴责 认为 欢呼 欢迎')}(?=.)"),
    # An aspect of what the headline tells: its rate, its total, its course.
    "aspect": regex(
        rf"{WORD}{{0,6}}"
        + any_of(
            """率 量 额 总数 规模 面积 进度 投资 等级 收入 人次 价格 支出 比重 占比 参与 人口 时长 长度 容量 产能
            工期 造价 寿命 成本 用时 利率 名单"""
        )
        + rf"(?:超|达|约|近|为|将|从|首|已|同比|较|占|比|[提降增升减]|维持|公布|最|{_COUNT})"
        r"|全[程线部年场]|总.{1,4}|首[日批期次]|其中"
    ),
    "modal": regex(rf"{WORD}{{1,6}}{any_of('已 可 将 仅 须 仍 面临 尚 逾 超 近')}|救援|暂|无|最.{{1,3}}"),
    "team": regex(f"{WORD}{{1,10}}(?:队|代表团|选手|小将|老将|名将|组合|健儿)"),
    "begins_with_number": regex(
        rf"多[名项个种家]|(?!一[项个件人名家条座位场])(?:逾|超|近|约|共|累计|设)?{_COUNT}+(?:[余多]|大|[项个次件人名列种家部条支届场位组艘座所])"
    ),
    # What kind of piece it is: 记…, 访…, 来自…的调查.
    "genre": regex(
        r"记(?!者|忆|录|住)|追[记忆]|[重走探回]?访(?![企民])|探[秘寻]|看|评(?!选|估|审)|写[在给]|来自|走[进近]|[透解]?[视析](?!频|觉|野|察)"
        r"|解[码读]|读(?!者|书)|听(?!证|取)|致(?!使|力|富)|本报记者|与.*对话$|对话"
    ),
    # 副题 tell who spoke, who was there; or what kind of piece it is.
    "deck_end": regex(
        any_of(
            """主持 讲话 出席 致辞 致词 作报告 陪同 参加 见证 作说明 会见 主持会议 发言 作出批示 主席令 纪实
            侧记 述评 综述 启示 变迁 探访 见闻 掠影 写真 小记 追记 透视 解读 调查 访谈 纪事 观察 回访 走访记?
            访谈录 实录 纪行 的故事 记事 二三事 十年间 扫描 新模式 之际 之路 之变 转产记 转型记 领衔 角逐 参赛
            参展 送行 样本 蝶变 一?年间 现象"""
        )
        + r"$|(?:[读评观看品听谈]|说说?)[^《]{0,8}《[^》]+》$"
        + rf"|{WORD}在(?!路上){WORD}{{2,6}}{_NO_EVENT}$|致\S{{1,4}}[词辞]$"
    ),
    "asks": regex(r"为何|如何|怎[样么]|什么|[哪谁吗？?]|多少|何[时以处在]"),
    "refers_back": regex("[他她其此]"),
    "quotes": regex("“[^”]{1,8}”"),
    "names_a_thing": regex("[里上中下]?的.{1,8}$"),
    "two_phrases": regex(r"[\u3000 ]"),
    "comma": regex("，"),
}
# Lines that begin with what the sign is made of, or are it through and through.
_WHOLE: Final = frozenset({"nobody_else", "quotation", "subject", "contest", "series", "measured"})
_AT_START: Final = frozenset(
    {"time", "superlative", "exhorts", "theme", "purpose", "agenda", "place", "country", "goes_on", "takes_it"}
    | {"aspect", "modal", "team", "genre", "begins_with_number"}
)
_AT_END: Final = frozenset({"says", "event"})
_TAIL: Final = 10  # characters that these are looked for in
_SERIES_WIDTH: Final = 28  # half-width cells
_WIDTHS: Final = (("tiny", 0, 10), ("short", 0, 14), ("long", 32, 999))
# Of a line that shows none of these nobody knows what it is about: 把根扎在黄土里.
_TANGIBLE: Final = frozenset(
    {"says", "time", "issues", "convenes", "event", "counted", "result", "place", "country", "subject", "contest"}
    | {"series", "occasion", "superlative", "goes_on", "genre", "deck_end", "takes_it"}
)


width: Final = lru_cache(maxsize=64)(lines.width)  # of a title, which many ask for


@lru_cache(maxsize=256)  # the lines of a head are asked for again and again
def signs_of(title: str) -> frozenset[str]:
    """The names of the signs that a title line shows, its characters made plain.

    >>> "says" in signs_of("最新报告显示"), "counted" in signs_of("收粮三千吨")
    (True, True)
    """
    looks, at_end = _looks()
    found = {name for name, look in looks if look(title)}
    found.update(name for name, look in at_end if look(title[-_TAIL:]))
    cells = width(title)
    if cells > _SERIES_WIDTH or "says" in found:
        found.discard("series")
    kind = "clause" if is_clause(title) else "name"
    found.add(kind)
    if kind == "clause" or "result" in found:
        found.discard("superlative")
    if title[:2] in VERBS:
        found.add("verb_first")
    found.update(f"{name} {kind}" for name, least, most in _WIDTHS if least <= cells <= most)
    if signs.column_tail(title):
        found.add("column_tail")
    if "wants_object" in found:
        found.discard("result")
    if "contest" in found:
        found.discard("country")  # 全国 is of its name
    if title.startswith("“"):
        found.add("quotes_first")
    if found.isdisjoint(_TANGIBLE):
        found.add("vague")
    return frozenset(found)


_Look = Callable[[str], object]


@cache
def _looks() -> tuple[list[tuple[str, _Look]], list[tuple[str, _Look]]]:
    """How each sign is looked for: those of whole titles, and those of the last characters."""
    looks: list[tuple[str, _Look]] = []
    for name, pattern in _PATTERNS.items():
        if name not in _AT_END:
            how = pattern.fullmatch if name in _WHOLE else pattern.match if name in _AT_START else pattern.search
            looks.append((name, how))
    return looks, [(name, _PATTERNS[name].search) for name in sorted(_AT_END)]
