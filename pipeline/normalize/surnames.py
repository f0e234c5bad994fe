"""Chinese surnames: which there are, and how those are read that sound unlike the same character elsewhere."""

_DOUBLE = (
    "欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 宇文 司徒 司空 独孤 獨孤 "
    "南宫 南宮 东方 東方 端木 百里 呼延 轩辕 軒轅 钟离 鍾離 拓跋 完颜 耶律 澹台 公冶 宗政 濮阳 淳于 单于 太史 申屠 "
    "仲孙 鲜于 闾丘 东郭 西门 赫连 纳兰 叶赫那拉 爱新觉罗 "
)
# The hundred most frequent first. What begins with none of these is hardly a Chinese name.
_SINGLE = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于"
    "杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏傅方邹鄒熊白孟秦邱侯江尹薛闫閆雷龙龍黎史陶贺賀毛郝顾顧"
    "龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文庞龐樊殷施翟倪安颜顏牛温溫芦俞章鲁魯葛伍申尤毕畢聂聶焦齐齊柳邢路岳梅庄"
    "莊辛管左涂祝包宁寧耿骆駱关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位霍翁隋植甘景薄单單柏宗解边邊卞蒲房裘"
    "缪繆干應应冀郏浦尚农農别莎晏柴瞿阎閻充慕连連茹习習宦艾鱼容古慎戈庾终暨居衡步满滿弘匡国國寇广禄阙東东殴殳沃利蔚越夔隆师師"
    "巩鞏厍晁勾敖融冷訾阚那简簡饶饒空毋沙乜养鞠须須丰豐巢蒯荆荊红紅竺权權逯益桓仉督帅帥缑亢况況郈有琴归歸海晋晉楚法汝鄢钦欽商"
    "牟佘佴伯赏墨哈谯笪年爱愛佟言福区區朴盖蓋仇车車计計麻强強危喻郁洪诸諸滕嵇丛叢储儲佀米贝貝明臧戚谈談茅褚支揭昝刁池乌烏巴牧"
    "隗山谷郗班仰秋仲伊宫宮栾欒暴斜厉厲戎祖符束印宿怀懷鄂索咸籍卓蔺藺屠蒙阴陰胥苍双闻聞莘党黨贡貢劳勞逄姬扶堵冉宰郦酈雍却璩桑"
    "桂濮寿壽通扈燕郎娄婁汲邝鄺华華彦练練占邸冼洗雒"
)

DOUBLE = frozenset(_DOUBLE.split())
SINGLE = frozenset(_SINGLE)

#: Pinyin of surnames where the plain reading of the character is another.
READING = {
    "曾": "Zeng", "单": "Shan", "單": "Shan", "解": "Xie", "仇": "Qiu", "查": "Zha", "区": "Ou", "區": "Ou", "朴": "Piao", "盖": "Ge",
    "蓋": "Ge", "尉迟": "YuChi", "尉遲": "YuChi", "万俟": "MoQi", "单于": "ChanYu", "澹台": "TanTai", "乐": "Yue", "樂": "Yue", "缪": "Miao", "繆": "Miao",
    "翟": "Zhai", "覃": "Qin", "种": "Chong", "重": "Chong", "黑": "He", "秘": "Bi", "洗": "Xian", "折": "She", "员": "Yun", "員": "Yun",
    "召": "Shao", "繁": "Po", "适": "Kuo", "句": "Gou", "郇": "Xun", "祭": "Zhai", "薄": "Bo", "卜": "Bu",
}  # fmt: skip


def surname(name: str) -> str:
    """The surname that a name in Chinese characters begins with: a known one of two characters (or four), else the first character."""
    return next((name[:size] for size in (4, 2) if name[:size] in DOUBLE and len(name) > size), name[:1])
