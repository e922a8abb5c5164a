"""How slices reach __getitem__, __setitem__ and __delitem__ of lists and classes; extended slices."""


class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Show()
print(s[1], s[1:2], s[1:2:3], s[:], s[::], s[1:, 2], s[..., 1:2], s[()], s[1, 2], s[-1:None], s["a":"b"], s[*range(3)])
s[1:2] = 5
s[1, 2:3] = 6
del s[::2]
del s[1], s[2:3]
try:
    s[0:1] += [1]
except TypeError as error:
    print(error)
items = list(range(10))
print(items[slice(2, 8, 3)], items[-3:], items[:-3], items[::-2], items[8:2:-2], items[100:], items[-100:3], items[5:2], items[True:3])
items[2:5] = []
items[1:1] = ["in", "sert"]
items[-1:] = "ab"
items[::-1] = list(items)
print(items)
items[len(items):] = [99]
items[:0] = [-1]
del items[::3]
print(items)


class Index:
    def __index__(self):
        return 2


print(items[Index():], items[Index()], items[:Index()], slice(Index()).indices(5))
for bad in (lambda: items["a":], lambda: items[1.5:], lambda: items[::0], lambda: items[[]:], lambda: items[{}]):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Sized:
    def __init__(self, count):
        self.count = count

    def __len__(self):
        print("len")
        return self.count

    def __iter__(self):
        print("iter")
        return iter(range(self.count))


class Hinted:
    def __init__(self):
        self.items = iter("abc")

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.items)

    def __length_hint__(self):
        print("hint")
        return 3


# Who asks for a length: list() and the like do; slices and unpacking ask the iterator.
first, *rest = Sized(3)
*rest, last = Sized(3)
one, two = Sized(2)
row = [1]
row[:] = Sized(2)
row[::2] = Sized(1)
row += Sized(1)
row.extend(Sized(1))
print(first, rest, last, row, list(Sized(2)), tuple(Sized(2)), [*Sized(1)], (*Sized(2),), {*Sized(1)})
first, *rest = Hinted()
row[:] = Hinted()
row[1:2] = Hinted()
print(first, rest, row)
row[:] = row
row[::-1] = row
row[::2] = tuple(range(3))
print(row)
for bad in 5, None, len:
    for action in ("row[:] = bad", "row[::2] = bad", "first, *rest = bad"):
        try:
            if action == "row[:] = bad":
                row[:] = bad
            elif action == "row[::2] = bad":
                row[::2] = bad
            else:
                first, *rest = bad
        except TypeError as error:
            print(action, error)
