"""print with sep, end, file and flush, and what it does with objects and errors."""
import sys

print()
print("a", "b", 1, None, 2.5, [1], sep="-")
print("x", end="")
print("y", end="|\n")
print(*range(5), sep=", ", end=".\n")
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print(sep="x"); print("", "", sep="·"); print("multi\nline\ttab", "é日🐍")
print("to stdout", file=sys.stdout, flush=True)
print("to none", file=None)
class Writer:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        self.parts.append("FLUSH")
w = Writer()
print("a", 1, sep="+", end="!", file=w, flush=True)
print(file=w)
print(w.parts)
class Loud:
    def __str__(self):
        print("(str called)", end="")
        return "loud"
print(Loud(), [Loud.__name__], Loud())
class Broken:
    def __str__(self):
        raise RuntimeError("no text")
try:
    print("before", Broken(), "after")
except RuntimeError as error:
    print("|", error)
for kwargs in ({"sep": 5}, {"end": 5}, {"nope": 1}, {"file": 5}):
    try:
        print("x", **kwargs)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(print("inner"), (lambda: print("in lambda"))())
sys.stdout.write("written\n")
print(sys.stdout.write("12345\n"))
old, sys.stdout = sys.stdout, w
print("captured")
sys.stdout = old
print(w.parts[-2:])
