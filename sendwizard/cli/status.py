"""`sendwizard status`: where each year stands."""

from datetime import date

import typer

from sendwizard.cli.common import AsJson, Folder, Questions, complain, echo_json, say, school_from
from sendwizard.core.kinds import say_date
from sendwizard.core.route import Status
from sendwizard.errors import UnreadableError
from sendwizard.office import acts


def status(as_json: AsJson = False, folder: Folder = None, questions: Questions = None) -> None:
    """Say where each year stands."""
    school = school_from(folder, questions)
    school.pick_year(None)
    good, bad = acts.all_status(school)
    today = date.today()  # noqa: DTZ011 - the person's own day is meant
    if as_json:
        rows = [_as_json(each, today) for each in good]
        echo_json({"folder": str(school.folder), "years": rows})
    else:
        say(f"Folder: {school.folder}")
        if school.hidden:
            say(f"This hides another folder that has answers: {school.hidden}")
        for each in good:
            _say(each, today)
        if good and good[-1].newer:
            command = f"sendwizard migrate {good[-1].year}"
            say(f"\nThere are newer questions. See what they mean: {command}")
    for error in bad:
        complain(error)
    if bad:
        raise typer.Exit(UnreadableError.exit_code)


def _as_json(each: acts.YearStatus, today: date) -> dict[str, object]:
    approval = each.approval
    return {
        "year": each.year,
        "answered": each.counts[Status.ANSWERED],
        "carried": each.to_look_at,
        "not_applicable": each.counts[Status.NOT_APPLICABLE],
        "unanswered": each.new,
        "total": each.total,
        "state": each.state,
        "changed": each.changed,
        "approved_on": approval.on.isoformat() if approval else None,
        "published": each.published,
        "next_review": each.next_review.isoformat() if each.next_review else None,
        "review_past": each.review_is_past(today),
        "problems": list(each.problems),
    }


def _say(each: acts.YearStatus, today: date) -> None:
    done = each.counts[Status.ANSWERED] + each.counts[Status.NOT_APPLICABLE]
    say(f"\n{each.year}: {each.state_in_words}, {done} of {each.total} answered")
    if each.to_look_at:
        say(f"  {each.to_look_at} of last year’s to look at, {each.new} to do")
    if each.next_review:
        past = ". That day is past: look at the report again" * each.review_is_past(today)
        say(f"  Next review: {say_date(each.next_review)}{past}")
    for title, answered, total in each.sections:
        say(f"  {answered:>2} of {total:<2} {title}")
