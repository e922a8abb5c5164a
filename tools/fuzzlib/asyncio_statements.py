"""Statements of asyncio's less trodden ways, for the generated programs: futures of the program's own, context
variables, handles, exception handlers, queues of other orders, barriers, conditions with predicates, shields that are
cancelled on either side, groups of several tasks, timeouts that are moved, uncancelled cancellations, asynchronous
generators driven by hand. Each leaves its value in `value` or prints."""

HELPERS = '''

class Other(Exception):
    pass


async def echo(name, count):
    """A generator that tells what is sent to it, survives a Fault once, and closes with a hop."""
    sent = None
    try:
        for i in range(count):
            try:
                sent = yield (i, sent)
            except Fault as error:
                print(name, "generator survives", repr(error))
                yield "survived"
    finally:
        print(name, "echo closes")
        await asyncio.sleep(0)
        print(name, "echo closed")


async def doubled(name, count):
    async for item in items(name, count):
        yield item * 2


async def join_group(group, name, call):
    await asyncio.sleep(0)
    try:
        group.create_task(call)
    except RuntimeError as error:
        call.close()
        print(name, "group refuses", str(error).rpartition("> ")[2])


def told(error):
    """How deep a recursion goes is everyone's own business."""
    return "RecursionError()" if isinstance(error, RecursionError) else repr(error)


def asked(task):
    return min(task.cancelling(), 20)


def leaves(error):
    """The exceptions inside groups of groups."""
    if not isinstance(error, BaseExceptionGroup):
        return [told(error)]
    return [text for inner in error.exceptions for text in leaves(inner)]


def tell(name, future):
    print(name, "told", future.cancelled(), None if future.cancelled() else type(future.exception()).__name__)


def fail(name):
    raise Other(name)


def report(loop, context):
    message = context["message"].split(" at ")[0]
    if "never retrieved" not in message and "destroyed" not in message:    # when those come is the collector's business
        print("reported:", message.split("(<")[0], told(context.get("exception")))


def future_at(number):
    """One of a few futures that the functions share; those that are done are replaced by new ones."""
    number %= 3
    while len(futures) <= number:
        futures.append(loop.create_future())
    if futures[number].done():
        print("future", number, "was", futures[number].cancelled())
        if not futures[number].cancelled():
            futures[number].exception()
        futures[number] = loop.create_future()
    return futures[number]
'''


class MoreStatements:
    """A part of the generator of programs; `line`, `block`, `some_call` and `rng` are the generator's."""

    def more_simple(self):
        return [self.future, self.future, self.variable, self.handle, self.other_queue, self.shield, self.late_cancel,
                self.first_of, self.wait_bounded, self.mixed_wait, self.manual_lock]

    def more_compound(self):
        return [self.moved_timeout, self.uncancelled, self.group_of_several, self.hand_driven, self.predicate,
                self.barrier_block, self.comprehension]

    def choose(self, depth, *choices):
        for line in self.rng.choice(choices).split("\n"):
            self.line(depth, line)

    def guarded(self, depth, kinds, *body):
        """The lines of `body` in a try statement that tells what it catches."""
        self.line(depth, "try:")
        for line in body:
            self.line(depth + 1, line)
        self.line(depth, f"except {kinds} as error:")
        self.line(depth + 1, "print(name, 'caught', repr(error))")

    def future(self, depth, _):
        number = self.rng.randrange(3)
        self.choose(
            depth,
            f"future_at({number}).set_result(value % 100)",
            f"future_at({number}).set_exception(Other(name))",
            f"future_at({number}).set_exception(Fault)",
            f"print(name, 'cancels future', future_at({number}).cancel(name))",
            f"future_at({number}).add_done_callback(lambda future: tell(name, future))",
            f"future = future_at({number})\nfuture.add_done_callback(lambda future: fail(name))",
            f"future = future_at({number})\nloop.call_later(TICK, lambda: future.done() or future.set_result(7))",
            f"callback = lambda future: tell(name, future)\nfuture = future_at({number})\n"
            "future.add_done_callback(callback)\nfuture.add_done_callback(callback)\n"
            "print(name, 'removes', future.remove_done_callback(callback))")
        if self.rng.randrange(2):
            self.guarded(depth, "(Other, Fault)", f"value += await future_at({self.rng.randrange(3)})")

    def variable(self, depth, _):
        self.choose(
            depth,
            "variable.set(name)", "print(name, 'variable', variable.get())",
            "loop.call_soon(lambda: print(name, 'sees', variable.get()))",
            "token = variable.set(value % 10)\nawait asyncio.sleep(0)\nvariable.reset(token)\n"
            "print(name, 'reset', variable.get())",
            "contextvars.copy_context().run(variable.set, 'inner')",
            f"if level < 2 and spawned < 40: tasks.append(asyncio.create_task({self.some_call('v')}, "
            "context=contextvars.copy_context()))",
            "context = contextvars.copy_context()\ncontext.run(variable.set, name + ' copied')\n"
            "loop.call_soon(lambda: print(name, 'copied', variable.get()), context=context)")

    def handle(self, depth, _):
        self.choose(
            depth,
            "handle = loop.call_soon(print, name, 'is called')\nhandle.cancel()\nprint(name, handle.cancelled())",
            "for number in range(4): loop.call_later(TICK * (number % 2), print, name, 'later', number)",
            "when = loop.time() + TICK\nloop.call_at(when, print, name, 'at')\n"
            "loop.call_at(when, loop.call_soon, print, name, 'after')",
            "handle = loop.call_later(TICK, print, name, 'never')\nloop.call_soon(handle.cancel)",
            "loop.call_soon(fail, name)", "loop.call_later(0, fail, name)",
            "loop.call_soon(loop.call_soon, print, name, 'second hop')",
            "current = asyncio.current_task()\nloop.call_later(TICK, current.cancel, name)")

    def other_queue(self, depth, _):
        queue = self.rng.choice(["lifo", "heap"])
        item = "value % 10" if queue == "lifo" else "(value % 4, name)"
        self.guarded(depth, "(asyncio.QueueFull, asyncio.QueueEmpty, ValueError)", *self.rng.choice([
            [f"{queue}.put_nowait({item})"], [f"print(name, 'got', {queue}.get_nowait())"],
            [f"for number in range(3): {queue}.put_nowait({item})"], [f"{queue}.task_done()"],
            [f"print(name, {queue}.qsize(), {queue}.full(), {queue}.empty())"]]))
        if self.rng.randrange(2):
            way = self.rng.choice([f"put({item})", "get()", "join()"])
            self.guarded(depth, "TimeoutError", "async with asyncio.timeout(TICK * 2):",
                         f"    print(name, 'queue', await {queue}.{way})")

    def shield(self, depth, _):
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, f"inner = asyncio.ensure_future({self.some_call('s')})")
        self.line(depth + 1, "tasks.append(inner)")
        self.line(depth + 1, "outer = asyncio.shield(inner)")
        self.choose(depth + 1, "loop.call_soon(outer.cancel, 'outer')", "loop.call_soon(inner.cancel, 'inner')",
                    "loop.call_later(TICK, outer.cancel)", "outer.add_done_callback(lambda future: tell(name, future))",
                    "asyncio.current_task().cancel('both')")
        self.guarded(depth + 1, "asyncio.CancelledError", "value = await outer or 0")
        self.line(depth + 1, "print(name, 'shielded', inner.done(), outer.done(), outer.cancelled())")

    def late_cancel(self, depth, _):
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, f"task = asyncio.create_task({self.some_call('c')})")
        self.line(depth + 1, "tasks.append(task)")
        self.choose(depth + 1, "task.cancel('at once')", "await asyncio.sleep(0)\ntask.cancel('after a hop')",
                    "loop.call_soon(task.cancel)", "loop.call_later(TICK, task.cancel, 'later')",
                    "task.cancel('once')\ntask.cancel('twice')\ntask.uncancel()",
                    "await asyncio.sleep(0)\ntask.cancel()\nawait asyncio.sleep(0)\ntask.cancel('again')")
        self.guarded(depth + 1, "(asyncio.CancelledError, Fault)", "print(name, 'awaited', await task)")
        self.line(depth + 1, "print(name, asked(task), task.cancelled())")

    def first_of(self, depth, _):
        calls = ", ".join(self.some_call(mark) for mark in "def"[:self.rng.randrange(1, 4)])
        timeout = self.rng.choice(["", ", timeout=TICK * 2", ", timeout=0"])
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, f"for first in asyncio.as_completed([{calls}]{timeout}):")
        self.line(depth + 2, "try:")
        self.line(depth + 3, "print(name, 'first', await first)")
        self.line(depth + 2, "except (TimeoutError, Fault, asyncio.CancelledError) as error:")
        self.line(depth + 3, "print(name, 'first fails', repr(error))")
        if self.rng.randrange(3) == 0:
            self.line(depth + 3, "raise")

    def wait_bounded(self, depth, _):
        timeout = self.rng.choice(["0", "TICK", "TICK * 3", "None", "-1"])
        awaited = self.rng.choice([self.some_call("w"), "event.wait()", "asyncio.sleep(TICK, 5)", "queue.get()",
                                   f"future_at({self.rng.randrange(3)})", "lock.acquire()", "barrier.wait()"])
        self.line(depth, "if level < 2 and spawned < 40:")
        self.guarded(depth + 1, "(TimeoutError, Other)", f"print(name, 'bounded', await asyncio.wait_for({awaited}, {timeout}))",
                     *(["lock.release()"] if awaited.startswith("lock") else []))

    def mixed_wait(self, depth, _):
        when = self.rng.choice(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"])
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, f"task = asyncio.create_task({self.some_call('m')})")
        self.line(depth + 1, "tasks.append(task)")
        self.line(depth + 1, f"done, pending = await asyncio.wait([task, future_at({self.rng.randrange(3)}), task], "
                             f"return_when=asyncio.{when}, timeout={self.rng.choice(['0', 'TICK', 'TICK * 4'])})")
        self.line(depth + 1, "print(name, len(done), len(pending), task in done)")

    def manual_lock(self, depth, _):
        held = self.rng.choice(["lock", "bounded", "condition"])
        if self.rng.randrange(3) == 0:
            self.guarded(depth, "(RuntimeError, ValueError)", f"{held}.release()")
            return
        self.line(depth, f"await {held}.acquire()")
        self.line(depth, "try:")
        self.hop(depth + 1, 0)
        self.line(depth, "finally:")
        self.guarded(depth + 1, "(RuntimeError, ValueError)", f"{held}.release()")

    def moved_timeout(self, depth, budget):
        self.line(depth, "limit = None")
        self.line(depth, "try:")
        start = self.rng.choice(["asyncio.timeout(TICK * 3)", "asyncio.timeout(None)",
                                 "asyncio.timeout_at(loop.time() + TICK)", "asyncio.timeout_at(None)"])
        self.line(depth + 1, f"async with {start} as limit:")
        self.choose(depth + 2, "limit.reschedule(loop.time() + TICK)", "limit.reschedule(None)",
                    "limit.reschedule(loop.time() - TICK)", "loop.call_soon(limit.reschedule, loop.time() + TICK)",
                    "print(name, limit.expired(), limit.when() is None)")
        self.block(depth + 2, budget)
        self.line(depth, "except TimeoutError as error:")
        self.line(depth + 1, "print(name, 'timed out', repr(error.__cause__))")
        self.line(depth, "finally:")
        self.line(depth + 1, "print(name, 'limit', limit and limit.expired(), asked(asyncio.current_task()))")

    def uncancelled(self, depth, budget):
        self.line(depth, "try:")
        self.block(depth + 1, budget)
        self.line(depth, "except asyncio.CancelledError as error:")
        self.line(depth + 1, "print(name, 'asked', asked(asyncio.current_task()), error.args)")
        self.choose(depth + 1, "asyncio.current_task().uncancel()", "while asyncio.current_task().uncancel(): pass",
                    "asyncio.current_task().cancel('once more')", "raise",
                    "raise asyncio.CancelledError('another') from None")

    def group_of_several(self, depth, budget):
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, "try:")
        self.line(depth + 2, "async with asyncio.TaskGroup() as group:")
        for mark in "ghi"[:self.rng.randrange(2, 4)]:
            self.choose(depth + 3, f"group.create_task({self.some_call(mark)})",
                        f"group.create_task(join_group(group, name, {self.some_call(mark)}))",
                        f"tasks.append(group.create_task({self.some_call(mark)}))",
                        f"loop.call_later(TICK, group.create_task({self.some_call(mark)}).cancel)")
        self.block(depth + 3, budget)
        self.line(depth + 1, self.rng.choice(["except* (Fault, Other) as errors:", "except* Exception as errors:"]))
        self.line(depth + 2, "print(name, 'group fails', leaves(errors))")

    def hand_driven(self, depth, _):
        self.line(depth, f"generator = echo(name, {self.rng.randrange(4)})")
        self.line(depth, "try:")
        for _ in range(self.rng.randrange(1, 5)):
            self.choose(depth + 1, "print(name, await anext(generator, 'over'))", "print(name, await anext(generator))",
                        "print(name, await generator.asend(None))", "print(name, await generator.athrow(Fault(name)))",
                        "print(name, await generator.athrow(Other(name)))", "await generator.aclose()",
                        "print(name, await generator.asend(value % 10))")
        self.line(depth, "except (StopAsyncIteration, TypeError, Fault, Other) as error:")
        self.line(depth + 1, "print(name, 'generator raises', repr(error))")
        self.closing(depth, "generator")

    def closing(self, depth, name):
        """In CPython the traceback of an exception that is still alive keeps the variables of its functions."""
        self.line(depth, "finally:")
        self.line(depth + 1, f"await {name}.aclose()")

    def predicate(self, depth, budget):
        self.guarded(depth, "TimeoutError", "async with asyncio.timeout(TICK * 3), condition:", "    print(name, 'waits', "
                     + self.rng.choice(["await condition.wait_for(event.is_set)", "await condition.wait_for(lambda: value % 2)",
                                        "condition.notify(2)", "await condition.wait()"]) + ")")
        self.block(depth, budget)

    def barrier_block(self, depth, budget):
        self.line(depth, "try:")
        self.line(depth + 1, "async with asyncio.timeout(TICK * 3), barrier as position:")
        self.line(depth + 2, "print(name, 'position', position, barrier.n_waiting)")
        self.block(depth + 2, budget)
        self.line(depth, "except (asyncio.BrokenBarrierError, TimeoutError) as error:")
        self.line(depth + 1, "print(name, 'barrier', type(error).__name__, barrier.broken, barrier.n_waiting)")
        self.choose(depth + 1, "await barrier.reset()", "pass", "await asyncio.sleep(0)\nawait barrier.reset()")

    def comprehension(self, depth, _):
        self.line(depth, "source = " + self.rng.choice(["items", "doubled", "echo"]) + f"(name, {self.rng.randrange(4)})")
        self.line(depth, "try:")
        self.choose(depth + 1, "print(name, [item async for item in source if item])",
                    "print(name, {item: await asyncio.sleep(0, item) async for item in source})",
                    "async for item in ((item, item) async for item in source):\n"
                    "    print(name, 'lazy', item)\n    if item == (1, 1): break",
                    "print(name, await anext((await asyncio.sleep(0, item) async for item in source), 'none'))")
        self.closing(depth, "source")
