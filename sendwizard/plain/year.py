"""The words for the open year and its governors: home, approved, put right, published."""

from sendwizard.core.approval import BODIES
from sendwizard.core.findings import Finding, in_full
from sendwizard.core.kinds import say_date
from sendwizard.core.words import count
from sendwizard.errors import UsageError
from sendwizard.office import asking
from sendwizard.office.acts import all_status
from sendwizard.office.approving import Decision, approve
from sendwizard.office.at_home import AtHome
from sendwizard.office.boxes import Filled
from sendwizard.office.publishing import published
from sendwizard.office.standing import Standing, standing
from sendwizard.office.telling import what_was_locked
from sendwizard.plain import forms
from sendwizard.plain.session import Session
from sendwizard.plain.talk import Said
from sendwizard.plain.walking import go_to

_NOT_YET = "Nothing was approved, and nothing has changed."


def home(session: Session) -> None:
    """Every year with its state, the next review and the folder."""
    at_home = AtHome.of(session.sitting, session.wizard, session.today)
    for line in at_home.knowing(*all_status(session.sitting.school)).lines():
        session.say(line)


def _stands(session: Session) -> Standing:
    return standing(session.sitting.school, session.wizard.bank, session.wizard.answers)


# -- an approval ------------------------------------------------------------------------


def approval(session: Session) -> None:
    """Approve and lock: what stands in the way, who decides, who signed and when."""
    today, year = session.today, session.sitting.year
    checked = session.checked()
    gaps = checked.stops
    reason = ""
    if gaps or session.unread():
        if not _accepted(session, gaps):
            return
        session.say(asking.WHAT_ACCEPTING_MEANS)
        reason = forms.fill_in(session, "gaps", (asking.REASON_BOX,), {}).text("reason")
    body = _who_decides(session)
    if body is None:
        session.say(_NOT_YET)
        return
    earlier = _stands(session).approval
    started = Decision("", "", today, body=body, gaps_reason=reason)
    texts = session.texts["approve"]

    def decided(filled: Filled) -> Decision:
        return asking.approval_decided(started, filled, texts, today)

    session.say(asking.WHO_SIGNED)
    filled = forms.fill_in(
        session,
        "approve",
        asking.APPROVAL_BOXES,
        asking.approval_texts(earlier, session.wizard.answers, today),
        lambda filled: asking.wrong_with_approval(decided(filled), earlier, year),
    )
    decision = decided(filled)
    wizard = session.wizard
    left = asking.what_was_set_aside(wizard.bank, wizard.answers, checked.set_aside)
    _lock(session, decision, asking.last_look(decision, earlier, year, len(gaps)) + left)


def _accepted(session: Session, found: tuple[Finding, ...]) -> bool:
    """Whether governors accept what stands in the way; a question is opened from the list."""
    wizard, unread = session.wizard, session.unread()
    left = [each for each in found if each.question not in unread]
    session.say(f"{count(len(left) + len(unread), 'thing stands', 'things stand')} in the way.")
    for question in (q for q in wizard.route if q.id in unread):
        session.say(f"{session.prompt(question)} What you typed cannot be taken yet.")
    never = [each for each in left if not each.rule.can_be_accepted]
    if never:
        titles = dict.fromkeys(each.rule.title for each in never)
        session.say(f"{asking.NEVER_ACCEPTED} {'; '.join(titles)}.")
    elif not unread and session.confirm(f"{asking.ACCEPT_GAPS}?"):
        return True
    lines = [Said(session.words(in_full(session.wizard.bank, each))) for each in left]
    go_to(session, lines, [wizard.bank.by_id[each.question] for each in left])
    return False


def _who_decides(session: Session) -> str | None:
    """The name of the body that decides; None where the person leaves it for later."""
    session.say(asking.WHO_DECIDES)
    lines = [Said(f"{text[0].upper()}{text[1:]}.") for text in BODIES.values()]
    picked = session.pick(lines, "Number of who decides")
    return None if picked is None else list(BODIES)[picked]


def _lock(session: Session, decision: Decision, last_look: str) -> None:
    """Say what is going to happen, and do it after a yes."""
    for line in filter(None, last_look.splitlines()):
        session.say(line)
    if not session.confirm(f"{asking.APPROVE}?"):
        session.say(_NOT_YET)
        return
    session.save()
    session.say("The report is being built and locked.")
    made = approve(session.sitting, session.wizard.answers, session.revision + 1, decision)
    session.take(made.answers, "")
    forms.given(session, "approve", "small", "gaps")
    session.say(f"Approved on {say_date(made.approval.latest)}.")
    for line in what_was_locked(made):
        session.say(line)
    session.say("Now the report goes onto the school’s website. The word published says where.")


# -- a small change ---------------------------------------------------------------------


def small_change(session: Session) -> None:
    """What was changed since the approval, approved by the person named for that."""
    stands, today, year = _stands(session), session.today, session.sitting.year
    earlier = stands.approval
    if earlier is None:
        raise UsageError(f"{year} has not been approved yet. The word approve does that.")
    session.say(asking.HOW_IT_IS_PUT_RIGHT)
    if not stands.changed:
        session.say("Nothing has been changed since then yet. Change an answer, and come back.")
        return
    session.say(f"Changed since then: {count(stands.changed, 'answer')}.")
    left = tuple(each for each in session.checked().stops if each.question not in earlier.gaps)
    if left or session.unread():
        session.say("First put right what stands in the way.")
        lines = [Said(session.words(in_full(session.wizard.bank, each))) for each in left]
        go_to(session, lines, [session.wizard.bank.by_id[each.question] for each in left])
        return

    def wrong(filled: Filled) -> dict[str, str]:
        said = asking.why_not(asking.small_change_decided(filled, today), earlier, year)
        return {"on": said} if said else {}

    session.say(asking.ONE_LINE_ON_IT)
    first = {"on": say_date(today)}
    filled = forms.fill_in(session, "small", asking.SMALL_BOXES, first, wrong)
    made = asking.small_change_decided(filled, today)
    _lock(session, made, asking.last_look_at_small_change(made))


# -- on the website ---------------------------------------------------------------------


def publication(session: Session) -> None:
    """Where the approved report stands, since when, and when the council was told."""
    stands = _stands(session)
    if stands.approval is None:
        year = session.sitting.year
        raise UsageError(f"{year} has not been approved yet. The word approve does that.")
    session.say(asking.WHERE_IT_IS)
    filled = forms.fill_in(
        session,
        "published",
        asking.PUBLISHED_BOXES,
        asking.published_texts(session.wizard.answers),
        lambda filled: asking.wrong_with_publication(filled, stands.approval),
    )
    forms.given(session, "published")
    said = asking.published_said(filled)
    session.take(published(session.wizard.answers, said), asking.NOTED)
