"""How a name is read and typed: 单淑敏 is ``shanshumin`` and ``ssm``.

Every reading of every character counts, the one it has as a surname first (单 shàn,
仇 qiú, 区 ōu): who types a name on the telephone does not look it up.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, product

from app.search_text import fold, fold_name

_MARK = "演示"
"""Stands at names of demonstrations; nobody types it."""
_MOST = 48  # readings of one name; five characters seldom have as many
_SHORT = 4  # names up to here are read in every combination
_PART = re.compile(r"[a-z]+|[㐀-鿿豈-龎\U00020000-\U000323af]+")

SURNAMES = {
    "单": "shan",
    "仇": "qiu",
    "区": "ou",
    "查": "zha",
    "解": "xie",
    "翟": "zhai",
    "朴": "piao",
    "曾": "zeng",
    "盖": "ge",
    "任": "ren",
    "华": "hua",
    "乐": "yue",
    "覃": "qin",
    "员": "yun",
    "种": "chong",
    "召": "shao",
    "黑": "he",
    "洗": "xian",
    "冼": "xian",
    "缪": "miao",
    "尉": "yu",
    "长": "zhang",
    "俟": "qi",
    "万": "wan",
    "繁": "po",
    "折": "she",
    "撒": "sa",
    "祭": "zhai",
    "宓": "mi",
    "逄": "pang",
    "隗": "wei",
    "晟": "cheng",
    "秘": "bi",
    "能": "nai",
    "佴": "nai",
    "薄": "bo",
    "卜": "bu",
    "葛": "ge",
    "燕": "yan",
    "宁": "ning",
    "纪": "ji",
    "过": "guo",
    "那": "na",
    "石": "shi",
    "车": "che",
    "沈": "shen",
    "朱": "zhu",
    "都": "du",
    "句": "gou",
    "应": "ying",
    "贾": "jia",
    "褚": "chu",
    "牟": "mu",
}
"""How a character is read when it is a surname, where another reading is usual too."""


@lru_cache(maxsize=16384)
def readings(name: str) -> frozenset[str]:
    """Full pinyin without spaces, and initials, of every reading; lower case.

    ``ü`` is ``v`` and ``u``. A name of several parts (``张伟/李芳``) is also read from
    each part on. Empty where nothing can be read.
    """
    parts = _PART.findall(fold(name).replace(_MARK, " "))
    found: set[str] = set()
    for start in range(len(parts)):
        for spoken in _spoken(parts[start:]):
            found.add("".join(spoken))
            found.add("".join(syllable[0] for syllable in spoken))
    return frozenset(found)


def learn_readings() -> None:
    """Load what names are read by: some 0.15 s, which the first name else waits for."""
    for name in ("单", "欧阳张李王", "歐陽"):  # by character, by word, traditional
        readings.__wrapped__(name)


def name_matches(name: str, typed: str) -> bool:
    """Whether ``typed`` is characters of the name, or the beginning of its full
    pinyin or of its initials. Nothing typed matches every name.
    """
    plain = fold(typed)
    if not plain or plain in fold_name(name):
        return True
    letters = plain.replace(" ", "").replace("'", "")
    return letters.isascii() and any(
        reading.startswith(letters) for reading in readings(name)
    )


def _spoken(parts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The syllables of a name, reading after reading, the usual one first."""
    choices: list[tuple[str, ...]] = []
    for part in parts:
        if part.isascii():
            choices.append((part,))
            continue
        known = [_of_character(sign) for sign in part]
        if not choices and part[0] in SURNAMES:
            surname = SURNAMES[part[0]]
            known[0] = tuple(dict.fromkeys((surname, *known[0])))
        if len(part) > _SHORT:
            usual = _of_word(part)
            if len(usual) == len(known):
                known = [
                    tuple(filter(None, dict.fromkeys((first, *rest))))
                    for first, rest in zip(usual, known, strict=True)
                ]
        choices += (each for each in known if each)
    if not choices:
        return
    if len(choices) <= _SHORT:
        yield from islice(product(*choices), _MOST)
        return
    usual_one = tuple(each[0] for each in choices)
    yield usual_one
    for at, each in enumerate(choices):
        for other in each[1:]:
            yield (*usual_one[:at], other, *usual_one[at + 1 :])


@cache
def _of_character(sign: str) -> tuple[str, ...]:
    """The toneless readings of a character; none where it has no known one."""
    from pypinyin.constants import PINYIN_DICT

    written: str = PINYIN_DICT.get(ord(sign), "")
    found = [fold(reading) for reading in written.split(",") if reading]
    both = [form for one in found for form in (one, one.replace("v", "u"))]
    return tuple(dict.fromkeys(one for one in both if one.isascii() and one.isalpha()))


def _of_word(word: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(
        syllable if syllable.isascii() else "" for syllable in lazy_pinyin(word)
    )
