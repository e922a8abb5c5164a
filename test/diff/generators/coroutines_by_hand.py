"""Generators and coroutines driven by hand: a scheduler, pipelines, delegation, throwing, closing, states."""

import inspect
import sys
import types
from collections import deque
from itertools import chain, islice


def show(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        result = yield ("sleep", self.ticks)
        return result


class Channel:
    def __init__(self, size=1):
        self.items, self.size = deque(), size

    async def put(self, item):
        while len(self.items) >= self.size:
            await wait("full", self)
        self.items.append(item)

    async def get(self):
        while not self.items:
            await wait("empty", self)
        return self.items.popleft()

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.get()
        if item is None:
            raise StopAsyncIteration
        return item


@types.coroutine
def wait(why, what):
    return (yield (why, what))


@types.coroutine
def spawn(coro):
    return (yield ("spawn", coro))


class Scheduler:
    def __init__(self):
        self.ready, self.sleeping, self.clock, self.log, self.names = deque(), [], 0, [], {}

    def add(self, coro, name=None):
        self.names[coro] = name or coro.__name__
        self.ready.append((coro, None))
        return coro

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda entry: entry[:2])
                self.clock, _, coro = self.sleeping.pop(0)
                self.ready.append((coro, self.clock))
            coro, value = self.ready.popleft()
            try:
                if isinstance(value, BaseException):
                    request = coro.throw(value)
                else:
                    request = coro.send(value)
            except StopIteration as stop:
                self.log.append((self.clock, self.names[coro], "done", stop.value))
                continue
            except Exception as error:
                self.log.append((self.clock, self.names[coro], "failed", repr(error)))
                continue
            match request:
                case ("sleep", 13):
                    self.ready.append((coro, ValueError("unlucky")))
                case ("sleep", ticks):
                    self.sleeping.append((self.clock + ticks, len(self.sleeping), coro))
                case ("spawn", other):
                    self.add(other)
                    self.ready.append((coro, other.__qualname__))
                case ("full" | "empty", _):
                    self.sleeping.append((self.clock + 1, len(self.sleeping), coro))


async def producer(channel, n):
    for i in range(n):
        await Sleep(i)
        await channel.put(i * i)
    await channel.put(None)
    return n


async def consumer(channel, got):
    async for item in channel:
        got.append(item)
    else:
        got.append("end")
    return len(got)


async def failing():
    try:
        await Sleep(13)
    except ValueError as error:
        try:
            await Sleep(2)
            raise KeyError("late") from error
        finally:
            await Sleep(1)


async def parent():
    names = [await spawn(child(n)) for n in range(3)]
    return names


async def child(n):
    return await Sleep(n)


scheduler, got, channel = Scheduler(), [], Channel(2)
for coro in (producer(channel, 5), consumer(channel, got), failing(), parent()):
    scheduler.add(coro)
scheduler.run()
for entry in scheduler.log:
    print(entry)
print(got)


def averager():
    total = count = 0
    average = None
    while True:
        try:
            term = yield average
        except ZeroDivisionError:
            print("reset")
            total = count = 0
            average = None
            continue
        if term is None:
            return total, count
        total += term
        count += 1
        average = total / count


def grouper(results, keys):
    for key in keys:
        results[key] = yield from averager()


results = {}
g = grouper(results, ["a", "b"])
next(g)
print([g.send(v) for v in (10, 20, 30)], g.throw(ZeroDivisionError), g.send(4), g.send(None), g.send(8))
show(g.send, None)
print(results, inspect.getgeneratorstate(g))


def tokens(text):
    word = ""
    for ch in text:
        if ch.isalnum():
            word += ch
        else:
            if word:
                yield word
            word = ""
            if not ch.isspace():
                yield ch
    if word:
        yield word


def push(source, sink):
    next(sink)
    for item in source:
        try:
            sink.send(item)
        except StopIteration as stop:
            return stop.value


def parse():
    async_stack = [[]]
    while True:
        token = yield
        if token == "(":
            async_stack.append([])
        elif token == ")":
            done = async_stack.pop()
            if not async_stack:
                raise SyntaxError("unbalanced")
            async_stack[-1].append(done)
        elif token == ";":
            return async_stack[0]
        else:
            async_stack[-1].append(int(token) if token.isdigit() else token)


print(push(tokens("(add 1 (mul 2 3)) x;"), parse()))
show(push, tokens(") x"), parse())


def closing(log):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")


log = []
c = closing(log)
next(c)
c.close()
c.close()
print(log, next(c, "over"))


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            yield "ignored"
            return


s = stubborn()
next(s)
show(s.close)
show(lambda: next(s))


def reentrant():
    yield next(me)


me = reentrant()
show(next, me)


def stop_inside():
    yield 1
    raise StopIteration("inner")


it = stop_inside()
print(next(it))
try:
    next(it)
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__cause__ is error.__context__)
show(lambda: (lambda: (yield))().send(5))
gen = (x * x for x in range(3))
print(gen.__name__, gen.gi_frame is not None, gen.gi_running, gen.gi_yieldfrom, type(gen), list(gen), gen.gi_frame)


def tree(n):
    if n:
        left = yield from tree(n - 1)
        yield n
        right = yield from tree(n - 1)
        return left + right + 1
    return 0


def returning(generator):
    value = yield from generator
    yield "returned", value


print(list(returning(tree(4))))
show(lambda: list(islice(chain.from_iterable([x] * x for x in iter([1, 2, 3].pop, 1)), 4)))


async def once():
    return 1


async def use(awaitable):
    return await awaitable


o = once()
print(inspect.getcoroutinestate(o), inspect.iscoroutine(o), inspect.isawaitable(o))
show(o.send, 1)
show(use(o).send, None)
show(use(o).send, None)
show(o.throw, ValueError("x"))
show(use(3).send, None)
show(use([]).send, None)


class BadAwait:
    def __await__(self):
        return 3


show(use(BadAwait()).send, None)


async def agen():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e:
        yield f"caught {e}"
    finally:
        print("agen finally")


def drive(awaitable):
    it = awaitable.__await__() if hasattr(awaitable, "__await__") else awaitable
    try:
        while True:
            next(it)
    except StopIteration as stop:
        return stop.value


a = agen()
print(drive(a.__anext__()), drive(a.asend("hello")), drive(a.athrow(ValueError("v"))))
show(drive, a.__anext__())
show(drive, a.aclose())
b = agen()
print(drive(b.asend(None)), drive(b.aclose()))
show(drive, agen().asend(3))


async def comps():
    async def numbers(n):
        for i in range(n):
            yield i
    evens = [i async for i in numbers(7) if not i % 2]
    pairs = {i: [j async for j in numbers(i)] async for i in numbers(3)}
    lazy = (i + 1 async for i in numbers(3))
    return evens, pairs, {x async for x in lazy}, [await use(Now(i)) for i in range(2)]


class Now:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        return self.v
        yield


print(drive(comps()))
sys.stdout.flush()


def final():
    def inner():
        yield 1
        raise LookupError("from the inner generator")
    try:
        yield from inner()
    finally:
        print("cleaning")


for value in final():
    print(value)
