"""Order of evaluation inside f-strings, exceptions in the middle, and calls with side effects."""
log = []
def note(v):
    log.append(v)
    return v
class F:
    def __init__(self, n):
        self.n = n
    def __format__(self, spec):
        log.append(f"format {self.n} {spec!r}")
        return f"<{self.n}>"
    def __str__(self):
        log.append(f"str {self.n}")
        return f"s{self.n}"
    def __repr__(self):
        log.append(f"repr {self.n}")
        return f"r{self.n}"
print(f"{note(1)}{note(2)!r:{note(5)}}{note(3)}", log)
log.clear()
print(f"{F(1)}{F(2):{F(3)}}{F(4)!s}{F(5)!r:>4}{F(6)!a}", log)
log.clear()
try:
    print(f"{note('before')}{1 / 0}{note('after')}")
except ZeroDivisionError as error:
    print(error, log)
for action in (lambda: f"{5:s}", lambda: f"{'x':d}", lambda: f"{None:5}", lambda: f"{[]:>5}", lambda: f"{5:zz}", lambda: f"{1.5:d}", lambda: f"{5:.2d}", lambda: f"{'a':+}", lambda: f"{'a':,}", lambda: f"{5:,s}", lambda: f"{undefined}", lambda: f"{object():x}"[:0] + "x", lambda: f"{'x':=5}", lambda: f"{1j:05}", lambda: f"{5:,_}"):
    try:
        print(action())
    except (ValueError, TypeError, NameError) as error:
        print(type(error).__name__, error)
class BadFormat:
    def __format__(self, spec):
        return 5
class BadStr:
    def __str__(self):
        return None
for bad in (BadFormat(), BadStr()):
    try:
        f"{bad}"
    except TypeError as error:
        print(error)
x = 1
print(f"{x}{(x := x + 1)}{x}{(x := x * 5)}", x, f"{[x for x in 'ab']}{x}")
