# logging: levels, hierarchy, handlers, filters, formatters of each style, adapters, exceptions, records, LoggerAdapter, capture.
import io
import logging
import logging.handlers
import sys

out = io.StringIO()
root = logging.getLogger()
print(root, root.level, root.name, logging.getLogger('a.b') is logging.getLogger('a').getChild('b'), logging.getLogger('a.b').parent, logging.getLevelName(25), logging.getLevelName('INFO'), logging.getLevelName('nope'), logging.addLevelName(25, 'NOTE'), logging.getLevelName(25), logging.getLevelNamesMapping()['NOTE'])
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter('%(levelname)s|%(name)s|%(message)s|%(funcName)s|%(module)s|%(levelno)d|%(args)s'))
log = logging.getLogger('app.part')
log.addHandler(handler)
log.propagate = False
log.setLevel('DEBUG')


def work():
    log.debug('debug %s %d', 'x', 5)
    log.info('map %(k)s', {'k': 'v'})
    log.log(25, 'note')
    log.warning('plain %')
    log.critical('extra', extra={'user': 'u'})
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('failed %s', 'here')
        log.error('with info', exc_info=True)
    log.info('many %s', ('a', 'b'))
    log.info({'not': 'text'})


work()
text = out.getvalue()
print('\n'.join(line for line in text.splitlines() if not line.startswith(('  File', '    '))))
for style, fmt in (('%', '%(name)s-%(message)s'), ('{', '{name:>10}-{message}-{levelname!r}'), ('$', '$name-${message}-$$')):
    record = logging.LogRecord('n', logging.INFO, '/p/file.py', 7, 'msg %s', ('arg',), None, 'func')
    print(logging.Formatter(fmt, style=style, defaults={'d': 1}).format(record))
record.created = 0.5
record.msecs = 500.0
f = logging.Formatter('%(asctime)s %(message)s', '%Y')
f.converter = __import__('time').gmtime
print(f.format(record), f.usesTime(), f.formatTime(record), repr(record), record.getMessage(), record.filename, record.module, record.pathname)
f.datefmt = None
print(f.format(record), f.default_time_format, f.default_msec_format)
for bad in (lambda: logging.Formatter('%(x', validate=True), lambda: logging.Formatter('{', style='{'), lambda: logging.Formatter('no fields', style='$'), lambda: logging.Formatter('x', style='?'), lambda: log.setLevel('NOPE'), lambda: log.setLevel(1.5), lambda: log.log('x', 'm'), lambda: logging.getLogger(5), lambda: log.info('x', extra={'message': 1}), lambda: logging.basicConfig(nope=1), lambda: logging.basicConfig(stream=out, filename='x'),
            lambda: logging.Handler().emit(record), lambda: logging.Formatter('{x!z}', style='{'), lambda: log.addFilter(5) if False else logging.setLoggerClass(int)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Only:
    def __init__(self, word):
        self.word = word

    def filter(self, record):
        record.added = 'A'
        return self.word in record.getMessage()


lines = []


class Keep(logging.Handler):
    def emit(self, record):
        lines.append((record.name, record.levelname, self.format(record), getattr(record, 'added', None)))


keep = Keep(logging.INFO)
keep.addFilter(Only('yes'))
keep.addFilter(lambda record: 'never' not in record.msg)
parent = logging.getLogger('app')
parent.addHandler(keep)
parent.setLevel(logging.DEBUG)
child = logging.getLogger('app.child')
child.debug('yes debug')
child.info('yes info')
child.info('no')
child.error('yes never')
print(lines, child.getEffectiveLevel(), child.isEnabledFor(logging.DEBUG), child.hasHandlers(), parent.filters, keep.filters[0].word, logging.Filter('app').filter(record), logging.Filter('n').filter(record))
adapter = logging.LoggerAdapter(child, {'user': 'bob'})
adapter.info('yes adapted')
print(lines[-1], adapter.process('m', {'extra': 1}), adapter.name, adapter.isEnabledFor(10), repr(adapter))
logging.disable(logging.INFO)
child.info('yes disabled')
child.warning('yes warning')
logging.disable(logging.NOTSET)
print(lines[-1], len(lines))
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=keep)
buffered = logging.getLogger('buffered')
buffered.addHandler(memory)
buffered.propagate = False
buffered.setLevel(1)
buffered.info('yes 1')
print(len(lines), len(memory.buffer))
buffered.error('yes 2')
print(len(lines), len(memory.buffer))
logging.raiseExceptions = False
log.info('bad %d', 'x')
logging.basicConfig(stream=sys.stdout, format='%(levelname)s:%(message)s', level=logging.WARNING, force=True)
logging.info('hidden')
logging.warning('shown %s', 1)
null = logging.NullHandler()
print(null, handler, keep, logging.lastResort, log.handlers[0] is handler, log.removeHandler(handler), log.handlers, sorted(n for n in logging.root.manager.loggerDict if n.startswith('app')))
logging.getLogger('late').error('through root')
logging.captureWarnings(True)
logging.getLogger('py.warnings').warning('captured')
logging.captureWarnings(False)
logging.shutdown()
