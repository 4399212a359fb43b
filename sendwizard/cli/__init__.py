"""The commands: parse, call the office, print, and leave with the exit code of the contract.

Holds no logic of its own. The screens are imported only inside `fill`, so that every other
command starts without Textual.
"""

import sys

from sendwizard.cli import kiosk
from sendwizard.errors import SendwizardError, UnreadableError, UnwritableError

INTERRUPTED = 130
USAGE = 2
OUR_FAULT = 70


def main() -> None:
    """Run the command that was typed; always ends the process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command; its exit code."""
    if not kiosk.is_asked_for(arguments):
        return _run(arguments, shut_in=False)
    kiosk.enter()
    from sendwizard.cli import log  # noqa: PLC0415 - for a kiosk alone, and after its doors

    log.begin()
    return log.session(lambda: _run_kiosk(arguments))


def _run_kiosk(arguments: list[str]) -> int:
    if kiosk.has_terminal():
        return _run(arguments, shut_in=True)
    kiosk.say_needs_a_terminal()
    return USAGE


def _run(arguments: list[str], *, shut_in: bool) -> int:
    # Only now: typer reads the environment as it is imported, and so does much below it.
    from sendwizard.cli.app import app  # noqa: PLC0415 - see above
    from sendwizard.cli.common import complain  # noqa: PLC0415 - see above

    try:
        code = app(args=arguments, prog_name="sendwizard", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SendwizardError as error:
        stuck = shut_in and isinstance(error, UnreadableError | UnwritableError)
        complain(f"{error} Tell IT support." if stuck else error)
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
        return _other(error, shut_in=shut_in)
    return code if isinstance(code, int) else 0


def _other(error: Exception, *, shut_in: bool) -> int:
    """Typer's own errors speak for themselves; anything else is a fault of ours, said in full."""
    from sendwizard.cli.common import complain  # noqa: PLC0415 - see `run`

    show = getattr(error, "format_message", None)
    if callable(show):
        complain(show())
        return USAGE
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    if shut_in:
        from sendwizard.cli import log  # noqa: PLC0415 - only for a fault

        log.fault(error)
    else:
        import traceback  # noqa: PLC0415 - only for a fault

        traceback.print_exception(error)
    complain("This is a fault of ours. Your answers are as they were last saved.")
    return OUR_FAULT
