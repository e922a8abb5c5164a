"""What goes wrong in the protocol: missing methods, errors in enter and exit, replaced exceptions."""


class NoExit:
    def __enter__(self):
        return self


class NoEnter:
    def __exit__(self, *args):
        return False


class Fails:
    def __init__(self, where):
        self.where = where

    def __enter__(self):
        if self.where == "enter":
            raise OSError("cannot enter")
        return self

    def __exit__(self, kind, value, traceback):
        print("  exit after", kind and kind.__name__)
        if self.where == "exit":
            raise LookupError("cannot exit")
        if self.where == "replace":
            raise RuntimeError("replaced") from value
        if self.where == "reraise" and value:
            raise value
        return self.where == "truthy" and "non-empty text"


for bad in (NoExit(), NoEnter(), 5):
    try:
        with bad:
            print("never")
    except TypeError as error:
        print("TypeError:", error)
try:
    with Fails("enter"):
        print("never")
except OSError as error:
    print("OSError:", error)
for where in ("exit", "replace", "reraise", "truthy", ""):
    for inside in (None, ValueError("inside")):
        try:
            with Fails(where):
                if inside:
                    raise inside
            print(where, "passed")
        except Exception as error:
            print(f"{where}: {error!r} context={error.__context__!r} cause={error.__cause__!r}")


class Instance:
    def __enter__(self):
        return "class method"

    def __exit__(self, *args):
        pass


instance = Instance()
instance.__enter__ = lambda: "instance attribute"
with instance as result:
    print(result)
try:
    with Fails("") as (a, b):
        print("never")
except TypeError as error:
    print("TypeError:", error)
