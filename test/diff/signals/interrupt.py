"""Ctrl-C while asyncio.run runs: the main task is cancelled, KeyboardInterrupt comes out."""
# difftest: no-wasi (WASI has no signals)
import asyncio
import os
import signal


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print('worker ends')


async def main():
    task = asyncio.create_task(worker())
    asyncio.get_running_loop().call_later(0.01, os.kill, os.getpid(), signal.SIGINT)
    try:
        await task
    except asyncio.CancelledError:
        print('main cancelled')
        raise
    finally:
        print('main ends')


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')


async def swallows():
    asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'swallowed'

print(asyncio.run(swallows()))


async def busy():
    signal.raise_signal(signal.SIGINT)
    print('still here')
    await asyncio.sleep(0)
    print('never')

try:
    asyncio.run(busy())
except KeyboardInterrupt:
    print('interrupted again')


async def own_handler():
    signal.signal(signal.SIGINT, lambda *args: print('own'))
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(0)
    return 'kept running'

print(asyncio.run(own_handler()))
