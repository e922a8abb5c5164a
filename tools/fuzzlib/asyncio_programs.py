"""Programs of asyncio: many cases, each of a few coroutine functions of random statements. There are
locks, events, semaphores, queues, conditions, barriers, tasks that are created, awaited, cancelled,
gathered, shielded and grouped, futures, timeouts, async generators, try statements with every exit,
and arithmetic that leaves the machine's integers. Everything is traced by print, so that a single
hop too many shows. A case that is stuck is ended by a timeout of its own. CPython runs the programs by
asyncio_reference.py, which fixes what it leaves open. More statements: asyncio_statements.py,
asyncio_combined.py, asyncio_states.py."""

from .asyncio_combined import HELPERS as COMBINED_HELPERS
from .asyncio_combined import CombinedStatements
from .asyncio_statements import HELPERS, MoreStatements
from .asyncio_states import HELPERS as STATE_HELPERS
from .asyncio_states import StateStatements

HEADER = '''import asyncio
import contextlib
import contextvars
import gc
import os
import sys
import types

gc.disable()    # when garbage is collected is everyone's own business
variable = contextvars.ContextVar("variable", default="unset")
TICK = 1 / 64


def reset():
    global lock, event, semaphore, queue, condition, barrier, tasks, spawned, bounded, lifo, heap, futures, loop
    lock = asyncio.Lock()
    event = asyncio.Event()
    semaphore = asyncio.Semaphore(2)
    queue = asyncio.Queue(maxsize=2)
    condition = asyncio.Condition()
    barrier = asyncio.Barrier(2)
    bounded = asyncio.BoundedSemaphore(1)
    lifo = asyncio.LifoQueue(3)
    heap = asyncio.PriorityQueue()
    tasks = []
    futures = []
    spawned = 0
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)


def spawn(coroutine):
    """Creates a task, unless there are many."""
    global spawned
    spawned += 1
    if spawned > 40:
        coroutine.close()
    else:
        tasks.append(asyncio.create_task(coroutine))


def shown(results):
    return [type(result).__name__ if isinstance(result, BaseException) else result for result in results]


class Fault(Exception):
    pass


class Guard:
    def __init__(self, name, suppress):
        self.name = name
        self.suppress = suppress

    async def __aenter__(self):
        print(self.name, "enters guard")
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, value, traceback):
        print(self.name, "leaves guard", kind and kind.__name__)
        await asyncio.sleep(0)
        return self.suppress and kind is Fault


async def items(name, count):
    try:
        for i in range(count):
            yield i
            await asyncio.sleep(0)
    finally:
        print(name, "closes its generator")
''' + HELPERS + COMBINED_HELPERS + STATE_HELPERS + '''

'''

FOOTER = '''

async def reap(main_task):
    """Cancels what still runs, again and again as tasks may catch it, in the order of their making: asyncio.run does
    it in the order of a set."""
    for _ in range(60):
        others = asyncio.all_tasks() - {asyncio.current_task(), main_task}
        for task in in_order(others):
            task.cancel("reaped")
        if not others:
            return
        await asyncio.sleep(TICK)


async def rescue(main_task):
    """Reaps while the main task may be stuck. Tasks that wait for each other in a ring cannot be cancelled, and so
    would hang: the program ends here, as the cases that are left would wait for ever."""
    try:
        await reap(main_task)
    except RecursionError as error:
        print("case cannot end:", type(error).__name__)
        sys.stdout.flush()
        os._exit(0)


async def main(functions):
    reset()
    main_task = asyncio.current_task()
    loop.call_later(TICK * 40, lambda: loop.create_task(rescue(main_task)))
    try:
        async with asyncio.timeout(TICK * 16):
            results = await asyncio.gather(*[function(f"{function.__name__}.{i}", 0)
                                             for i, function in enumerate(functions)],
                                           return_exceptions=True)
            print("results", [leaves(end) if isinstance(end, BaseException) else end for end in results])
    except TimeoutError:
        print("main is stuck")
    for task in list(tasks):
        print("task", task.done(), task.cancelled())
    await reap(main_task)


for number, functions in enumerate(CASES):
    print("case", number)
    try:
        asyncio.run(main(functions))
    except BaseException as error:
        print("case ends with", told(error))
sys.stdout.flush()
os._exit(0)
'''


class Generator(MoreStatements, CombinedStatements, StateStatements):
    """Writes one program."""

    def __init__(self, rng, cases):
        self.rng = rng
        self.cases = cases
        self.lines = []
        self.functions = []
        self.in_loop = 0

    def line(self, depth, text):
        self.lines.append("    " * depth + text)

    def program(self):
        cases = []
        while len(cases) < self.cases:
            cases += self.functions_and_cases(len(cases))
        listed = ",\n         ".join(cases[:self.cases])
        return HEADER + "\n".join(self.lines) + f"CASES = [{listed}]\n" + FOOTER

    def functions_and_cases(self, number):
        """Writes some functions; answers a few lists of those that a case begins with."""
        self.functions = [f"work{number}_{i}" for i in range(self.rng.randrange(2, 5))]
        for name in self.functions:
            self.line(0, f"async def {name}(name, level):")
            self.line(1, "value = level")
            self.line(1, 'print(name, "starts")')
            self.block(1, 3)
            self.line(1, 'print(name, "ends", value)')
            self.line(1, "return value")
            self.lines += ["", ""]
        lists = [[self.rng.choice(self.functions) for _ in range(self.rng.randrange(2, 6))] for _ in range(4)]
        return [f"[{', '.join(names)}]" for names in lists]

    def block(self, depth, budget):
        for _ in range(self.rng.randrange(1, 4)):
            self.statement(depth, budget)

    def statement(self, depth, budget):
        compound = [self.loop, self.branch, self.attempt, self.within, self.consume, self.group]
        simple = [self.hop, self.hop, self.trace, self.compute, self.synchronise, self.spawn, self.leave,
                  self.call, self.collect, *self.more_simple(), *self.combined_simple(), *self.state_simple()]
        compound += self.more_compound() + self.combined_compound() + self.state_compound()
        kinds = simple + compound * 2 if budget > 0 and depth < 7 else simple
        self.rng.choice(kinds)(depth, budget - 1)

    def hop(self, depth, _):
        ticks = self.rng.choice(["0", "0", "0", "TICK", "TICK * 2"])
        self.line(depth, f"await asyncio.sleep({ticks})")

    def some_call(self, mark):
        return f'{self.rng.choice(self.functions)}(name + "{mark}", level + 1)'

    def trace(self, depth, _):
        self.line(depth, f'print(name, {self.rng.randrange(100)}, value)')

    def compute(self, depth, _):
        self.line(depth, self.rng.choice([
            "value += 1", "value = value * 3 + 1", "value = value * value * 1000003 + 7", "value = -value // 7",
            "value %= 1000", "value = value ^ 12345", "value = len(str(value))", "value = int(value * 0.5)",
            "value = sum(range(value % 10))"]))

    def synchronise(self, depth, _):
        self.line(depth, self.rng.choice([
            "event.set()", "event.clear()", "await event.wait()", "await queue.put(value)",
            "value = await queue.get()", "queue.put_nowait(name) if not queue.full() else None",
            "print(name, queue.qsize(), lock.locked(), event.is_set())",
            "semaphore.release() if semaphore.locked() else None", "await barrier.reset()",
            "queue.task_done() if queue._unfinished_tasks else None", "await queue.join()",
            "value += await barrier.wait()", "await barrier.abort()",
            "print(name, asked(asyncio.current_task()), len(asyncio.all_tasks()))"]))

    def spawn(self, depth, _):
        choice = self.rng.randrange(5)
        if choice < 2:
            self.line(depth, f"if level < 2: spawn({self.some_call('+')})")
        elif choice == 2:
            self.line(depth, "if tasks: print(name, 'cancels', tasks[0].cancel())")
        elif choice == 3:
            self.line(depth, "if tasks: print(name, 'waits', len((await asyncio.wait([tasks.pop()], timeout=TICK))[0]))")
        else:
            self.line(depth, self.rng.choice([
                "asyncio.get_running_loop().call_soon(print, name, 'callback')",
                "asyncio.get_running_loop().call_later(TICK, print, name, 'timer')",
                "asyncio.current_task().cancel('by itself') if value % 5 == 0 else None",
                "print(name, 'uncancels', asyncio.current_task().uncancel())",
                "if tasks: tasks[-1].add_done_callback(lambda task: print('done', task.cancelled()))"]))

    def call(self, depth, _):
        wrap = self.rng.choice(["await {}", "await {}", "await asyncio.shield({})",
                                "(await asyncio.gather({}, asyncio.sleep(0, 3)))[0]"])
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, "value = " + wrap.format(self.some_call("*")) + " or 0")

    def collect(self, depth, _):
        """Waits for several at once, in one of the ways there are."""
        calls = ", ".join(self.some_call(mark) for mark in "ab"[:self.rng.randrange(1, 3)])
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, "spawned_before = len(tasks)")
        way = self.rng.randrange(5)
        if way == 0:
            self.line(depth + 1, f"print(name, shown(await asyncio.gather({calls}, return_exceptions=True)))")
        elif way == 1:
            self.line(depth + 1, f"print(name, shown(await asyncio.gather({calls})))")
        elif way == 2:
            when = self.rng.choice(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"])
            timeout = self.rng.choice(["", ", timeout=0", ", timeout=TICK * 3"])
            self.line(depth + 1, f"for call in ({calls},): spawn(call)")
            self.line(depth + 1, "if tasks[spawned_before:]:")
            self.line(depth + 2, f"found, pending = await asyncio.wait(tasks[spawned_before:], "
                                 f"return_when=asyncio.{when}{timeout})")
            self.line(depth + 2, "print(name, 'waited', len(found), len(pending))")
        elif way == 3:
            self.line(depth + 1, f"listed = [asyncio.ensure_future(call) for call in ({calls},)]")
            self.line(depth + 1, "for first in asyncio.as_completed(listed):")
            self.line(depth + 2, "print(name, 'completed', await first)")
        else:
            self.line(depth + 1, f"gathered = asyncio.gather({calls})")
            self.line(depth + 1, "asyncio.get_running_loop().call_soon(gathered.cancel)")
            self.line(depth + 1, "try:")
            self.line(depth + 2, "await gathered")
            self.line(depth + 1, "except asyncio.CancelledError as error:")
            self.line(depth + 2, "print(name, 'gathering cancelled', error.args)")

    def group(self, depth, budget):
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, "async with asyncio.TaskGroup() as group:")
        self.line(depth + 2, f"member = group.create_task({self.some_call('x')})")
        if self.rng.randrange(2):
            self.line(depth + 2, "tasks.append(member)")
        if self.rng.randrange(3) == 0:
            self.line(depth + 2, "raise Fault(name + ' in group')")
        else:
            self.block(depth + 2, budget)

    def leave(self, depth, _):
        ways = ["raise Fault(name)", "return value", "raise Fault(name) if value % 3 == 0 else ValueError(value)"]
        if self.in_loop:
            ways += ["break", "continue"]
        self.line(depth, f"if value % {self.rng.randrange(2, 6)} == {self.rng.randrange(2)}:")
        self.line(depth + 1, self.rng.choice(ways))

    def loop(self, depth, budget):
        self.line(depth, f"for i{depth} in range({self.rng.randrange(1, 4)}):")
        self.in_loop += 1
        self.block(depth + 1, budget)
        self.in_loop -= 1
        if self.rng.randrange(3) == 0:
            self.line(depth, "else:")
            self.line(depth + 1, 'print(name, "loop else")')

    def branch(self, depth, budget):
        self.line(depth, f"if value % {self.rng.randrange(2, 4)}:")
        self.block(depth + 1, budget)
        self.line(depth, "else:")
        self.block(depth + 1, budget)

    def attempt(self, depth, budget):
        self.line(depth, "try:")
        self.block(depth + 1, budget)
        handlers = self.rng.sample(["Fault", "asyncio.CancelledError", "(ValueError, TimeoutError)", "ExceptionGroup"],
                                   self.rng.randrange(3))
        for kind in handlers:
            self.line(depth, f"except {kind} as error:")
            self.line(depth + 1, "print(name, 'handles', repr(error))")
            self.block(depth + 1, budget)
        if handlers and self.rng.randrange(3) == 0:
            self.line(depth, "else:")
            self.block(depth + 1, budget)
        if not handlers or self.rng.randrange(2):
            self.line(depth, "finally:")
            self.line(depth + 1, "print(name, 'finally')")
            self.hop(depth + 1, 0) if self.rng.randrange(2) else None

    def within(self, depth, budget):
        manager = self.rng.choice(["lock", "semaphore", "condition", "Guard(name, True)", "Guard(name, False)",
                                   "asyncio.timeout(TICK)", "asyncio.timeout(0)", "asyncio.timeout(None)",
                                   "asyncio.timeout(TICK * 3)"])
        self.line(depth, f"async with {manager}:")
        self.line(depth + 1, f"print(name, 'inside', {manager.split('(')[0].split('.')[-1]!r})")
        if manager == "condition":
            self.line(depth + 1, self.rng.choice(["condition.notify()", "condition.notify_all()", "await condition.wait()"]))
        self.block(depth + 1, budget)

    def consume(self, depth, budget):
        self.line(depth, f"async for item{depth} in items(name, {self.rng.randrange(4)}):")
        self.line(depth + 1, f"value += item{depth}")
        self.in_loop += 1
        self.block(depth + 1, budget)
        self.in_loop -= 1
