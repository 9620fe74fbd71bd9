"""Extraction: bylines, signatures and photo credits as printed -> people, each with the role the print gives."""

import re
from dataclasses import dataclass

from archive.extraction.surnames import COMPOUND_SURNAME, SURNAMES

PHOTOGRAPHER = "摄影"

_HAN = r"[\u3400-\u9fff]"
_ROLE = (
    r"(?:(?:本报|本刊|本网|新华社|中新社|中新网|中工网|[\u4e00-\u9fff]{2,4}(?:日报|晚报|时报|网)(?:[-—－]+中工网)?)?"
    r"(?:特约|见习|实习|首席|特派|驻[\u4e00-\u9fff]{1,4}?)*"
    r"(?:全媒体记者|记者|通讯员|报道员|评论员|摄影师|撰稿人|实习生)|特约撰稿|撰文|执笔|摄影|制图|作者)"
)
_ROLE_SPLIT = re.compile(rf"({_ROLE})[:：]?")
# What somebody did for an article, in a byline beside the name: □王小明 文 李强 图.
_DONE = r"(?:文[/／]?图|图[/／]?文|文[/／并]?摄|摄影?[/／]文|文|图|口述|整理|采写|采访|辑录?|供稿|供图|绘)"
_WORK = re.compile(rf"(?<=[\u3400-\u9fff·])(?<!^[文图])\s*[ \u3000/／]\s*{_DONE}(?=[ \u3000]|$)|报道$|\s+发自{_HAN}+$")
_WORK_BEFORE = re.compile(
    r"(?:^|(?<=[ \u3000]))(?:(?:文[/／]图|图[/／]文)\s*[/／:：|]?|"
    r"(?:文[/／并]摄|摄[/／]文|文[·•、]?图|图[·•、]?文|[文图]|采写|撰文|整理|"
    rf"口述(?=[:：]\s*{_HAN}{{2,4}}[ \u3000]+(?:[^ ]* )?整理))\s*[/／:：|])\s*"
)
# The same with the work behind the name, and no □ before it: 王小明/文 李强/图.
_WORK_BEHIND = re.compile(
    rf"^{_HAN}{{2,4}}\s*[ \u3000/／]\s*文\s+{_HAN}{{2,4}}\s*[ \u3000/／]\s*图$|^{_HAN}{{2,4}}\s*[/／]\s*文$"
)
_OFFICE = re.compile(
    r"(?:读者|主席|书记|主任|部长|局长|市长|县长|区长|厂长|院长|校长|会长|秘书长|经理|董事长|教授|研究员|编辑|律师|法官|检察官|医师|工程师|总工会|集团工会|有限公司|事务所)$"
)
_SEPARATOR = re.compile(r"[\s、，,;；/]+")
_SPACED_NAME = re.compile(rf"(?<!{_HAN})({_HAN})[ \u3000]+({_HAN})(?!{_HAN})")
_NAME = re.compile(rf"{_HAN}{{2,4}}")
_LONG_NAME = re.compile(rf"{_HAN}{{1,8}}(?:[·•]{_HAN}{{1,8}}){{1,3}}")
_LEAD_SIGN = re.compile(r"^(?:\d{1,2}\s+)?[□■◎●○◇◆△▲]?\s*")
_CREDIT = re.compile(
    r"(?<![文并/／])(?:\s*[/／]?\s*(?:摄影报道|摄影|供图|制图|摄)|(?:\s+|\s*[/／]\s*)(?<![文/／])[图绘])\s*[）)]?$"
)
_CREDIT_BEFORE = re.compile(r"^(?:摄影|图片?|照片|供图|漫画|插图|绘图|制图)\s*[:：/／]\s*(?=\S)|^摄影\s+(?=\S)")
_AGENCY = re.compile(r"^(?:新华社|中新社)发\s*[（(]?")
_SIGNATURE = re.compile(r"[。！？!?”’…」』]\s*[（(]([^（）()]{2,60})[）)]\s*$")
_PHOTO_ENDING = re.compile(
    r"[。！？!?”’…\s）)]\s*[（(]?((?:新华社发\s*)?[^。！？!?，,]{2,40}?\s*(?:摄影报道|摄影|供图|摄|[/／]\s*图)|(?:(?:摄影|图片)[:：]|(?:漫画|插图)\s*[:：/／])[^。，]{2,20})"
    r"\s*[）)]?$"
)
_PICTURES_BY = re.compile(r"(?:图片?|题图|漫画|插图|照片)(?:均?由|[：:])\s*([^（）()]{2,12}?)(?:拍摄|摄|提供|绘)?$")
# Characters with which names of other languages are written.
_SOUNDS = frozenset(
    "阿巴白班贝比边布才次仓查昌措达丹旦德登迪多额尔格根古贡哈海汗吉加江金卡克库拉兰朗勒丽力林玛买曼美米木娜纳尼努诺姆"
    "平普其恰强琼热仁日桑斯索苏塔特提图吐托瓦旺乌西夏央依亚伊英于扎珍增旺毕"
)
_NO_NAME = re.compile(r"[图版页]$|待续|未完|续完|编译|综合|解答|律师|整理|摘编|略有|删节|来源|[手札]记$|日记$|报道$")
_POSITION = re.compile(r"[左右前后中上下][一二三四五六七八九十中排起]?")
_BRACKETED = re.compile(r"^[（(]([^（）()]+)[）)]$")
_LONGEST_BYLINE = 60
_LONGEST_SIGNATURE = 20


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who made an article, and as what; `role` may be empty."""

    name: str
    role: str = ""


def has_surname(name: str) -> bool:
    """Whether a short word is built like a Chinese name: 左三 in a caption is a place in a row of people."""
    if COMPOUND_SURNAME.match(name):
        return len(name) > 2
    return name[:1] in SURNAMES and len(name) < 4 and not _POSITION.fullmatch(name)


def read_people(text: str, is_signed: bool = False) -> tuple[Person, ...]:
    """Return the people of a text that consists of names and roles alone; none where anything else is in it.

    What they did for the article may stand beside the names: 文, 图, 口述, 整理. `is_signed` tells that names are
    expected, as in brackets after the last sentence: then any short word is one.

    >>> read_people("本报记者 王小明 通讯员 李 强")
    (Person(name='王小明', role='本报记者'), Person(name='李强', role='通讯员'))
    """
    people: list[Person] = []
    role = ""
    is_signed = is_signed or names_work(text)
    text = _WORK_BEFORE.sub("", _WORK.sub("", _SPACED_NAME.sub(r"\1\2", text)))
    for at, part in enumerate(_ROLE_SPLIT.split(text)):
        if at % 2:
            role = part
            continue
        names = [name for name in _SEPARATOR.split(part) if name]
        is_glued = bool(names) and part.startswith(names[0])  # 记者王小明; 记者走基层 is the name of a column
        if not all(_is_name(name, is_signed or bool(role and (at or not is_glued))) for at, name in enumerate(names)):
            return ()
        people += [Person(name, role) for name in names]
    return tuple(dict.fromkeys(people))


def names_work(line: str) -> bool:
    """Whether a line tells beside names what somebody made: 文/王小明 图/李强; 王小明/文 李强/图."""
    return bool(_WORK_BEFORE.search(line) or _WORK_BEHIND.search(line.strip()))


def _is_name(word: str, is_expected: bool) -> bool:
    """Whether a word is a name: where one is expected any short word is, elsewhere it needs a surname."""
    if _LONG_NAME.fullmatch(word) or (is_expected and _is_long_name_by_sound(word)):
        return True
    if not _NAME.fullmatch(word) or _NO_NAME.search(word) or _POSITION.fullmatch(word):
        return False
    return is_expected or has_surname(word) or _is_spelled_by_sound(word)


def _is_spelled_by_sound(word: str) -> bool:
    """Whether a word may be a name of another language: 达瓦次仁, 苏日娜."""
    return len(word) > 2 and _SOUNDS.issuperset(word)


def _is_long_name_by_sound(word: str) -> bool:
    """Whether a word of five or six characters may be such a name, one of which was not thought of: 乌云其其格."""
    return 4 < len(word) < 7 and sum(character in _SOUNDS for character in word) >= len(word) - 1


def read_byline(line: str) -> tuple[Person, ...]:
    """Return the people of a line that is a byline or nothing: □本报记者 王小明; 市总工会主席 李强."""
    text = _LEAD_SIGN.sub("", _BRACKETED.sub(r"\1", line.strip()))
    if len(text) > _LONGEST_BYLINE:
        return ()
    return read_people(text, is_signed=line.strip().startswith("□")) or read_office_holder(text)


def is_role(line: str) -> bool:
    """Whether a line is a role without a name, as the paper's own commentary has: 本报评论员."""
    return bool(re.fullmatch(_ROLE, _LEAD_SIGN.sub("", line.strip())))


def read_office_holder(text: str) -> tuple[Person, ...]:
    """Return the one person of a line that gives an office and a name."""
    office, _, name = text.strip().rpartition(" ")
    if _OFFICE.search(office) and _NAME.fullmatch(name) and has_surname(name):
        return (Person(name, office.strip()[:50]),)
    return ()


def read_credit(line: str) -> tuple[Person, ...]:
    """Return the people of a line that credits a picture: 本报记者 王小明 摄; 摄影：李强; 新华社发（王小明 摄）."""
    text = _AGENCY.sub("", _LEAD_SIGN.sub("", line.strip().strip("（）()")))
    if len(text) > _LONGEST_BYLINE:
        return ()
    named = _CREDIT_BEFORE.sub("", text)
    if named == text:
        credit = _CREDIT.search(text)
        named = text[: credit.start()] if credit else ""
    return tuple(Person(person.name, PHOTOGRAPHER) for person in read_people(named, is_signed=True))


def read_photo_ending(paragraph: str) -> tuple[Person, ...]:
    """Return the people credited at the end of a caption: 图为……。王小明 摄."""
    found = _PHOTO_ENDING.search(paragraph[-60:])
    return read_credit(found[1]) if found else ()


def is_letter_signature(line: str) -> bool:
    """Whether a line is who wrote a letter: 一名女工 王小明; 某厂职工 李强."""
    who, _, name = line.strip().rpartition(" ")
    return (
        len(line) <= _LONGEST_SIGNATURE
        and bool(_NAME.fullmatch(name))
        and has_surname(name)
        and not re.search(r"[，。：:]", who)
    )


def read_letter_signature(line: str) -> tuple[Person, ...]:
    """Return the one person who signs a letter."""
    return (Person(line.strip().rpartition(" ")[2]),) if is_letter_signature(line) else ()


def read_signature(paragraph: str) -> tuple[Person, ...]:
    """Return the people who sign in brackets after the last sentence: ……。(王小明); ……。(图片由李强拍摄)."""
    found = _SIGNATURE.search(paragraph[-80:])
    if not found or (found[1].endswith("摄") and not _PICTURES_BY.search(found[1])):
        return ()  # with 摄 it is a credit
    if pictures := _PICTURES_BY.search(found[1]):
        return tuple(Person(person.name, PHOTOGRAPHER) for person in read_people(pictures[1], is_signed=True))
    return read_people(found[1], is_signed=True) or read_office_holder(found[1])
