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
    in_footer: bool = True
    """Whether there is room for it at the foot of 80 cells; the menu has them all."""

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
    Action("more", ("f3", "ctrl+g"), "More", "Turns from the guidance to an example and the law."),
    Action("contents", ("f4", "ctrl+t"), "List", "Lists every question; Enter goes to it."),
    Action("review", ("f5", "ctrl+r"), "Review", "Lists what is missing; Enter goes to it."),
    Action("finish", ("f6", "ctrl+f"), "Report", "Builds the report and says where it is."),
    Action("back", ("f7", "ctrl+p"), "Back", "Goes to the question before; never refused."),
    Action("next", ("f8", "ctrl+n"), "Next", "Goes to the next question."),
    Action(
        "skip",
        ("f9", "ctrl+s"),
        "Skip extras",
        "Leaves out the extra questions, or brings them back.",
        in_footer=False,
    ),
    Action("leave", ("f12", "ctrl+l"), "Leave", "Saves and leaves; you come back to this place."),
)
BINDINGS = [
    Binding(",".join(action.keys), f"ask('{action.name}')", action.label, show=False, priority=True)
    for action in ACTIONS
]


def footer() -> str:
    """The keys on one line of at most 80 cells."""
    shown = (each for each in ACTIONS if each.in_footer)
    return " ".join(f"{each.keys[0].upper()} {each.label}" for each in shown)
