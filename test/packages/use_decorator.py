"""decorator: decorators that keep signatures, contexts, and multiple dispatch."""
import asyncio
import inspect
import time

from decorator import FunctionMaker, contextmanager, decorate, decorator, dispatch_on


@decorator
def trace(function, *args, **kwargs):
    print("calling", function.__name__, args, kwargs)
    return function(*args, **kwargs)


@trace
def add(x, y=1, *rest, z: int = 3, **more) -> int:
    "Adds."
    return x + y + z


print(add(1), add(1, 2, z=5), inspect.signature(add), add.__doc__, add.__wrapped__.__name__, add.__annotations__)


@decorator
def times(function, count=2, *args, **kwargs):
    return [function(*args, **kwargs) for _ in range(count)]


@times(count=3)
def one(a):
    return a


@times
def two(a):
    return a


print(one("x"), two("y"), inspect.getfullargspec(one))


@decorator
async def timed(coroutine, *args, **kwargs):
    result = await coroutine(*args, **kwargs)
    return "timed", result


@timed
async def work(n, *, m=2):
    await asyncio.sleep(0)
    return n * m


print(asyncio.run(work(4)), inspect.iscoroutinefunction(work), inspect.signature(work))


@contextmanager
def tag(name):
    print("<%s>" % name)
    yield
    print("</%s>" % name)


@tag("b")
def inside(text):
    print(text)


inside("hello")
with tag("i"):
    print("in")


@dispatch_on("obj")
def describe(obj, prefix=""):
    return prefix + "object"


@describe.register(int)
def describe_int(obj, prefix=""):
    return prefix + "int"


@describe.register(list)
def describe_list(obj, prefix=""):
    return prefix + "list of " + ", ".join(describe(item) for item in obj)


print(describe([1, "a", [2.5]]), describe(True, "a "))
f = FunctionMaker.create("f(a, b, c)", "return g(a, b, c)", {"g": lambda *args: sum(args)}, addedattr=5)
print(f(1, 2, c=3), inspect.signature(f), f.addedattr)
try:
    add()
except TypeError as error:
    print(error)
