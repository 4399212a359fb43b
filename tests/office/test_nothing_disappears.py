"""Whatever is edited, withdrawn, kept, restored, migrated and undone: every text that stood when
its question was left is still in the year's folder. Ordinary saves are not looked at, since those
are thinned.
"""

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.core.kinds import say_any
from sendwizard.core.wizard import Wizard
from sendwizard.errors import SendwizardError
from sendwizard.office.earlier import restored
from sendwizard.office.folders import School
from sendwizard.office.migrating import accept, undo
from sendwizard.office.sitting import Sitting
from sendwizard.store.answers_file import FILE_NAME, read_answers, write_answers
from sendwizard.store.history import saves
from sendwizard.store.lock import YearLock
from sendwizard.store.texts import texts
from tests.editions import YEAR, answers_to, banks, everything_in, texts_of, value_for

DAY = date(2026, 11, 24)
START = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store takes UTC without a zone


class Year(RuleBasedStateMachine):
    """One year's folder, and everything that was ever said in it."""

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """A small bank in three editions, and a year that answers the first."""
        self.place = tempfile.TemporaryDirectory()
        self.school = School(Path(self.place.name), Path("questions"), None)
        self.folder = self.school.year_folder(YEAR)
        self.banks = data.draw(banks())
        self.edition = 0
        self.now = START
        self.revision = 0
        self.said: set[str] = set()
        write_answers(self.folder / FILE_NAME, Answers(YEAR, "small", self.bank.edition))
        self.sit()
        self.leave(data.draw(answers_to(self.bank)))

    def teardown(self) -> None:
        """The folder goes."""
        if hasattr(self, "place"):
            self.sitting.close()
            self.place.cleanup()

    @property
    def bank(self) -> Bank:
        """The edition that the program has now."""
        return self.banks[self.edition]

    def clock(self) -> datetime:
        """Goes on by an hour and a half each time, so that saves are thinned."""
        self.now += timedelta(minutes=90)
        return self.now

    def sit(self) -> None:
        """Open the year, as the next program would."""
        answers = read_answers(self.folder / FILE_NAME)
        wizard = Wizard.open(self.bank, answers)
        lock = YearLock(self.folder).take(self.now)
        self.sitting = Sitting(self.school, self.bank, YEAR, wizard, None, lock, self.clock)
        self.answers = answers
        self.revision = 0

    def leave(self, answers: Answers) -> None:
        """A question is left: from here on its words may not be lost."""
        self.revision += 1
        self.sitting.leave(answers, self.revision)
        self.answers = answers
        self.said |= texts_of(answers)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        """Another answer, typed in two goes, of which the first is never left."""
        wizard = Wizard.open(self.bank, self.answers)
        asked = data.draw(st.sampled_from(wizard.route))
        for _ in range(2):
            wizard = wizard.jump(asked.id).answer(data.draw(value_for(asked)), DAY)
            self.revision += 1
            self.sitting.save(wizard.answers, self.revision)
        self.leave(wizard.answers)

    @rule(data=st.data(), act=st.sampled_from(["withdraw", "keep", "look_again"]))
    def move(self, data: st.DataObject, act: str) -> None:
        """An answer is taken out, kept, or opened again."""
        wizard = Wizard.open(self.bank, self.answers)
        wizard = wizard.jump(data.draw(st.sampled_from(wizard.route)).id)
        moves = {
            "withdraw": lambda: wizard.withdraw(DAY),
            "keep": lambda: wizard.keep(DAY, "asked"),
            "look_again": wizard.look_again,
        }
        self.leave(moves[act]().answers)

    @rule(data=st.data())
    def put_back(self, data: st.DataObject) -> None:
        """An earlier save or text, whichever there is."""
        ids = [save.path.stem for save in saves(self.folder)]
        ids += [f"text-{text.number}" for text in texts(self.folder)[0]]
        if not ids:
            return
        try:
            back = restored(
                self.school, self.bank, YEAR, data.draw(st.sampled_from(ids)), self.answers, DAY
            )
        except SendwizardError:
            return  # nobody asks for it any more, or it is of newer questions
        self.leave(back)

    @precondition(lambda self: self.edition < 2)
    @rule()
    def newer_program(self) -> None:
        """Somebody installs the next edition; the answers stay as they are."""
        self.sitting.close()
        self.edition += 1
        self.sit()

    @rule()
    def take_newer_questions(self) -> None:
        """And taking them twice changes nothing."""
        took = accept(self.sitting, self.answers)
        assert accept(self.sitting, took) == took
        self.leave(took)

    @precondition(lambda self: self.answers.migrated is not None)
    @rule()
    def go_back(self) -> None:
        """What stood before stands again."""
        migrated = self.answers.migrated
        assert migrated is not None
        stood = read_answers(self.folder / "history" / migrated.save)
        back = undo(self.sitting, self.answers)
        assert (back.by_id, back.edition) == (stood.by_id, migrated.edition)
        assert back.migrated == stood.migrated
        self.leave(back)

    @rule()
    def come_back_tomorrow(self) -> None:
        """The program is left and opened again."""
        self.sitting.close()
        self.sit()

    @invariant()
    def every_text_is_there(self) -> None:
        """In the answers, the archive, a note, the replaced texts or what is put by for good."""
        if not hasattr(self, "said"):
            return
        held = [everything_in(read_answers(self.folder / FILE_NAME))]
        held += [
            everything_in(read_answers(path)) for path in self.folder.glob("history/before-*.toml")
        ]
        for text in texts(self.folder)[0]:
            held.append(text.not_applicable if text.value is None else say_any(text.value))
        whole = "\n".join(held)
        assert [each for each in self.said if each not in whole] == []


Year.TestCase.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
TestYear = Year.TestCase
