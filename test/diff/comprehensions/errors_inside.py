"""An exception inside a comprehension leaves no trace but itself; cleanup happens."""


class Item:
    live = 0

    def __init__(self, n):
        self.n = n
        Item.live += 1

    def __del__(self):
        Item.live -= 1


def build(n, bad):
    return [Item(i) if i != bad else 1 / 0 for i in range(n)]


print(len(build(3, 99)), Item.live)
try:
    build(10, 7)
except ZeroDivisionError as error:
    print("ZeroDivisionError:", error)
print(Item.live)

for make in (
    lambda: {key: 1 for key in ([], 1)},
    lambda: {item for item in ({}, 1)},
    lambda: [n for n in 5],
    lambda: [a for a, b in [(1, 2, 3)]],
    lambda: {k: v for k, v in ["ab", "c"]},
    lambda: [int(s) for s in "12x"],
    lambda: sorted([n for n in (1, "a")]),
):
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


def stops():
    raise StopIteration("leaks from a list comprehension")


try:
    [stops() for _ in range(1)]
except StopIteration as error:
    print("StopIteration:", error)
try:
    list(stops() for _ in range(1))
except RuntimeError as error:
    print("RuntimeError:", error)
