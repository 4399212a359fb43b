"""Every reader of the program, each as one act: any bytes in, a value or a sentence out."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sendwizard.core.text import clean
from sendwizard.errors import SendwizardError
from sendwizard.report.prose import parse_prose
from sendwizard.store.answers_file import FILE_NAME, dump_answers, read_answers
from sendwizard.store.approved import FOLDER, MANIFEST, read_copy
from sendwizard.store.bank_files import check_bank
from sendwizard.store.documents import words_of
from sendwizard.store.history import Save, glance
from sendwizard.store.resume import read_resume, write_resume
from sendwizard.store.texts import TEXTS, texts
from tests.worlds import QUESTIONS

YEAR = "2026-27"
LONGEST_SENTENCE = 700
CORPUS = Path(__file__).resolve().parents[1] / "torture" / "corpus"


@dataclass(frozen=True)
class Reader:
    """One way in for a file."""

    name: str
    read: Callable[[bytes, Path], None]
    """Reads these bytes as a file of a folder; raises only what is no sentence."""

    def seeds(self) -> list[bytes]:
        """The files that are kept: real ones, and each that once did harm."""
        return [each.read_bytes() for each in sorted((CORPUS / self.name).iterdir())]


class NoSentenceError(AssertionError):
    """What was said cannot be shown to a person."""


def _put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _sentence(error: SendwizardError, *, lines: int = 1) -> None:
    said = str(error)
    if said.count("\n") >= lines or said != clean(said) or len(said) > LONGEST_SENTENCE * lines:
        raise NoSentenceError(repr(said[:2_000]))


def _answers(data: bytes, folder: Path) -> None:
    path = _put(folder / YEAR / FILE_NAME, data)
    try:
        found = read_answers(path)
    except SendwizardError as error:
        _sentence(error)
        assert path.read_bytes() == data
        return
    path.write_bytes(dump_answers(found))
    assert read_answers(path).by_id.keys() == found.by_id.keys()


def _history(data: bytes, folder: Path) -> None:
    path = _put(folder / YEAR / "history" / "20261123T120000000000Z.toml", data)
    try:
        glance(Save(path, None))  # type: ignore[arg-type]  # a glance asks for no time
    except SendwizardError as error:
        _sentence(error)


def _resume(data: bytes, folder: Path) -> None:
    _put(folder / YEAR / "resume.toml", data)
    found = read_resume(folder / YEAR)
    if found is not None:
        write_resume(folder / YEAR, found)


def _texts(data: bytes, folder: Path) -> None:
    _put(folder / YEAR / "history" / TEXTS, data)
    for sentence in texts(folder / YEAR)[1]:
        _sentence(SendwizardError(sentence))


def _manifest(data: bytes, folder: Path) -> None:
    _put(folder / YEAR / FOLDER / "1" / MANIFEST, data)
    try:
        read_copy(folder / YEAR, 1)
    except SendwizardError as error:
        _sentence(error)


def _bank_with(name: str) -> Callable[[bytes, Path], None]:
    def read(data: bytes, folder: Path) -> None:
        bank = folder / "questions"
        if not bank.exists():
            _few_questions(bank)
        path = _put(bank / name, data)
        for problem in check_bank(bank)[1]:
            _sentence(SendwizardError(str(problem)))
        path.unlink()

    return read


def _few_questions(folder: Path) -> None:
    """A bank of few words: reading all of the real one each time would take too long."""
    (folder / "authorities").mkdir(parents=True)
    shutil.copy(QUESTIONS / "bank.toml", folder)
    for name in ("requirements", "terms"):
        shutil.copy(CORPUS / name / "small.toml", folder / f"{name}.toml")


def _text(data: bytes, folder: Path) -> None:
    _document(_put(folder / "report.txt", data))


def _word(data: bytes, folder: Path) -> None:
    _document(_put(folder / "report.docx", data))


def _document(path: Path) -> None:
    try:
        words = words_of(path)
    except SendwizardError as error:
        _sentence(error)
    else:
        assert words == clean(words)


def _prose(data: bytes, _: Path) -> None:
    parse_prose(data.decode(errors="replace"))


def _letterhead(data: bytes, _: Path) -> None:
    from sendwizard.report.render import Letterhead
    from sendwizard.report.word.letterhead import open_letterhead

    try:
        opened = open_letterhead(Letterhead("letterhead.docx", data))
    except SendwizardError as error:
        _sentence(error)
    else:
        assert opened.document is not None


def _logo(data: bytes, _: Path) -> None:
    from sendwizard.report.look import LogoFile, media_type

    try:
        media_type(LogoFile("logo.png", data))
    except SendwizardError as error:
        _sentence(error)


READERS = (
    Reader("answers", _answers),
    Reader("history", _history),
    Reader("resume", _resume),
    Reader("texts", _texts),
    Reader("manifest", _manifest),
    Reader("bank", _bank_with("01-about.toml")),
    Reader("requirements", _bank_with("requirements.toml")),
    Reader("terms", _bank_with("terms.toml")),
    Reader("overlay", _bank_with("authorities/north-yorkshire.toml")),
    Reader("text", _text),
    Reader("word", _word),
    Reader("prose", _prose),
    Reader("letterhead", _letterhead),
    Reader("logo", _logo),
)
