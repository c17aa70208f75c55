"""Desks as processes of their own, started quickly."""

import multiprocessing
from multiprocessing.context import ForkServerContext

# Named so that a new desk does not import everything again.
_PRELOADED = ["tests.app.issuing", "tests.app.killing", "tests.app.warm"]


def desks() -> ForkServerContext:
    """Where processes come from: forked off one that has everything imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context
