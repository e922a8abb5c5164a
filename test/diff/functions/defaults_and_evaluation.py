"""When defaults, annotations, decorators and arguments are evaluated; shared mutable defaults."""


def note(tag, value=None):
    print("eval", tag)
    return value if value is not None else tag


@note("decorator 1", lambda f: (print("apply 1"), f)[1])
@note("decorator 2", lambda f: (print("apply 2"), f)[1])
def f(a: note("annotation a") = note("default a"), b=note("default b"), *, c: note("annotation c") = note("default c")) -> note("annotation return"):
    return (a, b, c)


print(f(), f.__annotations__)


def g(*args, **kwargs):
    return args, kwargs


print(note("callee", g)(note("1"), *note("star", [2]), note("3"), key=note("4"), **note("dstar", {"z": 5}), last=note("6")))


def accumulate(item, bucket=[]):
    bucket.append(item)
    return bucket


print(accumulate(1), accumulate(2), accumulate(3, []), accumulate.__defaults__)
x = 1


def late(value=x):
    return value, x


x = 2
print(late())
functions = [lambda n=n: n for n in range(3)]
print([h() for h in functions], [h() for h in [lambda: n for n in range(3)]])


class Base:
    size = 3

    def method(self, n=size, sizes=[size] * 2):
        return n, sizes


Base.size = 9
print(Base().method())


def recursive_default(n, cache={0: 0, 1: 1}):
    if n not in cache:
        cache[n] = recursive_default(n - 1) + recursive_default(n - 2)
    return cache[n]


print(recursive_default(50), len(recursive_default.__defaults__[0]))
order = []
result = {order.append("k1") or "k1": order.append("v1") or "v1", order.append("k2") or "k2": order.append("v2") or "v2"}
print(order, result)
order = []
(lambda: [0])()[order.append("index") or 0] if order.append("condition") is None else order.append("never")
print(order)
values = [10, 20]
i = 0
i, values[i] = 1, 99
print(i, values)
a = b = c = note("chained", [])
print(a is b is c)
