"""Opens a form dialog and sends its order to a use case."""

from collections.abc import Callable
from typing import Any, TypeVar

from app.errors import Refusal
from ui.kit.form_dialog import FormDialog
from ui.shell.frame import Frame

Answer = TypeVar("Answer")


def run_dialog(
    frame: Frame,
    dialog: FormDialog[Any],
    step: Callable[..., Answer],
    done: Callable[[Answer], object],
    *,
    only_looks: bool = False,
) -> None:
    """Open ``dialog``; each order goes to ``step`` until one is accepted.

    A refusal is shown in the dialog, which stays open with what was typed. With
    ``only_looks`` the step asks and changes nothing.
    """
    send = frame.work.look if only_looks else frame.work.change

    def refused(refusal: Refusal) -> None:
        dialog.refuse(frame.sentence(refusal), str(getattr(refusal, "field", "")))

    def accepted(answer: Answer) -> None:
        dialog.accept()
        done(answer)

    def submit(order: object) -> None:
        dialog.set_busy(True)
        send(
            dialog,
            step,
            order,
            done=accepted,
            refused=refused,
            ended=lambda: dialog.set_busy(False),
        )

    dialog.submitted.connect(submit)
    dialog.open()
