"""Extraction: bylines, signatures and photo credits as printed -> people, each with the role the print gives."""

import re
from dataclasses import dataclass

from archive.extraction.surnames import COMPOUND_SURNAME, SURNAMES

PHOTOGRAPHER = "摄影"

_HAN = r"[\u3400-\u9fff]"
_ROLE = (
    r"(?:(?:本报|本刊|本网|新华社|中新社|[\u4e00-\u9fff]{2,4}(?:日报|晚报|时报))?"
    r"(?:特约|见习|实习|首席|特派|驻[\u4e00-\u9fff]{1,4}?)*"
    r"(?:全媒体记者|记者|通讯员|评论员|摄影师|撰稿人)|实习生|特约撰稿|摄影|作者)"
)
_ROLE_SPLIT = re.compile(rf"({_ROLE})[:：]?")
_OFFICE = re.compile(r"(?:主席|书记|主任|部长|局长|市长|县长|区长|厂长|院长|校长|会长|秘书长|经理|董事长|教授|研究员)$")
_SEPARATOR = re.compile(r"[\s、，,;；/]+")
_SPACED_NAME = re.compile(rf"(?<!{_HAN})({_HAN})[ \u3000]+({_HAN})(?!{_HAN})")
_NAME = re.compile(rf"{_HAN}{{2,4}}")
_LONG_NAME = re.compile(rf"{_HAN}{{1,8}}(?:[·•]{_HAN}{{1,8}}){{1,3}}")
_LEAD_SIGN = re.compile(r"^(?:\d{1,2}\s+)?[□■◎●○◇◆△▲]?\s*(?:[文图]\s*[/／:：|]\s*)?")
_CREDIT = re.compile(r"\s*[/／]?\s*(?:摄影报道|摄影|图文|摄|文[/／]?图|[文图])\s*[）)]?$")
_SIGNATURE = re.compile(r"[。！？!?”’…」』]\s*[（(]([^（）()]{2,60})[）)]\s*$")
_PHOTO_ENDING = re.compile(r"[。！？!?”’…\s）)]((?:[^。！？!?，,]{2,40}?)\s*(?:摄影报道|摄影|摄))\s*[）)]?$")
_POSITION = re.compile(r"[左右前后中上下][一二三四五六七八九十中排起]?")
_LONGEST_BYLINE = 60


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


def read_people(text: str) -> tuple[Person, ...]:
    """Return the people of a text that consists of names and roles alone; none where anything else is in it.

    >>> read_people("本报记者 王小明 通讯员 李 强")
    (Person(name='王小明', role='本报记者'), Person(name='李强', role='通讯员'))
    """
    people: list[Person] = []
    role = ""
    for at, part in enumerate(_ROLE_SPLIT.split(_SPACED_NAME.sub(r"\1\2", text))):
        if at % 2:
            role = part
            continue
        names = [name for name in _SEPARATOR.split(part) if name]
        if not all(_is_name(name, role) for name in names):
            return ()
        people += [Person(name, role) for name in names]
    return tuple(dict.fromkeys(people))


def _is_name(word: str, role: str) -> bool:
    """Whether a word is a name: after a role any short word is, alone it needs a surname."""
    if _LONG_NAME.fullmatch(word):
        return True
    return bool(_NAME.fullmatch(word)) and (bool(role) or has_surname(word))


def read_byline(line: str) -> tuple[Person, ...]:
    """Return the people of a line that is a byline or nothing: □本报记者 王小明; 市总工会主席 李强."""
    text = _LEAD_SIGN.sub("", line.strip())
    if len(text) > _LONGEST_BYLINE:
        return ()
    return read_people(text) or read_office_holder(text)


def read_office_holder(text: str) -> tuple[Person, ...]:
    """Return the one person of a line that gives an office and a name."""
    office, _, name = text.strip().rpartition(" ")
    if _OFFICE.search(office) and _NAME.fullmatch(name) and has_surname(name):
        return (Person(name, office.strip()[:50]),)
    return ()


def read_credit(line: str) -> tuple[Person, ...]:
    """Return the people of a line that credits a picture: 本报记者 王小明 摄."""
    text = _LEAD_SIGN.sub("", line.strip().strip("（）()"))
    credit = _CREDIT.search(text) if len(text) <= _LONGEST_BYLINE else None
    if credit is None:
        return ()
    return tuple(Person(person.name, PHOTOGRAPHER) for person in read_people(text[: credit.start()]))


def read_photo_ending(paragraph: str) -> tuple[Person, ...]:
    """Return the people credited at the end of a caption: 图为……。王小明 摄."""
    found = _PHOTO_ENDING.search(paragraph[-60:])
    return read_credit(found[1]) if found else ()


def read_signature(paragraph: str) -> tuple[Person, ...]:
    """Return the people who sign in brackets after the last sentence of a paragraph: ……。(王小明)."""
    found = _SIGNATURE.search(paragraph[-80:])
    return read_people(found[1]) if found else ()
