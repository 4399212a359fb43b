"""The pages of approving: what stands in the way, who decides, and a form. Decides nothing.

One page leads to the next, and Esc to the one before; what was typed stays until it is approved.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from sendwizard.core.approval import BODIES
from sendwizard.core.findings import Finding
from sendwizard.core.words import count
from sendwizard.office.approving import Decision
from sendwizard.office.asking import (
    ACCEPT_GAPS,
    APPROVAL_BOXES,
    APPROVE,
    NEVER_ACCEPTED,
    REASON_BOX,
    WHAT_ACCEPTING_MEANS,
    WHO_DECIDES,
    WHO_SIGNED,
    approval_decided,
    approval_texts,
    last_look,
    what_was_set_aside,
    wrong_with_approval,
)
from sendwizard.office.boxes import Filled
from sendwizard.office.standing import Standing, standing
from sendwizard.tui import found, words
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.editing import FindingsPage
from sendwizard.tui.forms import FormPage
from sendwizard.tui.locking import Locking
from sendwizard.tui.pages import Line, PickPage, numbered

if TYPE_CHECKING:
    from sendwizard.office.checking import Checked

ACCEPT = ":accept"


def stands_of(app: ActingApp) -> Standing:
    """Where the open year stands with its governors."""
    return standing(app.sitting.school, app.wizard.bank, app.wizard.answers)


def checked_of(app: ActingApp) -> "Checked":
    """What the editor finds in the answers as they stand."""
    from sendwizard.office.checking import check_answers  # noqa: PLC0415 - every rule: 0.1 s

    return check_answers(app.wizard.bank, app.wizard.answers, app.today)


def stops_page(app: ActingApp, every: tuple[Finding, ...], *, can_accept: bool) -> PickPage:
    """What stands in the way; `can_accept` offers that governors accept it, where they may."""
    wizard, unread = app.wizard, app.unread()
    left = [each for each in every if each.question not in unread]
    never = [each for each in left if not each.rule.can_be_accepted]
    lines = [
        Line(q.id, f" !  {words.school_words(wizard, q.prompt)} · cannot be read yet")
        for q in wizard.route
        if q.id in unread
    ]
    left.sort(key=lambda each: each.rule.can_be_accepted)
    lines = found.apart([*lines, *(found.finding_line(wizard, each) for each in left)])
    intro = (
        f"{count(len(lines), 'thing stands', 'things stand')} in the way. Enter goes there.\n"
        "! fix   L last year’s, not checked yet"
    )
    at = lines[0].id
    if unread:
        intro += "\nWhat you typed and cannot be read yet has to be put right first."
    elif never:
        titles = dict.fromkeys(each.rule.title for each in never)
        intro += f"\n{NEVER_ACCEPTED} {'; '.join(titles)}."
    elif can_accept:
        intro += "\nGovernors can also accept these gaps knowingly: press 1."
        lines.insert(0, Line(ACCEPT, f" 1  {ACCEPT_GAPS}"))
    return FindingsPage(f"{APPROVE}: what stands in the way", intro, lines, at)


class Approving:
    """One person's way through the pages."""

    def __init__(self, app: ActingApp) -> None:
        self._app = app
        self._year = app.sitting.year
        self._today = app.today
        self._decision = Decision("", "", self._today)
        self._stands = Standing()
        self._found: tuple[Finding, ...] = ()
        """What stands in the way."""
        self._left = ""
        """What was set aside, in words."""

    # -- what stands in the way ---------------------------------------------------------

    def start(self) -> None:
        """First what stands in the way; where nothing does, who decides."""
        self._app.collect_field()
        self._stands, checked = stands_of(self._app), checked_of(self._app)
        self._found = checked.stops
        wizard = self._app.wizard
        self._left = what_was_set_aside(wizard.bank, wizard.answers, checked.set_aside)
        self._decision = replace(self._decision, gaps_reason="")
        if self._found or self._app.unread():
            page = stops_page(self._app, self._found, can_accept=True)
            self._app.push_screen(page, self._after_stops)
        else:
            self._ask_who()

    def _after_stops(self, picked: str | None) -> None:
        if picked == ACCEPT:
            texts = self._app.texts["gaps"]
            page = FormPage(ACCEPT_GAPS, WHAT_ACCEPTING_MEANS, (REASON_BOX,), texts)
            self._app.push_screen(page, self._after_reason)
        elif picked is not None:
            self._app.go_to_line(picked, self._found)

    def _after_reason(self, filled: Filled | None) -> None:
        if filled is None:
            self.start()
            return
        self._decision = replace(self._decision, gaps_reason=filled.text("reason"))
        self._ask_who()

    # -- who, and when ------------------------------------------------------------------

    def _ask_who(self) -> None:
        lines = numbered([(name, f"{text[0].upper()}{text[1:]}") for name, text in BODIES.items()])
        page = PickPage(APPROVE, WHO_DECIDES, lines, self._decision.body, back="Esc: not now")
        self._app.push_screen(page, self._after_who)

    def _after_who(self, picked: str | None) -> None:
        if picked is None:
            return
        self._decision = replace(self._decision, body=picked)
        self._fill_in()

    def _fill_in(self, problem: str = "") -> None:
        texts = self._app.texts["approve"]
        first = approval_texts(self._stands.approval, self._app.wizard.answers, self._today)
        for name, text in first.items():
            texts.setdefault(name, text)
        page = FormPage(
            APPROVE,
            problem or WHO_SIGNED,
            APPROVAL_BOXES,
            texts,
            self._wrong,
            warns=bool(problem),
        )
        self._app.push_screen(page, self._after_form)

    def _decided(self, filled: Filled) -> Decision:
        return approval_decided(self._decision, filled, self._app.texts["approve"], self._today)

    def _wrong(self, filled: Filled) -> dict[str, str]:
        return wrong_with_approval(self._decided(filled), self._stands.approval, self._year)

    def _after_form(self, filled: Filled | None) -> None:
        if filled is None:
            self._ask_who()
            return
        self._decision = self._decided(filled)
        said = last_look(self._decision, self._stands.approval, self._year, len(self._found))
        Locking(self._app, self._decision, self._fill_in).start(f"{said}{self._left}")
