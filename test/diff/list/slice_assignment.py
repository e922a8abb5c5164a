"""Assigning to and deleting slices, plain and extended."""
def show(text, change):
    a = list(range(10))
    try:
        change(a)
        print(text, a)
    except (ValueError, TypeError) as error:
        print(text, type(error).__name__, error)


def assign(index, value):
    return lambda a: a.__setitem__(index, value)


show("2:5", assign(slice(2, 5), "ab"))
show("2:2", assign(slice(2, 2), [100, 101, 102]))
show("5:2", assign(slice(5, 2), ["here"]))
show(":", assign(slice(None), []))
show("-3:", assign(slice(-3, None), (7, 7, 7, 7)))
show("::2", assign(slice(None, None, 2), "vwxyz"))
show("::-3", assign(slice(None, None, -3), [0, 1, 2, 3]))
show("::2 short", assign(slice(None, None, 2), "abc"))
show("20:", assign(slice(20, None), [1]))
show("int", assign(slice(1, 2), 5))
show("8:1:-2", assign(slice(8, 1, -2), iter("abcd")))
show("generator", assign(slice(1, 9), (i * i for i in range(3))))
for text, index in [("del 1:3", slice(1, 3)), ("del ::2", slice(None, None, 2)), ("del ::-3", slice(None, None, -3)), ("del 5:1", slice(5, 1)), ("del 7:2:-2", slice(7, 2, -2)), ("del -1", -1), ("del :", slice(None))]:
    show(text, lambda a: a.__delitem__(index))
a = [1, 2, 3]
a[1:2] = a
print(a)
a[::2] = a[::2][::-1]
print(a, a[10:], a[-100:2], a[::-1], a[3:0:-2])
a[len(a):] = [9]
a[:0] = [8]
del a[1:-1]
print(a)
b = a[:]
b[0] = "changed"
print(a, b)
