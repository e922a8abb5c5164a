"""Warnings name the line that issues them; the default filters look at the module and the line."""
import io
import sys
import warnings


def f():
    warnings.warn("careful")
    warnings.warn("careful", DeprecationWarning)
    warnings.warn("soon", PendingDeprecationWarning)
    for i in range(3):
        warnings.warn(f"loop {i % 2}", RuntimeWarning)


sys.stderr = io.StringIO()
f()
f()
warnings.warn("top")
warnings.warn(UserWarning("an instance"))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    warnings.warn("x")
    warnings.warn(
        "several lines",
        ResourceWarning,
    )
    for entry in seen:
        print(entry.lineno, entry.message, entry.category.__name__, entry.filename == __file__)
with warnings.catch_warnings():
    warnings.simplefilter("error", UserWarning)
    try:
        warnings.warn("raised")
    except UserWarning as error:
        print("caught", error)
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", module="__main__")
    warnings.warn("silent")
for line in sys.stderr.getvalue().splitlines():
    print(line.replace(__file__, "FILE"))
