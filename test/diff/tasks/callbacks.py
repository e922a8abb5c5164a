"""Callbacks that fail, that add callbacks, and the loop's exception handler."""
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    reports = []
    loop.set_exception_handler(lambda loop, context: reports.append((context["message"].split(" at ")[0].split(" <")[0],
                                                                    repr(context.get("exception")), sorted(context))))
    def fails(*args):
        raise ValueError("from a callback")
    loop.call_soon(fails)
    loop.call_later(0, fails, 1)
    await asyncio.sleep(0.001)
    print(*reports, sep="\n")
    reports.clear()
    log, future = [], loop.create_future()
    def again(f):
        log.append("again")
        if log.count("again") < 3:
            f.add_done_callback(again)
    future.add_done_callback(fails)
    future.add_done_callback(again)
    future.set_result(None)
    for _ in range(5):
        log.append("hop")
        await asyncio.sleep(0)
    print(log, len(reports))
    reports.clear()
    async def crashes():
        raise KeyError("lost")
    task = asyncio.create_task(crashes())
    await asyncio.sleep(0)
    del task
    print(reports)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    seen = []
    def handler(loop, context):
        seen.append(context["message"])
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "by hand", "extra": 1})
    print(seen, loop.get_exception_handler() is handler)
    order = []
    for i in range(4):
        loop.call_soon(order.append, i)
    handle = loop.call_soon(order.append, "cancelled")
    handle.cancel()
    print(handle.cancelled(), order)
    await asyncio.sleep(0)
    print(order)

asyncio.run(main())
