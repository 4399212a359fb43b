"""The process that holds the dictionary: started late, ended early, never waited for for long."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sendwizard.errors import SendwizardError
from sendwizard.language import speller as speller_module
from sendwizard.language.speller import Limits, Speller

LONG_ENOUGH = 20.0
MEGABYTE = 1024


@pytest.fixture
def speller() -> Iterator[Speller]:
    with Speller() as one:
        yield one


def child_of(speller: Speller) -> "subprocess.Popen[bytes]":
    """The process that runs for it."""
    assert speller._child is not None
    return speller._child.process


def is_gone(pid: int) -> bool:
    """Whether no process of that number runs, after a moment; one that nobody buried has ended."""
    until = time.monotonic() + LONG_ENOUGH
    while time.monotonic() < until:
        ran = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, check=False
        )
        if not ran.stdout.strip() or ran.stdout.startswith(b"Z"):
            return True
        time.sleep(0.02)
    return False


def test_nothing_is_started_before_a_word_is_asked_for(speller: Speller) -> None:
    assert speller.unknown([]) == frozenset()
    assert speller._child is None


def test_the_dictionary_is_not_loaded_here(speller: Speller) -> None:
    code = (
        "import sys; from sendwizard.language.speller import Speller\n"
        "with Speller() as one: print(sorted(one.unknown(['teh', 'the'])))\n"
        "print([name for name in sys.modules if name.startswith('spylls')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "['teh']\n[]\n"


def test_an_answer_is_remembered(speller: Speller) -> None:
    assert speller.unknown(["teh", "the"]) == {"teh"}
    assert speller.suggest("teh")[0]
    speller.close()
    assert speller.unknown(["the", "teh"]) == {"teh"}
    assert speller.suggest("teh")[0]


def test_thousands_of_words_are_asked_for_in_turn(speller: Speller) -> None:
    words = [f"{letter}{other}qz" for letter in "abcdefghij" * 3 for other in "abcdefghijklmnop"]
    assert speller.unknown(words) == set(words)


def test_any_word_can_be_asked_for(speller: Speller) -> None:
    for word in ("", "a" * 100_000, "\n", "\ud800", "\0", "né", "Ω" * 45, '"', "\\"):
        assert speller.unknown([word]) <= {word}
        assert isinstance(speller.suggest(word), tuple)


def test_a_child_that_dies_is_told_and_the_next_question_starts_another(speller: Speller) -> None:
    speller.unknown(["one"])
    first = child_of(speller)
    first.kill()
    first.wait()
    with pytest.raises(SendwizardError, match="stopped by itself"):
        speller.unknown(["another"])
    assert speller.unknown(["another"]) == frozenset()
    assert child_of(speller).pid != first.pid


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be stopped there")
def test_a_child_that_hangs_is_ended_and_told(speller: Speller) -> None:
    speller.unknown(["one"])
    child = child_of(speller)
    child.send_signal(signal.SIGSTOP)
    speller._limits = Limits(answer=0.1)
    with pytest.raises(SendwizardError, match="did not answer in time"):
        speller.unknown(["another"])
    assert is_gone(child.pid)


def test_a_child_that_never_gets_ready_is_ended_and_told() -> None:
    with (
        Speller(Limits(start=0.0, answer=0.0)) as speller,
        pytest.raises(SendwizardError, match="did not answer in time"),
    ):
        speller.unknown(["one"])


@pytest.mark.parametrize(
    "begin", ["raise SystemExit(1)", "print('no list')", "print('[', end='')", "import nothing"]
)
def test_a_child_that_talks_nonsense_is_told(
    monkeypatch: pytest.MonkeyPatch, begin: str, speller: Speller
) -> None:
    monkeypatch.setattr(speller_module, "_BEGIN", begin)
    with pytest.raises(SendwizardError, match="stopped by itself") as caught:
        speller.unknown(["one"])
    assert "\n" not in str(caught.value)
    assert ("nothing" in caught.value.__notes__[0]) == (begin == "import nothing")


def test_suggestions_are_those_found_in_time(speller: Speller) -> None:
    assert "receive" in speller.suggest("recieve")
    speller._limits = Limits(suggest=0.0)
    start = time.monotonic()
    assert len(speller.suggest("definately")) < 3
    assert time.monotonic() - start < LONG_ENOUGH / 2
    assert speller.unknown(["accomodation", "child"]) == {"accomodation"}


def test_an_alarm_that_rings_at_any_moment_breaks_nothing(speller: Speller) -> None:
    for step in range(20):
        speller._limits = Limits(suggest=step / 200)
        speller._suggested.clear()
        assert isinstance(speller.suggest("organisationaly"), tuple)
        assert speller.unknown([f"qz{chr(97 + step)}x"])


def test_closing_does_not_wait_for_an_answer(speller: Speller) -> None:
    speller.unknown(["one"])
    os.kill(child_of(speller).pid, signal.SIGSTOP)
    caught: list[SendwizardError] = []

    def ask() -> None:
        try:
            speller.unknown(["another"])
        except SendwizardError as error:
            caught.append(error)

    waiting = threading.Thread(target=ask)
    waiting.start()
    speller.close()
    waiting.join(LONG_ENOUGH)
    assert not waiting.is_alive()
    assert len(caught) == 1
    with pytest.raises(SendwizardError):
        speller.unknown(["a third"])


def test_several_threads_are_answered_each(speller: Speller) -> None:
    found: dict[str, frozenset[str]] = {}

    def ask(word: str) -> None:
        found[word] = speller.unknown([word])

    words = [f"qzz{letter}" for letter in "abcdefgh"]
    threads = [threading.Thread(target=ask, args=(word,)) for word in words]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG_ENOUGH)
    assert found == {word: {word} for word in words}


def test_it_ends_with_its_parent() -> None:
    code = (
        "import os, sys; from sendwizard.language.speller import Speller\n"
        "one = Speller(); one.unknown(['the']); print(one._child.process.pid, flush=True)\n"
        "os.kill(os.getpid(), 9)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert is_gone(int(ran.stdout))


def test_it_is_told_nothing_of_the_environment_but_what_python_needs(
    monkeypatch: pytest.MonkeyPatch, speller: Speller
) -> None:
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    speller.unknown(["one"])
    if sys.platform == "linux":
        held = Path(f"/proc/{child_of(speller).pid}/environ").read_bytes()
        assert b"SECRET" not in held
        assert b"PYTHON" not in held


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_it_keeps_within_its_memory(speller: Speller) -> None:
    speller.unknown(["teh", *(f"word{letter}" for letter in "abcdefgh")])
    speller.suggest("organisationaly")
    status = Path(f"/proc/{child_of(speller).pid}/status").read_text(encoding="ascii")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    assert int(peak.split()[1]) < 130 * MEGABYTE
