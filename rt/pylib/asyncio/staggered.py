"""Starting several coroutines one after the other until the first one succeeds (RFC 8305)."""
from asyncio import Event, TimeoutError, wait, wait_for, get_running_loop


async def staggered_race(coro_fns, delay, *, loop=None):
    """Answers (result, index, exceptions) of the first that succeeds; the others are cancelled."""
    loop = loop or get_running_loop()
    remaining = enumerate(coro_fns)
    winner_result = winner_index = None
    exceptions = []
    running = []

    async def run_next(previous_failed):
        if previous_failed is not None:
            try:
                await wait_for(previous_failed.wait(), delay)
            except TimeoutError:
                pass
        try:
            index, coro_fn = next(remaining)
        except StopIteration:
            return
        failed = Event()
        running.append(loop.create_task(run_next(failed)))
        exceptions.append(None)
        nonlocal winner_index, winner_result
        try:
            result = await coro_fn()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            exceptions[index] = error
            failed.set()
        else:
            winner_index = index
            winner_result = result
            for i, task in enumerate(running):
                if i != index:
                    task.cancel()

    running.append(loop.create_task(run_next(None)))
    try:
        done_count = 0
        while done_count != len(running):
            done, _ = await wait(running)
            done_count = len(done)
        return winner_result, winner_index, exceptions
    finally:
        for task in running:
            task.cancel()
