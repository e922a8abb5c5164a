"""sys.excepthook is asked for uncaught exceptions; the status stays 1."""

import sys


def hook(kind, value, tb):
    print("hook:", kind.__name__, value, tb.tb_lineno, file=sys.stdout)
    print("custom report", file=sys.stderr)


sys.excepthook = hook
print(sys.__excepthook__ is not hook)
{}["missing"]
