# Classes made at run time with types: new_class with bodies and keywords, prepared namespaces, bases that stand for others, methods bound by hand.
import types
from types import GenericAlias, MethodType, SimpleNamespace, new_class, prepare_class, resolve_bases


class Recorder(type):
    def __prepare__(name, bases, **named):
        log.append(('prepare', name, [base.__name__ for base in bases], named))
        return {'prepared': True}

    def __new__(meta, name, bases, namespace, **named):
        log.append(('new', name, sorted(key for key in namespace if key[:2] != '__'), named))
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **named):
        super().__init__(name, bases, namespace)
        cls.options = named


log = []


def body(namespace):
    namespace['answer'] = 42
    namespace['method'] = lambda self: (type(self).__name__, self.answer)


Made = new_class('Made', (dict,), {'metaclass': Recorder, 'flag': 1}, body)
print(Made, Made().method(), Made.prepared, Made.options, Made.__module__, Made.__bases__, type(Made).__name__, log)
Derived = new_class('Derived', (Made,), {'other': 2})
print(Derived.options, Derived.__mro__[1].__name__, Derived().answer, new_class('Plain').__bases__, new_class('Plain').__mro__)
log.clear()
print([x.__name__ if isinstance(x, type) else x for x in prepare_class('P', (Made,), {'metaclass': type, 'k': 1})], log)


class Stands:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        return self.bases


print(resolve_bases((int,)), resolve_bases((Stands(list), Stands())), resolve_bases((Stands(int, object), GenericAlias(list, (int,)))))
both = new_class('Both', (Stands(dict), ))
print(both.__bases__, [type(base).__name__ for base in both.__orig_bases__], both(a=1))
for call in (lambda: resolve_bases((5,)), lambda: new_class('X', (5,)), lambda: new_class('X', (Stands(5),)), lambda: new_class('X', (int, str)), lambda: new_class('X', (bool,)), lambda: new_class('X', (), {'metaclass': 5}), lambda: new_class('X', (), {'unknown': 1}), lambda: new_class(5), lambda: new_class('X', (Stands.__new__(Stands),)), lambda: new_class('X', (object, Made)), lambda: type('X', (), {}, flag=1), lambda: type('X', (Stands(),), {}), lambda: type('X', [], {}), lambda: type('X'), lambda: type(5, (), {}), lambda: type('X', (), [])):
    try:
        result = call()
        print(result)
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])


class Model:
    fields = ()

    def __init__(self, *values):
        for field, value in zip(self.fields, values):
            setattr(self, field, value)

    def __repr__(self):
        return f'{type(self).__name__}({", ".join(f"{field}={getattr(self, field)!r}" for field in self.fields)})'


def define(text):
    for line in text.splitlines():
        name, *fields = line.replace(',', ' ').split()

        def fill(namespace, fields=tuple(fields)):
            namespace['fields'] = fields
            for field in fields:
                namespace[f'with_{field}'] = lambda self, value, field=field: type(self)(*(value if f == field else getattr(self, f) for f in self.fields))
        yield new_class(name, (Model,), exec_body=fill)


Point, Circle = define('Point x, y\nCircle centre radius')
circle = Circle(Point(1, 2), 5)
print(circle, circle.with_radius(7).with_centre(Point(0, 0)), Point.fields, Point.__qualname__, Circle.__module__)


def greet(self, word='hello'):
    return f'{word} from {self}'


bound = MethodType(greet, 'me')
print(bound(), bound('bye'), bound.__self__, bound.__func__ is greet, bound.__name__, bound == MethodType(greet, 'me'), bound != MethodType(greet, 'you'), hash(bound) == hash(MethodType(greet, 'me')), repr(bound).split(' of ')[1], MethodType(bound, 'x').__func__ == bound)
circle.greet = MethodType(greet, circle)
print(circle.greet('hi'), MethodType(len, [1, 2])(), MethodType(print, 'p')('q'))
for call in (lambda: MethodType(5, 1), lambda: MethodType(greet, None), lambda: MethodType(greet), lambda: setattr(bound, 'x', 1), lambda: bound.nothing, lambda: MethodType()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
ns = SimpleNamespace(**{'a b': 1, 'x': SimpleNamespace(y=2)})
ns.self = ns
vars(ns)['z'] = 3
print(ns, ns.x.y, getattr(ns, 'a b'), sorted(vars(ns)), SimpleNamespace(a=1) == SimpleNamespace(a=1), SimpleNamespace(a=1) != SimpleNamespace(a=2), SimpleNamespace() == {})
