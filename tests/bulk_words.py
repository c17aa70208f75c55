"""What the calls of bulk databases say: the demonstration's words, seldom the same."""

from functools import cache
from random import Random

from app.demo_words import ROOMS, faults

_HOURS = tuple(f"{hour}点" for hour in range(8, 21))
_TAILS = (
    "，{hour}以后家里有人",
    "，请{hour}前来",
    "，来之前先打电话",
    "，家里有老人，请尽快",
    "，昨天晚上开始的",
    "，已经第{count}次了",
    "，楼下也说有",
    "，关了阀门还是这样",
    "，{count}天前就有一点",
    "，物业巡查时也看到了",
    "，保安说联系工程部",
    "，请带梯子",
    "，要自己选配件",
    "，和上个月一样",
)


def said_otherwise(random: Random, content: str) -> str:
    """The same fault in other words, every other time with something more."""
    words = random.choice(_wordings(content))
    if random.getrandbits(1):
        return words
    tail = random.choice(_TAILS)
    return words + tail.format(
        hour=random.choice(_HOURS), count=random.randrange(2, 10)
    )


@cache
def _wordings(content: str) -> tuple[str, ...]:
    for room in ROOMS:
        for fault in faults():
            said = tuple(words.replace("{room}", room) for words in fault.wordings)
            if content in said:
                return said
    return (content,)
