"""Signals in the event loop."""
# difftest: no-wasi (WASI has no signals)
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    got = []
    event = asyncio.Event()

    def handler(*args):
        got.append(args)
        event.set()

    loop.add_signal_handler(signal.SIGUSR1, handler, 1, 'two')
    os.kill(os.getpid(), signal.SIGUSR1)
    print(got)
    await event.wait()
    print(got)
    event.clear()
    loop.add_signal_handler(signal.SIGUSR1, handler, 'replaced')
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGUSR1)
    await asyncio.wait_for(event.wait(), 5)
    print(got)
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    print(signal.getsignal(signal.SIGUSR1))
    for number in 0, 1000, 'x':
        try:
            loop.add_signal_handler(number, handler)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        loop.add_signal_handler(signal.SIGKILL, handler)
    except RuntimeError as error:
        print(error)
    try:
        loop.add_signal_handler(signal.SIGUSR1, main)
    except TypeError as error:
        print(error)
    for number in signal.SIGINT, signal.SIGTERM:
        event.clear()
        loop.add_signal_handler(number, handler, number.name)
        signal.raise_signal(number)
        await event.wait()
        loop.remove_signal_handler(number)
    print(got)

asyncio.run(main())
