"""The report: a plain view of what may be printed, and a writer for each format.

Knows no screen and no command, and decides nothing about duties.
"""
