"""Statements that meet asyncio's objects in states where they do not expect it: futures and tasks that are asked too early
or completed twice, factories and classes of tasks of the program's own,
cancellation that comes while cleaning up, exceptions that are no Exception. A part of the generator, as
asyncio_statements.py."""

HELPERS = '''

class Grave(BaseException):
    """No Exception: groups and gatherings treat it otherwise."""


class Counted(asyncio.Task):
    """A task of the program's own."""

    def cancel(self, msg=None):
        print(self.get_name()[:4], "is asked to cancel", msg)
        return super().cancel(msg)


def own_task(loop, coroutine, **options):
    return Counted(coroutine, loop=loop, **options)


@types.coroutine
def bare(hops):
    """Hops without a future."""
    for _ in range(hops):
        yield
    return hops


@contextlib.asynccontextmanager
async def managed(name, hops, swallow):
    print(name, "manager begins")
    try:
        await bare(hops)
        yield name
    except Fault as error:
        print(name, "manager sees", repr(error))
        if not swallow:
            raise
    finally:
        print(name, "manager cleans up")
        await asyncio.sleep(0)
        print(name, "manager ends")


async def stubborn(name, times):
    """Survives some cancellations, and cleans up with hops."""
    try:
        while True:
            try:
                await asyncio.sleep(TICK * 2)
                return "slept"
            except asyncio.CancelledError as error:
                print(name, "survives", error.args, asked(asyncio.current_task()))
                times -= 1
                if times < 0:
                    raise
    finally:
        try:
            await asyncio.sleep(0)
        finally:
            print(name, "stubborn ends")


async def grave(name, hops):
    await bare(hops)
    raise Grave(name)


def later(loop, name, hops):
    """A chain of callbacks."""
    print(name, "link", hops, asyncio.current_task() is None)
    if hops:
        loop.call_soon(later, loop, name, hops - 1)
'''


class StateStatements:
    """A part of the generator of programs; `line`, `block`, `some_call`, `choose`, `guarded` and `rng` are the generator's."""

    def state_simple(self):
        return [self.too_early, self.twice, self.stubborn_task, self.own_tasks, self.bare_hops,
                self.done_already, self.chained, self.waited_wrongly]

    def state_compound(self):
        return [self.managed_block, self.graves, self.cleaning_up]

    def too_early(self, depth, _):
        self.line(depth, "early = loop.create_future()")
        self.guarded(depth, "(asyncio.InvalidStateError, asyncio.CancelledError)",
                     *[self.rng.choice(["print(name, early.result())", "print(name, early.exception())",
                                        "early.set_result(1)", "early.cancel('early')", "early.set_exception(Other)",
                                        "print(name, early.done(), early.cancelled())"])
                       for _ in range(self.rng.randrange(1, 4))])
        self.line(depth, "if early.done() and not early.cancelled(): early.exception()")

    def twice(self, depth, _):
        ending = self.rng.choice(["set_result(1)", "set_exception(Other(name))", "cancel()", "set_exception(Grave(name))"])
        again = self.rng.choice(["set_result(2)", "set_exception(Fault)", "cancel('again')", "set_exception(StopIteration(1))"])
        self.line(depth, "twice = loop.create_future()")
        self.choose(depth, "twice.add_done_callback(lambda future: tell(name, future))",
                    "twice.add_done_callback(lambda future: future.add_done_callback(lambda again: tell(name, again)))", "pass")
        self.guarded(depth, "(asyncio.InvalidStateError, TypeError)",
                     *self.rng.sample([f"print(name, twice.{ending})", f"print(name, twice.{again})"], 2))
        self.guarded(depth, "(asyncio.CancelledError, Other, Fault, Grave)",
                     "if twice.done(): print(name, 'twice', await twice)")

    def stubborn_task(self, depth, _):
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, f"mule = asyncio.create_task(stubborn(name, {self.rng.randrange(3)}))")
        self.line(depth + 1, "tasks.append(mule)")
        self.line(depth + 1, "await asyncio.sleep(0)")
        for _ in range(self.rng.randrange(1, 4)):
            self.choose(depth + 1, "mule.cancel('mule')", "await asyncio.sleep(0)", "mule.uncancel()",
                        "loop.call_later(TICK, mule.cancel, 'late')")
        way = self.rng.choice(["await mule", "await asyncio.wait_for(mule, TICK)", "await asyncio.shield(mule)",
                               "(await asyncio.gather(mule, bare(1)))", "(await asyncio.wait([mule], timeout=TICK))[0] != set()"])
        self.guarded(depth + 1, "(asyncio.CancelledError, TimeoutError)", f"print(name, 'mule', {way})")
        self.line(depth + 1, "print(name, mule.done(), mule.cancelled(), asked(mule))")

    def own_tasks(self, depth, _):
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, "loop.set_task_factory(own_task)")
        self.line(depth + 1, f"own = {self.rng.choice(['asyncio.create_task', 'asyncio.ensure_future'])}({self.some_call('f')})")
        self.line(depth + 1, "loop.set_task_factory(None)")
        self.line(depth + 1, "tasks.append(own)")
        self.choose(depth + 1, "own.cancel('own')", "await asyncio.sleep(0)\nown.cancel()", "pass")
        self.guarded(depth + 1, "(asyncio.CancelledError, Fault, TimeoutError)",
                     f"print(name, type(own).__name__, {self.rng.choice(['await own', 'await asyncio.wait_for(own, TICK * 2)'])})")

    def bare_hops(self, depth, _):
        hops = self.rng.randrange(4)
        self.choose(depth, f"print(name, 'bare', await bare({hops}))",
                    f"print(name, 'bare', await asyncio.wait_for(bare({hops}), TICK))",
                    f"print(name, 'bare', await asyncio.gather(bare({hops}), bare(1)))")

    def done_already(self, depth, _):
        """What is awaited is done before."""
        self.line(depth, "ready = loop.create_future()")
        self.choose(depth, "ready.set_result(5)", "ready.set_exception(Other(name))", "ready.cancel('ready')")
        way = self.rng.choice(["await ready", "await asyncio.shield(ready)", "await asyncio.wait_for(ready, 0)",
                               "await asyncio.wait_for(ready, TICK)", "await asyncio.gather(ready, ready)",
                               "await asyncio.gather(ready, asyncio.sleep(0), return_exceptions=True)",
                               "len((await asyncio.wait([ready]))[0])", "[await one for one in asyncio.as_completed([ready])]"])
        self.guarded(depth, "(asyncio.CancelledError, Other, TimeoutError)", f"print(name, 'ready', {way})")

    def chained(self, depth, _):
        self.choose(depth, f"later(loop, name, {self.rng.randrange(3)})", "loop.call_later(TICK, later, loop, name, 1)",
                    "loop.call_soon(later, loop, name, 2)\nawait asyncio.sleep(0)\nawait asyncio.sleep(0)")

    def waited_wrongly(self, depth, _):
        self.guarded(depth, "(TypeError, ValueError, RuntimeError)", *self.rng.choice([
            "await asyncio.wait([])", "print(name, await asyncio.gather())", "await asyncio.wait(tasks[0:0], timeout=0)",
            "await asyncio.wait_for(None, 1)", "await asyncio.gather(1)", "asyncio.ensure_future(value)",
            "await asyncio.shield([])", "asyncio.run(bare(1))", "loop.run_until_complete(loop.create_future())",
            "print(name, [one async for one in items(name, 0)])", "asyncio.Semaphore(-1)", "asyncio.Barrier(0)",
            "await asyncio.wait([loop.create_future()], return_when='never')", "asyncio.create_task(value)"]).split("\n"))

    def managed_block(self, depth, budget):
        swallow = self.rng.choice(["True", "False"])
        self.line(depth, "try:")
        self.line(depth + 1, f"async with managed(name, {self.rng.randrange(3)}, {swallow}) as entered:")
        self.block(depth + 2, budget)
        if self.rng.randrange(2):
            self.line(depth + 2, self.rng.choice(["raise Fault(entered)", "raise StopAsyncIteration(entered)", "raise StopIteration(entered)",
                                                  "asyncio.current_task().cancel(entered)", "raise Other(entered)"]))
        self.line(depth, "except (Other, StopAsyncIteration, StopIteration, RuntimeError) as error:")
        self.line(depth + 1, "print(name, 'managed', repr(error))")

    def graves(self, depth, budget):
        self.line(depth, "if level < 2 and spawned < 40:")
        self.line(depth + 1, "try:")
        way = self.rng.randrange(3)
        if way == 0:
            self.line(depth + 2, "async with asyncio.TaskGroup() as yard:")
            self.line(depth + 3, f"yard.create_task(grave(name, {self.rng.randrange(3)}))")
            self.line(depth + 3, f"yard.create_task({self.some_call('u')})")
            self.block(depth + 3, budget)
        elif way == 1:
            exceptions = self.rng.choice(["True", "False"])
            self.line(depth + 2, f"buried = await asyncio.gather(grave(name, {self.rng.randrange(3)}), {self.some_call('u')}, "
                                 f"return_exceptions={exceptions})")
            self.line(depth + 2, "print(name, shown(buried))")
        else:
            self.line(depth + 2, f"await asyncio.{self.rng.choice(['shield(', 'wait_for(timeout=TICK, fut='])}grave(name, {self.rng.randrange(3)}))")
        self.line(depth + 1, "except (Grave, BaseExceptionGroup, TimeoutError, Fault) as error:")
        self.line(depth + 2, "print(name, 'buries', leaves(error))")

    def cleaning_up(self, depth, budget):
        """The task is cancelled while it cleans up."""
        self.line(depth, "try:")
        self.line(depth + 1, "try:")
        self.block(depth + 2, budget)
        self.line(depth + 1, "finally:")
        self.choose(depth + 2, "asyncio.current_task().cancel('cleaning')\nawait asyncio.sleep(0)",
                    "loop.call_soon(asyncio.current_task().cancel)\nawait asyncio.sleep(TICK)",
                    "await asyncio.shield(asyncio.sleep(TICK))", "async with asyncio.timeout(0):\n    await asyncio.sleep(TICK)",
                    "async with lock:\n    await bare(1)")
        self.line(depth + 2, "print(name, 'is clean')")
        self.line(depth, "except (asyncio.CancelledError, TimeoutError) as error:")
        self.line(depth + 1, "print(name, 'cleaning', type(error).__name__, error.args, type(error.__context__).__name__)")
        self.choose(depth + 1, "asyncio.current_task().uncancel()", "raise", "pass")
