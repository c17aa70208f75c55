"""The one style sheet, made from the tokens.

Only what Qt paints better by itself is styled here; buttons, tables and labels of the
kit are painted by their own classes.
"""

from importlib import resources
from pathlib import Path
from string import Template

from ui.theme.tokens import Tokens

_SHEET = Template(
    """
QToolTip {
    background: $surface; color: $text; border: 1px solid $line_strong;
    padding: 4px 8px; font-size: 12px;
}
QWidget[pane="surface"] { background: $surface; }
QWidget[pane="sunken"] { background: $sunken; }
QWidget[pane="chosen"] { background: $chosen; }
QWidget[pane="frame"] { background: $bg; }
QLabel { color: $text; background: transparent; }
QLabel[tone="second"] { color: $text_second; }
QLabel[tone="third"] { color: $text_third; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }

QLineEdit, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
    padding: 0 11px; font-size: 14px; selection-background-color: $accent_fill;
    selection-color: $on_accent; margin: 0;
}
QLineEdit { min-height: 34px; max-height: 34px; }
QPlainTextEdit { padding: 5px 7px; }
QLineEdit:focus, QPlainTextEdit:focus {
    border: 2px solid $accent; padding: 0 10px;
}
QLineEdit:focus { min-height: 32px; max-height: 32px; }
QPlainTextEdit:focus { padding: 4px 6px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {
    border: 2px solid $bad; padding: 0 10px;
}
QLineEdit[wrong="true"] { min-height: 32px; max-height: 32px; }
QPlainTextEdit[wrong="true"] { padding: 4px 6px; }
QLineEdit[bar="true"] { min-height: 32px; max-height: 32px; font-size: 13px; }
QLineEdit[bar="true"]:focus { min-height: 30px; max-height: 30px; }
QLineEdit[scan="true"] {
    min-height: 78px; max-height: 78px; font-size: 28px; border-radius: 10px;
    padding: 0 23px;
}
QLineEdit[scan="true"]:focus { min-height: 76px; max-height: 76px; padding: 0 22px; }
QLineEdit[cell="true"], QLineEdit[cell="true"]:focus {
    min-height: 24px; max-height: 24px; font-size: 13px; border-radius: 4px;
    padding: 0 6px;
}
QLineEdit:disabled, QLineEdit:read-only, QPlainTextEdit:disabled {
    background: $hover; color: $text_third; border-color: $hover;
}

QComboBox {
    background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
    padding: 0 11px; font-size: 14px; min-height: 34px; max-height: 34px;
}
QComboBox:focus, QComboBox:on {
    border: 2px solid $accent; padding: 0 10px; min-height: 32px; max-height: 32px;
}
QComboBox[wrong="true"] {
    border: 2px solid $bad; padding: 0 10px; min-height: 32px; max-height: 32px;
}
QComboBox:disabled { background: $hover; color: $text_third; border-color: $hover; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url($arrow); width: 16px; height: 16px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: none; padding: 0; min-height: 30px; max-height: 30px;
    background: transparent;
}
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $line_strong;
    selection-background-color: $chosen; selection-color: $text; outline: none;
    padding: 4px; font-size: 14px;
}
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 8px; }
QFrame[popup="true"] { background: $surface; border: 1px solid $line_strong; }
QListView[popup="true"] {
    background: $surface; color: $text; border: 1px solid $line_strong;
    selection-background-color: $chosen; selection-color: $text; outline: none;
    padding: 4px; font-size: 14px;
}
QListView[popup="true"]::item { min-height: 32px; padding: 0 8px; }

QMenu {
    background: $surface; color: $text; border: 1px solid $line_strong;
    padding: 6px; font-size: 13px;
}
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 4px; }
QMenu::item:selected { background: $hover; color: $text; }
QMenu::item:disabled { color: $text_third; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }

QTableView, QListView, QTreeView {
    background: $surface; color: $text; border: none; outline: none;
    selection-background-color: $chosen; selection-color: $text;
}
QListView[clear="true"], QTableView[clear="true"] { background: transparent; }
QHeaderView { background: $sunken; border: none; }
QTableCornerButton::section { background: $sunken; border: none; }
QAbstractScrollArea::corner { background: $surface; border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle {
    background: $line_strong; border-radius: 4px; margin: 2px;
}
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QDialog { background: $surface; }
QDialog QPushButton {
    background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
    padding: 0 14px; min-height: 30px;
}
QDialog QPushButton:default { border: 2px solid $accent; min-height: 28px; }
QDialog QPushButton:disabled { color: $text_third; border-color: $hover; }
"""
)


def style_sheet(colours: Tokens) -> str:
    """The style sheet of one palette."""
    names = {
        name: getattr(colours, name)
        for name in Tokens.__dataclass_fields__
        if name not in ("copies", "is_dark")
    }
    shade = "dark" if colours.is_dark else "light"
    arrow = Path(str(resources.files("resources"))) / "styles" / f"arrow-{shade}.svg"
    return _SHEET.substitute(names, arrow=arrow.as_posix())
