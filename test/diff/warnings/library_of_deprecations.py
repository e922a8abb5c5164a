# A library that warns of its own deprecations: decorators, categories, filters by message and module, recorded, turned into errors, once each.
import functools
import io
import sys
import warnings


class ApiWarning(DeprecationWarning):
    pass


def deprecated(replacement, category=ApiWarning):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **named):
            warnings.warn(f'{function.__name__}() is deprecated, use {replacement}()', category)
            return function(*args, **named)
        return wrapper
    return decorate


@deprecated('new')
def old(x):
    return x + 1


@deprecated('other', FutureWarning)
def older(x):
    return x + 2


def recorded(function, *filters):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        for filter in filters or [('always',)]:
            warnings.filterwarnings(*filter)
        result = function()
    return result, [(warning.category.__name__, str(warning.message)) for warning in caught]


print(recorded(lambda: [old(1), old(2), older(3)]))
print(recorded(lambda: [old(n) for n in range(3)], ('once',)))
print(recorded(lambda: [old(n) for n in range(3)], ('default',)))
print(recorded(lambda: [old(1), older(1)], ('always',), ('ignore', 'old\\(')))
print(recorded(lambda: [old(1), older(1)], ('always',), ('ignore', '', FutureWarning)))
print(recorded(lambda: [old(1), older(1)], ('ignore',), ('always', '.*OTHER')))
print(recorded(lambda: [old(1), older(1)], ('always',), ('ignore', '', Warning, 'nowhere')))
for filters in ([('error', '', ApiWarning)], [('error',), ('ignore', '', ApiWarning)], [('error', 'nothing like it')]):
    with warnings.catch_warnings():
        warnings.resetwarnings()
        for filter in filters:
            warnings.filterwarnings(*filter)
        with warnings.catch_warnings(record=True) as caught:
            for function in (old, older):
                try:
                    print(function(5), end=' ')
                except Warning as warning:
                    print(type(warning).__name__, warning, end=' ')
        print(len(caught))


class Collector:
    def __init__(self):
        self.seen = []

    def __enter__(self):
        self.manager = warnings.catch_warnings()
        self.manager.__enter__()
        warnings.simplefilter('always')
        warnings.showwarning = self.show
        return self

    def show(self, message, category, filename, lineno, file=None, line=None):
        self.seen.append((category.__name__, str(message), type(lineno).__name__, file, line))

    def __exit__(self, *exc):
        return self.manager.__exit__(*exc)


before = warnings.showwarning
with Collector() as collector:
    old(1)
    warnings.warn('plain')
    warnings.warn(ApiWarning('an instance'))
    warnings.warn(UserWarning('two', 'arguments'), FutureWarning)
print(collector.seen, warnings.showwarning is before)
err = io.StringIO()
plain = warnings.formatwarning
real, sys.stderr = sys.stderr, err
try:
    with warnings.catch_warnings():
        warnings.simplefilter('always')
        warnings.formatwarning = lambda message, category, filename, lineno, line=None: f'<{category.__name__}: {message}>\n'
        old(1)
        warnings.warn_explicit('explicit', RuntimeWarning, 'file.py', 12, module='m')
finally:
    sys.stderr = real
    warnings.formatwarning = plain
print(err.getvalue())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('default')
    registry = {}
    for line in (1, 1, 2):
        warnings.warn_explicit('same', UserWarning, 'f.py', line, 'mod', registry)
    warnings.warn_explicit(UserWarning('object'), None, 'f.py', 3, source=registry)
print([(str(w.message), w.lineno, w.filename, w.category.__name__, w.source is registry) for w in caught], len(registry))
with warnings.catch_warnings():
    warnings.simplefilter('error', ResourceWarning)
    print(warnings.filters[0][:3], len(warnings.filters) > 1)
for call in (lambda: warnings.warn('x', int), lambda: warnings.warn('x', 'y'), lambda: warnings.filterwarnings('nope'), lambda: warnings.filterwarnings('error', 5), lambda: warnings.filterwarnings('error', '', int), lambda: warnings.filterwarnings('error', '', Warning, '', -1), lambda: warnings.simplefilter('bad'), lambda: warnings.simplefilter('error', lineno='x'), lambda: warnings.warn_explicit('a', UserWarning, 'f', 'line'), lambda: warnings.warn('a', UserWarning, 'two')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
