"""with: enter and exit on every path, the exit's arguments, suppression, several managers."""


class Manager:
    def __init__(self, name, suppress=False):
        self.name = name
        self.suppress = suppress

    def __enter__(self):
        print("  enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("  exit", self.name, kind and kind.__name__, value, traceback is not None)
        return self.suppress


with Manager("plain") as name:
    print(name)
try:
    with Manager("failing"):
        raise ValueError("inside")
except ValueError as error:
    print("came out:", error)
with Manager("suppressing", True):
    raise KeyError("swallowed")
print("went on")
with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (
    Manager("c", True) as c,
    Manager("d"),
    Manager("e") as e,
):
    print(c, e)
    raise RuntimeError("stopped by c")


def leave(how):
    for i in range(2):
        with Manager(f"{how} {i}"):
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
    return "end"


print(leave("return"), leave("break"), leave("continue"))


class Target:
    pass


target, items = Target(), [None]
with Manager("x") as target.name, Manager("y") as items[0], Manager("zz") as (first, second):
    print(target.name, items, first, second)
with Manager("no target"):
    pass
