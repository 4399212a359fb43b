"""The house keeps its own rules: what is written down is true, and nothing has crept in."""

import ast
from pathlib import Path

from sendwizard.tui.keys import ACTIONS, footer

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 320


def test_the_readme_gives_every_key_as_the_table_has_it() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for action in ACTIONS:
        assert f"| {action.shown_keys} | {action.explanation} |" in readme


def test_the_footer_fits_into_80_cells() -> None:
    assert len(footer()) <= 78


def test_no_key_does_two_things() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))


def test_the_commands_import_the_screens_only_inside_fill() -> None:
    for path in (ROOT / "sendwizard" / "cli").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith(("sendwizard.tui", "textual"))


def test_no_file_has_grown_past_a_sensible_length() -> None:
    for path in (ROOT / "sendwizard").rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE, path


def test_the_locks_name_no_place_that_packages_come_from() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert "find-links" not in text
        assert "--hash=sha256:" in text


def test_the_lock_names_the_extras_that_it_pins() -> None:
    """Pip takes coverage[toml] for unpinned beside a bare coverage, once a newer one is out."""
    assert "\ncoverage[toml]==" in (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")


def test_styles_are_in_tcss_files_only() -> None:
    for path in (ROOT / "sendwizard" / "tui").rglob("*.py"):
        assert "DEFAULT_CSS" not in path.read_text(encoding="utf-8")
