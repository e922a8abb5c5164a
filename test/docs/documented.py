"""What the program of a page calls for each of its examples (see pages.py); the same under CPython and compiled."""
import sys

# Opens an example's part of the standard output and of the standard error; a number and a newline follow.
MARK = '\x01@@'


def begin(number):
    """Opens the part of the example with this number, or of what comes after all examples."""
    for stream, now in (sys.__stdout__, sys.stdout), (sys.__stderr__, sys.stderr):
        if now is not stream and not getattr(now, 'closed', True):
            now.flush()
        stream.write('%s %s\n' % (MARK, number))
        stream.flush()


def show(value):
    """Prints a value as the interactive interpreter does."""
    if value is not None:
        print(repr(value))


def failed(error):
    print('%s: %s' % (type(error).__name__, error))
