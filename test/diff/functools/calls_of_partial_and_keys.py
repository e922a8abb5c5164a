"""What functools.partial, cmp_to_key and reduce do when they are called: order of arguments, errors, lifetimes."""
import functools
import pickle
import traceback


def show(*args, **keywords):
    return args, keywords


class Named:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("del", self.name)


p = functools.partial(show, 1, b=2, c=3)
print(p(), p(4), p(4, c=5), p(a=1), p(c=0, b=1), p(d=7, b=8, **{"e": 9}))
print(functools.partial(p, 2, z=1)(3, y=2), functools.partial(show)(), functools.partial(show, a=1)(a=2))
print(functools.partial(show, *range(20))(*range(5), k=1))
print(functools.partial(show, **{"k%d" % i: i for i in range(15)})(1, k3="three", last=0))
print(functools.partial(functools.partial(show, 1), 2).args, functools.partial(functools.partial(show, a=1), b=2).keywords)
inner = functools.partial(show, 1)
inner.note = 5
print(functools.partial(inner, 2).func is inner, functools.partial(inner, 2)(3))


class Sub(functools.partial):
    def __call__(self, *args, **keywords):
        return "sub", super().__call__(*args, **keywords)


class Plain(functools.partial):
    pass


print(Sub(show, 1)(2, a=3), Plain(show, 1, x=2)(2, a=3), functools.partial(Sub(show, 1), 2)(3), type(functools.partial(Plain(show))).__name__)
p.keywords["added"] = 1
print(p(), sorted(p.keywords))


def clears(*args, **keywords):
    q.keywords.clear()
    return args, keywords


q = functools.partial(clears, Named("kept"), k=Named("keyword"))
print(q())
print(q(1))
q.__setstate__((show, (Named("new"),), {"k": 1}, None))
print(q(2))
del q


def replaced():
    def inside(first):
        r.__setstate__((show, (), {}, None))
        return repr(first)
    r = functools.partial(inside, Named("first"))
    return r(), r(1)


print(replaced())
for call in (lambda: functools.partial(show, 1)(*[2], **{"a": 1}), lambda: functools.partial(len)(), lambda: functools.partial(len, 1)(),
             lambda: functools.partial(int, base=8)("9"), lambda: functools.partial(None), lambda: functools.partial(5, 6),
             lambda: functools.partial(pow, 2)(3), lambda: functools.partial(str.upper)(5), lambda: functools.partial(func=1),
             lambda: functools.partial(show, 1)(**{1: 2})):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def fails(x, y):
    return x / y


try:
    functools.partial(fails, 1)(0)
except ZeroDivisionError as error:
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])
print(pickle.loads(pickle.dumps(functools.partial(int, base=2)))("11"), callable(functools.partial(len)))


class Host:
    method = functools.partial(show, 1)


print(Host().method(2))

# -- keys of cmp_to_key

by_size = functools.cmp_to_key(lambda a, b: len(a) - len(b))
words = ["ccc", "a", "bb", "dd", "e"]
print(sorted(words, key=by_size), max(words, key=by_size), min(words, key=by_size))
a, b = by_size("xx"), by_size("yy")
print(a < b, a <= b, a == b, a != b, a > b, a >= b, a.obj, by_size(obj="z").obj)
a.obj = "longer"
print(a > b, b < a)
for call in (lambda: a < 5, lambda: 5 > a, lambda: a == 5, lambda: hash(a), lambda: by_size(), lambda: by_size(1, 2),
             lambda: functools.cmp_to_key(lambda a, b: None)(1) < functools.cmp_to_key(lambda a, b: 1)(2),
             lambda: sorted([3, 1], key=functools.cmp_to_key(lambda a, b: "x")), lambda: functools.cmp_to_key()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Odd:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        print("lt", self.value, other)
        return self.value < other


print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: Odd(a - b))))
key = functools.cmp_to_key(lambda a, b: changes(a, b))


def changes(a, b):
    first.obj = second.obj = None
    return repr(a) < repr(b)


first, second = key(Named("one")), key(Named("two"))
print(first < second, first.obj)


def breaks(a, b):
    raise KeyError(a)


try:
    sorted([1, 2], key=functools.cmp_to_key(breaks))
except KeyError as error:
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)], error)

# -- reduce

print(functools.reduce(show, [1, 2, 3]), functools.reduce(show, [1]), functools.reduce(show, [], 5), functools.reduce(show, iter("ab"), None))


class Items:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]


print(functools.reduce(lambda a, b: a + b, Items("xyz")), functools.reduce(lambda a, b: a * b, range(1, 20)))
for call in (lambda: functools.reduce(show), lambda: functools.reduce(show, 5), lambda: functools.reduce(show, []), lambda: functools.reduce(show, [1, 2], 3, 4),
             lambda: functools.reduce(show, [1, 2], initial=3), lambda: functools.reduce(5, [1, 2]), lambda: functools.reduce(5, [1]),
             lambda: functools.reduce(lambda a, b: 1 / 0, [1, 2])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error, error.__context__, [frame.name for frame in traceback.extract_tb(error.__traceback__)])
print(functools.reduce.__name__, functools.reduce.__module__)


def dropping(a, b):
    return b


functools.reduce(dropping, [Named("i"), Named("j")]) and print("end")
functools.reduce(dropping, (Named("g%d" % i) for i in range(3)))
