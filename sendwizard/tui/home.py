"""Home: every year with its state, what is left, and what can be done. Also the welcome page.

Knows no widget's inside and decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sendwizard.core.approval import state_of
from sendwizard.core.carry import old_answer
from sendwizard.core.editions import is_newer
from sendwizard.core.kinds import say_date
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import LEAVING, count
from sendwizard.errors import SendwizardError
from sendwizard.office.acts import YearStatus, year_status
from sendwizard.office.sitting import Sitting
from sendwizard.office.standing import standing
from sendwizard.tui.pages import PickPage, numbered

MOST_YEARS = 4
"""Years that home gives a line of their own; older ones share one."""


@dataclass(frozen=True)
class Home:
    """What home knows when it opens; the other years are looked at meanwhile."""

    sitting: Sitting
    wizard: Wizard
    mine: YearStatus
    today: date
    told: tuple[str, ...] = ()
    """What is to be said first, of a year that was just begun."""
    others: Sequence[YearStatus] = ()
    problems: Sequence[SendwizardError] = ()
    """Years that cannot be read, and approved copies that were altered or lost."""

    @classmethod
    def of(cls, sitting: Sitting, wizard: Wizard, today: date, told: tuple[str, ...]) -> "Home":
        """What can be known at once."""
        stands = standing(sitting.school, wizard.bank, wizard.answers)
        mine = year_status(wizard.bank, wizard.answers, stands)
        return cls(sitting, wizard, mine, today, told)

    def page(self) -> PickPage:
        """The page, with what can be done on numbered lines."""
        been_here = self.sitting.resume is not None
        return PickPage(
            f"SEN information report {self.wizard.answers.year}",
            self.intro(),
            numbered(self.actions()),
            at="nothing" if been_here or self.told else "next_for_me",
        )

    def intro(self) -> str:
        """The open year, what is wrong, the other years, and the folder."""
        school = self.sitting.school
        lines = list(self.told)
        if self.sitting.read_only:
            lines.append(self.sitting.read_only)
        lines.append(f"{self.mine.year}: {say_state(self.mine)}{self._left()}")
        lines += self._review()
        lines += map(str, self.problems)
        lines += self._other_years()
        lines.append(f"Folder: {school.folder}")
        if school.hidden:
            lines.append(f"This hides another folder that has answers: {school.hidden}")
        return "\n".join(lines)

    def _left(self) -> str:
        """`: 31 to look at, 2 new questions`; "" for a year that is approved."""
        if self.mine.approval is not None and not self.mine.to_look_at:
            return ""
        parts = [f"{self.mine.to_look_at} to look at"] if self.mine.to_look_at else []
        if self.wizard.answers.began is None:
            done = self.mine.counts[Status.ANSWERED] + self.mine.counts[Status.NOT_APPLICABLE]
            parts.append(f"{done} of {count(self.mine.total, 'question')} answered")
        else:
            empty = [
                old_answer(question, self.sitting.before) if self.sitting.before else None
                for question in self.wizard.route
                if self.wizard.statuses[question.id] is Status.UNANSWERED
                and not question.begun_year
            ]
            asked_anew = sum(each is not None for each in empty)
            if asked_anew:
                parts.append(f"{asked_anew} to fill in afresh")
            if len(empty) > asked_anew:
                parts.append(count(len(empty) - asked_anew, "new question"))
        return f"; {', '.join(parts)}" if parts else ""

    def _review(self) -> list[str]:
        years = sorted((self.mine, *self.others), key=lambda each: each.year, reverse=True)
        dates = [each.next_review for each in years if each.year <= self.mine.year]
        review = next((each for each in dates if each), None)
        if review is None:
            return []
        past = ", which is past: the report needs looking at" if review < self.today else ""
        return [f"Next review: {say_date(review)}{past}"]

    def _other_years(self) -> list[str]:
        """One line each, newest first; the older ones share a line."""
        known = {each.year: each for each in self.others}
        years = [year for year in self.sitting.school.years() if year != self.mine.year][::-1]
        room = MOST_YEARS if len(years) <= MOST_YEARS else MOST_YEARS - 1
        unknown = "cannot be read" if self.others or self.problems else ""
        lines = [
            f"{year}: {self._say(known[year]) if year in known else unknown}"
            for year in years[:room]
        ]
        older = years[room:]
        if older:
            states = {known[year].state if year in known else "" for year in older}
            alike = ", all approved" if states == {"approved"} else ""
            lines.append(f"{older[-1]} to {older[0]}: {count(len(older), 'earlier year')}{alike}")
        return lines

    def _say(self, other: YearStatus) -> str:
        """A year's state; a report that a later one has replaced need not go onto the website."""
        years = (self.mine, *self.others)
        replaced = any(each.approval is not None and each.year > other.year for each in years)
        return say_state(replace(other, published=True) if replaced else other)

    def actions(self) -> Sequence[tuple[str, str]]:
        """At most nine: what each line makes the app do, and its words."""
        needing = sum(map(self.wizard.needs_me, self.wizard.route))
        approved = self.mine.approval is not None
        actions = [("nothing", "Go on where you were")]
        if needing:
            actions.append(("next_for_me", f"Go to the next that needs you ({needing} left)"))
        actions += [
            ("contents", "Contents"),
            ("review", "Review: what is missing"),
            ("finish", "Build the report"),
        ]
        if not self.sitting.read_only:
            actions.append(
                ("small_change", "Something has changed")
                if approved
                else ("approve", "Approve and lock")
            )
            if is_newer(self.wizard.bank, self.wizard.answers):
                actions.append(("new_questions", "There are newer questions: what they mean"))
            elif approved and not self.mine.published:
                actions.append(("published", "Say where the report is on the website"))
        actions.append(("other", "What changed, earlier saves, other years and the next one"))
        return [*actions, ("leave", "Leave")]


def say_state(status: YearStatus) -> str:
    """`draft`; `approved on 3 March 2027, not yet on the website`."""
    if status.approval is None:
        return "draft" if status.state == "draft" else "complete, waiting for governors"
    state = state_of(0, status.approval, status.changed)
    where = "" if status.published else ", not yet on the website"
    return f"{state[0].lower()}{state[1:]}{where}"


def welcome_page(year: str) -> PickPage:
    """What an empty folder opens with."""
    text = (
        "Welcome. This wizard helps you to write your school’s SEN information report, one "
        "question at a time. The first three questions, on your school’s name, type and ages, "
        "decide which of the others you are asked. Most answers take a few minutes each.\n\n"
        f"You type; every word is saved at once. {LEAVING}\n"
    )
    lines = [
        ("nothing", "Begin"),
        ("beside", "Begin with last year’s report beside the questions"),
        ("another_year", "Begin another school year"),
        ("leave", "Leave"),
    ]
    title = f"Your SEN information report for {year}"
    return PickPage(title, text, numbered(lines), back="Esc: begin")
