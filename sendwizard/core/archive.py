"""The archive: answers that no question takes any more, in words and figures, kept for ever.

By school year and the id of the question. Nothing that stands there is ever taken out or replaced.
"""

from collections.abc import Iterable, Mapping

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.bank import Bank

Archive = Mapping[str, object]


def archive(bank: Bank, answers: Answers, outgrown: Iterable[str] = ()) -> Archive:
    """The archive of these answers, with those to questions that the bank no longer asks.

    `outgrown` names others to put there: answers that their question does not take any more.
    """
    ids = [key for key in answers.by_id if key not in bank.by_id]
    ids += [key for key in outgrown if key in bank.by_id]
    return _with(answers.archive, answers.year, {key: record(answers.get(key)) for key in ids})


def of_both(stood: Answers, now: Answers) -> Archive:
    """The archive of earlier answers that stand again, with all that was put there since.

    What was put there and stands again as an answer is left out.
    """
    standing = {key: record(each) for key, each in stood.by_id.items()}
    found: Archive = stood.archive
    for year, ours in now.archive.items():
        again = standing if year == stood.year else {}
        if isinstance(ours, Mapping):
            found = _with(found, year, {k: v for k, v in ours.items() if again.get(k) != v})
        elif year not in found:
            found = {**found, year: ours}
    return found


def _with(old: Archive, year: str, records: Mapping[str, object]) -> Archive:
    """The archive with these records; where another stands under an id, they stand beside it."""
    if not records:
        return old
    name = year
    while not isinstance(old.get(name, {}), Mapping):  # somebody wrote there by hand
        name = f"{name}-answers"
    before = old.get(name, {})
    mine: dict[str, object] = dict(before) if isinstance(before, Mapping) else {}
    for key, each in records.items():
        place, number = key, 1
        while mine.get(place, each) != each:
            number += 1
            place = f"{key}-{number}"
        mine[place] = each
    return {**old, name: mine}


def record(answer: Answer) -> Mapping[str, object]:
    """An answer as the archive holds it: whatever it says, and nothing that it does not."""
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    said = {
        "value": value,
        "on": answer.on,
        "not_applicable": answer.not_applicable or None,
        "note": answer.note or None,
        "how": answer.how or None,
        "since": answer.since or None,
        "set_aside": dict(answer.set_aside) or None,
    }
    return {key: each for key, each in said.items() if each is not None} | dict(answer.extra)
