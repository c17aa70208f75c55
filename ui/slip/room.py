"""How the desk names a place."""


def room_text(unit_label: object, area: object, place: object) -> str:
    """The unit, else area and place; an area that the place repeats is left out."""
    if unit_label:
        return str(unit_label)
    return str(place) if str(place).startswith(str(area)) else f"{area} {place}"
