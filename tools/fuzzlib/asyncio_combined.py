"""Statements that combine what asyncio has: gatherings of gatherings and of shared tasks, bounded waits for shields and
groups, primitives that are cancelled while they are waited for, awaitables of the program's own, coroutines driven by
hand, exit stacks, callbacks that cancel, timeouts inside each other. A part of the generator, as asyncio_statements.py."""

HELPERS = '''

class Relay:
    """An awaitable of the program's own: some hops, then what the inner awaitable answers."""

    def __init__(self, name, hops, inner):
        self.name = name
        self.hops = hops
        self.inner = inner

    def __await__(self):
        try:
            for _ in range(self.hops):
                yield
            return (yield from self.inner.__await__())
        finally:
            print(self.name, "relay ends")


async def locked(name, held, hops):
    """Takes what can be taken, holds it for some hops."""
    async with held:
        print(name, "holds")
        for _ in range(hops):
            await asyncio.sleep(0)
        return hops


async def two_steps(name):
    try:
        await asyncio.sleep(0)
        print(name, "first step")
        await asyncio.sleep(0)
    except Fault as error:
        print(name, "is told", repr(error))
    return "stepped"


def in_order(some):
    return sorted(some, key=lambda task: int(task.get_name()[5:]))


def cancel_first(done):
    """A callback that cancels a task that still runs."""
    for task in tasks:
        if not task.done() and task is not done:
            print("callback cancels", task.cancel("by callback"))
            break
'''


class CombinedStatements:
    """A part of the generator of programs; `line`, `block`, `some_call`, `choose`, `guarded` and `rng` are the generator's."""

    def combined_simple(self):
        return [self.gather_shared, self.gather_nested, self.bounded_compound, self.contended, self.own_awaitable,
                self.by_hand, self.callback_cancels, self.wait_again, self.stacked, self.threadsafe]

    def combined_compound(self):
        return [self.nested_timeouts, self.held_within, self.group_in_task, self.cancelled_group]

    def shared(self):
        return self.rng.choice([f"future_at({self.rng.randrange(3)})", "event.wait()", "tasks[0]", "tasks[-1]",
                                "asyncio.sleep(0, 1)", "queue.get()", self.some_call("q")])

    def gather_shared(self, depth, _):
        """Some of what is gathered is gathered twice, or others wait for it as well."""
        first, second = self.shared(), self.shared()
        exceptions = self.rng.choice(["True", "False"])
        self.line(depth, "if level < 2 and tasks and spawned < 40:")
        self.line(depth + 1, f"one, two = asyncio.ensure_future({first}), asyncio.ensure_future({second})")
        self.guarded(depth + 1, "(Other, Fault, TimeoutError)", "async with asyncio.timeout(TICK * 3):",
                     f"    print(name, 'shared', shown(await asyncio.gather(one, two, one, return_exceptions={exceptions})))")
        self.line(depth + 1, "print(name, one.done(), two.done())")

    def gather_nested(self, depth, _):
        inner = f"asyncio.gather({self.some_call('n')}, asyncio.sleep(TICK, 4), return_exceptions={self.rng.choice(['True', 'False'])})"
        wrapped = self.rng.choice(["{}", "asyncio.shield({})", "asyncio.wait_for({}, TICK * 2)", "asyncio.gather({})"])
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, f"outer = asyncio.gather({wrapped.format(inner)}, {self.some_call('o')})")
        self.choose(depth + 1, "pass", "loop.call_soon(outer.cancel, 'nested')", "loop.call_later(TICK, outer.cancel)")
        self.guarded(depth + 1, "(asyncio.CancelledError, TimeoutError, Fault)", "print(name, 'nested', await outer)")

    def bounded_compound(self, depth, _):
        call, ticks = self.some_call("y"), self.rng.choice(["0", "TICK", "TICK * 2"])
        awaited = self.rng.choice([f"asyncio.shield({call})", f"asyncio.gather({call}, event.wait())",
                                   "condition.wait()", "semaphore.acquire()", "queue.put(value)",
                                   f"asyncio.wait_for({call}, TICK)", "asyncio.shield(asyncio.sleep(TICK * 3, 8))"])
        if awaited == "condition.wait()":
            self.guarded(depth, "TimeoutError", "async with condition:",
                         f"    print(name, 'notified', await asyncio.wait_for(asyncio.sleep(TICK), {ticks}))")
            return
        self.line(depth, "if level < 2 and spawned < 40:")
        self.guarded(depth + 1, "(TimeoutError, Fault, Other)",
                     f"print(name, 'compound', await asyncio.wait_for({awaited}, {ticks}))")

    def contended(self, depth, _):
        """Several take the same, one of them is cancelled while it waits."""
        held = self.rng.choice(["lock", "semaphore", "bounded", "condition"])
        self.line(depth, "if level < 2 and spawned < 37:")
        self.line(depth + 1, f"rivals = [asyncio.create_task(locked(name + str(i), {held}, {self.rng.randrange(3)})) for i in range(3)]")
        self.line(depth + 1, "tasks.extend(rivals)")
        self.choose(depth + 1, "await asyncio.sleep(0)\nrivals[1].cancel()", "loop.call_soon(rivals[0].cancel, 'rival')",
                    "rivals[2].cancel()\nawait asyncio.sleep(0)\nrivals[1].cancel()", "pass",
                    "await asyncio.sleep(0)\nawait asyncio.sleep(0)\nrivals[0].cancel()\nrivals[1].cancel()")
        if self.rng.randrange(2):
            self.line(depth + 1, "found, pending = await asyncio.wait(rivals, timeout=TICK)")
            self.line(depth + 1, f"print(name, 'rivals', len(found), len(pending), [t.cancelled() for t in rivals])")
        else:
            self.guarded(depth + 1, "TimeoutError", "async with asyncio.timeout(TICK * 2):",
                         "    print(name, shown(await asyncio.gather(*rivals, return_exceptions=True)))")

    def own_awaitable(self, depth, _):
        inner = self.rng.choice([self.some_call("r"), f"future_at({self.rng.randrange(3)})", "event.wait()",
                                 "asyncio.sleep(TICK, 6)", "Relay(name, 1, asyncio.sleep(0))"])
        way = self.rng.choice(["await {}", "await asyncio.ensure_future({})", "await asyncio.wait_for({}, TICK * 2)",
                               "(await asyncio.gather({}))[0]"])
        self.line(depth, "if level < 2 and spawned < 40:")
        self.guarded(depth + 1, "(TimeoutError, Other, Fault)",
                     f"print(name, 'relayed', {way.format(f'Relay(name, {self.rng.randrange(3)}, {inner})')})")

    def by_hand(self, depth, _):
        """A coroutine that is driven without a task."""
        self.line(depth, "driven = two_steps(name)")
        steps = [self.rng.choice(["driven.send(None)", "driven.send(None)", "driven.throw(Fault(name))", "driven.close()"])
                 for _ in range(self.rng.randrange(1, 4))]
        self.guarded(depth, "(StopIteration, Fault, RuntimeError)", *[f"print(name, {step})" for step in steps])
        self.line(depth, "driven.close()")

    def callback_cancels(self, depth, _):
        self.choose(depth, "if tasks: tasks[0].add_done_callback(cancel_first)", "loop.call_soon(cancel_first, None)",
                    f"future_at({self.rng.randrange(3)}).add_done_callback(cancel_first)",
                    "asyncio.current_task().add_done_callback(cancel_first)",
                    "loop.call_later(TICK, cancel_first, None)")

    def wait_again(self, depth, _):
        when = self.rng.choice(["FIRST_COMPLETED", "FIRST_EXCEPTION"])
        self.line(depth, "if level < 2 and spawned < 38:")
        self.line(depth + 1, f"pending = {{asyncio.create_task(call) for call in ({self.some_call('1')}, {self.some_call('2')})}}")
        self.line(depth + 1, "tasks.extend(in_order(pending))")
        self.line(depth + 1, "for number in range(4):")
        self.line(depth + 2, "if not pending: break")
        self.line(depth + 2, f"done, pending = await asyncio.wait(pending, timeout=TICK, return_when=asyncio.{when})")
        self.line(depth + 2, "print(name, 'round', number, len(done), len(pending))")
        if self.rng.randrange(2):
            self.line(depth + 1, "for task in in_order(pending): task.cancel('left')")

    def stacked(self, depth, _):
        self.line(depth, "if spawned < 40:")
        self.line(depth + 1, "async with contextlib.AsyncExitStack() as stack:")
        self.choose(depth + 2, "await stack.enter_async_context(Guard(name, False))",
                    "stack.push_async_callback(two_steps, name)", "stack.callback(print, name, 'unwound')",
                    "await stack.enter_async_context(contextlib.aclosing(items(name, 2)))")
        self.choose(depth + 2, "stack.push_async_callback(asyncio.sleep, TICK)", "await stack.enter_async_context(lock)",
                    "await stack.enter_async_context(asyncio.timeout(TICK * 2))", "stack.callback(event.set)")
        self.hop(depth + 2, 0)

    def threadsafe(self, depth, _):
        self.choose(depth, "loop.call_soon_threadsafe(print, name, 'threadsafe')",
                    f"loop.call_soon_threadsafe(future_at({self.rng.randrange(3)}).cancel)",
                    "loop.call_soon_threadsafe(event.set)\nawait event.wait()",
                    "handle = loop.call_soon_threadsafe(fail, name)\nhandle.cancel()")

    def nested_timeouts(self, depth, budget):
        outer, inner = self.rng.sample(["0", "TICK", "TICK * 2", "TICK * 3", "None"], 2)
        self.line(depth, "try:")
        self.line(depth + 1, f"async with asyncio.timeout({outer}) as outer_limit:")
        self.line(depth + 2, "try:")
        self.line(depth + 3, f"async with asyncio.timeout({inner}) as inner_limit:")
        self.block(depth + 4, budget)
        self.line(depth + 2, "except TimeoutError:")
        self.line(depth + 3, "print(name, 'inner', inner_limit.expired(), outer_limit.expired())")
        self.hop(depth + 3, 0)
        self.line(depth, "except TimeoutError:")
        self.line(depth + 1, "print(name, 'outer', outer_limit.expired(), asked(asyncio.current_task()))")

    def held_within(self, depth, budget):
        held = self.rng.choice(["lock", "semaphore", "bounded", "condition"])
        self.guarded(depth, "TimeoutError", f"async with asyncio.timeout(TICK * {self.rng.randrange(1, 4)}), {held}:",
                     f"    print(name, 'took', {'None' if held == 'condition' else held + '.locked()'})")
        if held == "condition":
            self.line(depth, "async with condition:")
            self.line(depth + 1, self.rng.choice(["condition.notify(3)", "condition.notify_all()"]))
            self.block(depth + 1, budget)

    def group_in_task(self, depth, budget):
        """A group whose task is cancelled from outside while its members run."""
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, "async def grouped(name=name, level=level, value=value):")
        self.line(depth + 2, "async with asyncio.TaskGroup() as members:")
        for mark in "jk"[:self.rng.randrange(1, 3)]:
            self.line(depth + 3, f"members.create_task({self.some_call(mark)})")
        outside, self.in_loop = self.in_loop, 0
        self.block(depth + 3, budget)
        self.in_loop = outside
        self.line(depth + 2, "return 'grouped'")
        self.line(depth + 1, "whole = asyncio.create_task(grouped())")
        self.line(depth + 1, "tasks.append(whole)")
        self.choose(depth + 1, "loop.call_later(TICK, whole.cancel)", "await asyncio.sleep(0)\nwhole.cancel('group')",
                    "whole.cancel()", "pass", "loop.call_soon(whole.cancel)\nloop.call_later(TICK, whole.cancel, 'again')")
        self.line(depth + 1, "try:")
        self.line(depth + 2, "print(name, await whole)")
        self.line(depth + 1, "except (asyncio.CancelledError, BaseExceptionGroup) as error:")
        self.line(depth + 2, "print(name, 'group ended', leaves(error), asked(whole))")

    def cancelled_group(self, depth, budget):
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, "try:")
        self.line(depth + 2, "async with asyncio.timeout(TICK * 2), asyncio.TaskGroup() as crowd:")
        self.line(depth + 3, f"crowd.create_task({self.some_call('z')})")
        self.choose(depth + 3, "asyncio.current_task().cancel('in group')", "loop.call_soon(fail, name)",
                    "crowd.create_task(asyncio.sleep(TICK * 3))", "crowd.create_task(event.wait())")
        self.block(depth + 3, budget)
        self.line(depth + 1, "except* (Fault, Other, TimeoutError) as errors:")
        self.line(depth + 2, "print(name, 'crowd fails', leaves(errors))")
