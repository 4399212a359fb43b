"""The next review as a file for a calendar. Its stamp is the day of the decision: no clock here."""

import uuid
from datetime import UTC, date, datetime, time, timedelta

from sendwizard.core.approval import Approval
from sendwizard.core.kinds import say_date

A_MONTH = timedelta(days=30)
SUMMARY = "Look at the SEN information report again"


def review_event(school: str, year: str, approval: Approval, review: date, number: int) -> bytes:
    """One event of a whole day, with a reminder a month before.

    A later copy's event stands in place of an earlier one's: the same name, a higher number.
    """
    from icalendar import Alarm, Calendar, Event  # noqa: PLC0415 - 190 ms, for this file alone

    calendar, event, alarm = Calendar(), Event(), Alarm()
    calendar.add("prodid", "-//sendwizard//SEN information report//EN")
    calendar.add("version", "2.0")
    event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"sendwizard:{school}:{year}:next-review")))
    event.add("dtstamp", datetime.combine(approval.latest, time(), UTC))
    event.add("sequence", number)
    event.add("dtstart", review)
    event.add("dtend", review + timedelta(days=1))
    event.add("summary", f"{SUMMARY}: {school}")
    event.add(
        "description",
        f"The report of {year} was approved on {say_date(approval.on)}. "
        f"It is to be looked at again by {say_date(review)}.",
    )
    event.add("transp", "TRANSPARENT")
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"In a month: {SUMMARY[0].lower()}{SUMMARY[1:]}")
    alarm.add("trigger", -A_MONTH)
    event.add_component(alarm)
    calendar.add_component(event)
    return bytes(calendar.to_ical())
