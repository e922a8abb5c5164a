"""Cycles through suspended generators, coroutines and async generators are found by the collector."""

import asyncio
import gc
import weakref

log = []


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def walk(self):
        try:
            yield self.name
            yield self
        finally:
            log.append(f"closed {self.name}")

    def loop(self, other):
        with self:
            for item in [self, other, *range(3)]:
                yield item, other

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        log.append(f"exit {self.name} {exc[0].__name__ if exc[0] else None}")

    async def work(self, future):
        text = [self, future]
        try:
            return await future, text
        finally:
            log.append(f"work of {self.name} ended")

    async def stream(self):
        try:
            for i in range(3):
                yield i, self
        finally:
            log.append(f"stream of {self.name} ended")


class Wait:
    def __init__(self):
        self.note = None

    def __await__(self):
        try:
            yield self
        finally:
            log.append("wait ended")


def alive(references):
    gc.collect()
    out = [r() is not None for r in references]
    entries = sorted(log)
    log.clear()
    return out, entries


def started():
    node = Node("started")
    node.gen = node.walk()
    next(node.gen)
    return [weakref.ref(node), weakref.ref(node.gen)]


def unstarted():
    node = Node("unstarted")
    node.gen = node.walk()
    return [weakref.ref(node)]


def at_second():
    node = Node("second")
    node.gen = node.walk()
    next(node.gen), next(node.gen)
    return [weakref.ref(node)]


def looping():
    a, b = Node("a"), Node("b")
    a.gen = a.loop(b)
    b.back = a
    next(a.gen)
    next(a.gen)
    return [weakref.ref(a), weakref.ref(b)]


def expression():
    node = Node("expression")
    node.gen = (node for _ in range(2))
    next(node.gen)
    return [weakref.ref(node)]


def mutual():
    box = []

    def one():
        other = yield
        yield other

    a, b = one(), one()
    next(a), next(b)
    a.send(b), b.send(a)
    box += a, b
    return [weakref.ref(a), weakref.ref(b)]


def delegating():
    node = Node("delegating")

    def outer():
        yield from node.walk()

    node.gen = outer()
    next(node.gen)
    return [weakref.ref(node)]


def coroutine():
    node, wait = Node("worker"), Wait()
    node.coro = node.work(wait)
    wait.note = node
    node.coro.send(None)
    return [weakref.ref(node), weakref.ref(wait), weakref.ref(node.coro)]


def closure():
    node = Node("closure")

    def gen():
        yield 1
        nonlocal node
        yield node

    node.gen = gen()
    next(node.gen)
    return [weakref.ref(node)]


def temporaries():
    node = Node("temporaries")

    def gen(n):
        yield [n, (yield "inner"), n]

    node.gen = gen(node)
    next(node.gen)
    return [weakref.ref(node)]


def kept_alive():
    node = Node("kept")
    gen = node.walk()
    next(gen)
    node.gen = gen
    return [weakref.ref(node)], gen


for make in (started, unstarted, at_second, looping, expression, mutual, delegating, coroutine, closure, temporaries):
    print(make.__name__, *alive(make()))
references, generator = kept_alive()
print("kept", *alive(references))
print(next(generator), *alive(references))
del generator
print("gone", *alive(references))


class Resurrected:
    saved = []

    def run(self):
        try:
            yield self
        finally:
            self.saved.append(self)


r = Resurrected()
r.gen = r.run()
next(r.gen)
reference = weakref.ref(r)
del r
gc.collect()
print(len(Resurrected.saved), reference() is None, list(Resurrected.saved[0].gen))
Resurrected.saved.clear()
gc.collect()


async def main():
    loop = asyncio.get_running_loop()
    node = Node("task")
    node.future = loop.create_future()
    node.stream = node.stream()
    print((await anext(node.stream))[0])
    node.coro = node.work(node.future)
    task = asyncio.create_task(node.coro)
    node.task = task
    await asyncio.sleep(0)
    print(alive([weakref.ref(node)]))
    node.future.set_result("result")
    print(await task)
    await node.stream.aclose()
    reference = weakref.ref(node)
    del node, task
    await asyncio.sleep(0)
    print(alive([reference]))
    queue = asyncio.Queue()

    async def consumer():
        while True:
            item = await queue.get()
            log.append(item)
            queue.task_done()

    consumers = [asyncio.create_task(consumer()) for _ in range(3)]
    for i in range(5):
        queue.put_nowait(i)
    await queue.join()
    gc.collect()
    for c in consumers:
        c.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True), sorted(log))


asyncio.run(main())
for i in range(2000):
    n = Node("many")
    n.gen = n.walk()
    next(n.gen)
del n
gc.collect()
print(log.count("closed many"))
