"""What packages' own tests use of pytest, as plain Python: the same under CPython and in a compiled program.

The real pytest finds tests by importing files by their names and rewrites their assertions; neither can be
done in a program that is compiled ahead of time. Here the main program imports the modules of tests itself
and calls run(modules), which prints a line for each test: its name, then "passed", "skipped", or "failed"
with the exception. Tests of unittest are run by unittest.
"""
import asyncio
import contextlib
import fnmatch
import inspect
import io
import math
import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest
import warnings

__version__ = '7.0.0'


class _Outcome(BaseException):
    def __init__(self, reason=''):
        super().__init__(reason)
        self.reason = reason


class Skipped(_Outcome):
    pass


class Failed(_Outcome):
    pass


class XFailed(_Outcome):
    pass


class PytestWarning(UserWarning):
    pass


def skip(reason='', *, allow_module_level=False, msg=None):
    raise Skipped(reason or msg)


def fail(reason='', pytrace=True, msg=None):
    raise Failed(reason or msg)


def xfail(reason=''):
    raise XFailed(reason)


skip.Exception = Skipped
fail.Exception = Failed


def importorskip(name, minversion=None, reason=None):
    try:
        return __import__(name)
    except ImportError as error:
        raise Skipped(reason or 'could not import %r' % name) from error


class ExceptionInfo:
    """What `with raises(...) as info` gives."""

    def __init__(self):
        self.value = None

    @property
    def type(self):
        return type(self.value)

    @property
    def tb(self):
        return self.value.__traceback__

    def match(self, pattern):
        text = str(self.value)
        if not re.search(pattern, text):
            raise AssertionError('Regex pattern did not match.\n Regex: %r\n Input: %r' % (pattern, text))
        return True

    def exconly(self, tryshort=False):
        return '%s: %s' % (self.type.__name__, self.value)


class _Raises:
    def __init__(self, expected, match):
        self.expected = expected
        self.pattern = match
        self.info = ExceptionInfo()

    def __enter__(self):
        return self.info

    def __exit__(self, kind, value, traceback):
        if kind is None:
            raise Failed('DID NOT RAISE %r' % (self.expected,))
        if not issubclass(kind, self.expected):
            return False
        self.info.value = value
        if self.pattern is not None:
            self.info.match(self.pattern)
        return True


def raises(expected, *args, match=None, **kwargs):
    context = _Raises(expected, match)
    if not args:
        return context
    with context as info:
        args[0](*args[1:], **kwargs)
    return info


class _Warns(warnings.catch_warnings):
    def __init__(self, expected=Warning, match=None):
        super().__init__(record=True)
        self.expected = expected
        self.pattern = match
        self.list = []

    def __enter__(self):
        self.list = super().__enter__()
        warnings.simplefilter('always')
        return self

    def __len__(self):
        return len(self.list)

    def __getitem__(self, index):
        return self.list[index]

    def __iter__(self):
        return iter(self.list)

    def pop(self, kind=Warning):
        for index, warning in enumerate(self.list):
            if issubclass(warning.category, kind):
                return self.list.pop(index)
        raise AssertionError('%r not found in warning list' % kind)

    def clear(self):
        self.list[:] = []

    def __exit__(self, kind, value, traceback):
        super().__exit__(kind, value, traceback)
        if kind is not None or self.expected is None:
            return
        found = [w for w in self.list if issubclass(w.category, self.expected)]
        if not found:
            raise Failed('DID NOT WARN. No warnings of type %r were emitted.' % (self.expected,))
        if self.pattern and not any(re.search(self.pattern, str(w.message)) for w in found):
            raise Failed('DID NOT WARN. No warning matches %r.' % self.pattern)


def warns(expected=Warning, *args, match=None, **kwargs):
    context = _Warns(expected, match)
    if not args:
        return context
    with context:
        return args[0](*args[1:], **kwargs)


def deprecated_call(*args, match=None, **kwargs):
    return warns((DeprecationWarning, PendingDeprecationWarning), *args, match=match, **kwargs)


class approx:
    """A number, or a sequence or mapping of numbers, that compares with a tolerance."""

    def __init__(self, expected, rel=None, abs=None, nan_ok=False):
        self.expected = expected
        self.rel = 1e-6 if rel is None else rel
        self.abs = 1e-12 if abs is None else abs
        self.exact = rel is None and abs is not None
        self.nan_ok = nan_ok

    def near(self, expected, actual):
        if not isinstance(expected, (int, float, complex)):
            return expected == actual
        if expected == actual:
            return True
        if isinstance(expected, float) and math.isnan(expected):
            return self.nan_ok and math.isnan(actual)
        if isinstance(expected, float) and math.isinf(expected):
            return False
        tolerance = self.abs if self.exact else max(self.rel * abs(expected), self.abs)
        return abs(expected - actual) <= tolerance

    def __eq__(self, actual):
        if isinstance(self.expected, dict):
            return (self.expected.keys() == actual.keys()
                    and all(self.near(self.expected[key], actual[key]) for key in actual))
        if isinstance(self.expected, (list, tuple)):
            return (len(self.expected) == len(actual)
                    and all(self.near(e, a) for e, a in zip(self.expected, actual)))
        return self.near(self.expected, actual)

    __hash__ = None

    def __repr__(self):
        return 'approx(%r)' % (self.expected,)


class Mark:
    def __init__(self, name, args, kwargs):
        self.name = name
        self.args = args
        self.kwargs = kwargs


class _MarkDecorator:
    """pytest.mark.NAME: applied to a function or class, or called with arguments first."""

    def __init__(self, name, args=(), kwargs={}):
        self.mark = Mark(name, args, kwargs)
        self.name = name

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs and not self.mark.args and not self.mark.kwargs:
            target = args[0]
            if inspect.isclass(target) or inspect.isfunction(target) or isinstance(target, _Fixture):
                target.pytestmark = [*_own_marks(target), self.mark]
                return target
        return _MarkDecorator(self.name, self.mark.args + args, {**self.mark.kwargs, **kwargs})


def _own_marks(target):
    """The marks of a function, or those written at a class and its bases."""
    if inspect.isclass(target):
        found = []
        for base in reversed(target.__mro__):
            marks = base.__dict__.get('pytestmark', [])
            found += [m for m in _mark_list(marks) if m not in found]
        return found
    return _mark_list(getattr(target, 'pytestmark', []))


def _mark_list(marks):
    if not isinstance(marks, (list, tuple)):
        marks = [marks]
    return [m.mark if isinstance(m, _MarkDecorator) else m for m in marks]


class _MarkGenerator:
    def __getattr__(self, name):
        return _MarkDecorator(name)


mark = _MarkGenerator()


class _Param:
    def __init__(self, values, marks, id):
        self.values = values
        self.marks = _mark_list(marks)
        self.id = id


def param(*values, marks=(), id=None):
    return _Param(values, marks, id)


class _Fixture:
    def __init__(self, function, scope, params, autouse, name, ids):
        self.function = function
        self.scope = scope
        self.params = params
        self.autouse = autouse
        self.name = name or function.__name__
        self.ids = ids
        self.__name__ = self.name

    def __get__(self, instance, owner):
        return self

    def __call__(self, *args, **kwargs):
        raise Failed('Fixture "%s" called directly.' % self.name)


def fixture(function=None, *, scope='function', params=None, autouse=False, ids=None, name=None):
    if function is not None:
        return _Fixture(function, scope, params, autouse, name, ids)
    return lambda function: _Fixture(function, scope, params, autouse, name, ids)


yield_fixture = fixture


def hookimpl(*args, **kwargs):
    return args[0] if args else lambda function: function


class UsageError(Exception):
    pass


_MISSING = object()


class MonkeyPatch:
    def __init__(self):
        self.undone = []

    @classmethod
    @contextlib.contextmanager
    def context(cls):
        patch = cls()
        try:
            yield patch
        finally:
            patch.undo()

    def setattr(self, target, name, value=_MISSING, raising=True):
        if value is _MISSING:
            target, name, value = self.resolve(target), target.rpartition('.')[2], name
        old = target.__dict__.get(name, _MISSING) if inspect.isclass(target) else getattr(target, name, _MISSING)
        if raising and old is _MISSING and not hasattr(target, name):
            raise AttributeError('%r has no attribute %r' % (target, name))
        self.undone.append(lambda: delattr(target, name) if old is _MISSING else setattr(target, name, old))
        setattr(target, name, value)

    def resolve(self, path):
        parts = path.split('.')[:-1]
        target = __import__(parts[0])
        for part in parts[1:]:
            target = getattr(target, part)
        return target

    def delattr(self, target, name=_MISSING, raising=True):
        if name is _MISSING:
            target, name = self.resolve(target), target.rpartition('.')[2]
        if not hasattr(target, name):
            if raising:
                raise AttributeError(name)
            return
        old = getattr(target, name)
        self.undone.append(lambda: setattr(target, name, old))
        delattr(target, name)

    def setitem(self, mapping, key, value):
        old = mapping.get(key, _MISSING)
        self.undone.append(lambda: mapping.pop(key, None) if old is _MISSING else mapping.__setitem__(key, old))
        mapping[key] = value

    def delitem(self, mapping, key, raising=True):
        if key not in mapping:
            if raising:
                raise KeyError(key)
            return
        old = mapping[key]
        self.undone.append(lambda: mapping.__setitem__(key, old))
        del mapping[key]

    def setenv(self, name, value, prepend=None):
        if prepend and name in os.environ:
            value += prepend + os.environ[name]
        self.setitem(os.environ, name, value)

    def delenv(self, name, raising=True):
        self.delitem(os.environ, name, raising)

    def syspath_prepend(self, path):
        self.setattr(sys, 'path', [str(path), *sys.path])

    def chdir(self, path):
        old = os.getcwd()
        self.undone.append(lambda: os.chdir(old))
        os.chdir(path)

    def undo(self):
        while self.undone:
            self.undone.pop()()


class _Captured(tuple):
    """What capsys.readouterr() gives: (out, err)."""

    out = property(lambda self: self[0])
    err = property(lambda self: self[1])


class _Capture:
    def __init__(self):
        self.saved = sys.stdout, sys.stderr
        self.begin()

    def begin(self):
        sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def readouterr(self):
        text = _Captured((sys.stdout.getvalue(), sys.stderr.getvalue()))
        self.begin()
        return text

    @contextlib.contextmanager
    def disabled(self):
        current = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self.saved
        try:
            yield
        finally:
            sys.stdout, sys.stderr = current

    def end(self):
        sys.stdout, sys.stderr = self.saved


CaptureFixture = _Capture


class _Node:
    def __init__(self, name, marks):
        self.name = name
        self.nodeid = name
        self.marks = marks
        self.keywords = {m.name: m for m in marks}

    def get_closest_marker(self, name):
        return self.keywords.get(name)

    def iter_markers(self, name=None):
        return [m for m in self.marks if name is None or m.name == name]


class FixtureRequest:
    def __init__(self, case, param=_MISSING):
        self.case = case
        self.node = _Node(case.name, case.marks)
        self.function = case.function
        self.cls = case.cls
        self.module = case.module
        self.instance = case.instance
        self.config = _Config()
        if param is not _MISSING:
            self.param = param

    def getfixturevalue(self, name):
        return self.case.value(name)

    def addfinalizer(self, function):
        self.case.exits.callback(function)


class _Config:
    def getoption(self, name, default=None):
        return default

    def getini(self, name):
        return ''


class _Built_in:
    """The fixtures that pytest itself has; each method is one."""

    def tmp_path(self, case):
        path = tempfile.mkdtemp()
        case.exits.callback(shutil.rmtree, path, True)
        return pathlib.Path(path)

    tmpdir = tmp_path

    def capsys(self, case):
        capture = _Capture()
        case.exits.callback(capture.end)
        return capture

    def monkeypatch(self, case):
        patch = MonkeyPatch()
        case.exits.callback(patch.undo)
        return patch

    def recwarn(self, case):
        return case.exits.enter_context(_Warns(None))

    def request(self, case):
        return FixtureRequest(case)


class _Case:
    """One call of a test: the function, its object, the values that parametrize chose."""

    shared = {}

    def __init__(self, module, cls, function, name, marks, fixtures, chosen, indirect):
        self.module = module
        self.cls = cls
        self.function = function
        self.name = name
        self.marks = marks
        self.fixtures = fixtures
        self.chosen = chosen
        self.indirect = indirect
        self.values = {}
        self.instance = None
        self.exits = contextlib.ExitStack()

    def value(self, name):
        if name in self.chosen and name not in self.indirect:
            return self.chosen[name]
        if name not in self.values:
            self.values[name] = self.make(name)
        return self.values[name]

    def make(self, name):
        found = self.fixtures.get(name)
        if found is None:
            if not hasattr(_Built_in, name):
                raise LookupError('fixture %r not found' % name)
            return getattr(_Built_in(), name)(self)
        if found.scope == 'function' or name in self.chosen:
            return self.start(found, self.exits)
        key = id(found), self.cls if found.scope == 'class' else None
        if key not in self.shared:
            self.shared[key] = self.start(found, _session)
        return self.shared[key]

    def start(self, found, exits):
        arguments = {}
        for name in _parameters(found.function):
            if name == 'self':
                arguments[name] = self.instance
            elif name == 'request':
                arguments[name] = FixtureRequest(self, self.chosen.get(found.name, _MISSING))
            else:
                arguments[name] = (self.parent(found) if name == found.name else self.value(name))
        if inspect.isgeneratorfunction(found.function):
            return exits.enter_context(contextlib.contextmanager(found.function)(**arguments))
        result = found.function(**arguments)
        return asyncio.run(result) if inspect.iscoroutine(result) else result

    def parent(self, found):
        return self.start(found.hidden, self.exits)

    def run(self):
        for marker in self.marks:
            _check_skip(marker)
        with self.exits:
            if self.cls is not None:
                self.instance = self.cls()
                self.hook(self.instance, 'setup_method', 'setup')
            else:
                self.hook(self.module, 'setup_function')
            for found in self.fixtures.values():
                if found.autouse:
                    self.value(found.name)
            for marker in self.marks:
                if marker.name == 'usefixtures':
                    for name in marker.args:
                        self.value(name)
            self.call()

    def hook(self, owner, *names):
        for name in names:
            function = getattr(owner, name, None)
            if function is not None and not isinstance(function, _Fixture):
                count = len([p for p in _parameters(function) if p != 'self'])
                function(*[self.function][:count])
            end = getattr(owner, name.replace('setup', 'teardown'), None)
            if end is not None and not isinstance(end, _Fixture):
                count = len([p for p in _parameters(end) if p != 'self'])
                self.exits.callback(end, *[self.function][:count])

    def call(self):
        function = self.function
        if self.instance is not None:
            function = getattr(self.instance, function.__name__)
        names = [p for p in _parameters(function) if p != 'self']
        result = function(**{name: self.value(name) for name in names})
        if inspect.iscoroutine(result):
            asyncio.run(result)


_session = contextlib.ExitStack()


def _parameters(function):
    """The names of the parameters that have no default."""
    patched = len(getattr(function, 'patchings', ()))
    try:
        parameters = list(inspect.signature(function).parameters.values())[patched:]
    except (TypeError, ValueError):
        return []
    return [p.name for p in parameters
            if p.default is p.empty and p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]


def _check_skip(marker):
    if marker.name == 'skip':
        raise Skipped(marker.kwargs.get('reason', ''))
    if marker.name == 'skipif' and any(marker.args):
        raise Skipped(marker.kwargs.get('reason', ''))


def _text_of(value, name, index):
    if isinstance(value, (str, int, float, bool, type(None), bytes)):
        text = value.decode('latin-1') if isinstance(value, bytes) else str(value)
        return text.encode('unicode_escape').decode()
    return getattr(value, '__name__', None) if isinstance(value, type) else '%s%d' % (name, index)


def _choices(marker):
    """What a parametrize mark means: for each choice its values by name, its text and its marks."""
    names, values = marker.args[:2] if len(marker.args) > 1 else (marker.args[0], marker.kwargs['argvalues'])
    ids = marker.kwargs.get('ids')
    if isinstance(names, str):
        names = [name.strip() for name in names.split(',') if name.strip()]
    found = []
    for index, value in enumerate(values):
        marks, text = [], None
        if isinstance(value, _Param):
            marks, text, value = value.marks, value.id, value.values
        elif len(names) == 1:
            value = (value,)
        if text is None and ids is not None:
            text = ids(value[0]) if callable(ids) else list(ids)[index]
        if text is None:
            text = '-'.join([str(_text_of(v, n, index)) for n, v in zip(names, value)])
        found.append((dict(zip(names, value)), text, marks))
    indirect = marker.kwargs.get('indirect', False)
    return found, (set(names) if indirect is True else set(indirect or ()))


def _needed(function, fixtures):
    """The fixtures that a test needs, with those which these need, in order."""
    found = []
    waiting = [f.name for f in fixtures.values() if f.autouse] + _parameters(function)
    while waiting:
        name = waiting.pop(0)
        if name in fixtures and name not in found:
            found.append(name)
            waiting += _parameters(fixtures[name].function)
    return [fixtures[name] for name in found]


def _expand(module, cls, function, name, fixtures):
    """The cases of a test function: the product of its parametrize marks and its fixtures' params."""
    marks = _mark_list(getattr(module, 'pytestmark', []))
    if cls is not None:
        marks = marks + _own_marks(cls)
    marks = marks + _own_marks(function)
    cases = [({}, [], marks)]
    indirect = set()
    for marker in reversed(marks):
        if marker.name == 'parametrize':
            choices, by_fixture = _choices(marker)
            indirect |= by_fixture
            cases = [({**values, **more}, texts + [text], marked + extra)
                     for values, texts, marked in cases for more, text, extra in choices]
    for found in _needed(function, fixtures):
        if found.params is not None and found.name not in cases[0][0]:
            indirect.add(found.name)
            marker = Mark('parametrize', (found.name, found.params), {'ids': found.ids})
            cases = [({**values, **more}, texts + [text], marked + extra)
                     for values, texts, marked in cases for more, text, extra in _choices(marker)[0]]
    for values, texts, marked in cases:
        full = name + ('[%s]' % '-'.join(texts) if texts else '')
        yield _Case(module, cls, function, full, marked, fixtures, values, indirect)


def _describe(error):
    text = str(error).strip().split('\n')[0]
    text = re.sub(r'0x[0-9a-f]{6,}', '0x...', text)
    return '%s%s' % (type(error).__name__, ': ' + text if text else '')


def _run_case(case):
    expected = [m for m in case.marks if m.name == 'xfail' and (not m.args or m.args[0])]
    try:
        case.run()
    except Skipped:
        return 'skipped'
    except XFailed:
        return 'passed'
    except KeyboardInterrupt:
        raise
    except (_Outcome, Exception) as error:
        if os.environ.get('PLAIN_TRACEBACK'):
            import traceback
            traceback.print_exc()
        return 'passed' if expected else 'failed %s' % _describe(error)
    return 'passed'


class _Result(unittest.TestResult):
    """Collects what became of unittest's tests."""

    def __init__(self):
        super().__init__()
        self.state = 'passed'

    def addError(self, test, error):
        self.state = 'skipped' if isinstance(error[1], Skipped) else 'failed %s' % _describe(error[1])

    addFailure = addError

    def addSkip(self, test, reason):
        self.state = 'skipped'

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.addError(test, error)


def _run_unittest(cls, prefix):
    names = unittest.defaultTestLoader.getTestCaseNames(cls)
    if getattr(cls, '__unittest_skip__', False) or not names:
        return [(prefix + '::' + name, 'skipped') for name in names]
    cls.setUpClass()
    found = []
    for name in names:
        result = _Result()
        cls(name).run(result)
        found.append((prefix + '::' + name, result.state))
    cls.tearDownClass()
    cls.doClassCleanups()
    return found


def _fixtures_of(namespace, fixtures):
    for value in list(namespace.values()):
        if isinstance(value, _Fixture):
            value.hidden = fixtures.get(value.name)
            fixtures[value.name] = value


def _run_class(module, cls, prefix, fixtures):
    fixtures = dict(fixtures)
    members = {}
    for base in reversed(cls.__mro__):
        for name, value in base.__dict__.items():
            members.pop(name, None)
            members[name] = value
    _fixtures_of(members, fixtures)
    if hasattr(cls, 'setup_class'):
        cls.setup_class()
    for name, value in members.items():
        if isinstance(value, (staticmethod, classmethod)):
            value = value.__func__
        if name.startswith('test') and inspect.isfunction(value):
            for case in _expand(module, cls, value, prefix + '::' + name, fixtures):
                yield case.name, _run_case(case)
        elif name.startswith('Test') and inspect.isclass(value):
            yield from _run_class(module, value, prefix + '::' + name, fixtures)
    if hasattr(cls, 'teardown_class'):
        cls.teardown_class()


def _run_module(module, fixtures):
    prefix = module.__name__
    fixtures = dict(fixtures)
    _fixtures_of(vars(module), fixtures)
    if hasattr(module, 'setup_module'):
        module.setup_module(*[module][:len(_parameters(module.setup_module))])
    for name, value in list(vars(module).items()):
        if inspect.isclass(value) and issubclass(value, unittest.TestCase):
            if value.__module__ == prefix:
                yield from _run_unittest(value, prefix + '::' + name)
        elif inspect.isclass(value) and name.startswith('Test') and '__init__' not in value.__dict__:
            yield from _run_class(module, value, prefix + '::' + name, fixtures)
        elif name.startswith('test') and inspect.isfunction(value):
            for case in _expand(module, None, value, prefix + '::' + name, fixtures):
                yield case.name, _run_case(case)
    if hasattr(module, 'teardown_module'):
        module.teardown_module(*[module][:len(_parameters(module.teardown_module))])


def run(modules, conftests=()):
    """Runs the tests of the modules and prints what became of each, then the totals."""
    totals = {'passed': 0, 'failed': 0, 'skipped': 0}
    fixtures = {}
    chosen = sys.argv[1] if len(sys.argv) > 1 else '*'
    for conftest in conftests:
        _fixtures_of(vars(conftest), fixtures)
    for module in modules:
        for name, state in _run_module(module, fixtures):
            if fnmatch.fnmatchcase(name, chosen):
                totals[state.split()[0]] += 1
                print(name, state, flush=True)
    _session.close()
    print('TOTAL', ' '.join('%s %d' % item for item in totals.items()))
