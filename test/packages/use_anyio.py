import anyio, asyncio, sniffio
async def worker(n, send, limiter):
    async with limiter:
        await anyio.sleep(0.001 * n)
        await send.send(n * n)
async def main():
    print(sniffio.current_async_library())
    send, recv = anyio.create_memory_object_stream(2)
    limiter = anyio.CapacityLimiter(2)
    async with anyio.create_task_group() as tg:
        async def produce():
            async with send, anyio.create_task_group() as inner:
                for n in range(5):
                    inner.start_soon(worker, n, send.clone(), limiter, name=f"w{n}")
        tg.start_soon(produce)
        got = []
        async with recv:
            with anyio.move_on_after(1) as scope:
                for _ in range(5):
                    got.append(await recv.receive())
        print(sorted(got), scope.cancel_called)
        tg.cancel_scope.cancel()
    with anyio.move_on_after(0.01) as scope:
        await anyio.sleep(5)
    print("timed out", scope.cancel_called)
    try:
        with anyio.fail_after(0.01):
            await anyio.sleep_forever()
    except TimeoutError as e:
        print("timeout", repr(e))
    async def fail(x):
        await anyio.sleep(0)
        raise ValueError(x)
    try:
        async with anyio.create_task_group() as tg:
            tg.start_soon(fail, 1)
            tg.start_soon(anyio.sleep, 10)
    except ValueError as e:
        print("failed", e)
    async def service(*, task_status=anyio.TASK_STATUS_IGNORED):
        task_status.started("up")
        try:
            await anyio.sleep_forever()
        finally:
            with anyio.CancelScope(shield=True):
                await anyio.sleep(0.001)
                print("cleaned")
    async with anyio.create_task_group() as tg:
        print(await tg.start(service))
        tg.cancel_scope.cancel()
    print(await anyio.to_thread.run_sync(lambda: sum(range(10))))
    ev = anyio.Event(); lock = anyio.Lock()
    async with lock: ev.set()
    await ev.wait()
    print(anyio.get_current_task().name, ev.is_set())
    def from_thread():
        return anyio.from_thread.run(anyio.sleep, 0)
    print(await anyio.to_thread.run_sync(from_thread))
anyio.run(main)
