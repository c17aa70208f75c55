"""One member of staff: posts, trades, whether still here."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.staff_directory import SaveStaff, StaffRow
from models.staff import Department, Post
from ui.kit.field import Field
from ui.kit.fields import CheckField, ChoiceField, NamesField, TextField
from ui.kit.flow_layout import FlowLayout
from ui.kit.form_dialog import FormDialog
from ui.kit.segmented import Chip
from ui.words import field_word, options


class PostsField(Field):
    """Any number of posts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        holder = QWidget()
        flow = FlowLayout(holder)
        super().__init__(holder, parent)
        self._chips = [Chip(text, post) for post, text in options(*Post)]
        for chip in self._chips:
            chip.clicked.connect(lambda: self.edited.emit())
            flow.addWidget(chip)
        self.setFocusProxy(self._chips[0])

    def value(self) -> tuple[Post, ...]:
        return tuple(chip.value for chip in self._chips if chip.isChecked())

    def set_value(self, value: Sequence[Post] | None) -> None:
        for chip in self._chips:
            chip.setChecked(chip.value in (value or ()))


class StaffDialog(FormDialog[SaveStaff]):
    """Add a member of staff or change one."""

    def __init__(
        self,
        person: StaffRow | None,
        trades: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._person = person
        self.name(
            person.name if person else self.tr("New member of staff"), self.tr("Save")
        )
        self.person_name = self.add("name", self.tr("Name"), TextField(width=180))
        self.department = self.add(
            "department", self.tr("Department"), ChoiceField(options(*Department))
        )
        self.posts = self.add("posts", field_word("posts"), PostsField())
        self.trades = self.add("trades", self.tr("Trades"), NamesField())
        self.trades.line.setPlaceholderText("、".join(trades[:4]))
        self.trades.suggest(trades)
        self.badge_no = self.add(
            "badge_no", field_word("badge_no"), TextField(width=180)
        )
        self.phone = self.add("phone", field_word("phone"), TextField(width=180))
        self.is_active = self.add(
            "is_active", self.tr("In use"), CheckField(self.tr("Works here"))
        )
        self.is_active.set_value(True)
        if person is not None:
            self.person_name.set_value(person.name)
            self.department.set_value(person.department)
            self.posts.set_value(person.posts)
            self.trades.set_value(person.trades)
            self.badge_no.set_value(person.badge_no)
            self.phone.set_value(person.phone)
            self.is_active.set_value(person.is_active)

    def order(self) -> SaveStaff:
        return SaveStaff(
            name=self.person_name.value(),
            department=self.department.value(),
            posts=self.posts.value(),
            trades=self.trades.value(),
            badge_no=self.badge_no.value(),
            phone=self.phone.value(),
            is_active=self.is_active.value(),
            staff_id=self._person.id if self._person else None,
            version=self._person.version if self._person else None,
        )
