"""`sendwizard changes`: what changed since the year before, or since the last approval."""

from typing import Annotated

import typer

from sendwizard.cli.common import (
    AsJson,
    Folder,
    Questions,
    Templates,
    Year,
    echo_json,
    say,
    school_from,
)
from sendwizard.core.compare import Change, ChangeKind, counts_of, in_groups
from sendwizard.core.words import count, for_school
from sendwizard.office.changing import Comparison, compare, write_changes
from sendwizard.store.bank_files import load_bank


def changes(
    year: Year = None,
    since: Annotated[
        str, typer.Option(help="year: the year before. approval: the newest approved copy.")
    ] = "year",
    governors: Annotated[
        bool, typer.Option("--governors", help="The page for governors, with every duty.")
    ] = False,
    as_json: AsJson = False,
    folder: Folder = None,
    questions: Questions = None,
    templates: Templates = None,
) -> None:
    """Say what has changed, and write a page on it for parents or governors."""
    school = school_from(folder, questions, templates)
    found = compare(school, year, since)
    if as_json:
        echo_json(_as_json(found))
        return
    bank = load_bank(school.questions)
    path = write_changes(school, bank, found, governors=governors)
    say(f"{found.until}, compared with {found.since_in_words}:")
    for words, several in _listed(found):
        say(f"\n{words}:")
        for each in several:
            say(f"  {for_school(bank, found.after, each.question.prompt)}")
    same = counts_of(found.changes)[ChangeKind.KEPT]
    say(f"\n{count(same, 'answer')} in the same words.")
    if found.waiting:
        say(f"{count(found.waiting, 'answer')} of last year’s not checked yet.")
    say(str(path))


def _listed(found: Comparison) -> list[tuple[str, tuple[Change, ...]]]:
    """The changes under their headings; what is the same is only counted."""
    several = [each for each in found.changes if each.kind is not ChangeKind.KEPT]
    return list(in_groups(several))


def _as_json(found: Comparison) -> dict[str, object]:
    """As the contract has it; what is only not written yet was not withdrawn."""
    several = [each for each in found.changes if not each.not_yet]
    return {
        "from": found.since,
        "to": found.until,
        "changes": [
            {
                "question": each.question.id,
                "kind": each.kind.value,
                "before": each.before,
                "after": each.after,
            }
            for each in several
        ],
        "counts": {kind.value: number for kind, number in counts_of(several).items()},
    }
