"""The rules: the questions, the answers, the route, the duties and the wizard's moves.

Knows no screen, file, format or clock; dates come in as arguments.
"""
