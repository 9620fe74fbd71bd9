"""A few real places, enough for the rules: a province, its cities, names that several places share."""

from archive.extraction.gazetteer import Place, PlaceLevel, build_gazetteer

_ROWS = """
110000 北京市 province
110105 朝阳区 district 110000
210000 辽宁省 province
211300 朝阳市 city 210000
210400 抚顺市 city 210000
210421 抚顺县 district 210400
210600 丹东市 city 210000
220000 吉林省 province
220100 长春市 city 220000
220104 朝阳区 district 220100
220200 吉林市 city 220000
340000 安徽省 province
340100 合肥市 city 340000
340111 包河区 district 340100
420000 湖北省 province
422800 恩施土家族苗族自治州 city 420000
500000 重庆市 province
500106 沙坪坝区 district 500000
500112 渝北区 district 500000
510000 四川省 province
510500 泸州市 city 510000
510502 江阳区 district 510500
510521 泸县 district 510500
511500 宜宾市 city 510000
511300 南充市 city 510000
530000 云南省 province
530100 昆明市 city 530000
530114 呈贡区 district 530100
540000 西藏自治区 province
140000 山西省 province
140400 长治市 city 140000
""".splitlines()


def _place(row: str) -> Place:
    code, name, level, *parent = row.split()
    return Place(code, name, PlaceLevel(level), parent[0] if parent else "")


PLACES = tuple(_place(row) for row in _ROWS if row)
FORMER_NAMES = (("呈贡县", "530114"),)
GAZETTEER = build_gazetteer(PLACES, FORMER_NAMES)
