"""The one table of keys: bindings, footer, help and the README's list are all read from it.

No Alt, no Ctrl+Enter; each everyday action has a function key and a Ctrl letter that TextArea,
Textual, tmux and the terminals leave free.
"""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True)
class Action:
    """One thing that a key does on the question page."""

    name: str
    """What the app does: its method `do_NAME`."""
    keys: tuple[str, ...]
    label: str
    """One or two words for the footer and the menu."""
    explanation: str
    """One sentence for the help."""

    @property
    def shown_keys(self) -> str:
        """The keys as people read them: `F7 or Ctrl+P`."""
        return " or ".join(
            f"Ctrl+{key.removeprefix('ctrl+').upper()}" if key.startswith("ctrl+") else key.upper()
            for key in self.keys
        )


ACTIONS = (
    Action("help", ("f1",), "Help", "Explains this page and its keys."),
    Action("menu", ("f2", "ctrl+o"), "Menu", "Lists everything else that you can do."),
    Action(
        "more", ("f3", "ctrl+g"), "More", "Turns to last year’s answer, an example and the law."
    ),
    Action("contents", ("f4", "ctrl+t"), "List", "Lists every question; Enter goes to it."),
    Action("review", ("f5", "ctrl+r"), "Review", "Lists what is missing; Enter goes to it."),
    Action("finish", ("f6", "ctrl+f"), "Report", "Builds the report and says where it is."),
    Action("back", ("f7", "ctrl+p"), "Back", "Goes to the question before; never refused."),
    Action("next", ("f8", "ctrl+n"), "Next", "Goes to the next question."),
    Action(
        "keep",
        ("f9", "ctrl+s"),
        "Keep",
        "Keeps last year’s answer; in a first year, skips extras.",
    ),
    Action("leave", ("f12", "ctrl+l"), "Leave", "Saves and leaves; you come back to this place."),
)
BINDINGS = [
    Binding(",".join(action.keys), f"ask('{action.name}')", action.label, show=False, priority=True)
    for action in ACTIONS
]


def footer(*, keeping: bool = False) -> str:
    """The keys on one line of at most 80 cells; there is no room for all of them.

    `keeping` is a year that began with last year's answers: the key that keeps one stands there
    in place of the one for the report, which home and the review offer as well.
    """
    left_out = "finish" if keeping else "keep"
    shown = (each for each in ACTIONS if each.name != left_out)
    return " ".join(f"{each.keys[0].upper()} {each.label}" for each in shown)
