"""How a school's years stand, in the lines with which every face begins. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sendwizard.core.approval import state_of
from sendwizard.core.carry import old_answer
from sendwizard.core.kinds import say_date
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import count
from sendwizard.errors import SendwizardError
from sendwizard.office.acts import YearStatus, year_status
from sendwizard.office.sitting import Sitting
from sendwizard.office.standing import standing

MOST_YEARS = 4
"""Years that get a line of their own; older ones share one."""


@dataclass(frozen=True)
class AtHome:
    """What is known of the open year, and of the others once they have been looked at."""

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
    def of(
        cls, sitting: Sitting, wizard: Wizard, today: date, told: tuple[str, ...] = ()
    ) -> "AtHome":
        """What can be known at once."""
        stands = standing(sitting.school, wizard.bank, wizard.answers)
        mine = year_status(wizard.bank, wizard.answers, stands)
        return cls(sitting, wizard, mine, today, told)

    def knowing(self, good: Sequence[YearStatus], problems: Sequence[SendwizardError]) -> "AtHome":
        """The same with what `all_status` found."""
        others = [each for each in good if each.year != self.mine.year]
        return replace(self, others=others, problems=problems)

    def lines(self, *, others: bool = True) -> tuple[str, ...]:
        """The open year, what is wrong, the other years, and the folder.

        Without `others` where they have not been looked at, and are not about to be.
        """
        school = self.sitting.school
        lines = list(self.told)
        if self.sitting.read_only:
            lines.append(self.sitting.read_only)
        lines.append(f"{self.mine.year}: {say_state(self.mine)}{self._left()}")
        lines += self._review()
        lines += map(str, self.problems)
        lines += self._other_years() if others else ()
        lines.append(f"Folder: {school.folder}")
        if school.hidden:
            lines.append(f"This hides another folder that has answers: {school.hidden}")
        return tuple(lines)

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
            changed = sum(
                question.begun_year and self.wizard.statuses[question.id] is Status.UNANSWERED
                for question in self.wizard.route
            )
            if changed:
                parts.append(f"{changed} on what has changed")
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


def say_state(status: YearStatus) -> str:
    """`draft`; `approved on 3 March 2027, not yet on the website`."""
    if status.approval is None:
        return "draft" if status.state == "draft" else "complete, waiting for governors"
    state = state_of(0, status.approval, status.changed)
    where = "" if status.published else ", not yet on the website"
    return f"{state[0].lower()}{state[1:]}{where}"
