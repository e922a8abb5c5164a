"""A registry of plugins by inspect: classes found, signatures checked and bound, documentation, sources of behaviour, every kind of object."""
import abc
import asyncio
import functools
import inspect
import types
from dataclasses import dataclass
from typing import Any, Optional


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


class Plugin(abc.ABC):
    """The base of all plugins."""
    plugins = {}
    needs = inspect.signature(lambda self, text, /, *, strict=False: None)

    def __init_subclass__(cls, *, name=None, **options):
        super().__init_subclass__(**options)
        if inspect.isabstract(cls) or name is None:
            return
        own = inspect.signature(cls.run)
        for wanted in Plugin.needs.parameters.values():
            if wanted.name != 'self' and wanted.kind is wanted.KEYWORD_ONLY and wanted.name not in own.parameters:
                raise TypeError(f'{cls.__name__}.run{own} lacks {wanted.name}')
        Plugin.plugins[name] = cls

    @abc.abstractmethod
    def run(self, text, *, strict=False):
        """Does it."""


class Upper(Plugin, name='upper'):
    def run(self, text: str, *, strict: bool = False, times: Optional[int] = 2) -> str:
        return text.upper() * times


class Quiet(Plugin, name='quiet'):
    def run(self, text, *, strict=False):
        return ''


attempt('unfit', lambda: type('Unfit', (Plugin,), {'run': lambda self, text: 5}, name='unfit'))


def call(name, text, **options):
    """Calls a plugin with those of the options that it knows."""
    plugin = Plugin.plugins[name]()
    known = inspect.signature(plugin.run).parameters
    return plugin.run(text, **{key: value for key, value in options.items() if key in known})


print(call('upper', 'ab', times=3, color='red'), repr(call('quiet', 'x', times=1)), sorted(Plugin.plugins), inspect.getdoc(Upper.run), inspect.getdoc(Upper), inspect.isabstract(Plugin), inspect.isabstract(Upper))
signature = inspect.signature(Upper.run)
print(signature, signature.return_annotation, [(p.name, p.kind.name, p.kind.description, p.default is p.empty, p.annotation) for p in signature.parameters.values()], str(signature.parameters['times']), repr(signature.parameters['strict']))
print(signature.replace(return_annotation=int), signature.parameters['text'].replace(name='renamed', default=5), signature == inspect.signature(Upper.run), hash(signature) == hash(inspect.signature(Upper.run)), inspect.signature(Upper().run), inspect.Signature([inspect.Parameter('a', inspect.Parameter.VAR_POSITIONAL)]))


def everything(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    """Documentation
        that is indented

    in its own way."""


bound = inspect.signature(everything).bind(1, 20, 30, 40, 50, d=4, x=9)
print(bound.arguments, bound.args, bound.kwargs, bound, inspect.signature(everything).bind_partial(1).arguments, bound == inspect.signature(everything).bind(1, 20, 30, 40, 50, d=4, x=9))
partial = inspect.signature(everything).bind_partial(1)
partial.apply_defaults()
print(partial.arguments, inspect.getdoc(everything), inspect.cleandoc('\n  a\n    b\n\n'), inspect.getfullargspec(everything))
for arguments, options in (((), {}), ((1,), {}), ((1, 2, 3), {'c': 4, 'd': 5}), ((1,), {'a': 5, 'd': 4}), ((1,), {'b': 5, 'd': 1})):
    attempt((arguments, options), lambda: inspect.signature(everything).bind(*arguments, **options).arguments)
    attempt('  getcallargs', lambda: sorted(inspect.getcallargs(everything, *arguments, **options).items(), key=str))
for kinds in (('KEYWORD_ONLY', 'POSITIONAL_ONLY'), ('VAR_KEYWORD', 'KEYWORD_ONLY'), ('VAR_POSITIONAL', 'VAR_POSITIONAL')):
    attempt(kinds, lambda: inspect.Signature([inspect.Parameter(f'p{n}', getattr(inspect.Parameter, kind)) for n, kind in enumerate(kinds)]))
P = inspect.Parameter
for label, call_it in {'same name': lambda: inspect.Signature([P('a', P.KEYWORD_ONLY), P('a', P.KEYWORD_ONLY)]), 'default order': lambda: inspect.Signature([P('a', P.POSITIONAL_OR_KEYWORD, default=1), P('b', P.POSITIONAL_OR_KEYWORD)]), 'name': lambda: P('1a', P.KEYWORD_ONLY), 'keyword': lambda: P('class', P.KEYWORD_ONLY), 'int name': lambda: P(5, P.KEYWORD_ONLY), 'kind': lambda: P('a', 99), 'var default': lambda: P('a', P.VAR_KEYWORD, default=1), 'not callable': lambda: inspect.signature(5), 'dir': lambda: inspect.signature(dir), 'int': lambda: inspect.signature(int), 'spec': lambda: inspect.getfullargspec(5)}.items():
    attempt(label, call_it)


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


@decorate
def wrapped(x: int, y=1) -> Any:
    pass


@dataclass
class Point:
    x: int
    y: float = 0.0

    def __call__(self, z):
        return z

    @property
    def size(self):
        return 1

    @classmethod
    def make(cls, n):
        return cls(n)

    @staticmethod
    def unit():
        return 1


class Meta(type):
    def __call__(cls, *args, extra=None):
        return super().__call__(*args)


class Made(metaclass=Meta):
    def __init__(self, a):
        pass


class New:
    def __new__(cls, one, *rest):
        return super().__new__(cls)


print(inspect.signature(wrapped), inspect.signature(wrapped, follow_wrapped=False), inspect.unwrap(wrapped).__name__, inspect.signature(Point), inspect.signature(Point(1)), inspect.signature(Point.make), inspect.signature(Point.unit), inspect.signature(Made), inspect.signature(New), inspect.signature(functools.partial(everything, 1, d=7)), inspect.signature(functools.partial(wrapped, y=5)), inspect.signature(lambda: 0))


async def coroutine():
    pass


def generator():
    yield 1


async def agen():
    yield 1


running, made, stream = coroutine(), generator(), agen()
subjects = {'module': inspect, 'class': Point, 'function': everything, 'method': Point(1).make, 'builtin': len, 'builtin method': [].append, 'coroutine function': coroutine, 'coroutine': running, 'generator function': generator, 'generator': made, 'async generator function': agen, 'async generator': stream, 'property': Point.size, 'slot': int.__add__, 'static': Point.__dict__['unit'], 'partial': functools.partial(coroutine), 'object': Point(1), 'getset': types.FunctionType.__code__, 'code': everything.__code__}
for name, value in subjects.items():
    print(name, [test[2:] for test in ('ismodule', 'isclass', 'isfunction', 'ismethod', 'isbuiltin', 'isroutine', 'iscoroutinefunction', 'iscoroutine', 'isawaitable', 'isgeneratorfunction', 'isgenerator', 'isasyncgenfunction', 'isasyncgen', 'isdatadescriptor', 'ismethoddescriptor', 'isgetsetdescriptor', 'iscode', 'iscallable') if hasattr(inspect, test) and getattr(inspect, test)(value)])
print(inspect.getcoroutinestate(running), running.close(), inspect.getcoroutinestate(running), inspect.getgeneratorstate(made), next(made), inspect.getgeneratorstate(made), made.close(), inspect.getgeneratorstate(made), inspect.getgeneratorlocals(generator()) if False else '')
asyncio.run(stream.aclose())
print([name for name, value in inspect.getmembers(Point, inspect.isfunction)], [(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Point) if not a.name.startswith('__')], inspect.getmro(Upper), inspect.getattr_static(Point(1), 'size') is Point.__dict__['size'], inspect.getmodule(Point).__name__, inspect.getmodulename('/a/b/c.py'), inspect.getmodulename('x.txt'))
print(inspect.getclasstree([Plugin, Upper, Quiet]), inspect.get_annotations(Point), inspect.get_annotations(Upper.run), inspect.formatannotation(Optional[int]), inspect.formatannotation(Point), inspect.indentsize('\t x'))
attempt('static', inspect.getattr_static, Point, 'none')
attempt('static', inspect.getattr_static, Point, 'none', 'default')
attempt('annotations', inspect.get_annotations, 5)
attempt('state', inspect.getgeneratorstate, 5)
