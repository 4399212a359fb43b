"""What was planned for a time gone by, told with what came of it: the very thing that is asked."""

import pytest

from sendwizard.language import dates
from tests.language.lines import codes

TOLD = (
    "Planned for 2025-26 and done: a sensory garden.",
    "What we planned for 2025-26, and what came of it:",
    "As we planned for 2025-26, all staff had training.",
    "The base, planned for 2025, is now open.",
    "The base (planned for 2025) opened late.",
    "The base, planned for 2025, is in place.",
    "The lift, due in spring 2026, is now in use.",
    "Planned for July 2026: new signs. These are now in place.",
    "Planned for 2025-26: a sensory garden (done).",
    "Training planned for June 2026: done.",
    "Target for July 2026: all staff trained. Result: all trained.",
    "Target for 2025-26: 90% attendance. We reached 92%.",
    "Target for 2025-26: 90%. Result 92%.",
    "Target for 2025-26: raise attendance to 94%. It is now 95%.",
    "Target for 2025-26: fewer suspensions. There were none.",
    "Target for July 2026: two more groups. Not met.",
    "Aim for July 2026: 95%. Met: 95.4%.",
    "Aim for July 2026: a quiet room. It has been open since May.",
    "Aim for 2025-26: a new club. They all have.",
    "Aim for 2025-26: six new reading groups. All six ran.",
    "Aims for 2025-26: train all staff. We trained 12 of 14.",
    "Targets for 2025-26: calm corners (done), a club (done).",
    "Targets for 2025-26:\n\n- a ramp: built in May\n- a club: done",
    "Targets for 2025-26:\n- a ramp – done\n- a club – done",
    "Priorities for 2025-26: talk, reading. Both went well.",
    "Aim: a ramp by July 2026. Done.",
    "All staff learn to sign by July 2026. All did.",
    "We will open a base by Easter 2026. Done.",
    "By Easter 2026 the ramp will have been in use for ten years.",
    "By July 2026 Mrs Lamb will have been our SENCO for five years.",
)

STILL_TO_COME = (
    ("DATE001", "Targets for 2023/24: support children who have EHC plans with reading."),
    ("DATE001", "Target for 2023-24: every goal is met."),
    ("DATE001", "Targets for 2023-24: needs known and met."),
    ("DATE001", "Target for 2024-25: all staff trained in autism."),
    ("DATE001", "Target for 2024-25: trained staff in each class."),
    ("DATE001", "Our priorities for 2023/24 are to open a nurture room."),
    ("DATE001", "Our priorities for 2023-24: speech and reading. We have two trained helpers."),
    ("DATE001", "Targets for 2023-24: speech, reading.\n\nParents were asked in May."),
    ("DATE001", "In 2021-22 we will train all staff in signing. Parents were asked first."),
    ("DATE001", "In 2024 we will open a purpose-built room."),
    ("DATE002", "A second course is planned for March 2026. We will tell you more."),
    ("DATE002", "Training for staff planned for May 2025."),
    ("DATE002", "Planned for 2025: a base that is open to all."),
    ("DATE002", "The room is planned for 2025. It is to be open to all."),
    ("DATE002", "Next review: July 2022. It was written by staff."),
    ("DATE002", "Next review: July 2022\n\nOur hall is open."),
    ("DATE002", "By July 2025 all staff will have been trained."),
    ("DATE011", "All staff learn to sign by July 2026. We use signs each day."),
)


@pytest.mark.parametrize("line", TOLD)
def test_a_plan_is_left_alone_where_it_is_told_what_came_of_it(line: str) -> None:
    assert codes(dates.in_text, line, "last-year") == set()


@pytest.mark.parametrize(("code", "line"), STILL_TO_COME)
def test_a_plan_is_found_where_nobody_tells_what_came_of_it(code: str, line: str) -> None:
    assert codes(dates.in_text, line, "last-year") == {code}
