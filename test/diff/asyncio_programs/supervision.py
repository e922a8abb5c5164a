"""Supervision trees with TaskGroup, restart strategies, exception groups, graceful shutdown with signals."""
# difftest: no-wasi (signals)
import asyncio
import enum
import logging
import os
import random
import signal
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

request_id: ContextVar[str] = ContextVar("request_id", default="-")


class ContextFilter(logging.Filter):
    def filter(self, record):
        record.request_id = request_id.get()
        task = None
        try:
            task = asyncio.current_task()
        except RuntimeError:
            pass
        record.task = task.get_name() if task else "none"
        return True


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(name)s [%(request_id)s/%(task)s] %(message)s"))
handler.addFilter(ContextFilter())
logger = logging.getLogger("app")
logger.addHandler(handler)
logger.setLevel(logging.DEBUG)
logger.propagate = False


class Strategy(enum.Enum):
    ONE_FOR_ONE = "one_for_one"
    ONE_FOR_ALL = "one_for_all"


class WorkerCrash(Exception):
    pass


class TooManyRestarts(Exception):
    pass


@dataclass
class ChildSpec:
    name: str
    factory: object
    restarts: int = 0
    max_restarts: int = 2
    history: list = field(default_factory=list)


class Supervisor:
    def __init__(self, name, strategy=Strategy.ONE_FOR_ONE):
        self.name = name
        self.strategy = strategy
        self.children = {}
        self.log = logging.getLogger(f"app.{name}")

    def add(self, name, factory, **options):
        self.children[name] = ChildSpec(name, factory, **options)
        return self

    async def _keep(self, spec):
        while True:
            try:
                result = await spec.factory()
            except asyncio.CancelledError:
                spec.history.append("cancelled")
                self.log.info("%s cancelled", spec.name)
                raise
            except Exception as error:
                spec.history.append(repr(error))
                spec.restarts += 1
                self.log.warning("%s failed: %r (restart %d)", spec.name, error, spec.restarts)
                if spec.restarts > spec.max_restarts:
                    raise TooManyRestarts(spec.name) from error
                await asyncio.sleep(0.001 * spec.restarts)
            else:
                spec.history.append(result)
                self.log.info("%s ended with %r", spec.name, result)
                return result

    async def run(self):
        async with asyncio.TaskGroup() as group:
            tasks = {spec.name: group.create_task(self._keep(spec), name=f"{self.name}.{spec.name}")
                     for spec in self.children.values()}
        return {name: task.result() for name, task in tasks.items()}


def flaky(times, value):
    state = {"left": times}

    async def run():
        request_id.set(f"try-{state['left']}")
        await asyncio.sleep(0.001)
        if state["left"]:
            state["left"] -= 1
            raise WorkerCrash(f"{state['left']} left")
        return value
    return run


async def forever():
    try:
        await asyncio.Event().wait()
    finally:
        logger.debug("forever cleans up")


@asynccontextmanager
async def resource(name, order):
    order.append(f"+{name}")
    logger.debug("open %s", name)
    try:
        yield name.upper()
    except ValueError as error:
        order.append(f"!{name}:{error}")
        raise RuntimeError(f"wrapped by {name}") from error
    finally:
        await asyncio.sleep(0)
        order.append(f"-{name}")


async def stacks():
    order = []
    try:
        async with AsyncExitStack() as stack:
            for name in "abc":
                print(await stack.enter_async_context(resource(name, order)))
            stack.push_async_callback(asyncio.sleep, 0)
            stack.callback(order.append, "plain")
            raise ValueError("inside")
    except RuntimeError as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__))
    print(order)


async def handle_signals():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    got = []

    def on(signum):
        got.append(signal.Signals(signum).name)
        stop.set()
    for signum in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(signum, on, signum)
    workers = [asyncio.create_task(forever(), name=f"w{i}") for i in range(3)]
    await asyncio.sleep(0)
    os.kill(os.getpid(), signal.SIGTERM)
    await stop.wait()
    for worker in workers:
        worker.cancel("shutting down")
    results = await asyncio.gather(*workers, return_exceptions=True)
    print(got, results)
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    loop.remove_signal_handler(signal.SIGHUP)


async def main():
    logger.info("start")
    sup = Supervisor("root").add("a", flaky(1, "A")).add("b", flaky(2, "B"))
    print(await sup.run())
    for spec in sup.children.values():
        print(spec.name, spec.restarts, spec.history)
    sup = Supervisor("bad").add("ok", forever).add("c", flaky(9, "C"), max_restarts=1)
    try:
        await sup.run()
    except* TooManyRestarts as group:
        print(repr(group), [repr(e.__cause__) for e in group.exceptions])
    for spec in sup.children.values():
        print(spec.name, spec.restarts, spec.history)
    nested = Supervisor("outer").add("inner", Supervisor("in").add("x", flaky(5, "X")).run, max_restarts=0)
    try:
        await nested.run()
    except BaseExceptionGroup as group:
        def show(error, depth=0):
            print("  " * depth + repr(error))
            if isinstance(error, BaseExceptionGroup):
                for e in error.exceptions:
                    show(e, depth + 1)
            if error.__cause__:
                show(error.__cause__, depth + 1)
        show(group)
        print(group.subgroup(lambda e: isinstance(e, WorkerCrash)), group.split(TooManyRestarts)[1])
    await stacks()
    await handle_signals()
    logger.info("end")


asyncio.run(main())
