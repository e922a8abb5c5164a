# difftest: no-wasi (its handlers import the sockets)
"""logging: loggers, handlers, formatters, filters, configuration, use with asyncio."""
import asyncio
import io
import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import tempfile

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
root = logging.getLogger()
root.addHandler(handler)
root.setLevel(logging.DEBUG)
log = logging.getLogger("app.part")
print(log.name, log.parent.name, log.getEffectiveLevel(), log.isEnabledFor(10), log.hasHandlers(), repr(log), repr(root), repr(handler).split(" (")[1])
log.debug("debug %s", 1)
log.info("info %(a)d", {"a": 5})
log.warning("warning")
log.error("error %r", "x")
log.critical("critical")
log.log(15, "custom level")
logging.addLevelName(15, "NOTE")
log.log(15, "named level")
print(logging.getLevelName(15), logging.getLevelName("NOTE"), logging.getLevelName(99), logging.getLevelNamesMapping()["NOTE"])
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
    log.error("with", exc_info=True)
    log.warning("no trace", exc_info=False)
log.error("given", exc_info=ValueError("v"))
log.info("too %s %s", "few") if False else None
print(stream.getvalue().replace(os.path.dirname(os.path.abspath(__file__)), "DIR"))
stream.truncate(0)
stream.seek(0)

child = log.getChild("x.y")
print(child.name, child.parent is log)
child.setLevel("ERROR")
child.warning("hidden")
child.error("shown")
child.propagate = False
child.error("not propagated") if child.handlers else None
child.propagate = True
child.disabled = True
child.critical("disabled")
child.disabled = False
logging.disable(logging.ERROR)
child.error("switched off")
logging.disable(logging.NOTSET)


class Only(logging.Filter):
    def filter(self, record):
        record.extra_field = "E"
        return "keep" in record.getMessage()


handler.addFilter(Only())
log.info("keep this")
log.info("drop this")
handler.filters.clear()
name_filter = logging.Filter("app")
handler.addFilter(name_filter)
logging.getLogger("application").info("not in app")
logging.getLogger("app.z").info("in app")
handler.removeFilter(name_filter)
log.addFilter(lambda record: record.levelno > 10)
log.debug("filtered by function")
log.info("passes")
log.filters.clear()
print(stream.getvalue())
stream.truncate(0)
stream.seek(0)

for style, format in (("%", "%(levelname)-8s|%(message)s"), ("{", "{levelname:>8}|{message}"), ("$", "$levelname|${message}")):
    handler.setFormatter(logging.Formatter(format, style=style))
    log.info("style %s", style)
handler.setFormatter(logging.Formatter("{name} {x}", style="{", defaults={"x": "default"}))
log.info("d")
log.info("d", extra={"x": "given"})
for args in (("%(bad", None, "%"), ("no fields", None, "{"), ("{a", None, "{"), ("x", None, "?")):
    try:
        logging.Formatter(*args)
        print("fine", args)
    except ValueError as error:
        print(error)
try:
    log.info("x", extra={"message": 1})
except KeyError as error:
    print(error)
adapter = logging.LoggerAdapter(log, {"x": "adapted"})
adapter.info("by adapter")
adapter.setLevel(30)
print(adapter.name, adapter.isEnabledFor(20), log.level)
log.setLevel(0)
print(stream.getvalue())
stream.truncate(0)
stream.seek(0)

record = logging.LogRecord("n", 20, "/path/file.py", 7, "msg %s", ("a",), None, "func")
record.created, record.msecs = 86400.25, 250
formatter = logging.Formatter("%(asctime)s %(filename)s %(module)s %(lineno)d %(funcName)s %(pathname)s %(msecs)d %(message)s")
formatter.converter = __import__("time").gmtime
print(formatter.format(record))
print(formatter.formatTime(record, "%H:%M"))
print(repr(record), logging.makeLogRecord({"msg": "made", "levelno": 5}).getMessage())
print(logging.BufferingFormatter(formatter).format([record, record]).count("msg a"))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "x.log")
    file_handler = logging.FileHandler(path, mode="w", encoding="utf-8", delay=True)
    log.addHandler(file_handler)
    print(os.path.exists(path))
    log.info("to file ä")
    log.removeHandler(file_handler)
    file_handler.close()
    print(open(path, encoding="utf-8").read())
    rotating = logging.handlers.RotatingFileHandler(path, maxBytes=60, backupCount=2)
    log.addHandler(rotating)
    for i in range(8):
        log.info("line number %d", i)
    log.removeHandler(rotating)
    rotating.close()
    for name in sorted(os.listdir(folder)):
        print(name, open(os.path.join(folder, name)).read())
    timed = logging.handlers.TimedRotatingFileHandler(os.path.join(folder, "timed.log"), when="midnight", backupCount=1)
    log.addHandler(timed)
    log.info("timed")
    log.removeHandler(timed)
    timed.close()
    memory = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=handler)
    log.addHandler(memory)
    log.propagate = False
    log.info("kept")
    print("kept" in stream.getvalue())
    log.error("flushes")
    print("kept" in stream.getvalue())
    log.removeHandler(memory)
    memory.close()
    log.propagate = True
    watched = logging.handlers.WatchedFileHandler(path)
    watched.close()

messages = queue.Queue()
queue_handler = logging.handlers.QueueHandler(messages)
log.addHandler(queue_handler)
log.info("queued %d", 3)
print(messages.get().getMessage())
log.removeHandler(queue_handler)

stream.truncate(0)
stream.seek(0)
logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"short": {"format": "[%(levelname).1s] %(name)s: %(message)s"}, "own": {"()": "logging.Formatter", "fmt": "own %(message)s"}},
    "filters": {"app": {"name": "configured"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout", "level": "INFO", "filters": ["app"]},
        "null": {"class": "logging.NullHandler"},
    },
    "loggers": {"configured": {"handlers": ["out"], "level": "DEBUG", "propagate": False}},
    "root": {"handlers": ["null"], "level": "WARNING"},
})
configured = logging.getLogger("configured.sub")
configured.info("through dictConfig")
configured.debug("below the handler's level")
try:
    logging.config.dictConfig({"version": 1, "handlers": {"h": {"class": "no.such.Class"}}, "root": {"handlers": ["h"]}})
except ValueError as error:
    print(error, "|", error.__cause__)

for h in root.handlers[:]:
    root.removeHandler(h)
logging.basicConfig(format="%(name)s - %(message)s", level=logging.INFO, stream=sys.stdout, force=True)
logging.info("basic")
logging.getLogger("asyncio").setLevel(logging.WARNING)


async def worker(number):
    await asyncio.sleep(0.001 * number)
    logging.getLogger(f"worker.{number}").info("done in %s", asyncio.current_task().get_name())


async def main():
    await asyncio.gather(*(asyncio.create_task(worker(i), name=f"T{i}") for i in range(3)))
    asyncio.get_running_loop().call_exception_handler({"message": "context message"})


asyncio.run(main())
logging.getLogger("nobody").addHandler(logging.NullHandler())
old = logging.getLogRecordFactory()
logging.setLogRecordFactory(lambda *a, **k: old(*a, **k))


class MyLogger(logging.Logger):
    def shout(self, text):
        self.info(text.upper())


logging.setLoggerClass(MyLogger)
logging.getLogger("mine").shout("loud")
print(logging.getLoggerClass().__name__, logging.lastResort is not None)
logging.captureWarnings(True)
logging.captureWarnings(False)
logging.raiseExceptions = False
logging.info("bad %d", "text")
logging.shutdown()
