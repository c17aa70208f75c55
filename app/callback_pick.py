"""Which public slips are called back: a random order that anybody can repeat."""

import hashlib

from models.slip import ChargeClass, JobType, LinkKind


def picking_key(seed: int, window: str, number: str) -> str:
    """Where a slip stands in the order of its window: SHA-256 of all three."""
    return hashlib.sha256(f"{seed}|{window}|{number}".encode()).hexdigest()


def comes_first(
    job_type: JobType,
    rework_no: int,
    link_kind: LinkKind | None,
    charge_class: ChargeClass,
) -> bool:
    """Urgent work and rework are called back before the others (domain-model 4.9)."""
    return (
        job_type is JobType.URGENT
        or rework_no > 0
        or link_kind is LinkKind.REWORK
        or charge_class is ChargeClass.FREE_REWORK
    )
