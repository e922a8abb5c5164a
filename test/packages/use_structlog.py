"""Structured logging with structlog: processors, context variables, the standard library's loggers and testing."""
import asyncio
import io
import logging
import sys

import structlog
from structlog.contextvars import bind_contextvars, bound_contextvars, clear_contextvars, merge_contextvars
from structlog.testing import capture_logs

structlog.configure(
    processors=[merge_contextvars, structlog.processors.add_log_level, structlog.processors.StackInfoRenderer(),
                structlog.dev.set_exc_info, structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(sort_keys=True)],
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    logger_factory=structlog.PrintLoggerFactory(sys.stdout))
log = structlog.get_logger()
log.info("started", port=80, tags=["a", "b"])
log.debug("hidden")
bound = log.bind(user="ann")
bound.warning("slow %s", "request", seconds=1.5)
bound.unbind("user").error("gone")
try:
    1 / 0
except ZeroDivisionError:
    log.error("failed", error=repr(sys.exc_info()[1]))
with bound_contextvars(request=7):
    log.info("inside")
log.info("outside")


async def handler(number):
    clear_contextvars()
    bind_contextvars(task=number)
    await asyncio.sleep(0)
    await log.ainfo("handled", by=number)


async def main():
    await asyncio.gather(handler(1), handler(2))


asyncio.run(main())
with capture_logs() as entries:
    log.info("captured", x=1)
    log.bind(y=2).critical("worse")
print(entries)
out = io.StringIO()
structlog.configure(processors=[structlog.stdlib.filter_by_level, structlog.stdlib.add_logger_name, structlog.stdlib.add_log_level,
                                structlog.stdlib.PositionalArgumentsFormatter(), structlog.processors.UnicodeDecoder(),
                                structlog.processors.KeyValueRenderer(key_order=["event", "level"])],
                    logger_factory=structlog.stdlib.LoggerFactory(), wrapper_class=structlog.stdlib.BoundLogger,
                    cache_logger_on_first_use=False)
logging.basicConfig(format="%(name)s|%(message)s", stream=out, level=logging.INFO)
std = structlog.get_logger("app.db")
std.info("query %d", 5, table="users")
std.debug("nothing")
print(out.getvalue(), end="")
render = structlog.dev.ConsoleRenderer(colors=False)
print(render(None, "info", {"event": "hello", "level": "info", "timestamp": "12:00", "b": 2, "a": "x y"}))
print(structlog.processors.LogfmtRenderer()(None, "", {"event": "a b", "ok": True, "n": 5}))
print(structlog.is_configured(), structlog.stdlib.get_logger("x").new(a=1)._context)
