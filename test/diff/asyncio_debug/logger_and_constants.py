# asyncio's own logger and its numbers, as attributes of the package, imported from it and as modules.
import asyncio
import logging
import sys

from asyncio import constants, log


class Lines(logging.Handler):
    def emit(self, record):
        print(record.name, record.levelname, record.getMessage().splitlines()[0], record.exc_info[0].__name__)


async def fail_in_callback():
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)


print(log.logger is logging.getLogger('asyncio'), asyncio.log.logger is log.logger, log is sys.modules['asyncio.log'])
print(constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES, asyncio.constants.DEBUG_STACK_DEPTH, asyncio.constants.SSL_HANDSHAKE_TIMEOUT)
log.logger.propagate = False
handler = Lines()
asyncio.log.logger.addHandler(handler)
asyncio.run(fail_in_callback())
asyncio.log.logger.setLevel(logging.CRITICAL)
asyncio.run(fail_in_callback())
print(logging.getLogger('asyncio').handlers == [handler], hasattr(asyncio, 'logger'))
