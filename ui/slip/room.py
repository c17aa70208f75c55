"""How the desk names a place."""

from models.unit import room_name


def room_text(unit_label: object, area: object, place: object) -> str:
    """The unit, else area and place; an area that the place repeats is left out."""
    label = str(unit_label) if unit_label else None
    return room_name(label, str(area), str(place))
