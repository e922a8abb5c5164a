# warnings: filters, catch_warnings, records, registries, once and default, categories, formats, stacklevel-free use, errors.
import io
import sys
import warnings

sys.stderr = io.StringIO()


def shown():
    text = sys.stderr.getvalue()
    sys.stderr.seek(0)
    sys.stderr.truncate()
    return [line.split('.py:')[-1].split(': ', 1)[-1] for line in text.splitlines() if not line.startswith('  ')]


def warn(message='text', category=UserWarning):
    warnings.warn(message, category)


for action in ('default', 'always', 'ignore', 'module', 'once'):
    with warnings.catch_warnings():
        warnings.resetwarnings()
        warnings.simplefilter(action)
        for _ in range(2):
            warn('a')
            warn('b')
        print(action, shown())
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for category in (UserWarning, DeprecationWarning, RuntimeWarning, ResourceWarning):
        try:
            warn('raised', category)
        except Warning as error:
            print(type(error).__name__, error)
with warnings.catch_warnings(record=True) as records:
    warnings.simplefilter('always')
    warn('first')
    warnings.warn(DeprecationWarning('instance'))
    warnings.warn('third', FutureWarning, source=records)
    warnings.warn_explicit('explicit', SyntaxWarning, 'file.py', 77, module='mod', registry={})
    print([(str(r.message), r.category.__name__, type(r.message).__name__) for r in records], records[3].filename, records[3].lineno, records[0].line, records[2].source is records, str(records[3]))
print(shown())
with warnings.catch_warnings():
    warnings.resetwarnings()
    warnings.filterwarnings('ignore', message='ski[p]')
    warnings.filterwarnings('error', category=RuntimeWarning, append=True)
    warnings.filterwarnings('always', module='__main__', append=True)
    warn('skipped')
    warn('SKIP upper')
    warn('kept')
    try:
        warn('runtime', RuntimeWarning)
    except RuntimeWarning as error:
        print('error', error)
    print(shown(), [(f[0], f[2].__name__, f[4]) for f in warnings.filters])
for call in (lambda: warnings.warn('x', int), lambda: warnings.warn('x', 5), lambda: warnings.simplefilter('nope'), lambda: warnings.filterwarnings('error', lineno=-1), lambda: warnings.filterwarnings('error', message=5), lambda: warnings.filterwarnings('error', category=int), lambda: warnings.simplefilter('error', lineno='x'), lambda: warnings.warn('x', stacklevel='y'), lambda: warnings.catch_warnings(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(repr(warnings.formatwarning('msg', UserWarning, 'f.py', 3, 'code line')), repr(warnings.formatwarning(UserWarning('m'), UserWarning, 'no-such.py', 9)))
manager = warnings.catch_warnings(record=True)
print(manager)
with manager as log:
    manager_text = repr(manager)
    try:
        with manager:
            pass
    except RuntimeError as error:
        print(error)
print(manager_text)
try:
    warnings.catch_warnings().__exit__()
except RuntimeError as error:
    print(error)
with warnings.catch_warnings(action='ignore') if sys.version_info >= (3, 12) else warnings.catch_warnings():
    pass


class Mine(UserWarning):
    def __str__(self):
        return 'my text'


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always', Mine)
    warn(Mine('x'))
    warn('plain message', Mine)
    print([str(r.message) for r in log], log[0].category.__name__)
seen = []
original = warnings.showwarning
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: seen.append((str(message), category.__name__))
warnings.simplefilter('always')
warn('custom')
warnings.showwarning = original
print(seen, shown(), issubclass(PendingDeprecationWarning, Warning), issubclass(EncodingWarning, Warning), warnings.WarningMessage('m', UserWarning, 'f', 1).line)


def heard(text, module, pattern, place):
    """Is a warning ignored whose message and module fit these patterns?"""
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter('always')
        warnings.filterwarnings('ignore', message=pattern, module=place)
        warnings.warn_explicit(text, UserWarning, 'file.py', 3, module)
    return len(log)


import re
for pattern in '', 'some text', 'SOME', 'text', '.*TEXT', r'some\ text', 'some.text$', 'Some_':
    for place in '', 'module', 'MODULE', 'Mod.*', r'module\Z', 'mod', r'package\.module':
        print(repr(pattern), repr(place), heard('some text', 'module', pattern, place), heard('Some text', 'Module', pattern, place),
              heard('some_text', 'package.module', pattern, place))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.filters.insert(0, ('ignore', re.compile('so'), UserWarning, re.compile('mod'), 0))
    warnings.warn_explicit('so', UserWarning, 'file.py', 4, 'module')
    warnings.warn_explicit('So', UserWarning, 'file.py', 4, 'module')
    warnings.warn_explicit('so', UserWarning, 'file.py', 4, 'Module')
    print(len(log))
