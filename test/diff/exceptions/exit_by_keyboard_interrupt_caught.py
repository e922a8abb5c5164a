"""KeyboardInterrupt and SystemExit pass except Exception; raise SystemExit with odd codes."""

import sys


def attempt(code):
    try:
        try:
            sys.exit(code)
        except Exception:
            print("wrongly caught")
    except SystemExit as error:
        print(repr(error), repr(error.code))


for code in (None, 0, 3, "text", (1, 2), 1.5, [1], True, 2**40, -1):
    attempt(code)
try:
    raise KeyboardInterrupt("typed")
except Exception:
    print("wrong")
except BaseException as error:
    print(type(error).__name__, error)
try:
    exit_function = sys.exit
    exit_function(1, 2)
except TypeError as error:
    print(error)
raise SystemExit("message on stderr, status 1")
