"""A package without __init__.py, and a module that fails while it is imported."""

import ns.one
from ns import two
from ns.deep import three

print(ns.__name__, ns.one.value, two.value, three.value, hasattr(ns, "__file__") and ns.__file__ is not None)
for attempt in range(2):
    try:
        import broken
    except ValueError as error:
        print("broken:", error)
import sys
print("broken" in sys.modules)
try:
    from ns import missing
except ImportError as error:
    print(str(error).split(" (")[0])
