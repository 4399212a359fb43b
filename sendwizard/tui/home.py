"""The pages before the first question: home, and the welcome of an empty folder."""

from sendwizard.core.kinds import say_date
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import LEAVING, count
from sendwizard.office.acts import YearStatus, all_status, year_status
from sendwizard.office.sitting import Sitting
from sendwizard.tui.pages import Line, PickPage

HOME = {
    "go-on": "nothing",
    "to-do": "next_to_do",
    "contents": "contents",
    "review": "review",
    "report": "finish",
    "leave": "leave",
}
"""What each line of the home page makes the app do."""
_LINES = (
    Line("go-on", " 1  Go on where you were"),
    Line("to-do", " 2  Go to the next question that is still to do"),
    Line("contents", " 3  Contents"),
    Line("review", " 4  Review: what is missing"),
    Line("report", " 5  Build the report"),
    Line("leave", " 6  Leave"),
)


def home_page(sitting: Sitting, wizard: Wizard) -> PickPage:
    """The years with where they stand, and the whole path of the folder."""
    school = sitting.school
    others, unreadable = all_status(school)
    mine = year_status(wizard.bank, wizard.answers)
    years = {each.year: each for each in others} | {mine.year: mine}
    lines = [f"Folder: {school.folder}"]
    if school.hidden:
        lines.append(f"This hides another folder that has answers: {school.hidden}")
    lines += [_year_line(years[year]) for year in sorted(years, reverse=True)]
    lines += [str(error) for error in unreadable]
    title = f"SEN information report {wizard.answers.year}"
    been_here = sitting.resume is not None
    return PickPage(title, "\n".join(lines), _LINES, at="go-on" if been_here else "to-do")


def _year_line(each: YearStatus) -> str:
    done = each.counts[Status.ANSWERED] + each.counts[Status.NOT_APPLICABLE]
    review = f", next review {say_date(each.next_review)}" if each.next_review else ""
    return f"{each.year}: {each.state}, {done} of {count(each.total, 'question')} answered{review}"


def welcome_page(year: str) -> PickPage:
    """What an empty folder opens with."""
    text = (
        "Welcome. This wizard helps you to write your school’s SEN information report, one "
        "question at a time. The first three questions, on your school’s name, type and ages, "
        "decide which of the others you are asked. Most answers take a few minutes each.\n\n"
        f"You type; every word is saved at once. {LEAVING}\n"
    )
    return PickPage(
        f"Your SEN information report for {year}",
        text,
        (Line("go-on", " 1  Begin"), Line("leave", " 2  Leave")),
        back="Esc: begin",
    )
