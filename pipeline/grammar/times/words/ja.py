"""Japanese."""

from pipeline.grammar.times.tokens import AFTERNOON, ALL_DAY, DAWN, EVENING, GOGO, GOZEN, MORNING, NIGHT, NOONTIME, Kind
from pipeline.grammar.times.words.language import Language

LANGUAGE = Language(
    months=("",) * 12,
    weekdays=tuple(f"{day}曜日|{day}曜" for day in "月火水木金土日"),
    recurring=tuple(f"毎週{day}曜日|毎週{day}曜|毎週{day}" for day in "月火水木金土日"),
    eras={"令和": 2018, "平成": 1988},
    parts={
        GOZEN: "午前",
        GOGO: "午後",
        MORNING: "朝|午前中",
        DAWN: "早朝|未明",
        NOONTIME: "昼|お昼",
        AFTERNOON: "昼過ぎ",
        EVENING: "夕方|夕刻|夕|今晩",
        NIGHT: "夜|深夜|夜間",
        ALL_DAY: "終日|一日中",
    },
    words={
        Kind.NOON: "正午",
        Kind.YEAR_UNIT: "年",
        Kind.MONTH_UNIT: "月",
        Kind.DAY_UNIT: "日",
        Kind.HOUR: "時|時ちょうど",
        Kind.HOURS: "時間",
        Kind.MINUTE: "分|分間",
        Kind.HALF: "半",
        Kind.TO: "から",
        Kind.ONWARDS: "開始|開演|以降|より|スタート",
        Kind.UPTO: "まで|終了|迄|終演",
        Kind.AND: "と|および|及び",
        Kind.FILLER: "毎日|の|に|現地時間",
        Kind.ABOUT: "頃|ごろ|ころ|約|およそ",
        Kind.NEXT_DAY: "翌日|翌朝|翌",
        Kind.LABEL: "日時|時刻|日程|開催日|開催日時|開催時間|とき|会期|期間",
        Kind.START: "開始時刻|開始時間",
        Kind.FINISH: "終了時刻|終了時間",
        Kind.DURATION: "所要時間",
        Kind.AFTER: "その後|引き続き|終了後",
        Kind.RECURRING: "毎週",
        Kind.TBA: "未定|調整中|後日発表|後日お知らせ|後日公開|時間未定|日時未定|近日公開|追って連絡|決まり次第|検討中",
        Kind.NAMED: "第|日目|教室|会議室|号室|会場|ホール|講演|セッション|階|号館",
        Kind.WORD: "時間割|分科会|分野|日本|年会|半導体|と題して|日間",
    },
)
