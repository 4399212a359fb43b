"""Home: every year with its state, what is left, and what can be done.

Knows no widget's inside and decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sendwizard.core.editions import is_newer
from sendwizard.office.at_home import AtHome
from sendwizard.tui.pages import PickPage, numbered


@dataclass(frozen=True)
class Home:
    """What home shows; the other years are looked at while it is open."""

    at: AtHome

    def page(self) -> PickPage:
        """The page, with what can be done on numbered lines."""
        been_here = self.at.sitting.resume is not None
        return PickPage(
            f"SEN information report {self.at.wizard.answers.year}",
            self.intro(),
            numbered(self.actions()),
            at="nothing" if been_here or self.at.told else "next_for_me",
        )

    def intro(self) -> str:
        """The open year, what is wrong, the other years, and the folder."""
        return "\n".join(self.at.lines())

    def actions(self) -> Sequence[tuple[str, str]]:
        """At most nine: what each line makes the app do, and its words."""
        needing = sum(map(self.at.wizard.needs_me, self.at.wizard.route))
        approved = self.at.mine.approval is not None
        actions = [("nothing", "Go on where you were")]
        if needing:
            actions.append(("next_for_me", f"Go to the next that needs you ({needing} left)"))
        actions += [
            ("contents", "Contents"),
            ("review", "Review: what is missing")
            if needing
            else ("check_answers", "Check your answers"),
            ("finish", "Build the report"),
        ]
        if not self.at.sitting.read_only:
            actions.append(
                ("small_change", "Something has changed")
                if approved
                else ("approve", "Approve and lock")
            )
            if is_newer(self.at.wizard.bank, self.at.wizard.answers):
                actions.append(("new_questions", "There are newer questions: what they mean"))
            elif approved and not self.at.mine.published:
                actions.append(("published", "Say where the report is on the website"))
        actions.append(("menu", "All else: what changed, earlier saves, other years (F2)"))
        return [*actions, ("leave", "Leave: that loses nothing, and you come back to this place")]
