"""Names in class bodies, closures over them, __class__ cells, global and nonlocal mixes, comprehension in class bodies."""

x = "module x"
y = "module y"


def function():
    x = "function x"

    class Body:
        print(x)
        x = "class x"
        print(x)
        y = y

        def method(self):
            return x, y, self.x

        class Nested:
            print(x)
            z = x

            def method(self):
                return x

        inner = [x for _ in range(1)]
        outer = [i for i in (x, "own")]
        made = (lambda: x)()
        defaults = (lambda v=x: v)()
        del x

        def after(self):
            return getattr(self, "x", "no attribute"), x

    return Body


body = function()
print(body().method.__qualname__, body.Nested().method(), body.Nested.z, body.inner, body.outer, body.made, body.defaults, body().after(), body.y)


class Changing:
    value = 1
    values = [value for value in range(3)]
    print(value, values)
    for value in range(5):
        if value == 3:
            break
    else:
        value = "not broken"
    with open("/dev/null") as handle:
        pass
    closed = handle.closed
    try:
        1 / 0
    except ZeroDivisionError as error:
        message = str(error)
    print("error" in dir(), "message" in dir(), "handle" in vars())
    if value:
        def conditional(self):
            return "defined conditionally"
    import sys as imported
    global exported
    exported = "from the class body"
    a, *b = 1, 2, 3
    c: int
    d: str = "annotated"
    print(__qualname__, __module__, sorted(__annotations__))
    __private = "mangled"
    _Changing__other = "already"

    def get(self):
        __local = self.__private
        return __local, self.__other

    def names(self):
        __x = 1
        return sorted(locals())


print(Changing.value, Changing.closed, Changing.message, Changing().conditional(), exported, Changing.b, Changing.__annotations__, Changing().get(), Changing().names())
print(sorted(name for name in vars(Changing) if "rivate" in name or "other" in name), hasattr(Changing, "exported"), hasattr(Changing, "error"))


def cells():
    count = 0

    class Counter:
        nonlocal count
        count = 10

        def bump(self):
            nonlocal count
            count += 1
            return count

        @property
        def now(self):
            return count

        @now.setter
        def now(self, value):
            nonlocal count
            count = value

        @staticmethod
        def reset():
            nonlocal count
            count = 0

    return Counter, lambda: count


Counter, look = cells()
counter = Counter()
print(look(), counter.bump(), counter.bump(), look())
counter.now = 100
print(counter.now, look())
Counter.reset()
print(look(), hasattr(Counter, "count"))


class WithCell:
    def own(self):
        return __class__

    def by_super(self):
        return [super().__repr__()[:10], (lambda: super(WithCell, self).__class__)()]

    def in_comprehension(self):
        return [__class__ for _ in range(1)]

    def nested(self):
        def inner():
            return __class__.__name__
        return inner()

    @classmethod
    def build(cls):
        return super().__new__(cls), __class__

    @staticmethod
    def static():
        return __class__


class Derived(WithCell):
    def by_super(self):
        return super().by_super() + [super().own()]


derived = Derived()
print(derived.own(), derived.by_super(), derived.in_comprehension(), derived.nested(), type(Derived.build()[0]), Derived.static())
for broken in ("super() outside", "no arguments", "deleted"):
    def free():
        return super()

    class Fails:
        def no_arguments():
            return super()

        def deleted(self):
            del self
            return super()

        def reassigned(self):
            self = 5
            return super().own()
    try:
        print({"super() outside": free, "no arguments": Fails.no_arguments, "deleted": lambda: Fails().deleted()}[broken]())
    except Exception as error:
        print(broken, type(error).__name__, error)
try:
    Fails().reassigned()
except TypeError as error:
    print(error)


def shadow():
    print = lambda *a: "shadowed"
    len = 5
    return print(1), len, [len for len in "ab"], len


print(shadow())


def loops():
    functions = []
    for i in range(3):
        def f(i=i, *, j=i * 2):
            return i, j
        functions.append(f)
        functions.append(lambda: i)
    i = "rebound"
    return [f() for f in functions]


print(loops())


def deep():
    a = 1

    def one():
        b = a + 1

        def two():
            nonlocal a, b
            global x
            a, b, x = a * 10, b * 10, "set by two"

            def three():
                return a, b, x
            return three
        return two(), lambda: b
    three, look = one()
    return three(), a, look()


print(deep(), x)
try:
    def unbound():
        print(value)
        value = 1
    unbound()
except UnboundLocalError as error:
    print(error)
try:
    def free_unbound():
        def inner():
            return later
        result = inner()
        later = 1
    free_unbound()
except NameError as error:
    print(error)
