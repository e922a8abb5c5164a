"""del in loops, of slices, attributes, closures' variables, exceptions' names; what is unbound afterwards."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def loop():
    seen = []
    for i in range(3):
        seen.append(i)
        if i == 1:
            del i
            continue
        del i
    try:
        return i
    except UnboundLocalError as error:
        return seen, str(error)


def conditional(flag):
    x = 1
    if flag:
        del x
    return x


def twice():
    x = 1
    del x
    del x


def captured():
    value = "kept"

    def look():
        return value

    before = look()
    del value
    try:
        look()
    except NameError as error:
        middle = f"{type(error).__name__} {error}"
    value = "again"
    return before, middle, look()


def nonlocal_delete():
    value = 1

    def remove():
        nonlocal value
        del value

    remove()
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


def exception_name():
    error = "before"
    try:
        raise ValueError("x")
    except ValueError as error:
        inside = str(error)
    try:
        return error
    except UnboundLocalError as problem:
        return inside, str(problem)


def exception_name_deleted_inside():
    try:
        raise ValueError("x")
    except ValueError as error:
        del error
    return "fine"


def exception_name_rebound():
    try:
        raise ValueError("x")
    except ValueError as error:
        error = "other"
    try:
        return error
    except UnboundLocalError:
        return "unbound anyway"


def parameter(a, b=2, *args, **rest):
    del a, b, args, rest["k"]
    return locals()


def targets():
    items = list(range(10))
    data = {"a": 1, "b": {"c": 2}}

    class Thing:
        x = 1
    thing = Thing()
    thing.y = [1, 2, 3]
    del items[0], items[-1], items[1:3], items[::2], (data["a"], [data["b"]["c"]]), thing.y[1]
    del thing.y, Thing.x
    return items, data, vars(thing), hasattr(Thing, "x")


for action in (loop, lambda: conditional(False), lambda: conditional(True), twice, captured, nonlocal_delete, exception_name, exception_name_deleted_inside, exception_name_rebound, lambda: parameter(1, k=2, j=3), targets):
    attempt(action)
x = y = z = 1
del x
attempt(lambda: x)
del (y, z)
attempt(lambda: (y, z))
attempt(lambda: globals().__delitem__("nothing"))
print = print
del print
print("the built-in is back")


class Log(dict):
    def __delitem__(self, key):
        print("delitem", key)
        super().__delitem__(key)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)

    def __del__(self):
        print("finalised")


log = Log(a=1)
log.attribute = 2
del log["a"], log.attribute
alias = log
del log
print("still there")
del alias
for bad in ("[][0]", "(1,)[0]", "'a'[0]", "{}['k']", "5 .x", "None.x", "len.x", "object().x", "[1, 2]['a']", "{1}[0]", "range(3)[0]", "bytearray(b'a')[3]"):
    owner, access = {"[][0]": ([], 0), "(1,)[0]": ((1,), 0), "'a'[0]": ("a", 0), "{}['k']": ({}, "k"), "[1, 2]['a']": ([1, 2], "a"), "{1}[0]": ({1}, 0), "range(3)[0]": (range(3), 0), "bytearray(b'a')[3]": (bytearray(b"a"), 3)}.get(bad, (None, None))
    if owner is None:
        continue
    try:
        del owner[access]
    except Exception as error:
        print(bad, type(error).__name__, error)
for owner in (5, None, len, object(), "text", int, [], loop, Log):
    try:
        del owner.missing
    except Exception as error:
        print(type(error).__name__, str(error))
numbers = list(range(6))
for number in numbers:
    if number % 2:
        del numbers[numbers.index(number)]
print(numbers)
words = {"a": 1, "b": 2}
try:
    for key in words:
        del words[key]
except RuntimeError as error:
    print(error, words)
for key in list(words):
    del words[key]
print(words)
del [], (), [[]]
data = bytearray(b"abcdef")
del data[1:4:2], data[-1:]
print(data, [d for d in data])
view = memoryview(data)
try:
    del view[0]
except TypeError as error:
    print(error)
try:
    del data[0]
except BufferError as error:
    print(error)
