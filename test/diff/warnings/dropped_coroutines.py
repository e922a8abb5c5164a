"""The place of "never awaited" is where the program lets the coroutine go."""
import asyncio
import io
import sys


async def job(*args):
    return 1


class Service:
    async def start(self):
        pass

    def go(self):
        self.start()


def assigned():
    c = job()
    c = 1
    c = job()
    del c


async def main():
    job()
    first = job()
    first = job(
        1,
        2,
    )
    Service(
    ).start(
    )
    await asyncio.sleep(0)
    del first


def report():
    for line in sys.stderr.getvalue().splitlines():
        print(line.replace(__file__, "FILE"))
    sys.stderr.seek(0)
    sys.stderr.truncate()


sys.stderr = io.StringIO()
job()
for _ in range(3):
    job()
(
    job
)(
)
Service().go()
assigned()
report()
asyncio.run(main())
report()
import warnings
warnings.simplefilter("always")
for _ in range(2):
    job()
assigned()
report()
