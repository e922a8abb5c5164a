"""A module's body runs once, at its first import, in the order in which imports execute."""
print("main starts")
import first
import second
import first as again

print("imported", again is first, second.seen_by_second, first.counter)
first.bump()
from first import counter, bump

bump()
print(counter, first.counter, second.read())


def later():
    print("before the late import")
    import third
    return third.VALUE


print(later(), later())
if False:
    import never_here
try:
    import failing
except ZeroDivisionError as error:
    print("failed while importing:", error)
try:
    import failing
except ZeroDivisionError:
    print("its body ran again")
import sys

print("first" in sys.modules, "failing" in sys.modules, sys.modules["first"] is first, __name__, first.__name__)
