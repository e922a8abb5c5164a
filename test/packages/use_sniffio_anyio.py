import anyio
import sniffio


async def child(name, delay, send):
    await anyio.sleep(delay)
    await send.send(name)


async def main():
    print(sniffio.current_async_library())
    send, receive = anyio.create_memory_object_stream(5)
    async with anyio.create_task_group() as group:
        group.start_soon(child, "slow", 0.02, send)
        group.start_soon(child, "fast", 0.001, send)
    print(receive.receive_nowait(), receive.receive_nowait())
    with anyio.move_on_after(0.01) as scope:
        await anyio.sleep(1)
    print(scope.cancel_called)
    try:
        with anyio.fail_after(0.01):
            await anyio.sleep(1)
    except TimeoutError:
        print("timeout")
    lock, event, limiter = anyio.Lock(), anyio.Event(), anyio.CapacityLimiter(1)
    async with lock, limiter:
        event.set()
        await event.wait()
    print(await anyio.to_thread.run_sync(lambda: anyio.from_thread.run(anyio.sleep, 0) or "from thread"))


anyio.run(main)
