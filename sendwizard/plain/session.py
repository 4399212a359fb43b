"""Where the person is over plain lines, and what is saved. Knows no word and no question's kind."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date
from typing import TYPE_CHECKING

from sendwizard.core.answers import Answers, Value
from sendwizard.core.bank import Question
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import for_school
from sendwizard.errors import UnwritableError
from sendwizard.office.sitting import Sitting
from sendwizard.plain.talk import Talk
from sendwizard.store.resume import Resume

if TYPE_CHECKING:
    from sendwizard.office.checking import Checked, Looked

SAVED = "Saved."


@dataclass
class Session(Talk):
    """One sitting over plain lines; after another year is opened, over that one."""

    sitting: Sitting
    wizard: Wizard
    collect: str = ""
    """A sentence on where a report can be collected; "" for none."""
    revision: int = field(default=0, init=False)
    heard: str = field(default="", init=False)
    """The question that was read out last, as it stands; "" where the next is to be read."""
    section: str = field(default="", init=False)
    """The section of that question; "" where none was said yet."""
    at_end: bool = field(default=False, init=False)
    """Whether the person has gone on from the last question."""
    after: Callable[["Session"], None] | None = field(default=None, init=False)
    """What comes instead of the next question: back to the list that led to the open one."""
    behind: str = field(default="", init=False)
    """What was typed behind a word that takes more: `2` of `change 2`."""
    told_to_read: str = field(default="", init=False)
    """The question whose answer was asked to be read before it is kept; "" for none."""
    last: Wizard | None = field(default=None, init=False)
    """Where the person was before the last change of an answer; None where none can be undone."""
    texts: defaultdict[str, dict[str, str]] = field(
        default_factory=lambda: defaultdict(dict), init=False
    )
    """What stands in the boxes of each form, until it has been given for good."""
    unsaved: str = field(default="", init=False)
    """Why the last save failed; "" where it did not."""
    _drafts: dict[str, str] = field(init=False)
    """What was typed and cannot be taken yet, by `question/field`."""
    _told: set[str] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        self._drafts = dict(self.sitting.resume.drafts) if self.sitting.resume else {}
        self._read_over()

    def _read_over(self) -> None:
        """Know which answers say nothing of their own: they are still to do."""
        if self.wizard.answers.by_id:
            from sendwizard.office.read_over import read_over  # noqa: PLC0415 - 60 ms

            self.wizard = read_over(self.wizard)

    @property
    def today(self) -> date:
        """The person's own day, by the sitting's clock."""
        return self.sitting.clock().replace(tzinfo=UTC).astimezone().date()

    def checked(self) -> "Checked":
        """What the editor finds in the answers as they stand."""
        from sendwizard.office.checking import check_answers  # noqa: PLC0415 - every rule: 0.1 s

        return check_answers(self.wizard.bank, self.wizard.answers, self.today)

    def looked(self) -> "Looked":
        """What the editor finds in the open answer."""
        from sendwizard.office.checking import check_question  # noqa: PLC0415 - as above

        return check_question(self.wizard.bank, self.wizard.answers, self.wizard.at, self.today)

    def looked_over(self) -> "Looked":
        """The same, but for what the question itself says."""
        from sendwizard.office.checking import looked_over  # noqa: PLC0415 - as above

        return looked_over(self.wizard.bank, self.wizard.answers, self.wizard.at, self.today)

    def words(self, text: str) -> str:
        """The bank's words with the school's own word for the role."""
        return for_school(self.wizard.bank, self.wizard.answers, text)

    def prompt(self, question: Question) -> str:
        """A question's own words."""
        return self.words(question.prompt)

    def once(self, text: str) -> None:
        """A line that is said only the first time in a sitting."""
        if text not in self._told:
            self._told.add(text)
            self.say(text)

    # -- moving and saving --------------------------------------------------------------

    def go(self, wizard: Wizard, saying: str = SAVED) -> bool:
        """Take the next state and save it; whether it was taken.

        Where answers may only be looked at, only a place is. `saying` is said of a change that is
        on disk.
        """
        if self.sitting.read_only and wizard.answers != self.wizard.answers:
            self.say(self.sitting.read_only)
            return False
        changed = wizard.answers != self.wizard.answers
        if wizard.at != self.wizard.at:
            self.at_end = False
            self.heard = ""
        if changed:
            self.last = self.wizard
        self.wizard = wizard
        if changed:
            self._read_over()
        self.revision += 1
        self.save()
        if changed and saying and not self.unsaved:
            self.say(saying)
        return True

    def jump(self, question_id: str) -> None:
        """Open that question and read it out, also where it is open. Raises UsageError."""
        self.go(self.wizard.jump(question_id))
        self.at_end, self.after = False, None
        self.heard = ""

    def take(self, answers: Answers, saying: str = SAVED) -> bool:
        """The answers as an act leaves them; whether they were taken."""
        self.heard = ""
        taken = self.go(self.wizard.over(answers), saying)
        self.last = None  # an approval is not undone by a word
        return taken

    def save(self) -> None:
        """Everything to disk; a sentence where that did not work, and it is tried again."""
        try:
            self.save_or_raise()
        except UnwritableError as error:
            self.unsaved = str(error)
            self.say(f"Not saved: {error} Your words stay here, and are saved with the next line.")
        else:
            self.unsaved = ""

    def save_or_raise(self) -> None:
        """Everything to disk. Raises UnwritableError."""
        self.sitting.leave(self.wizard.answers, self.revision)
        self.sitting.remember(self._place())

    def put_by(self, value: Value | None) -> None:
        """The open question's answer as far as it has been typed, in case the line drops."""
        if self.sitting.read_only:
            return
        try:
            meanwhile = self.wizard.answer(value, self.today)
            self.sitting.save(meanwhile.answers, self.revision + 1)
        except UnwritableError:
            return  # said with the save of the whole answer

    def _place(self) -> Resume:
        """Where the person is, and what the screens keep there besides."""
        wizard = self.wizard
        known = self.sitting.resume or Resume(wizard.at)
        return replace(
            known,
            question=wizard.at,
            cursor=known.cursor if known.question == wizard.at and not self.revision else (0, 0),
            with_extras=wizard.with_extras,
            only_mine=wizard.only_mine,
            drafts=dict(self._drafts),
        )

    # -- what cannot be taken yet -------------------------------------------------------

    @property
    def draft(self) -> str:
        """What was typed at the open question and could not be taken; "" for none."""
        return "; ".join(self._here().values())

    def unread(self) -> frozenset[str]:
        """The questions at which something was typed that cannot be taken yet."""
        return frozenset(key.partition("/")[0] for key in self._drafts)

    def refused(self, typed: str) -> None:
        """Keep what cannot be taken, and bring what stood there before back to disk."""
        if not self.sitting.read_only:
            self.settled()
            self._drafts[f"{self.wizard.at}/"] = typed
            self.go(self.wizard)

    def settled(self) -> None:
        """The open question has an answer, or has none on purpose."""
        for key in self._here():
            del self._drafts[key]

    def _here(self) -> dict[str, str]:
        start = f"{self.wizard.at}/"
        return {key: text for key, text in self._drafts.items() if key.startswith(start)}

    # -- years --------------------------------------------------------------------------

    def move_to(self, opened: Sitting) -> None:
        """Leave this year, saved, for another one that is open already.

        Raises UnwritableError; then this year stays open, and the other one is let go.
        """
        try:
            self.save_or_raise()
        except UnwritableError:
            opened.close()
            raise
        self.sitting.close()
        self.sitting, self.wizard = opened, opened.wizard
        self.revision, self.heard, self.section, self.told_to_read = 0, "", "", ""
        self.at_end, self.after, self.last = False, None, None
        self.texts.clear()
        self._drafts = dict(opened.resume.drafts) if opened.resume else {}
        self._read_over()
