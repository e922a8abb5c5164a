"""Tasks that wait for themselves, through each other or through what they gather: cancelling them recurs without end,
which is an exception and no crash."""
import asyncio


async def gathers(box):
    try:
        await asyncio.gather(*box)
    except BaseException as error:
        print("the task gets", type(error).__name__)
        raise


async def waits(box, number, end):
    await asyncio.wait([box[number], end], return_when=asyncio.FIRST_COMPLETED)
    await box[number]


def in_vain(cancel):
    try:
        print("cancelled", cancel())
    except RecursionError as error:
        print("RecursionError", str(error).startswith("maximum recursion depth exceeded"))


async def main():
    box = []
    box += [asyncio.create_task(gathers(box)), asyncio.create_task(asyncio.sleep(5))]
    await asyncio.sleep(0)
    in_vain(box[0].cancel)
    print(box[1].cancelling(), [task.done() for task in box])
    box[1].cancel()
    await asyncio.wait(box)
    print([task.cancelled() for task in box])

    pair, end = [], asyncio.get_running_loop().create_future()
    pair += [asyncio.create_task(waits(pair, 1, end)), asyncio.create_task(waits(pair, 0, end))]
    await asyncio.sleep(0)
    end.set_result(None)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    in_vain(pair[0].cancel)
    print([task.done() for task in pair])
    pair[0].get_coro().close()
    pair[1].get_coro().close()
    asyncio.get_running_loop().stop()


loop = asyncio.new_event_loop()
task = loop.create_task(main())
loop.run_forever()
print(task.done())
loop.set_exception_handler(lambda loop, context: None)
loop.close()
