"""The slips of a block as the bits of a number, and how the database keeps them.

Few slips are kept as two bytes each, many as the block's bits.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from sys import byteorder

from models.search_post import BLOCK

_BYTES = BLOCK // 8
_FEW = _BYTES // 2


def packed(offsets: Iterable[int]) -> bytes:
    """Offsets within a block (0 to ``BLOCK`` - 1, each once) as they are kept."""
    few = array("H", sorted(offsets))
    if len(few) < _FEW:
        return _little(few).tobytes()
    bits = bytearray(_BYTES)
    for offset in few:
        bits[offset >> 3] |= 1 << (offset & 7)
    return bytes(bits)


def mask_of(kept: bytes) -> int:
    """The bits of what is kept: bit n stands for offset n."""
    if len(kept) == _BYTES:
        return int.from_bytes(kept, "little")
    mask = 0
    for offset in _few(kept):
        mask |= 1 << offset
    return mask


def common(kept: Sequence[bytes]) -> int:
    """The bits that all of what is kept has; the few that one has are soon tried."""
    first, *others = sorted(kept, key=len)
    if len(first) == _BYTES:
        mask = int.from_bytes(first, "little")
        for bits in others:
            mask &= int.from_bytes(bits, "little")
        return mask
    offsets = set(_few(first))
    for bits in others:
        if len(bits) == _BYTES:
            offsets = {n for n in offsets if bits[n >> 3] >> (n & 7) & 1}
        else:
            offsets.intersection_update(_few(bits))
        if not offsets:
            return 0
    mask = 0
    for offset in offsets:
        mask |= 1 << offset
    return mask


def packed_mask(mask: int) -> bytes:
    """Bits as they are kept."""
    if mask.bit_count() >= _FEW:
        return mask.to_bytes(_BYTES, "little")
    return packed(offsets_down(mask))


def offsets_down(mask: int) -> Iterator[int]:
    """The offsets of the bits set, the highest first."""
    while mask:
        offset = mask.bit_length() - 1
        yield offset
        mask ^= 1 << offset


def _few(kept: bytes) -> "array[int]":
    few = array("H")
    few.frombytes(kept)
    return _little(few)


def _little(few: "array[int]") -> "array[int]":
    if byteorder == "big":
        few.byteswap()
    return few
