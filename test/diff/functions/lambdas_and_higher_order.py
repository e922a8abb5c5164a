"""Lambdas, functions as values, functools.partial and reduce, composition, currying."""
import functools
import operator

compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(lambda x: x + 1, lambda x: x * 2, abs)(-5), (lambda x: (lambda y: x - y))(10)(3), (lambda *a, **k: len(a) + len(k))(1, 2, z=3))
power = functools.partial(pow, 2)
base2 = functools.partial(int, base=2)
print(power(10), base2("1010"), power.func is pow, power.args, base2.keywords, functools.partial(power, 5)(), functools.partial(print, "a", sep="-")("b", "c"))
print(functools.reduce(operator.mul, range(1, 6)), functools.reduce(lambda a, b: a + b, [], "start"), functools.reduce(max, [3, 9, 2]))
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)
table = {"+": operator.add, "-": operator.sub, "^": lambda a, b: a ** b, "min": min}
print({k: f(7, 3) for k, f in table.items()}, [f(4) for f in (str, float, bool, range, [].__class__.__name__.__mul__)])
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *args: y(y)(*args)))
print(Y(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(20))
def curry(f, n):
    def step(*args):
        return f(*args) if len(args) >= n else lambda *more: step(*args, *more)
    return step
print(curry(lambda a, b, c: a * 100 + b * 10 + c, 3)(1)(2)(3), curry(max, 2)(4)(9))
print(sorted(["b3", "a2", "c1"], key=lambda s: s[1]), max(range(10), key=lambda n: -(n - 4) ** 2), list(map(lambda p: p[0] * p[1], zip([1, 2], [3, 4]))), (lambda: (yield))().__class__.__name__)
@functools.lru_cache(maxsize=2)
def slow(n):
    print("computing", n)
    return n * n
print(slow(1), slow(1), slow(2), slow(3), slow(1), slow.cache_info())
slow.cache_clear()
print(slow.cache_info(), slow.__wrapped__(9))
@functools.singledispatch
def describe(x):
    return f"object {x}"
@describe.register
def _(x: int):
    return f"int {x}"
@describe.register(list)
def _(x):
    return f"list of {len(x)}"
print(describe(1), describe("s"), describe([1, 2]), describe(True), describe.dispatch(float)(2.5))
