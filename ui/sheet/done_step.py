"""Last step: what came in, and what stands now."""

from PySide6.QtWidgets import QWidget

from app.sheet_import import SheetSummary
from models.sheet_target import Target
from ui.kit.button import Button, Look
from ui.kit.label import Label, Picture, Tone
from ui.kit.layout import column, row
from ui.shell.actions import action_button
from ui.theme.typeface import OBJECT


class DoneStep(QWidget):
    """Counts, a sentence on what cannot be taken back, and where to go next."""

    def __init__(self) -> None:
        super().__init__()
        self._what = Label("", OBJECT, is_strong=True)
        self.facts = Label("", tone=Tone.SECOND, may_wrap=True)
        self.stands = Label("", tone=Tone.SECOND, may_wrap=True)
        self.facts.setMaximumWidth(640)
        self.stands.setMaximumWidth(640)
        self.open = Button("", Look.PRIMARY, keycap=self.tr("Enter"))
        self.more = action_button("sheet.more", Look.LINK)
        column(
            row(Picture("circle-check", 24, Tone.OK), self._what, None, spacing=10),
            4,
            self.facts,
            self.stands,
            16,
            row(self.open, self.more, None, spacing=16),
            None,
            spacing=6,
            margins=(24, 40, 24, 24),
            on=self,
        )

    def what(self) -> str:
        """What came in, in one line."""
        return self._what.text()

    def _words(self, target: Target, came: int) -> tuple[str, str]:
        """What came into a directory, and how it is opened."""
        if target is Target.UNITS:
            return self.tr("%n unit(s) imported", "", came), self.tr("Open the units")
        if target is Target.TARIFF:
            return self.tr("%n price(s) imported", "", came), self.tr("Open the tariff")
        return self.tr("%n person(s) imported", "", came), self.tr("Open the staff")

    def show_summary(self, summary: SheetSummary, left_out: int) -> None:
        """Say what came in; ``left_out`` rows had errors and did not."""
        came = summary.added + summary.changed
        facts: list[str] = []
        if summary.target is Target.SLIPS:
            self._what.say(self.tr("%n slip(s) imported", "", came))
            self.open.set_text(self.tr("Open the registers"))
            if summary.units:
                facts.append(
                    self.tr("%n unit(s) added to the directory.", "", summary.units)
                )
            if summary.gaps:
                facts.append(
                    self.tr("%n gap(s) in the numbers noted.", "", summary.gaps)
                )
            stands = self.tr(
                "The slips stand in the registers under their own numbers. Numbers are "
                "not taken back: a slip that is wrong is corrected or made void."
            )
        else:
            what, opened = self._words(summary.target, came)
            self._what.say(what)
            self.open.set_text(opened)
            facts.append(self.tr("%n added.", "", summary.added))
            facts.append(self.tr("%n changed.", "", summary.changed))
            facts.append(self.tr("%n known already.", "", summary.same))
            stands = self.tr(
                "Each row can be changed or taken out of use in the settings."
            )
            if summary.target is Target.TARIFF:
                stands = self.tr(
                    "A new price ended the one before it on its day; slips keep what "
                    "they were charged."
                )
        if left_out:
            facts.append(self.tr("%n row(s) with errors left out.", "", left_out))
        self.facts.say("\n".join(facts))
        self.facts.setVisible(bool(facts))
        self.stands.say(stands)
