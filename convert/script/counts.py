"""Rules for characters after numerals, and for measure words."""

from typing import Final

from .classes import ANIMALS, AUXILIARY, CREATURES, DIGIT, NUMERAL, THINGS
from .context import context

COUNTS: Final = (
    context("里", "里", f"(?<=[{DIGIT}{NUMERAL}]个)里(?=[，。、])", "吉东等七个里，", "三个里有两个"),
    context("里", "里", f"(?<=[{DIGIT}{NUMERAL}余半数])里(?![面头边])", "行军三十里", "十天里"),
    context(
        "后",
        "後",
        f"(?<=[{DIGIT}{NUMERAL}多余数半整当今昨明隔次每些白春夏秋冬前改]天)后",
        "三天后 40余天后",
        "天后宫",
    ),
    context(
        "只",
        "只",
        f"(?<=[{NUMERAL}这那每])(?<!第.)只(?=(?:[^，。；！？{AUXILIARY}]{{0,3}}|[^，。；！？{AUXILIARY}]{{1,6}}的[^，。；！？]?)(?:{THINGS}))",
        "一只老表 那只皮箱 两只玉镯 一只缺了角的瓷碗",
        "一只母鸡 第一只有皮箱",
        "hant",
        "tw",
    ),
    context("只", "隻", f"(?<=[{DIGIT}])只(?![{AUXILIARY}])", "20只。 99只怪兽", "2023只有"),
    context(
        "只",
        "隻",
        f"(?<=[{NUMERAL}])(?<![第统唯之单专同不].)只(?![{AUXILIARY}])",
        "两只住在公园的企鹅 大鹅百万只，",
        "第一只能",
    ),
    context(
        "只", "隻", f"(?<=[有剩下了][{NUMERAL}])只(?=[{AUXILIARY}])", "只有两只能完成 剩下一只是黑色的", "第一只能"
    ),
    context("只", "隻", "(?<=[这那哪几每])只(?=[，。；、！？”」]|$)", "放走了怀孕的那只。", "那只能"),
    context("只", "隻", f"(?<=[{DIGIT}{NUMERAL}][多余])只", "300多只山羊", "最多只能"),
    context("只", "隻", f"(?<=[这那哪每另某整多数是半])只(?=[{CREATURES}])", "这只小猫 数只母羊", "这只能"),
    context(
        "只",
        "隻",
        f"(?<=[这那哪])只(?=[^，。！？{AUXILIARY}]{{1,2}}[{ANIMALS}])",
        "这只糯米鸡",
        "这只是小鸡 那只有小鸡",
    ),
    context("只", "隻", f"(?<=[有一同])只(?=[{ANIMALS}])", "有只猫来了 第一只猴子", "一只能 有只手"),
    context("伙", "伙", f"(?<=[{DIGIT}{NUMERAL}余多数])伙(?![人匪歹盗强贼])", "沽出一伙 三百多伙", "一伙人", "hk"),
    context("杆", "桿", f"(?<=[{DIGIT}{NUMERAL}首])杆(?![子秤])", "低于标准七杆 打出一杆", "一杆子"),
    context("厘", "厘", f"(?<=[{DIGIT}{NUMERAL}])厘(?!清|定|正)", "年息四厘", "公厘"),
    context(
        "只",
        "隻",
        f"(?<=该)(?<!应该)只(?![{AUXILIARY}对向针])",
        "该只科技股连跌四日 该只战舰",
        "应该只看 该只能 该只对会员开放",
    ),
    context(
        "只",
        "隻",
        "(?<=[狗猫犬马])只(?=[的在被受烫死走逃及和、，。数大伤送均都遭身因患])",
        "令狗只烫伤 猫只数目",
        "狗只会叫 马只要跑",
    ),
    context(
        "只",
        "隻",
        f"(?<=[是了养买抓条像])只(?=[^，。！？{AUXILIARY}对向把被用吃喝叫骂看爱养顾]?[{ANIMALS}])",
        "误认他真的就是只雪貂 养了只猫",
        "不是只有猫 他只对猫好 了只看狗",
    ),
    context("只", "只", f"只(?=[{AUXILIARY}])", "最多只能 继承人是只有六岁的丰臣", "这只猫"),
    context("卷", "卷", f"(?<=[{DIGIT}{NUMERAL}])卷|卷(?=[{DIGIT}])", "共600卷。 《后汉书》卷85", "席卷"),
    context("里", "里", f"(?<=[{DIGIT}{NUMERAL}多余半数平方]海)里", "十海里 200海里", "沉在海里"),
    context("里", "裡", "(?<=海)里(?![面程拉昂斯尔])", "沉在海里", "海里斯"),
)
