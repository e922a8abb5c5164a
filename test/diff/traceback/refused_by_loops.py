# What asyncio's loops and functions refuse, with the frames of the library that the traceback shows.
# difftest: no-wasi (WASI has no threads)
import asyncio
import threading
import traceback
import warnings

warnings.simplefilter('ignore')


def show(call, *args, **kwargs):
    try:
        print('result', type(call(*args, **kwargs)).__name__)
    except BaseException:
        print(traceback.format_exc())


async def work():
    return 1


def closed_loop():
    loop = asyncio.new_event_loop()
    loop.close()
    show(loop.call_soon, print)
    show(loop.call_soon_threadsafe, print)
    show(loop.call_later, 1, print)
    show(loop.call_at, 1, print)
    show(loop.run_forever)
    show(loop.run_until_complete, loop.create_future())
    show(loop.run_in_executor, None, print)
    coroutine = work()
    show(loop.create_task, coroutine)
    show(loop.run_until_complete, coroutine)
    coroutine.close()


def wrong_arguments():
    loop = asyncio.new_event_loop()
    show(loop.call_later, None, print)
    show(loop.call_at, None, print)
    show(loop.set_task_factory, 1)
    show(loop.set_exception_handler, 'handler')
    show(loop.set_default_executor, print)
    show(loop.create_task, print)
    show(loop.run_until_complete, 5)
    show(loop.run_until_complete, loop)
    show(asyncio.gather, 5)
    show(asyncio.shield, 5)
    show(asyncio.ensure_future, 5, loop=loop)
    show(asyncio.run_coroutine_threadsafe, 5, loop)
    show(asyncio.wrap_future, 5, loop=loop)
    loop.close()


def debug_checks():
    loop = asyncio.new_event_loop()
    loop.set_debug(True)
    show(loop.call_soon, work)
    show(loop.call_soon, 5)
    show(loop.call_later, 1, 5)
    show(loop.call_at, 1, work)
    show(loop.call_soon_threadsafe, 'text')
    show(loop.run_in_executor, None, work)
    loop.close()


async def while_running():
    loop = asyncio.get_running_loop()
    show(loop.run_forever)
    future = loop.create_future()
    show(loop.run_until_complete, future)
    other = asyncio.new_event_loop()
    show(other.run_forever)
    show(other.run_until_complete, future)
    other.close()
    for wrong in (asyncio.wait([]), asyncio.wait(5), asyncio.wait_for(5, None), asyncio.wait_for(5, 1), asyncio.wait_for(future, 'long'),
                  asyncio.wait_for(5, 0)):
        try:
            await wrong
        except Exception:
            print(traceback.format_exc())


def without_loop():
    asyncio.set_event_loop(None)
    show(asyncio.get_event_loop)
    show(asyncio.get_running_loop)
    show(asyncio.current_task)
    show(asyncio.all_tasks)
    show(asyncio.gather, asyncio.new_event_loop().create_future(), 5)


closed_loop()
wrong_arguments()
debug_checks()
asyncio.run(while_running())
without_loop()
thread = threading.Thread(target=show, args=(asyncio.get_event_loop,), name='a thread')
thread.start()
thread.join()
