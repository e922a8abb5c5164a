"""__name__, module attributes, and globals seen and changed through the module itself."""
import sys

VALUE = 1


def read():
    return VALUE


this = sys.modules[__name__]
this.VALUE = 2
print(read(), this.read is read, this.__name__)
setattr(this, "ADDED", "added at run time")
print(ADDED, "ADDED" in globals(), globals()["VALUE"])
globals()["VALUE"] = 3
print(read(), vars(this)["VALUE"])
del this.ADDED
try:
    ADDED
except NameError as error:
    print("NameError:", error)
print(__doc__.split(",")[0], __file__.rpartition("/")[2], __package__, __spec__)
if __name__ == "__main__":
    print("main program")

import __main__
try:
    __main__.missing
except AttributeError as error:
    print(error)
try:
    from __main__ import missing
except ImportError as error:
    print(str(error).partition(" (")[0])
