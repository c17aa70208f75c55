"""A line on standard error that counts long work, where a person is watching."""

import sys

from app.progress import Progress


def progress_line() -> Progress:
    """Progress in percent on a terminal; silent elsewhere."""
    if not sys.stderr.isatty():
        return Progress()

    def tell(done: int, total: int) -> None:
        ended = total and done >= total
        share = done * 100 // max(total, 1)
        sys.stderr.write("\r      \r" if ended else f"\r{share:3d} %")
        sys.stderr.flush()

    return Progress(tell)
