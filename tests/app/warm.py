"""Loads what a desk would load first; only the process that desks come from does."""

from sqlalchemy.orm import configure_mappers

from app.gist import gist_of
from app.likeness import place_key
from tests.makers import PUBLIC_CALL

configure_mappers()
place_key(PUBLIC_CALL.place, PUBLIC_CALL.area)
gist_of(PUBLIC_CALL.content)
