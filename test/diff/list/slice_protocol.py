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
