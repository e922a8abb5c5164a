# Signatures, kinds of objects, nodes of syntax trees.
import inspect, ast, collections, typing
def f(a, b=2, *args, c, d: int = 4, **kw) -> str: "doc"; return 1
print(inspect.signature(f), list(inspect.signature(f).parameters), inspect.getdoc(f), inspect.isfunction(f))
class C:
    def m(self, x, /, y): pass
    @property
    def p(self): return 1
print(inspect.signature(C.m), inspect.signature(C().m), inspect.isclass(C), inspect.ismethod(C().m), [n for n, v in inspect.getmembers(C) if not n.startswith('__')])
s = inspect.signature(f).bind(1, 2, 3, c=5, z=6); s.apply_defaults(); print(s.arguments)
async def co(): pass
def gen(): yield
print(inspect.iscoroutinefunction(co), inspect.isgeneratorfunction(gen), inspect.isawaitable(3), inspect.cleandoc('  a\n    b'))
n = ast.BinOp(ast.Constant(1), ast.Add(), ast.Name('x', ast.Load())); print(ast.dump(n), ast.unparse(n), n._fields, isinstance(n, ast.expr))
print(inspect.getfullargspec(f))


# -- of functions and classes that are not Python code ---------------------------------------------------------------

import asyncio
import functools
import itertools
import math
import operator

for thing in (print, len, sorted, isinstance, sum, pow, open, setattr, str.split, 'x'.split, [].append, list.sort, {}.get,
              dict.fromkeys, int.from_bytes, (5).to_bytes, bytes.decode, math.sqrt, math.isclose, operator.add,
              itertools.count, itertools.accumulate, list, tuple, float, complex, property, enumerate, object,
              asyncio.sleep, asyncio.gather, asyncio.create_task, asyncio.run, asyncio.wait_for, asyncio.Queue,
              asyncio.Queue.put, asyncio.Queue().get_nowait, asyncio.Lock, asyncio.Semaphore, asyncio.Task, asyncio.TaskGroup,
              functools.partial(pow, 2), functools.partial(print, sep='-')):
    print(inspect.signature(thing))
for thing in int, str, dict, max, getattr, map, zip, range, ValueError, 'text':
    try:
        print(inspect.signature(thing))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Jobs(asyncio.Queue):
    pass


class Rows(list):
    def __init__(self, *rows, sep=','):
        super().__init__(rows)


class Plain(list):
    pass


print(inspect.signature(Jobs), inspect.signature(Rows), inspect.signature(Plain))
print(inspect.signature(print).bind(1, 2, sep='').arguments, [p.kind.name for p in inspect.signature(sum).parameters.values()])


def later(a: 'int', *rest: 'list[str]', flag: 'Jobs | None' = None, plain: float = 1) -> 'dict[str, Rows]':
    pass


print(inspect.signature(later))
print(inspect.signature(later, eval_str=True))


class Place(typing.NamedTuple):
    line: int
    text: 'str' = ''


Point = collections.namedtuple('Point', 'x y z', defaults=[3])


class Deeper(Point):
    pass


print(inspect.signature(Point), inspect.signature(Place), inspect.signature(Deeper), inspect.signature(Point.__new__), inspect.signature(Place(1)._replace), inspect.signature(Point._make))
print(inspect.signature(Point).bind(1, z=2, y=4).arguments, inspect.getfullargspec(Point.__new__).args)
