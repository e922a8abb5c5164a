# difftest: no-wasi (threads)
# Threads and event loops: other threads wake a loop, loops run in other threads.
import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(lambda: 5))

    def other():
        return asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, 'slept'), loop).result(5)

    print(await asyncio.to_thread(other))
    seen = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(seen.set))
    thread.start()
    await seen.wait()
    thread.join()
    print('woken')


asyncio.run(main())


async def nap(text):
    await asyncio.sleep(0.01)
    return text


def run_loop(results, text):
    results.append(asyncio.run(nap(text)))


results = []
threads = [threading.Thread(target=run_loop, args=(results, text)) for text in 'abc']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))
