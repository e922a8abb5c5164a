"""del of names, attributes, items, slices and tuples of them."""


class Box:
    pass


x = 1
del x
try:
    x
except NameError as error:
    print("NameError:", error)
try:
    del x
except NameError as error:
    print("NameError:", error)
box = Box()
box.a, box.b = 1, 2
del box.a
print(vars(box))
try:
    del box.a
except AttributeError as error:
    print("AttributeError:", error)
items = list(range(10))
del items[0], items[-1]
del items[1:3]
del items[::2]
print(items)
data = {"a": 1, "b": [1, 2, 3], "c": {"d": 4}}
del data["a"], data["b"][1], data["c"]["d"]
print(data)
for action in (lambda: items.__delitem__(50), lambda: data.__delitem__("zzz"), lambda: "abc".__delitem__(0)):
    try:
        action()
    except (IndexError, KeyError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
a = b = c = 1
del (a, [b]), c
print("a" in globals(), "c" in globals())


def local(flag):
    value = "set"
    if flag:
        del value
    try:
        return value
    except UnboundLocalError as error:
        return f"UnboundLocalError: {error}"


def rebinding():
    for i in range(3):
        name = i
        del name
    name = "again"
    return name


def cell():
    value = 1

    def read():
        return value
    del value
    try:
        return read()
    except NameError as error:
        return f"NameError: {error}"


print(local(False), local(True), rebinding(), cell(), sep="\n")
try:
    del (1, 2)[0]
except TypeError as error:
    print("TypeError:", error)
try:
    text = "abc"
    del text[0]
except TypeError as error:
    print("TypeError:", error)
