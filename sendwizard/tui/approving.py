"""The pages of approving: what stands in the way, who decides, and a form. Decides nothing.

One page leads to the next, and Esc to the one before; what was typed stays until it is approved.
"""

from dataclasses import replace
from datetime import date

from sendwizard.core.approval import BODIES, twelve_months_on
from sendwizard.core.bank import NEXT_REVIEW
from sendwizard.core.findings import Finding, stops
from sendwizard.core.kinds import say_date
from sendwizard.core.route import Status
from sendwizard.core.words import count
from sendwizard.office.approving import Decision
from sendwizard.office.standing import Standing, standing
from sendwizard.tui import words
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.forms import Box, Filled, FormPage, day
from sendwizard.tui.locking import TITLE, Locking, held, why_not
from sendwizard.tui.pages import Line, PickPage, numbered

ACCEPT = ":accept"
WHO = Box(
    "by", "Name", needed="Write the name of the person who signs.", hint="for example Ann Lee"
)
ROLE = Box("role", "Role", needed="Write their role.", hint="for example Chair of governors")
ON = Box("on", "Date of the decision", day, needed="Write the date, for example 12 March 2027.")
_BOXES = (
    WHO,
    ROLE,
    ON,
    Box("minute", "Minute (may be empty)", hint="for example full governors, item 7"),
    Box("review", "Next review", day, hint="twelve months on, if you leave this empty"),
)
_REASON = Box(
    "reason",
    "Why they accept them",
    needed="Write why governors accept them: the record has to say it.",
)


def stands_of(app: ActingApp) -> Standing:
    """Where the open year stands with its governors."""
    return standing(app.sitting.school, app.wizard.bank, app.wizard.answers)


def stops_page(app: ActingApp, found: tuple[Finding, ...], *, can_accept: bool) -> PickPage:
    """What stands in the way; `can_accept` offers that governors accept it, where they may."""
    wizard, unread = app.wizard, app.unread()
    found = tuple(each for each in found if each.question not in unread)
    never = [each for each in found if not each.rule.can_be_accepted]
    lines = [
        Line(q.id, f" !  {words.school_words(wizard, q.prompt)} · cannot be read yet")
        for q in wizard.route
        if q.id in unread
    ]
    for each in sorted(found, key=lambda each: each.rule.can_be_accepted):
        prompt = words.school_words(wizard, wizard.bank.by_id[each.question].prompt)
        carried = wizard.statuses[each.question] is Status.CARRIED
        short = f" · {each.short}" if each.short and not carried else ""
        lines.append(Line(each.question, f" {'L' if carried else '!'}  {prompt}{short}"))
    intro = (
        f"{count(len(lines), 'thing stands', 'things stand')} in the way. Enter goes there.\n"
        "! to put right   L last year’s, not checked yet"
    )
    at = lines[0].id
    if unread:
        intro += "\nWhat you typed and cannot be read yet has to be put right first."
    elif never:
        titles = dict.fromkeys(each.rule.title for each in never)
        intro += f"\nThis can never be approved, whoever accepts it: {'; '.join(titles)}."
    elif can_accept:
        intro += "\nGovernors can also accept these gaps knowingly: press 1."
        lines.insert(0, Line(ACCEPT, " 1  Governors accept these gaps"))
    return PickPage(f"{TITLE}: what stands in the way", intro, lines, at)


class Approving:
    """One person's way through the pages."""

    def __init__(self, app: ActingApp) -> None:
        self._app = app
        self._year = app.sitting.year
        self._today = app.today
        self._decision = Decision("", "", self._today)
        self._stands = Standing()
        self._twelve_months = say_date(twelve_months_on(self._today))

    # -- what stands in the way ---------------------------------------------------------

    def start(self) -> None:
        """First what stands in the way; where nothing does, who decides."""
        self._app.collect_field()
        self._stands = stands_of(self._app)
        self._decision = replace(self._decision, gaps_reason="")
        if self._gaps() or self._app.unread():
            page = stops_page(self._app, self._gaps(), can_accept=True)
            self._app.push_screen(page, self._after_stops)
        else:
            self._ask_who()

    def _gaps(self) -> tuple[Finding, ...]:
        return stops(self._app.wizard.bank, self._app.wizard.answers)

    def _after_stops(self, picked: str | None) -> None:
        if picked == ACCEPT:
            intro = (
                "Each gap then prints “We have not written this part yet” and whom to ask. The "
                "record lists the gaps, and this reason."
            )
            texts = self._app.texts["gaps"]
            page = FormPage("Governors accept these gaps", intro, (_REASON,), texts)
            self._app.push_screen(page, self._after_reason)
        elif picked is not None:
            self._app.go_to(picked)

    def _after_reason(self, filled: Filled | None) -> None:
        if filled is None:
            self.start()
            return
        self._decision = replace(self._decision, gaps_reason=filled.text("reason"))
        self._ask_who()

    # -- who, and when ------------------------------------------------------------------

    def _ask_who(self) -> None:
        lines = numbered([(name, f"{text[0].upper()}{text[1:]}") for name, text in BODIES.items()])
        intro = "Who decides? The report says it."
        page = PickPage(TITLE, intro, lines, self._decision.body, back="Esc: not now")
        self._app.push_screen(page, self._after_who)

    def _after_who(self, picked: str | None) -> None:
        if picked is None:
            return
        self._decision = replace(self._decision, body=picked)
        self._fill_in()

    def _fill_in(self, problem: str = "") -> None:
        texts = self._app.texts["approve"]
        for name, text in self._first_texts().items():
            texts.setdefault(name, text)
        intro = "Who signed, and when. It stands in the report and in the record."
        page = FormPage(TITLE, problem or intro, _BOXES, texts, self._wrong, warns=bool(problem))
        self._app.push_screen(page, self._after_form)

    def _first_texts(self) -> dict[str, str]:
        earlier, answered = self._stands.approval, self._app.wizard.answers.value(NEXT_REVIEW)
        review = self._twelve_months
        if isinstance(answered, date) and answered > self._today:
            review = say_date(answered)
        return {
            "by": earlier.by if earlier else "",
            "role": earlier.role if earlier else "",
            "on": say_date(self._today),
            "review": review,
        }

    def _decided(self, filled: Filled) -> Decision:
        """Twelve months are counted from the decision, also where its day was changed."""
        as_it_was = self._app.texts["approve"].get("review") == self._twelve_months
        return replace(
            self._decision,
            by=filled.text("by"),
            role=filled.text("role"),
            on=filled.day("on") or self._today,
            minute=filled.text("minute"),
            next_review=None if as_it_was else filled.day("review"),
        )

    def _wrong(self, filled: Filled) -> dict[str, str]:
        decision = self._decided(filled)
        rest = (self._stands.approval, self._year)
        if said := why_not(replace(decision, next_review=None), *rest):
            return {"on": said}
        said = why_not(decision, *rest)
        return {"review": said} if said else {}

    def _after_form(self, filled: Filled | None) -> None:
        if filled is None:
            self._ask_who()
            return
        self._decision = self._decided(filled)
        Locking(self._app, self._decision, self._fill_in).start(self._said())

    def _said(self) -> str:
        made = held(self._decision, self._stands.approval, self._year)
        minute = f", minute: {made.minute}" if made.minute else ""
        review = f"Next review: {say_date(made.next_review)}.\n" if made.next_review else ""
        reason = self._decision.gaps_reason
        gaps = f"Accepted with {count(len(self._gaps()), 'gap')}: {reason}\n" if reason else ""
        return (
            f"{made.body[0].upper()}{made.body[1:]} approves the report of {self._year}.\n"
            f"Signed by {made.by}, {made.role}, on {say_date(made.on)}{minute}.\n{review}{gaps}\n"
            "The report is built once more, and a copy of it is locked: nothing changes that copy "
            "any more. A file for your calendar is put beside it. You can go on changing answers; "
            "the report then says that it has changed since it was approved."
        )
