"""Chinese surnames: which there are, how those are read that sound unlike the same character elsewhere, and how they are spelt."""

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

_PINYIN = (
    "ai aixinjueluo an ao ba bai baili ban bao bei bi bian bie bo bu cai cang cao chai chang chanyu chao che chen cheng chi chong "
    "chu chunyu cong cui da dai dang deng di diao ding dong dongfang dongguo du duanmu dugu e er fa fan fang fei feng fu gan gao "
    "ge geng gong gongsun gongye gou gu guan guang gui guo ha hai han hao he helian heng hong hou hu hua huai huan huang huangfu "
    "huo huyan ji jia jian jiang jiao jie jin jing ju kang kong kou kuai kuang kui lai lang lao lei leng li lian liang liao lin "
    "ling linghu liu long lou lu luan luo lv lvqiu lyu ma man mao mei meng mi miao mie ming mo mou mu murong na nalan nangong ni "
    "nian nie ning niu nong nyu ou ouyang pan pang pei peng piao pu puyang qi qian qiang qiao qin qiu qu quan que ran rao ren "
    "rong ru sang sha shan shang shangguan shao she shen sheng shentu shi shou shu shuai shuang si sikong sima situ song su sui "
    "sun suo taishi tan tang tantai tao teng tian tong tu tuoba wan wang wanyan wei wen weng wo wu xi xia xiahou xian xiang "
    "xianyu xiao xie ximen xin xing xiong xu xuanyuan xue yan yang yao ye yehenala yelv yi yin ying yong you yu yuan yuchi yue "
    "yuwen zai zan zang zeng zha zhai zhan zhang zhangsun zhao zhen zheng zhi zhong zhongli zhongsun zhou zhu zhuang zhuge zhuo "
    "zi zong zongzheng zou zu zuo "
)
_SYLLABLES = (
    "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce ceng cha chai chan "
    "chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai "
    "dan dang dao de deng di dia dian diao die ding diu dong dou du duan dui dun duo e en er fa fan fang fei fen feng fo fou fu "
    "ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou "
    "hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken "
    "keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei len leng li lia lian liang liao lie lin ling liu "
    "long lou lu luan lue lun luo lv lve lyu ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai "
    "nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nue nun nuo nv nve nyu ou pa pai pan pang "
    "pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang "
    "rao re ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng "
    "shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao "
    "tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu "
    "xuan xue xun ya yan yang yao ye yi yin ying yong you yu yuan yue yun za zai zan zang zao ze zen zeng zha zhai zhan zhang "
    "zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo "
)

#: The surnames above in pinyin, in lower case.
PINYIN = frozenset(_PINYIN.split())
#: The syllables of pinyin that names are made of.
SYLLABLES = frozenset(_SYLLABLES.split())
#: Spellings that are used besides pinyin (Cantonese, Wade-Giles, Hokkien) and could be taken for the pinyin of another surname.
OTHER_SPELLINGS = {
    han: frozenset(spellings.split())
    for hans, spellings in (
        ("陈陳", "chan tan chin"), ("张張", "chang"), ("郑鄭", "cheng"), ("邓鄧", "tang teng"), ("汤湯", "tong"), ("唐", "tong"), ("文", "man"), ("温溫", "wan"),
        ("殷", "yan"), ("彭", "pang"), ("黎", "lai"), ("江", "kong"), ("简簡", "kan"), ("何", "ho"), ("朱", "chu"), ("赵趙", "chao"), ("周", "chou"), ("杜", "tu to"),
        ("郭", "kuo"), ("吴吳", "ng wu"), ("王", "wong ong"), ("汪", "wong"), ("曾", "tsang tseng chan"), ("庄莊", "chong"), ("常", "sheung"), ("谭譚", "tam tan"), ("余", "yu"), ("徐", "chui tsui"),
        ("苏蘇", "so su"), ("孙孫", "sun suen"), ("李", "lee li"), ("林", "lam lim"), ("许許", "hui"), ("蔡", "choi chai cai"), ("甘", "kam"), ("麦麥", "mak mai"), ("罗羅", "lo law"),
        ("马馬", "ma"), ("潘", "pan poon pun"), ("关關", "kwan"), ("方", "fong"), ("洪", "hung ang"), ("钟鍾", "chung"), ("屈", "wat"), ("阮", "yuen"), ("严嚴", "yim"), ("姜", "keung"),
    )
    for han in hans
}  # fmt: skip


def surname(name: str) -> str:
    """The surname that a name in Chinese characters begins with: a known one of two characters (or four), else the first character."""
    return next((name[:size] for size in (4, 2) if name[:size] in DOUBLE and len(name) > size), name[:1])
