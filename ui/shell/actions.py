"""The table of actions: what can be done, by which key, and who carries it out.

Buttons and menus are made from these rows; no other place names a shortcut.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from models.text import QT_TRANSLATE_NOOP
from ui.kit.button import Button, Look


@dataclass(frozen=True, slots=True)
class Action:
    """One action; ``where`` is the page (or ``window``) on which its key works."""

    id: str
    text: str
    where: str
    keys: str = ""
    icon_name: str = ""
    is_dangerous: bool = False


_T = QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action("frame.search", _T("Actions", "Search everything"), "window", "Ctrl+K"),
    Action("frame.keys", _T("Actions", "Keys of this page"), "window", "F1"),
    Action("frame.full_screen", _T("Actions", "Full screen"), "window", "F11"),
    Action("intake.issue", _T("Actions", "Issue"), "intake", "Ctrl+Return"),
    Action("intake.clear", _T("Actions", "Clear the form"), "intake", "Ctrl+Del"),
    Action("intake.new_draft", _T("Actions", "New draft"), "intake", "Ctrl+N", "plus"),
    Action("intake.next_draft", _T("Actions", "Next draft"), "intake", "Ctrl+Tab"),
    Action("intake.open_twin", _T("Actions", "Open it"), "intake", "F2"),
    Action("intake.join_twin", _T("Actions", "Join it"), "intake", "F3"),
    Action("intake.anyway", _T("Actions", "Issue anyway"), "intake", "F4"),
    Action("intake.close_draft", _T("Actions", "Close the draft"), "intake", "Ctrl+W"),
    Action("slip.print", _T("Actions", "Print copies"), "slip", "Ctrl+P", "printer"),
    Action("slip.open", _T("Actions", "Open"), "slip"),
    Action("slip.moves", _T("Actions", "More steps"), "slip", "Ctrl+M", "ellipsis"),
    Action(
        "slip.dispatch",
        _T("Actions", "Dispatch and print"),
        "dispatch",
        "Return",
        "send",
    ),
    Action("dispatch.reassign", _T("Actions", "Reassign"), "dispatch", "R", "users"),
    Action("dispatch.bounce", _T("Actions", "Bounce"), "dispatch", "B", "undo-2"),
    Action("dispatch.receive", _T("Actions", "Supervisor has it"), "dispatch", "G"),
    Action("dispatch.arrive", _T("Actions", "On site"), "dispatch", "A", "map-pin"),
    Action("dispatch.price", _T("Actions", "Quote or dispute"), "dispatch", "Q"),
    Action("dispatch.start", _T("Actions", "Start work"), "dispatch", "W"),
    Action("dispatch.complete", _T("Actions", "Complete"), "dispatch", "C"),
    Action("dispatch.suspend", _T("Actions", "Unfinished"), "dispatch", "S"),
    Action("dispatch.reschedule", _T("Actions", "Reschedule"), "dispatch", "T"),
    Action("dispatch.delay", _T("Actions", "Tell of the delay"), "dispatch", "D"),
    Action("dispatch.print", _T("Actions", "Print"), "dispatch", "P", "printer"),
    Action("dispatch.open", _T("Actions", "Open"), "dispatch", "O"),
    Action("dispatch.more", _T("Actions", "More"), "dispatch", "M", "ellipsis"),
    Action("dispatch.holders", _T("Actions", "Who holds what"), "dispatch", "H"),
    Action("dispatch.sound", _T("Actions", "Sound on or off"), "dispatch", "L"),
    Action("return.take_back", _T("Actions", "Take back"), "return", "Ctrl+Return"),
    Action("return.unfinished", _T("Actions", "Unfinished"), "return", "Ctrl+U"),
    Action("return.feedback", _T("Actions", "Reason and time"), "return", "F4"),
    Action("return.check_sheet", _T("Actions", "Check sheet"), "return", "Ctrl+P"),
    Action("return.chase_sheet", _T("Actions", "Chase sheet"), "return", "Ctrl+Alt+P"),
    Action(
        "return.final", _T("Actions", "Make final"), "return", "Ctrl+D", "badge-check"
    ),
    Action(
        "follow_up.save", _T("Actions", "Save the look"), "follow_up", "Ctrl+Return"
    ),
    Action("follow_up.open", _T("Actions", "Open the slip"), "follow_up", "Ctrl+O"),
    Action(
        "follow_up.print",
        _T("Actions", "Print the list"),
        "follow_up",
        "Ctrl+P",
        "printer",
    ),
    Action("follow_up.review", _T("Actions", "Day looked through"), "follow_up", "F8"),
    Action("gap.save", _T("Actions", "Close the case"), "gap", "Ctrl+Return"),
    Action("gap.explain", _T("Actions", "Keep open"), "gap", "Ctrl+S", "save"),
    Action("gap.look", _T("Actions", "Look for gaps"), "gap", "F5", "search"),
    Action("gap.open", _T("Actions", "Open the slip"), "gap", "Ctrl+O"),
    Action("gap.print", _T("Actions", "Print the list"), "gap", "Ctrl+P", "printer"),
    Action("handover.save", _T("Actions", "Hand over"), "handover", "Ctrl+Return"),
    Action("handover.open", _T("Actions", "Open the slip"), "handover", "Ctrl+O"),
    Action(
        "handover.print",
        _T("Actions", "Print the sheet"),
        "handover",
        "Ctrl+P",
        "printer",
    ),
    Action(
        "register.export", _T("Actions", "Export"), "register", "Ctrl+E", "download"
    ),
    Action("register.find", _T("Actions", "Find in the list"), "register", "Ctrl+F"),
    Action("register.filter", _T("Actions", "Filter a column"), "register", "Alt+Down"),
    Action(
        "register.clear", _T("Actions", "Clear the filters"), "register", "Ctrl+Del"
    ),
    Action("register.tick", _T("Actions", "Tick the slip"), "register", "Space"),
    Action(
        "register.tick_all", _T("Actions", "Tick all matching"), "register", "Ctrl+A"
    ),
    Action(
        "register.print",
        _T("Actions", "Print the ticked"),
        "register",
        "Ctrl+P",
        "printer",
    ),
    Action("register.assign", _T("Actions", "Assign"), "register", "Ctrl+G", "users"),
    Action(
        "register.bulk",
        _T("Actions", "Change the ticked"),
        "register",
        "Ctrl+M",
        "ellipsis",
    ),
    Action("register.days", _T("Actions", "Days from, until"), "register", "Ctrl+D"),
    Action("register.keep_view", _T("Actions", "Keep as a view"), "register", "Ctrl+S"),
    Action("register.edit", _T("Actions", "Edit the cell"), "register", "F2"),
    Action(
        "register.columns", _T("Actions", "Columns"), "register", "Ctrl+L", "columns-3"
    ),
    Action(
        "register.import",
        _T("Actions", "Import a sheet"),
        "register",
        "Ctrl+I",
        "file-up",
    ),
    Action("inspection.pass", _T("Actions", "Pass"), "inspection", "Return"),
    Action("inspection.fail", _T("Actions", "Fail"), "inspection", "2"),
    Action("inspection.see", _T("Actions", "Seen"), "inspection"),
    Action("inspection.tick", _T("Actions", "Tick the work"), "inspection", "Space"),
    Action("inspection.tick_all", _T("Actions", "Tick all"), "inspection", "Ctrl+A"),
    Action(
        "inspection.print",
        _T("Actions", "Print the walk"),
        "inspection",
        "Ctrl+P",
        "printer",
    ),
    Action(
        "inspection.report",
        _T("Actions", "Print the failures"),
        "inspection",
        "Ctrl+R",
        "printer",
    ),
    Action("register.pane", _T("Actions", "Slip beside the list"), "register", "F4"),
    Action("callback.save", _T("Actions", "Save, next"), "callback", "Return"),
    Action("callback.satisfied", _T("Actions", "Satisfied"), "callback", "1"),
    Action("callback.fair", _T("Actions", "Fairly satisfied"), "callback", "2"),
    Action("callback.dissatisfied", _T("Actions", "Dissatisfied"), "callback", "3"),
    Action("callback.works", _T("Actions", "It works"), "callback", "Y"),
    Action("callback.fails", _T("Actions", "It does not work"), "callback", "N"),
    Action("callback.unreachable", _T("Actions", "Not reached"), "callback", "U"),
    Action(
        "callback.sheet",
        _T("Actions", "Callback sheet"),
        "callback",
        "Ctrl+P",
        "printer",
    ),
    Action("finance.before", _T("Actions", "Period before"), "finance", "Alt+Left"),
    Action("finance.after", _T("Actions", "Period after"), "finance", "Alt+Right"),
    Action("finance.next_tab", _T("Actions", "Next tab"), "finance", "Ctrl+Tab"),
    Action(
        "finance.previous_tab",
        _T("Actions", "Tab before"),
        "finance",
        "Ctrl+Shift+Tab",
    ),
    Action("finance.export", _T("Actions", "Export"), "finance", "Ctrl+E", "download"),
    Action(
        "finance_close.propose", _T("Actions", "Propose the close"), "finance_close"
    ),
    Action(
        "finance_close.confirm",
        _T("Actions", "Confirm and close"),
        "finance_close",
        "",
        "lock",
    ),
    Action("waiver.find", _T("Actions", "Look for a slip"), "waiver", "Ctrl+F"),
    Action("waiver.save", _T("Actions", "Ask for it"), "waiver", "Ctrl+Return"),
    Action("waiver.all", _T("Actions", "All that is left"), "waiver", "Alt+0"),
    Action("waiver.approve", _T("Actions", "Approve"), "waiver", "Alt+Y"),
    Action("waiver.reject", _T("Actions", "Do not approve"), "waiver", "Alt+N"),
    Action("waiver.withdraw", _T("Actions", "Withdraw the request"), "waiver"),
    Action(
        "waiver.print", _T("Actions", "Print the form"), "waiver", "Ctrl+P", "printer"
    ),
    Action(
        "waiver.sheet",
        _T("Actions", "List of the period"),
        "waiver",
        "Ctrl+Alt+P",
        "printer",
    ),
    Action("waiver.open", _T("Actions", "Open the slip"), "waiver", "Ctrl+O"),
    Action(
        "finance_handover.sign",
        _T("Actions", "Sign over"),
        "finance_handover",
        "Ctrl+Return",
        "signature",
    ),
    Action(
        "finance_handover.print",
        _T("Actions", "Print the list"),
        "finance_handover",
        "Ctrl+P",
        "printer",
    ),
    Action(
        "finance_handover.take_out",
        _T("Actions", "Take out of the bundle"),
        "finance_handover",
        "Del",
    ),
    Action("payment.find", _T("Actions", "Find a slip to pay"), "payment", "Ctrl+F"),
    Action("payment.save", _T("Actions", "Take the money"), "payment", "Return"),
    Action("payment.open", _T("Actions", "Open the slip"), "payment", "Ctrl+O"),
    Action("payment.refund", _T("Actions", "Pay back"), "payment", "Alt+R"),
    Action("payment.adjust", _T("Actions", "Adjust the price"), "payment", "Alt+J"),
    Action("payment.reverse", _T("Actions", "Answer a wrong entry"), "payment"),
    Action(
        "payment.print",
        _T("Actions", "Receipt slip"),
        "payment",
        "Ctrl+P",
        "printer",
    ),
    Action(
        "payment.print_taken",
        _T("Actions", "Receipt slip"),
        "payment",
        "Ctrl+Alt+P",
        "printer",
    ),
    Action(
        "payment.takings",
        _T("Actions", "Takings of the day"),
        "payment",
        "Ctrl+D",
        "wallet",
    ),
    Action(
        "payment.print_takings",
        _T("Actions", "Print the takings"),
        "payment",
        "Ctrl+Shift+P",
        "printer",
    ),
    Action(
        "payment.arrears",
        _T("Actions", "Arrears list"),
        "payment",
        "Ctrl+L",
        "printer",
    ),
    Action("payment.day_before", _T("Actions", "Day before"), "payment", "Alt+Up"),
    Action("payment.day_after", _T("Actions", "Day after"), "payment", "Alt+Down"),
    Action("dashboard.before", _T("Actions", "Range before"), "dashboard", "Alt+Left"),
    Action("dashboard.after", _T("Actions", "Range after"), "dashboard", "Alt+Right"),
    Action("dashboard.next_tab", _T("Actions", "Next tab"), "dashboard", "Ctrl+Tab"),
    Action(
        "dashboard.previous_tab",
        _T("Actions", "Tab before"),
        "dashboard",
        "Ctrl+Shift+Tab",
    ),
    Action("dashboard.part", _T("Actions", "Other part"), "dashboard", "F4"),
    Action(
        "dashboard.register",
        _T("Actions", "In the register"),
        "dashboard",
        "Ctrl+O",
        "table-2",
    ),
    Action(
        "dashboard.print",
        _T("Actions", "Print one page"),
        "dashboard",
        "Ctrl+P",
        "printer",
    ),
    Action("slip.step", _T("Actions", "Next step"), "slip_page", "Ctrl+Return"),
    Action(
        "slip.previous",
        _T("Actions", "Slip before"),
        "slip_page",
        "Alt+Up",
        "chevron-up",
    ),
    Action(
        "slip.next",
        _T("Actions", "Slip after"),
        "slip_page",
        "Alt+Down",
        "chevron-down",
    ),
    Action("slip.take_money", _T("Actions", "Take money"), "slip_page", "Ctrl+Shift+Y"),
    Action("slip.pay_back", _T("Actions", "Pay back"), "slip_page"),
    Action("slip.adjust", _T("Actions", "Adjust the price"), "slip_page"),
    Action("slip.back", _T("Actions", "Back"), "slip_page", "Esc", "arrow-left"),
    Action(
        "sheet.open", _T("Actions", "Import a sheet"), "settings", "Ctrl+I", "file-up"
    ),
    Action(
        "sheet.choose", _T("Actions", "Choose a file"), "sheet", "Ctrl+O", "file-up"
    ),
    Action("sheet.back", _T("Actions", "Back"), "sheet", "Alt+Left", "arrow-left"),
    Action("sheet.leave", _T("Actions", "Leave the page"), "sheet", "Esc"),
    Action("sheet.next", _T("Actions", "Check"), "sheet", "Ctrl+Return"),
    Action(
        "sheet.again", _T("Actions", "Read the file again"), "sheet", "F5", "rotate-ccw"
    ),
    Action(
        "sheet.export", _T("Actions", "Save the errors"), "sheet", "Ctrl+E", "download"
    ),
    Action("sheet.more", _T("Actions", "Import another sheet"), "sheet"),
    Action(
        "register_book.choose",
        _T("Actions", "Choose a file"),
        "register_book",
        "Ctrl+O",
        "file-up",
    ),
    Action(
        "register_book.again",
        _T("Actions", "Read the file again"),
        "register_book",
        "F5",
        "rotate-ccw",
    ),
    Action(
        "register_book.tick", _T("Actions", "Tick the cell"), "register_book", "Space"
    ),
    Action("register_book.all", _T("Actions", "Tick all"), "register_book", "Ctrl+A"),
    Action(
        "register_book.none",
        _T("Actions", "Tick none"),
        "register_book",
        "Ctrl+Shift+A",
    ),
    Action(
        "register_book.take", _T("Actions", "Write"), "register_book", "Ctrl+Return"
    ),
    Action(
        "register_book.leave", _T("Actions", "Leave the page"), "register_book", "Esc"
    ),
    Action("settings.add", _T("Actions", "Add"), "settings", "Ins", "plus"),
    Action("settings.edit", _T("Actions", "Change"), "settings", "", "pencil"),
    Action("settings.close", _T("Actions", "Take out of use"), "settings", "Del", ""),
    Action(
        "settings.export", _T("Actions", "Export"), "settings", "Ctrl+E", "download"
    ),
    Action(
        "settings.print", _T("Actions", "Price list"), "settings", "Ctrl+P", "printer"
    ),
    Action(
        "settings.import_calendar",
        _T("Actions", "Import holidays"),
        "settings",
        "",
        "upload",
    ),
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}


def action_text(action_id: str) -> str:
    """What an action is called in the window's language."""
    return QCoreApplication.translate("Actions", BY_ID[action_id].text)


def action_button(action_id: str, look: Look = Look.PLAIN) -> Button:
    """A button for an action, with its icon and its key."""
    action = BY_ID[action_id]
    return Button(
        action_text(action_id),
        look,
        icon_name=action.icon_name or None,
        keys=action.keys or None,
    )
