"""`make audit`: what is known of the dependencies is told, and nothing that is not known."""

import json
import re
import sys
from pathlib import Path

import pytest

from tests.audit import CLEAN, FAULTS, LOCKS, UNKNOWN, audit, first_of

A_LOCK = "aaa==1.0 \\\n    --hash=sha256:11\n    # via x\nbbb==2.0 \\\n    --hash=sha256:22\n"
FOUND = [{"name": "aaa", "version": "1.0", "vulns": []}]


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "a.lock"
    path.write_text(A_LOCK, encoding="utf-8")
    return path


def answering(found: object, complaint: str = "") -> list[str]:
    """A program that says this in place of pip-audit."""
    said = json.dumps({"dependencies": found, "fixes": []}) if found is not None else ""
    return [sys.executable, "-c", f"import sys; print({said!r}); sys.stderr.write({complaint!r})"]


def test_no_known_fault_is_said_with_the_number_looked_up(
    lock: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(answering(FOUND), [lock]) == CLEAN
    assert capsys.readouterr().out == "1 packages looked up, 0 with a known fault.\n"


def test_each_fault_is_named_with_what_mends_it(
    lock: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = [{"id": "PYSEC-1", "fix_versions": ["1.1"]}, {"id": "PYSEC-2", "fix_versions": []}]
    assert audit(answering([{**FOUND[0], "vulns": faults}]), [lock]) == FAULTS
    out = capsys.readouterr().out
    assert "aaa 1.0: PYSEC-1 mended in 1.1" in out
    assert "aaa 1.0: PYSEC-2 not mended yet" in out


@pytest.mark.parametrize(
    "found",
    [None, [], [{"name": "aaa", "skip_reason": "not found"}], [*FOUND, {"name": "bbb"}]],
)
def test_where_nobody_answers_it_is_one_sentence_and_no_all_clear(
    found: object, lock: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Behind an index that knows no faults, pip-audit leaves packages out and finds no fault."""
    assert audit(answering(found, "Traceback"), [lock]) == UNKNOWN
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Nothing is known about the dependencies")
    assert err.count("\n") == 1


def test_the_first_package_is_asked_about_before_all_others() -> None:
    assert first_of(A_LOCK).splitlines()[0].startswith("aaa==1.0")
    assert "bbb" not in first_of(A_LOCK)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_its_version_and_a_hash(name: str, repository: Path) -> None:
    text = (repository / name).read_text(encoding="utf-8").replace("\\\n", " ")
    packages = [line for line in text.splitlines() if line[:1].isalnum()]
    assert len(packages) > 20
    for line in packages:
        assert re.match(r"[a-z0-9.-]+(\[[a-z0-9,-]+\])?==\S+ ", line), line
        assert re.search(r" --hash=sha256:[0-9a-f]{64}\b", line), line
