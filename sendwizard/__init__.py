"""Write a school's SEN information report, and keep it true each year."""

__version__ = "0.1.0"
