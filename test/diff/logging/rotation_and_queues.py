"""Rotated log files by size and by a namer, memory and queue handlers, filters that change records, adapters, dictConfig, errors."""
# difftest: no-wasi (handlers import the sockets)
import glob
import io
import logging
import logging.config
import logging.handlers
import os
import queue
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error, '|', error.__cause__)


log = logging.getLogger('rotating')
log.propagate = False
log.setLevel(logging.DEBUG)
handler = logging.handlers.RotatingFileHandler('app.log', maxBytes=60, backupCount=2, delay=True)
handler.setFormatter(logging.Formatter('%(levelname)-8s %(message)s'))
log.addHandler(handler)
for number in range(8):
    log.info('message number %d', number)
handler.close()
for name in sorted(glob.glob('app.log*')):
    print(name, open(name).read().splitlines())
log.removeHandler(handler)
named = logging.handlers.RotatingFileHandler('named.log', maxBytes=20, backupCount=3)
named.namer = lambda name: name.replace('named.log', 'old') + '.txt'
named.rotator = lambda source, target: (print('rotating', os.path.basename(source), 'to', os.path.basename(target)), os.replace(source, target))
log.addHandler(named)
for number in range(3):
    log.warning('a longer text %d', number)
named.doRollover()
named.close()
print(sorted(glob.glob('old*')), repr(named)[:60].replace(os.getcwd(), ''))
log.removeHandler(named)

out = io.StringIO()
stream = logging.StreamHandler(out)
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=stream)
log.addHandler(memory)
for level in (10, 20):
    log.log(level, 'level %s', level)
print(repr(out.getvalue()), len(memory.buffer))
log.error('now')
print(out.getvalue().splitlines(), len(memory.buffer), memory.setTarget(None), log.info('kept'), memory.close())
log.removeHandler(memory)

records = queue.SimpleQueue()
sender = logging.handlers.QueueHandler(records)
listener = logging.handlers.QueueListener(records, stream, respect_handler_level=True)
log.addHandler(sender)
out.truncate(0)
out.seek(0)
listener.start()
log.info('by the queue %s', [1, 2])
try:
    1 / 0
except ZeroDivisionError:
    log.exception('failed')
listener.stop()
print(out.getvalue().splitlines()[0], out.getvalue().splitlines()[-1], records.qsize())
log.removeHandler(sender)


class Hide(logging.Filter):
    """Secrets do not reach the file; every record gets a number."""
    count = 0

    def filter(self, record):
        Hide.count += 1
        record.number = Hide.count
        if isinstance(record.args, dict):
            record.args = {key: '***' if key == 'password' else value for key, value in record.args.items()}
        return 'secret' not in record.getMessage()


out.truncate(0)
out.seek(0)
stream.addFilter(Hide())
stream.setFormatter(logging.Formatter('{number:>3} {levelname[0]} {message}', style='{'))
log.addHandler(stream)
log.info('user %(user)s with %(password)s', {'user': 'ann', 'password': 'x'})
log.info('a secret')
log.info('plain %d%%', 5)
log.info('wrong %d', 1, extra={'number': 1})
logging.LoggerAdapter(log, {'session': 7}).info('adapted', extra={'more': 1})
print(out.getvalue())
attempt('extra', log.info, 'x', extra={'message': 1})
attempt('extra', log.info, 'x', extra={'name': 1})
attempt('level', log.setLevel, 'LOUD')
attempt('level', log.setLevel, 2.5)
attempt('log', log.log, 'INFO', 'x')
attempt('handler', logging.getLogger, 5)
attempt('style', logging.Formatter, '%(x)s', style='?')
attempt('format', logging.Formatter, 'nothing to see')
attempt('format', logging.Formatter, '{bad', style='{')
attempt('format', logging.Formatter, '$message ${', style='$')
attempt('defaults', lambda: logging.Formatter('%(a)s %(message)s', defaults={'a': 1}).format(logging.makeLogRecord({'msg': 'm'})))
attempt('names', lambda: (logging.getLevelName('INFO'), logging.getLevelName(7), logging.addLevelName(7, 'SEVEN'), logging.getLevelName(7), sorted(logging.getLevelNamesMapping())))
attempt('rotating mode', lambda: logging.handlers.RotatingFileHandler('m.log', 'w', 10).mode)
attempt('timed', logging.handlers.TimedRotatingFileHandler, 't.log', when='Q')
attempt('timed', lambda: (lambda h: (h.when, h.interval, h.suffix, h.close()))(logging.handlers.TimedRotatingFileHandler('t.log', 'midnight', 3, delay=True)))
config = {'version': 1, 'disable_existing_loggers': False, 'formatters': {'short': {'format': '%(name)s:%(message)s'}}, 'handlers': {'out': {'class': 'logging.StreamHandler', 'formatter': 'short', 'stream': 'ext://sys.stdout', 'level': 'INFO'}},
          'loggers': {'conf': {'handlers': ['out'], 'level': 'DEBUG', 'propagate': False}}}
logging.config.dictConfig(config)
logging.getLogger('conf').info('configured')
logging.getLogger('conf').debug('too low')
attempt('version', logging.config.dictConfig, {})
attempt('version', logging.config.dictConfig, {'version': 2})
attempt('class', logging.config.dictConfig, {'version': 1, 'handlers': {'h': {'class': 'no.such.Thing'}}})
attempt('handler', logging.config.dictConfig, {'version': 1, 'loggers': {'a': {'handlers': ['none']}}})
attempt('level', logging.config.dictConfig, {'version': 1, 'root': {'level': 'LOUD'}})
logging.shutdown()
