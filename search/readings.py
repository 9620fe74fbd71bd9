"""A name -> how it is read: the syllables of its characters, in every way that a person may say and type it."""

import unicodedata
from functools import cache, lru_cache
from types import ModuleType

from search.fold import SEPARATOR, fold

# Places whose names pypinyin reads as other words.
_PLACES = {
    "单县": "shan xian", "大城": "dai cheng", "洪洞": "hong tong", "浚县": "xun xian", "长治": "chang zhi",
    "筠连": "jun lian", "盐都": "yan du", "宕昌": "tan chang", "什邡": "shi fang", "伽师": "jia shi",
    "称多": "chen duo", "于洪": "yu hong", "会同": "hui tong", "会东": "hui dong", "会理": "hui li",
    "会泽": "hui ze", "六安": "lu an", "六合": "lu he", "铅山": "yan shan", "台州": "tai zhou",
    "乐清": "yue qing", "乐亭": "lao ting", "蔚县": "yu xian", "尉犁": "yu li", "东阿": "dong e",
    "番禺": "pan yu", "亳州": "bo zhou", "渑池": "mian chi", "莘县": "shen xian", "任丘": "ren qiu",
    "任县": "ren xian", "长子县": "zhang zi xian", "秭归": "zi gui", "华阴": "hua yin", "华州": "hua zhou",
}  # fmt: skip

_NO_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))

Syllables = tuple[str, ...]

# Characters that are read otherwise as the name of a family; some in two ways.
_SURNAMES: dict[str, tuple[Syllables, ...]] = {
    surname: tuple(tuple(read.split()) for read in reads.split("/"))
    for surname, reads in {
        "万俟": "mo qi", "尉迟": "yu chi", "长孙": "zhang sun", "澹台": "tan tai",
        "乐": "yue/le", "仇": "qiu", "任": "ren", "佴": "nai", "冼": "xian", "区": "ou", "单": "shan",
        "卜": "bu", "召": "shao", "员": "yun", "呙": "guo", "宁": "ning", "宓": "mi", "尹": "yin", "应": "ying",
        "折": "she", "曾": "zeng", "朴": "piao", "查": "zha", "洗": "xian", "燕": "yan", "牟": "mu/mou",
        "盖": "ge/gai", "相": "xiang", "祭": "zhai", "秘": "bi", "种": "chong", "繁": "po", "纪": "ji",
        "缪": "miao", "翟": "zhai", "覃": "qin/tan", "解": "xie", "谌": "chen/shen", "贾": "jia", "逄": "pang",
        "郗": "xi/chi", "都": "du", "阚": "kan", "隗": "wei/kui", "黑": "he", "句": "gou", "晟": "cheng",
    }.items()
}  # fmt: skip


@cache
def _pypinyin() -> ModuleType:
    """Return pypinyin, taught the places. It loads for a third of a second, and few processes read names."""
    import pypinyin

    pypinyin.load_phrases_dict({name: [[syllable] for syllable in read.split()] for name, read in _PLACES.items()})
    return pypinyin


def plain(text: str) -> str:
    """Return a name without punctuation, spaces and the marks of tones, folded; ü is typed as v.

    >>> plain("“面心实” Lǚ")
    '面心实lv'
    """
    letters = unicodedata.normalize("NFD", fold(text)).translate(_NO_TONES)
    return unicodedata.normalize("NFC", letters).replace(SEPARATOR, "").replace("ü", "v")


@lru_cache(maxsize=8192)
def read_name(name: str) -> Syllables:
    """Return the usual reading of a plain name; what is no Chinese character stays in one piece.

    >>> read_name("泸州"), read_name("单县"), read_name("12351热线")
    (('lu', 'zhou'), ('shan', 'xian'), ('12351', 're', 'xian'))
    """
    return tuple(_pypinyin().lazy_pinyin(name))


def read_name_in_all_ways(name: str) -> tuple[Syllables, ...]:
    """Return the usual reading of a plain name, its reading as that of a person, and that of its characters alone.

    >>> read_name_in_all_ways("曾红"), read_name_in_all_ways("单县")
    ((('ceng', 'hong'), ('zeng', 'hong')), (('shan', 'xian'), ('dan', 'xian')))
    """
    usual = read_name(name)
    if len(usual) < len(name):
        return (usual,)
    surnames = [surname for surname in (name[:2], name[:1]) if surname in _SURNAMES][:1]
    people = [(*read, *usual[len(surname) :]) for surname in surnames for read in _SURNAMES[surname]]
    alone = tuple(read_character(character)[0] for character in name)
    return tuple(dict.fromkeys((usual, *people, alone)))


@lru_cache(maxsize=8192)
def read_character(character: str) -> tuple[str, ...]:
    """Return all readings of a character, the most common first."""
    spelling = _pypinyin()
    return tuple(spelling.pinyin(character, style=spelling.Style.NORMAL, heteronym=True)[0])


def initials(syllables: Syllables) -> str:
    """Return the first letter of each syllable; digits stay as they are.

    >>> initials(("lu", "zhou"))
    'lz'
    """
    return "".join(syllable[0] if syllable.isalpha() else syllable for syllable in syllables)
