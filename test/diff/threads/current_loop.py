"""Each thread has a current loop of its own, which the policy keeps for it."""
# difftest: no-wasi (threads)

import asyncio
import threading


def check():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print(asyncio.get_event_loop() is loop)
    print(loop.run_until_complete(asyncio.sleep(0, 5)))
    asyncio.set_event_loop(None)
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)
    loop.close()

for kw in ({}, {"name": "named"}):
    t = threading.Thread(target=check, **kw)
    t.start()
    t.join()
mine = asyncio.new_event_loop()
asyncio.set_event_loop(mine)
other = threading.Thread(target=check, name="other")
other.start()
other.join()
print(asyncio.get_event_loop() is mine)
asyncio.set_event_loop(None)
mine.close()
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
