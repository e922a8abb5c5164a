# difftest: options --dynamic
# exec and eval of text: statements, scopes, functions, classes, errors.
import ast
import collections.abc
import math
import os.path
import traceback

LIMIT = 10


def run(text, **names):
    try:
        exec(text, names)
    except BaseException as error:
        print(type(error).__name__, error)
    names.pop('__builtins__', None)
    print({k: v for k, v in names.items() if k not in ('d', 'm') and not callable(v) and not k.startswith('_')})


run("x = 1\ny = x + 2 * 3 ** 2 // 4 % 5\nx += y\na, (b, *c) = 1, (2, 3, 4)\nz: int = 5\ne = h = [a, b]")
run("""
total = 0
for i in range(10):
    if i == 3:
        continue
    if i > 6: break
    total += i
else:
    total = -1
while total > 5:
    total -= 4
else:
    done = True
""")
run("""
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    "doc"
    return (a, b, c, args, d, e, kw)
r1 = f(1, d=4)
r2 = f(1, 2, 3, 4, 5, d=6, z=7)
def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    return step
s = counter()
values = [s(), s(5), s()]
g = lambda x, *y: (x, y)
r3 = g(1, 2, 3)
try:
    f()
except TypeError as error:
    message = str(error)
try:
    f(1, 2, q=1)
except TypeError as error:
    message2 = str(error)
names = f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, step if 0 else None
del total if 0 else r3
""".replace("del total if 0 else r3\n", "del r3\n"))
run("""
class Base:
    kind = 'base'
    def __init__(self, value):
        self.value = value
    def show(self):
        return f'{self.kind}:{self.value!r:>5}'
    @property
    def double(self): return self.value * 2
    @classmethod
    def make(cls): return cls(7)
    @staticmethod
    def plain(): return 'plain'
class Derived(Base, metaclass=type):
    kind = 'derived'
    __hidden = 1
    def show(self):
        return 'D' + super().show() + str(self.__hidden)
    def where(self):
        return __class__.__name__
d = Derived.make()
shown = d.show(), d.double, d.plain(), d.where(), Derived.__qualname__, Derived.__mro__[1].__name__
shown2 = isinstance(d, Base), d._Derived__hidden
""")
run("""
log = []
def risky(n):
    try:
        log.append('try')
        if n == 0: raise ValueError('zero')
        if n == 1: return 'returned'
        if n == 2: {}['missing']
    except ValueError as error:
        log.append(str(error))
        return 'handled'
    except (KeyError, IndexError):
        log.append('key')
        raise RuntimeError('chained') from None
    else:
        log.append('else')
    finally:
        log.append('finally')
    return 'end'
results = []
for n in range(4):
    try:
        results.append(risky(n))
    except RuntimeError as error:
        results.append((str(error), error.__cause__))
class Manager:
    def __enter__(self): log.append('enter'); return self
    def __exit__(self, *info): log.append(info[0] and info[0].__name__); return info[0] is KeyError
with Manager() as m, Manager():
    raise KeyError('swallowed')
def inner():
    with Manager(): return 5
kept = inner()
assert kept == 5, 'never'
try:
    assert kept == 6, 'six'
except AssertionError as error:
    why = str(error)
""")
run("squares = [i * i for i in range(8) if i % 2 if i > 2]\npairs = {(i, j) for i in range(2) for j in 'ab'} == {(0, 'a'), "
    "(1, 'a'), (0, 'b'), (1, 'b')}\ntable = {k: v for k, v in zip('abc', range(3))}\nlazy = sum(x for x in squares)\n"
    "first = [y := 5, y + 1]\nlast = [w := n for n in range(3)]\nnested = [[i * j for j in range(3)] for i in range(3)]")
run("import math, os.path as p, collections.abc\nfrom math import floor as fl, pi\nv = fl(pi), math.ceil(2.1), p.join('a', 'b')\n"
    "math = p = collections = None")
run("x = undefined_name")
run("def f():\n    print(q)\n    q = 1\nf()")
run("x = (1 +")
run("x = 1\n  y = 2")
run("if x:\npass")
run("1 = x")
print(eval("1 + LIMIT"), eval("[a for a in (1, 2)]", {}), eval(" x + y", {'x': 1}, {'y': 2}))
print(eval("(lambda a, b=2: a + b)(1)"), eval("LIMIT if LIMIT > 5 else 0"), eval("not 1 < 2 < 3 or 'text'"))


def local():
    here = 5
    exec("here2 = here + 1\nprint(here2)")
    return eval("here * LIMIT")


print(local())
code = compile("answer = 6 * 7\nprint('ran')", '<text>', 'exec')
space = {}
exec(code, space)
print(space['answer'], code.co_filename, eval(compile('1 + 1', '<e>', 'eval')))
execute = exec
execute("aliased = LIMIT + 1")
print(aliased)
try:
    exec("1 / 0")
except ZeroDivisionError:
    print(traceback.format_exc().splitlines()[-1])
print(eval("f'{LIMIT:>{LIMIT}}|{LIMIT!r}{LIMIT=}' 'x' \"\\n\\x41\\u00e9\" r'\\n'"))
print(eval("b'a\\x00' + b'\\t'", {}), eval("(1_000, 0x1f, 0b11, 1e3, 2j, ...)"), eval("{**{'a': 1}, 'b': [*range(3)]}"))
print(eval("x[1:3], x[::-1], x[..., 1:2]", {'x': type('X', (), {'__getitem__': lambda self, i: i})()}))

# blanks before an expression
for text in (" 1", "\n 1", "  \n1", "\t1", "1\n 2", "\n1\n"):
    for run in (eval, lambda text: ast.dump(ast.parse(text, mode="eval")), ast.literal_eval):
        try:
            print(repr(text), run(text))
        except SyntaxError as error:
            print(repr(text), type(error).__name__, error.msg, error.lineno)

# code under another name
code = compile("answer = 6 * 7", "place.txt", "exec")
other = code.replace(co_name="renamed", co_filename="elsewhere.txt", co_firstlineno=5)
exec(other)
print(answer, code.co_name, other.co_name, other.co_filename, code.co_filename, other.co_firstlineno, other is code)
try:
    code.replace(name="x")
except TypeError as error:
    print(error)

# Built-in functions that look at their caller, by other names.
exec("""
look, around, every = locals, globals, dir


def looking(x, y=2):
    z = x + y
    return look() == {"x": x, "y": y, "z": z}, around() is globals(), every(), vars()["z"]


answer = looking(1)
""", space := {})
print(space["answer"])


# A function that another one made takes the code of a text.
def wrapper():
    def wrapped(*args, k=1):
        "What was wrapped."
        return "compiled", args, k
    return wrapped


exec("""
def made(a, b=5, *, k=2):
    return a, b, k


def counting():
    yield from (1, 2)


async def waiting(x):
    return x
""", space)
one, two = wrapper(), wrapper()
one.__code__ = space["made"].__code__
one.__defaults__ = (7,)
print(one(1), one(1, 2, k=3), two(2), one.__name__, one.__doc__, one.__kwdefaults__, one.__globals__ is globals())
try:
    one()
except TypeError as error:
    print(error)


def generating():
    def count():
        yield 0
    before = list(count())
    count.__code__ = space["counting"].__code__
    return before, list(count())


async def asking():
    async def ask(x):
        return "compiled"
    before = await ask(1)
    ask.__code__ = space["waiting"].__code__
    return before, await ask("text")


print(generating())
import asyncio
print(asyncio.run(asking()))
