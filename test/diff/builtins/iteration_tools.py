"""enumerate, zip, map, filter, reversed, iter with a sentinel, next: laziness and errors."""
print(list(enumerate("abc")), list(enumerate("ab", start=5)), list(enumerate([], 3)), dict(enumerate("xy", -1)), list(enumerate("a", 2**63)))
print(list(zip()), list(zip("abc")), list(zip("abc", range(2))), list(zip("ab", "cd", "ef")), list(zip("ab", [1, 2], strict=True)), list(map(max, [1, 5], [3, 2])), list(map(str, range(3))), list(map(lambda a, b: a + b, "abc", "de")))
print(list(filter(None, [0, 1, "", "a", None, [], [0]])), list(filter(lambda x: x % 2, range(7))), list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))))
for args in (("ab", "c"), ("a", "bc"), ("a", "bc", "d"), ("ab", "cd", "e")):
    try:
        print(list(zip(*args, strict=True)))
    except ValueError as error:
        print(error)
calls = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(calls), 0)), next(calls), next(calls, "default"))
def loud(n):
    for i in range(n):
        print("make", i, end=" ")
        yield i
m = map(lambda x: x * 10, loud(3))
print("lazy"); print(next(m)); print(list(zip(loud(3), loud(2)))); print(next(filter(lambda x: x > 1, loud(5))))
for action in (lambda: next(iter([])), lambda: next([1]), lambda: iter(5), lambda: iter(5, 6), lambda: enumerate(), lambda: enumerate(5), lambda: zip(5), lambda: zip("a", 5), lambda: map(str), lambda: map(), lambda: list(map(5, [1])), lambda: filter(None), lambda: reversed({1}), lambda: reversed(iter([])), lambda: list(map(lambda a: a, [1], [2])), lambda: enumerate([], "x"), lambda: next(iter([]), 1, 2), lambda: zip("a", x=1)):
    try:
        print(action())
    except TypeError as error:
        print("TypeError", error)
    except StopIteration as error:
        print("StopIteration", error.args)
class Seq:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * i
print(list(Seq()), list(reversed(Seq())), 4 in Seq(), list(enumerate(Seq())), max(Seq()), [*Seq()], tuple(Seq()), sum(Seq()), list(zip(Seq(), Seq())))
it = iter("abcdef")
print(list(zip(it, it)), [type(x).__name__ for x in (enumerate(""), zip(), map(str, ""), filter(None, ""), reversed([]), iter([]), iter(()), iter(""), iter({}), iter(set()), iter(range(1)), iter(b""))])
