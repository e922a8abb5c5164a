"""Warnings with a stacklevel name the caller: of functions, methods, properties, decorated functions and coroutines."""

import asyncio
import functools
import warnings


def old():
    warnings.warn("old is deprecated", DeprecationWarning, stacklevel=2)


def deprecated(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        warnings.warn(f"{function.__name__} is deprecated", DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)

    return wrapper


class Thing:
    @deprecated
    def method(self):
        return 1

    @property
    def size(self):
        warnings.warn("size", FutureWarning, stacklevel=2)
        return 2

    def __getattr__(self, name):
        warnings.warn(f"attribute {name}", stacklevel=2)
        return name

    def __init__(self, *args):
        if args:
            warnings.warn("arguments", DeprecationWarning, stacklevel=2)


def outer():
    return Thing().method() + 1


def indirect(level):
    warnings.warn(f"level {level}", stacklevel=level)


def calls_indirect(level):
    indirect(level)


async def awaited():
    warnings.warn("awaited", stacklevel=2)


async def main():
    await awaited()
    await asyncio.sleep(0)
    await awaited()
    await (
        awaited()
    )


old()
old()
for turn in range(2):
    outer()
Thing().size
Thing().anything
Thing(1)
old(
)
for level in range(5):
    calls_indirect(level)
warnings.warn("too far", stacklevel=9)
asyncio.run(main())
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    old()
    Thing().method()
    [Thing().method() for turn in range(1)]
    (lambda: old())()
    list(map(lambda turn: old(), [1]))
    sorted([1, 2], key=lambda number: Thing().size)
    for entry in seen:
        print(entry.lineno, entry.filename == __file__, entry.message)
issue = warnings.warn


def by_other_name():
    issue("by another name", stacklevel=2)


by_other_name()
issue("here")
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", module="__main__")
    old()
    calls_indirect(2)
warnings.filterwarnings("error", category=DeprecationWarning)
try:
    old()
except DeprecationWarning as error:
    print("raised", error)
old()
