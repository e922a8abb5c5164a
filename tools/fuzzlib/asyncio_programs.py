"""Programs of asyncio: coroutine functions of random statements. There are locks, events, semaphores,
queues, conditions, tasks that are created, awaited and cancelled, async generators, try statements
with every exit, and arithmetic that leaves the machine's integers. Everything is traced by print,
so that a single hop too many shows. wait_for is left out: it takes the hops of Python 3.12, which
are fewer than those of the reference."""

HEADER = '''import asyncio

lock = asyncio.Lock()
event = asyncio.Event()
semaphore = asyncio.Semaphore(2)
queue = asyncio.Queue(maxsize=2)
condition = asyncio.Condition()
tasks = []


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


'''

FOOTER = '''

async def main():
    print("main starts")
    try:
        async with asyncio.timeout(0.05):
            results = await asyncio.gather(*[function(f"{function.__name__}.{i}", 0)
                                             for i, function in enumerate(FUNCTIONS)],
                                           return_exceptions=True)
            print("results", results)
    except TimeoutError:
        print("main is stuck")
    for task in list(tasks):
        print("task", task.done(), task.cancelled())


asyncio.run(main())
'''


class Generator:
    """Writes one program."""

    def __init__(self, rng):
        self.rng = rng
        self.lines = []
        self.functions = [f"work{i}" for i in range(rng.randrange(2, 5))]
        self.in_loop = 0

    def line(self, depth, text):
        self.lines.append("    " * depth + text)

    def program(self):
        for name in self.functions:
            self.line(0, f"async def {name}(name, level):")
            self.line(1, "value = level")
            self.line(1, 'print(name, "starts")')
            self.block(1, 3)
            self.line(1, 'print(name, "ends", value)')
            self.line(1, "return value")
            self.lines += ["", ""]
        listed = ", ".join(self.rng.choice(self.functions) for _ in range(self.rng.randrange(2, 6)))
        return HEADER + "\n".join(self.lines) + f"FUNCTIONS = [{listed}]\n" + FOOTER

    def block(self, depth, budget):
        for _ in range(self.rng.randrange(1, 4)):
            self.statement(depth, budget)

    def statement(self, depth, budget):
        compound = [self.loop, self.branch, self.attempt, self.within, self.consume]
        simple = [self.hop, self.hop, self.trace, self.compute, self.synchronise, self.spawn, self.leave,
                  self.call]
        kinds = simple + compound * 2 if budget > 0 and depth < 7 else simple
        self.rng.choice(kinds)(depth, budget - 1)

    def hop(self, depth, _):
        self.line(depth, "await asyncio.sleep(0)")

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
            "semaphore.release() if semaphore.locked() else None"]))

    def spawn(self, depth, _):
        choice = self.rng.randrange(5)
        if choice < 2:
            function = self.rng.choice(self.functions)
            self.line(depth, f'if level < 2: tasks.append(asyncio.create_task({function}(name + "+", level + 1)))')
        elif choice == 2:
            self.line(depth, "if tasks: print(name, 'cancels', tasks[0].cancel())")
        elif choice == 3:
            self.line(depth, "if tasks: print(name, 'waits', len((await asyncio.wait([tasks.pop()], timeout=0.01))[0]))")
        else:
            self.line(depth, "asyncio.get_running_loop().call_soon(print, name, 'callback')")

    def call(self, depth, _):
        function = self.rng.choice(self.functions)
        wrap = self.rng.choice(["await {}", "await asyncio.shield({})",
                                "(await asyncio.gather({}, asyncio.sleep(0, 3)))[0]"])
        self.line(depth, "if level < 2:")
        self.line(depth + 1, "value = " + wrap.format(f'{function}(name + "*", level + 1)') + " or 0")

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
        handlers = self.rng.sample(["Fault", "asyncio.CancelledError", "(ValueError, TimeoutError)"],
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
                                   "asyncio.timeout(0.01)"])
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
