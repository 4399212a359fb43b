"""Checks on the words of answers. Takes words, gives figures; knows no file and no screen."""
