"""`python -m sendwizard` is the `sendwizard` command."""

from sendwizard.cli import main

if __name__ == "__main__":
    main()
