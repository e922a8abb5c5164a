# difftest: no-wasi (WASI has no signals)
"""An interrupt nobody handles ends the process by SIGINT, after the traceback and what is to be cleaned up."""
import asyncio
import atexit
import os
import signal

atexit.register(print, "at exit")


async def work():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("cleaned up")


try:
    asyncio.run(work())
finally:
    print("the end")
