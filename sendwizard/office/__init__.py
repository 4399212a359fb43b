"""The acts, once for all three faces: find the folder, open, begin, save, check, report, demo.

Combines the rooms; knows no screen and no format.
"""
