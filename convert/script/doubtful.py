"""Rules for places that no word and no other rule decides, but where what stands near speaks for another form.

They come last, and leave the form as OpenCC has it; a finding tells why it is not sure.
"""

from typing import Final

from .classes import ALSO_GIVEN, GIVEN, HEAD, LESS_GIVEN, REST, ROLE
from .context import after, context

DOUBTFUL: Final = (
    context(
        "面",
        "",
        f"(?:{after('煮擀揉拌碗汤')}|(?=[^，。；！？\n]{{1,6}}[煮擀揉拌碗汤]))(?<![一两上下里外前后方对表见桌台水湖])面(?![前对临向子孔貌具积试])",
        "碗里的面太咸 面煮好了",
        "煮饭的一面 汤洒在桌面上",
        doubt="food is spoken of",
    ),
    context(
        "发",
        "",
        f"(?:{after('梳剪染辫烫')}|(?=[^，。；！？\n]{{1,4}}[梳剪染辫烫]))发(?![现生出展布表明动起言放送给票])",
        "把发剪短 剪了发",
        "剪彩后发表讲话 染病发现",
        doubt="hair is spoken of",
    ),
    context(
        "谷",
        "",
        f"{after('稻粮仓农碾晒')}(?<![山河峡溪硅幽深])谷(?![底歌口地里])",
        "农民把谷装袋",
        "农村的山谷里",
        doubt="grain is spoken of",
    ),
    context(
        "余",
        "",
        f"(?:{HEAD}|(?<={ROLE}))(?!{REST})余(?=[{GIVEN}{ALSO_GIVEN}{LESS_GIVEN}].)",
        "记者余家说",
        "其余 ，余下",
        doubt="it may be a surname",
    ),
    context(
        "于",
        "",
        f"(?<={ROLE})于(?=[{GIVEN}{ALSO_GIVEN}{LESS_GIVEN}]{{2}})",
        "议员于美华质询",
        "属于美华 议员于昨日",
        doubt="it may be a surname",
    ),
)
