"""What every test stands on: nothing of this machine's settings, and the same run each time."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    deadline=None,  # a busy machine is no fault of the code
    max_examples=60,
    derandomize=True,  # the same examples each time; HYPOTHESIS_PROFILE=explore looks further
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

KEPT = {"SENDWIZARD_UPDATE_GOLDEN"}
"""What a person says to the tests, not to the program."""

OUTSIDE = ("SENDWIZARD_", "XDG_", "TEXTUAL", "TYPER_", "_TYPER", "_SENDWIZARD")
"""How the names of variables begin that would change what the program does."""

COLOURS = {
    *("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PY_COLORS", "TTY_COMPATIBLE"),
    *("COLUMNS", "LINES", "GITHUB_ACTIONS"),
}
"""What would change how wide and how colourful words are printed."""


@pytest.fixture(autouse=True)
def nothing_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The working folder is tmp_path, and the home folder another empty one."""
    for name in list(os.environ):
        if (name.startswith(OUTSIDE) and name not in KEPT) or name in COLOURS:
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home", numbered=True)
    monkeypatch.setenv("HOME", str(home))
    if sys.platform == "win32":
        for name in ("USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            monkeypatch.setenv(name, str(home))
    for name, folder in (
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_DOCUMENTS_DIR", "Documents"),
        ("XDG_RUNTIME_DIR", ".run"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top of the checkout."""
    return Path(__file__).resolve().parent.parent
