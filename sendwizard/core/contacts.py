"""Phone numbers, e-mail and web addresses: tidied, and refused with a sentence that helps."""

import re

from sendwizard.core.kind_error import KindError
from sendwizard.core.text import clean_line

_END = " .,;:!"
_QUOTES = "<>\"'“”‘’"


def _small(domain: str) -> str:
    """In small letters, where every system agrees on what they are."""
    return domain.lower() if domain.isascii() else domain


# -- e-mail -----------------------------------------------------------------------------

_EMAIL = re.compile(r"[^@\s<>\"(),;]+@[^@\s<>\"'(),;.]+(\.[^@\s<>\"'(),;.]+)+")
_EMAIL_LABEL = re.compile(r"^(?:e-?mail(?: address)?:|mailto:)\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[^<>@]*<\s*([^<>]*@[^<>]*)>")
_APART = re.compile(r"\s*@\s*")
_WHOLE_EMAIL = "Write the whole e-mail address, for example office@school.example."


def parse_email(text: str) -> str:
    """The address alone, its domain in small letters. Raises KindError."""
    line = clean_line(text)
    in_brackets = _IN_BRACKETS.fullmatch(line.strip(_END))
    address = _EMAIL_LABEL.sub("", in_brackets[1] if in_brackets else line, count=1)
    address = _APART.sub("@", address.partition("?")[0].strip(_END + _QUOTES))
    if address.count("@") > 1 and "@@" not in address:
        raise KindError("Write one e-mail address here, for example office@school.example.")
    name, _, domain = address.replace("’", "'").partition("@")
    dotted = name.startswith(".") or name.endswith(".") or ".." in name
    if dotted or not _EMAIL.fullmatch(f"{name}@{domain}"):
        raise KindError(_WHOLE_EMAIL)
    return f"{name}@{_small(domain)}"


# -- web addresses ----------------------------------------------------------------------

_URL = re.compile(
    r"(https?)://([^\W_](?:[\w-]*\w)?(?:\.[^\W_](?:[\w-]*\w)?)+)(:[0-9]{1,5})?([/?#][^\s<>\"]*)?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^(https?)\s*(?::\s*[/\\]{1,3}|:|[/\\]{2})\s*(?=[^\s/\\])", re.IGNORECASE)
_URL_LABEL = re.compile(r"^(?:web ?site|web address|web ?page|web|url|link):\s*", re.IGNORECASE)
_WHOLE_URL = "Write the whole web address, for example https://www.school.example/send."


def parse_url(text: str) -> str:
    """The whole address, `https://` before it, its host in small letters. Raises KindError."""
    line = _URL_LABEL.sub("", clean_line(text).strip(_END + _QUOTES), count=1).lstrip("(")
    address = _SCHEME.sub(lambda found: f"{found[1].lower()}://", line, count=1)
    if "://" not in address and "." in address:
        address = f"https://{address}"
    if line.endswith(")") and line.count("(") < line.count(")"):
        address = address[:-1].rstrip(_END)
    found = _URL.fullmatch(address)
    if found is not None:
        scheme, host, port, path = found.groups("")
        return f"{scheme.lower()}://{_small(host)}{port}{path}"
    if "@" in address and "/" not in address.removeprefix("https://"):
        raise KindError(f"That is an e-mail address. {_WHOLE_URL}")
    if " " in address:
        raise KindError("Write one web address without spaces, for example www.school.example.")
    raise KindError(_WHOLE_URL)


# -- phone numbers ----------------------------------------------------------------------

_PHONE_LABEL = re.compile(
    r"^(?:tel|telephone|phone|mobile|mob|office|t|m)(?:\.|:|\.:)?\s*(?=[+(0-9])", re.IGNORECASE
)
_EXTENSION = re.compile(r"[ ,;(]*(?:ext(?:ension|n)?|x|#)[ .:]*([0-9]{1,6})\)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9 ()./‐‑–—-]{2,40}")
_TRUNK = re.compile(r"\(0\)")
_ABROAD = range(7, 16)
"""Figures of a number with its country before it."""
_SHORT = ("111", "999", "101", "112", "116123", "08001111")
"""Numbers that are whole although they are short; Childline and Samaritans are among them."""
_RELAY = re.compile(r"(1800[0-9])(0[0-9]{9,10})")
"""Relay UK, by which people ring who are deaf or do not speak."""
_LONG_CODES = (
    *("013873", "015242", "015394", "015395", "015396", "016973", "016974", "016977"),
    *("017683", "017684", "017687", "019467"),
)
_WHOLE_PHONE = "Write the phone number with its area code, for example 01632 960000."


def parse_phone(text: str) -> str:
    """The number, grouped as people in the UK write it. Raises KindError."""
    line = _PHONE_LABEL.sub("", clean_line(text).strip(_END), count=1)
    extension = _EXTENSION.search(line)
    number, behind = line, ""
    if extension is not None and extension.end() == len(line):
        number, behind = line[: extension.start()], f" ext {extension[1]}"
    if not _PHONE.fullmatch(number):
        raise KindError(_WHOLE_PHONE)
    return _grouped(number) + behind


def _grouped(number: str) -> str:
    begins = number.strip(" (")
    abroad = begins.startswith(("+", "00"))
    digits = re.sub(r"[^0-9]", "", _TRUNK.sub("", number) if abroad else number)
    if digits in _SHORT:
        return " ".join(_short_parts(digits))
    relay = _RELAY.fullmatch(digits)
    if relay is not None:
        return f"{relay[1]} {_grouped(relay[2])}"
    if len(digits) > _ABROAD.stop + 1:
        raise KindError(
            "Write one phone number here, with its area code, for example 01632 960000."
        )
    country = digits.removeprefix("00") if abroad else ""
    if len(digits) == len("441632960000") and digits.startswith("44"):
        country = digits  # the plus was left out
    if country.startswith("44") and len(country) > len("44"):
        national = "0" + country[2:].removeprefix("0")
        return f"+44 {' '.join(_uk_parts(national))[1:]}"
    if country:
        return _from_abroad(number, country)
    return " ".join(_uk_parts(digits))


def _from_abroad(number: str, digits: str) -> str:
    """Grouped as it was typed, since each country has its own way. Raises KindError."""
    if len(digits) not in _ABROAD:
        raise KindError(_WHOLE_PHONE)
    groups = re.sub(r"[^0-9]", " ", _TRUNK.sub("", number)).split()
    if groups[0].startswith("00") and "+" not in number:
        groups[0] = groups[0].removeprefix("00")
    return "+" + " ".join(groups).strip()


def _short_parts(digits: str) -> tuple[str, ...]:
    cuts = {"116123": 3, "08001111": 4}
    cut = cuts.get(digits, len(digits))
    return tuple(part for part in (digits[:cut], digits[cut:]) if part)


_MOST_UK, _LEAST_UK = 11, 10


def _uk_parts(digits: str) -> tuple[str, ...]:
    """The groups of a number of the UK. Raises KindError where figures are missing."""
    if not digits.startswith("0"):
        if len(digits) != _LEAST_UK:
            raise KindError(_WHOLE_PHONE)
        digits = f"0{digits}"  # a spreadsheet leaves it out
    short_too = digits.startswith(("01", "0800", "0500"))
    if not (len(digits) == _MOST_UK or (len(digits) == _LEAST_UK and short_too)):
        count = f"such a number has {_MOST_UK} figures, and this one has {len(digits)}."
        raise KindError(f"{_WHOLE_PHONE[:-1]}: {count}")
    if digits.startswith("02"):
        return digits[:3], digits[3:7], digits[7:]
    if digits.startswith(_LONG_CODES):
        return digits[:6], digits[6:]
    if digits.startswith(("0800", "0500")) and len(digits) == _LEAST_UK:
        return digits[:4], digits[4:]
    if digits.startswith(("03", "08", "09", "011")) or re.match(r"01[0-9]1", digits):
        return digits[:4], digits[4:7], digits[7:]
    return digits[:5], digits[5:]
