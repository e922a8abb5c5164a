"""Coroutines that were never awaited warn when they die; warnings filters see it."""

import asyncio
import gc
import warnings


async def work(x=1):
    return x


def capture(action):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        action()
        gc.collect()
    print([f"{w.category.__name__}: {w.message}" for w in caught])


class K:
    async def method(self):
        pass


def dropped():
    work()


def in_list():
    items = [work(), work()]
    items.clear()


def closed():
    work().close()


def method():
    K().method()


def driven():
    try:
        work().send(None)
    except StopIteration:
        pass


def generator():
    async def agen():
        yield 1
    agen()


capture(dropped)
capture(in_list)
capture(closed)
capture(method)
capture(driven)
capture(generator)
print(asyncio.run(work(3)))
