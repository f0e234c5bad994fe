"""Chinese, simplified and traditional."""

from pipeline.grammar.times.tokens import AFTERNOON, ALL_DAY, DAWN, EVENING, FORENOON, MORNING, NIGHT, NOONTIME, PM, Kind
from pipeline.grammar.times.words.language import Language

_WEEK = ("周", "週", "星期", "礼拜", "禮拜")
_EVERY = ("每周", "每週", "每星期", "逢周", "每個星期", "每个星期")
_DIGITS = ("一", "二", "三", "四", "五", "六", "日")


def _days(prefixes: tuple[str, ...]) -> tuple[str, ...]:
    """周一 to 周日 with each prefix; Sunday also as 周天."""
    return tuple(
        "|".join(prefix + spelling for prefix in prefixes for spelling in (("日", "天") if day == "日" else (day,)))
        for day in _DIGITS
    )


LANGUAGE = Language(
    months=("",) * 12,
    weekdays=_days(_WEEK),
    recurring=_days(_EVERY),
    quarters={"一刻": 15, "三刻": 45, "1刻": 15, "3刻": 45},
    eras={"民國": 1911, "民国": 1911},
    parts={
        FORENOON: "上午",
        PM: "下午",
        AFTERNOON: "午后",
        MORNING: "早上|早晨|清晨|早",
        DAWN: "凌晨",
        NOONTIME: "中午",
        EVENING: "晚上|傍晚|晚间|晚間|晚",
        NIGHT: "深夜|半夜|夜里|夜晚|夜",
        ALL_DAY: "全天|全日|整天",
    },
    words={
        Kind.NOON: "正午",
        Kind.MIDNIGHT: "午夜|子夜",
        Kind.YEAR_UNIT: "年",
        Kind.MONTH_UNIT: "月|月份",
        Kind.DAY_UNIT: "日|号|號",
        Kind.HOUR: "点|點|时|時|点钟|點鐘|点整|點整|时整",
        Kind.HOURS: "小时|小時|个小时|個小時|钟头|鐘頭|个钟头",
        Kind.MINUTE: "分|分钟|分鐘",
        Kind.HALF: "半|个半|個半",
        Kind.TO: "到",
        Kind.UNTIL: "至|直到|直至|截至|截止到|截止",
        Kind.FROM: "从|從|自|由",
        Kind.ONWARDS: "开始|開始|起|以后|以後|之后开始",
        Kind.UPTO: "结束|結束|为止|為止|止|之前|以前|前",
        Kind.AND: "和|及|与|與|以及",
        Kind.FILLER: "于|於|在|整|每天|每日|当地时间|當地時間|的",
        Kind.ABOUT: "约|約|大约|大約|左右|大概",
        Kind.NEXT_DAY: "次日|翌日|隔天|隔日",
        Kind.LABEL: "时间|時間|日期|日期和时间|会议时间|會議時間|报告时间|報告時間|讲座时间|講座時間|活动时间|时段|時段|日程|安排",
        Kind.START: "开始时间|開始時間",
        Kind.FINISH: "结束时间|結束時間",
        Kind.DURATION: "时长|時長|历时|歷時|长度|共|为期",
        Kind.AFTER: "之后|之後|随后|隨後|然后|接下来|会后|會後",
        Kind.RECURRING: "每周|每週",
        Kind.TBA: "待定|未定|待公布|待通知|待确认|待確認|待确定|待確定|待安排|另行通知|时间待定|時間待定|时间未定|時間未定|具体时间待定|具體時間待定"
        "|日期待定|敬请期待|敬請期待|尚未确定|尚未確定|暂未确定|暫未確定|暂定待通知",
        Kind.NAMED: "第|教室|会议室|會議室|房间|楼|樓|厅|廳|会场|會場|分会场|报告厅|專題|专题|场次|主题|编号|展位|腾讯会议|会议号|会议",
        Kind.WORD: "时期|時期|时代|時代|时刻|時刻|时候|時候|时序|時序|时空|時空|时域|时滞|时延|时频|时变|点云|点集|点积|点对|点过程|点估计|分钟级|日志|日常|日益|月球|年龄|年轻|签到|簽到|报到|報到|时区|時區|地点|地點|观点|观點|重点|要点|焦点|热点|特点|点评|分会|分论坛|分论|分组|分享|分析|月刊|日程表|年会|年度|年级|日本|日报",
    },
)
