"""The one table of what a person can do, for keys, menu, footer, help and the README’s list.

No Alt, no Ctrl+Enter; each everyday action has a function key and a Ctrl letter that TextArea,
Textual, tmux and the terminals leave free. Everything else is a numbered line of the menu.
"""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True)
class Action:
    """One thing that a person can do."""

    name: str
    """What the app does: its method `do_NAME`."""
    keys: tuple[str, ...]
    """The keys for it; () where it is a line of the menu."""
    label: str
    """One or two words for the footer; the line of the menu where it has no key."""
    explanation: str
    """One sentence for the help."""
    looks_only: bool = False
    """Whether it is there, too, where the answers can only be looked at."""

    @property
    def shown_keys(self) -> str:
        """The keys as people read them: `F7 or Ctrl+P`; `F2` where it is a line of the menu."""
        return " or ".join(map(shown_key, self.keys)) or "F2"


def shown_key(key: str) -> str:
    """One key as people read it."""
    letter = key.removeprefix("ctrl+")
    return f"Ctrl+{letter.upper()}" if letter != key else key.upper()


ACTIONS = (
    Action("help", ("f1",), "Help", "Explains this page and its keys."),
    Action("menu", ("f2", "ctrl+o"), "Menu", "Lists everything else that you can do."),
    Action(
        "more", ("f3", "ctrl+g"), "More", "Turns to last year’s answer, an example and the law."
    ),
    Action(
        "contents", ("f4", "ctrl+t"), "List", "Lists the sections and questions; Enter goes there."
    ),
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
"""The everyday actions, in the order of their keys."""


def _line(name: str, label: str, explanation: str, *, looks_only: bool = False) -> Action:
    return Action(name, (), label, explanation, looks_only)


MENU: dict[str, tuple[Action, ...]] = {
    "This answer": (
        _line("note", "A reminder to myself", "Only you see it; it is never printed."),
        _line("still_true", "Last year’s answer is still true", "Keeps it and goes on."),
        _line("how", "How I know that it is still true", "Governors see it; no report does."),
        _line("look_again", "Not checked after all", "Makes it last year’s again."),
        _line("not_applicable", "This does not apply to our school", "Asks for the reason."),
        _line("take_out", "Take this answer out", "The history keeps it."),
        _line(
            "found",
            "What was found in this answer",
            "What to look at again, to mend it or to set it aside.",
            looks_only=True,
        ),
        _line(
            "document",
            "Last year’s report, to copy from",
            "Opens it beside the question, with a search.",
            looks_only=True,
        ),
    ),
    "Finding my way": (
        _line("home", "Home", "Years, folder and next review.", looks_only=True),
        _line(
            "search",
            "Search",
            "Finds words in questions, guidance, answers and reminders.",
            looks_only=True,
        ),
        _line("next_for_me", "The next question that needs me", "Goes there.", looks_only=True),
        _line("finish_section", "I have finished this section", "Marks it in the contents."),
        _line(
            "narrow",
            "Only what needs me",
            "Going on passes by all that is done.",
            looks_only=True,
        ),
        _line(
            "skip",
            "Leave out the extra questions",
            "Families and councils ask them, and no law does.",
            looks_only=True,
        ),
        _line("reminders", "My reminders", "Lists them; Enter goes there.", looks_only=True),
    ),
    "The report": (
        _line(
            "check_answers", "Check my answers", "Reads them all, and changes one.", looks_only=True
        ),
        _line(
            "spelling",
            "Check the spelling",
            "Looks up every word of your answers.",
            looks_only=True,
        ),
        _line("preview", "See the report as it stands", "Nothing is written.", looks_only=True),
    ),
    "This year and others": (
        _line("approve", "Approve and lock", "Freezes the report that governors approved."),
        _line("small_change", "Something has changed", "Updates the approved report."),
        _line("published", "Where the report is on the website", "Its address and its day."),
        _line("changes", "What changed", "Since last year, or since approval.", looks_only=True),
        _line(
            "history",
            "Earlier saves and replaced texts",
            "Shows them and brings one back.",
            looks_only=True,
        ),
        _line("years", "Other years, and the next one", "Opens or begins one.", looks_only=True),
        _line("beside", "Put last year’s report beside the questions", "Word, text or Markdown."),
        _line("new_questions", "Newer questions", "What they mean, and whether to take them."),
    ),
    "Help": (
        _line(
            "help", "Help with this page", "F1, where the terminal keeps that key.", looks_only=True
        ),
        _line("glossary", "Words explained", "The terms and short forms of SEN.", looks_only=True),
        _line(
            "looks",
            "How the screen looks",
            "Dark, light, high contrast, few colours or none.",
            looks_only=True,
        ),
    ),
}
"""Everything without a key of its own, under the headings of the menu."""

MENU_NUMBER = {
    each.name: number
    for number, each in enumerate((each for actions in MENU.values() for each in actions), 1)
}
"""The number of each line, the same at every question: what was learnt once stays so."""

BINDINGS = [
    Binding(",".join(action.keys), f"ask('{action.name}')", action.label, show=False, priority=True)
    for action in ACTIONS
]


def footer_pairs(*, keeping: bool = False) -> tuple[tuple[str, str], ...]:
    """The keys of the footer, each with its word; there is no room for all of them.

    `keeping` is an answer of last year's that can be kept: the key for that stands there in place
    of the one for the report.
    """
    left_out = "finish" if keeping else "keep"
    return tuple((each.keys[0].upper(), each.label) for each in ACTIONS if each.name != left_out)


def footer(*, keeping: bool = False) -> str:
    """The keys on one line of at most 80 cells."""
    return " ".join(f"{key} {label}" for key, label in footer_pairs(keeping=keeping))
