"""The tests of sendwizard: each name is a rule, and the folders are the rooms of the house."""
