"""sys.exit with a text prints it on stderr and ends with status 1."""
import sys


def finish(problems):
    try:
        if problems:
            sys.exit(f"{len(problems)} problems, first: {problems[0]}")
    finally:
        print("summary printed")


finish([])
finish(["disk full", "no network"])
