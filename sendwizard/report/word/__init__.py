"""The report in Word, on the school's own letterhead where it has one."""

from sendwizard.report.word.write import write_word

__all__ = ["write_word"]
