"""The commands: parse, call the office, print, and leave with the exit code of the contract.

Holds no logic of its own. The screens are imported only inside `fill`, so that every other
command starts without Textual.
"""

import sys

from sendwizard.cli.app import app
from sendwizard.cli.common import complain
from sendwizard.errors import SendwizardError, UnwritableError

INTERRUPTED = 130
USAGE = 2
OUR_FAULT = 70


def main() -> None:
    """Run the command that was typed; always ends the process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command; its exit code."""
    try:
        code = app(args=arguments, prog_name="sendwizard", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SendwizardError as error:
        complain(error)
        return error.exit_code
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # typer would make it exit 1, a `stop`
            return 0
        raise
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return 0
    except OSError as error:  # files say so by themselves: this is standard output
        complain(f"The output could not be written: {error.strerror}.")
        return UnwritableError.exit_code
    except Exception as error:  # noqa: BLE001 - the last door: typer's errors, and faults of ours
        return _other(error)
    return code if isinstance(code, int) else 0


def _other(error: Exception) -> int:
    """Typer's own errors speak for themselves; anything else is a fault of ours, said in full."""
    show = getattr(error, "format_message", None)
    if callable(show):
        complain(show())
        return USAGE
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    import traceback  # noqa: PLC0415 - only for a fault

    traceback.print_exception(error)
    complain("This is a fault of ours. Your answers are as they were last saved.")
    return OUR_FAULT
