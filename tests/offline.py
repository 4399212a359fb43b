"""Runs commands of sendwizard in a process that ends the moment anything opens the network.

`python tests/offline.py` takes a JSON list of commands from the environment and runs one after the
other; their exit codes are the last line of standard error. An audit hook says which call it was;
on Linux a filter in the kernel stands behind it, which holds for code that is not Python and for
every child process as well. Sockets between processes of this machine (AF_UNIX) are let through:
asyncio wakes itself with a pair of them.
"""

import ctypes
import json
import os
import platform
import socket
import struct
import sys
import traceback

COMMANDS = "OFFLINE_COMMANDS"
"""The environment variable that holds the commands: a JSON list of lists of words."""
CAUGHT = 99
"""The exit code where Python opened the network; the kernel ends the process with SIGSYS."""
PYTHONS = ("http.client.", "urllib.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.")
NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
SOCKET_CALL = {"x86_64": 41, "aarch64": 198}
"""The number of the system call `socket` on each kind of machine."""


def watch() -> None:
    """From now on this process ends when it opens the network."""
    sys.addaudithook(_look)
    if sys.platform == "linux" and platform.machine() in SOCKET_CALL:
        _filter(SOCKET_CALL[platform.machine()])


def _look(event: str, details: tuple[object, ...]) -> None:
    if event == "socket.__new__":
        caught = details[1] not in (socket.AF_UNIX, -1)
    elif event in {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}:
        caught = getattr(details[0], "family", None) != socket.AF_UNIX
    else:
        caught = event in NAMES or event.startswith(PYTHONS)
    if caught:
        where = "".join(traceback.format_stack(limit=8))
        os.write(2, f"The network was opened: {event} {details!r}\n{where}".encode())
        os._exit(CAUGHT)


def _filter(number: int) -> None:
    """Have the kernel end whatever calls `socket` for anything but AF_UNIX; children inherit it."""
    load, equal, give = 0x20, 0x15, 0x06
    end, allow, first_argument = 0x80000000, 0x7FFF0000, 16
    steps = [
        (load, 0, 0, 0),  # the number of the system call
        (equal, 0, 3, number),  # another: to the last step
        (load, 0, 0, first_argument),
        (equal, 1, 0, socket.AF_UNIX),
        (give, 0, 0, end),
        (give, 0, 0, allow),
    ]
    code = b"".join(struct.pack("HBBI", *step) for step in steps)

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))

    no_new_privileges, set_filter, by_program = 38, 22, 2
    control = ctypes.CDLL(None, use_errno=True).prctl
    program = Program(len(steps), code)
    refused = control(no_new_privileges, 1, 0, 0, 0) or control(
        set_filter, by_program, ctypes.byref(program), 0, 0
    )
    if refused:  # a machine that allows no filter: the hook is left
        sys.stderr.write("The kernel takes no filter here.\n")


def main() -> None:
    """Run the commands; the exit code of the last."""
    watch()
    from sendwizard.cli import run

    codes: list[int] = []
    for words in json.loads(os.environ.pop(COMMANDS)):
        try:
            codes.append(run(words))
        except SystemExit as end:  # --help and --version
            codes.append(end.code if isinstance(end.code, int) else 0)
    sys.stderr.write(f"\n{json.dumps(codes)}\n")
    sys.exit(codes[-1])


if __name__ == "__main__":
    main()
