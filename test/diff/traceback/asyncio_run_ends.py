"""Ends of asyncio.run and Runner with an exception: what leftover tasks raise has it as context, exceptions that end
the loop pass the runner's functions, callbacks of servers and exit stacks pass theirs."""
# difftest: no-wasi (a server)
import asyncio
import contextlib
import sys
import traceback


def handler(loop, context):
    error = context.get("exception")
    if "never retrieved" in context["message"]:
        return  # when depends on who holds the frames of its traceback
    print(context["message"].partition(" generator ")[0], repr(error), "| raised after", repr(error.__context__))
    while error:
        print("   ", repr(error), [(f.name, f.line) for f in traceback.extract_tb(error.__traceback__)])
        error = error.__context__


async def stubborn(ending):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        raise ending from None


async def unwilling(ending):
    try:
        await asyncio.sleep(100)
    finally:
        raise ending


async def main(leftover, ending, failure):
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.create_task(leftover(ending))
    await asyncio.sleep(0)
    if failure:
        raise failure


async def open_generator(failure):
    async def values():
        try:
            yield 1
        finally:
            raise LookupError("left open")
    asyncio.get_running_loop().set_exception_handler(handler)
    global kept
    kept = values()
    await anext(kept)
    if failure:
        raise failure


def run(coro):
    asyncio.run(coro)


def with_runner(coro):
    with asyncio.Runner() as runner:
        runner.run(coro)


def closed_by_hand(coro):
    runner = asyncio.Runner()
    try:
        runner.run(coro)
    finally:
        runner.close()


def show(title, start, coro):
    print("--", title)
    try:
        start(coro)
    except BaseException:
        print(traceback.format_exc().replace(__file__, "FILE"))


for start in run, with_runner, closed_by_hand:
    for leftover in stubborn, unwilling:
        show("only a leftover", start, main(leftover, RuntimeError("late"), None))
        show("two", start, main(leftover, RuntimeError("late"), LookupError("main")))
        show("ends the loop", start, main(leftover, KeyboardInterrupt("late"), None))
        show("ends the loop after another", start, main(leftover, SystemExit(3), LookupError("main")))
    show("generator", start, open_generator(None))
    show("generator, too", start, open_generator(LookupError("main")))


async def handled():
    """What is being handled when the loop starts is not."""
    print(sys.exc_info()[:2])
    raise ValueError("in the loop")

try:
    {}["key"]
except KeyError:
    show("inside a handler", run, handled())


def failing(reader, writer):
    raise ZeroDivisionError("callback")


async def server():
    asyncio.get_running_loop().set_exception_handler(handler)
    server = await asyncio.start_server(failing, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.02)
    writer.close()
    server.close()


async def exits():
    async def broken(*details):
        raise OSError("async exit")

    def sync_exit(*details):
        raise OSError("exit")
    for push in (lambda s: s.push_async_exit(broken), lambda s: s.push(sync_exit), lambda s: s.callback(len, 5)):
        try:
            async with contextlib.AsyncExitStack() as stack:
                push(stack)
        except Exception:
            print(traceback.format_exc().replace(__file__, "FILE"))

asyncio.run(server())
asyncio.run(exits())
