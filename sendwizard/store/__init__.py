"""TOML on disk: the bank's files, a year's answers, history and the lock. Knows no screen."""
