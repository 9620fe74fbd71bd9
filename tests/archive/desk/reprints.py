"""A made-up report, its reprints with all that changes on the way, and others that only resemble it."""

REPORT = (
    "本报讯 入夏以来，青石县总工会把送清凉的货车开到了工地门口。车上装的不是常见的矿泉水和毛巾，而是工人们自己点的单："
    "绿豆汤、藿香正气水、遮阳帽，还有一张可以躺下的折叠床。\n\n"
    "“往年发什么就收什么，今年先问我们缺什么。”在河东新区打桩的钢筋工老魏说，他填的是折叠床，午休时总算不用靠着墙打盹。"
    "县总工会在四十六个工地设了意见箱，收回单子一千二百多张，按单采购，三天送到。\n\n"
    "为了让这件事做得长久，县里出台办法，把高温津贴、错峰作业和午休场所写进区域性集体合同，由工会、人社和住建三家每月一起检查，"
    "查到的问题七天之内改好，改不好的在工地大门口公布。截至八月底，已有三十九家施工企业签了合同，覆盖农民工八千六百人。"
)
EDITED = (
    REPORT.replace("入夏以来", "近日")
    .replace("四十六个工地", "46个工地")
    .replace("老魏说", "魏师傅告诉记者")
    .replace("本报讯 ", "")
)
TRUNCATED = REPORT[: len(REPORT) // 3]
REORDERED = "\n\n".join(reversed(REPORT.split("\n\n")))
BRIEF = "白沙镇总工会日前为镇上二十七名环卫工人办理了互助保障，保费由镇工会承担，最高可以报销住院费用两万元。"
BRIEF_ELSEWHERE = BRIEF.replace("日前", "近日").replace("镇上", "")

# Of the same programme, in the words that every such report uses.
SAME_PROGRAMME = (
    "本报讯 云岭市总工会启动送清凉活动，市总工会主席带队走进车间、工地，为坚守岗位的职工送去防暑降温用品。"
    "活动期间，各级工会共筹集资金三百多万元，走访企业二百一十家，慰问一线职工五万人次。\n\n"
    "市总工会要求各级工会加强劳动保护监督检查，督促企业落实高温津贴，把防暑降温的措施落到班组。"
    "据了解，今年是云岭市连续第十一年开展送清凉活动，活动将持续到九月中旬。"
)
ANOTHER_BRIEF = "黑石镇总工会近日为镇里的快递员免费体检，三天里共有四百多人来到镇卫生院，查出的毛病由医生一对一说明。"

_MISREAD = {"工": "王", "的": "旳", "人": "入", "日": "曰", "一": "－", "大": "犬", "未": "末", "三": "二", "把": "抱"}


def misread(text: str, every: int) -> str:
    """Return a text as a poor scan gives it: one character in `every` is wrong, missing or doubled."""
    characters = []
    for place, character in enumerate(text):
        if place % every or character == "\n":
            characters.append(character)
        elif place % (3 * every) == 0:
            continue
        elif place % (2 * every) == 0:
            characters.append(character * 2)
        else:
            characters.append(_MISREAD.get(character, "口"))
    return "".join(characters)
