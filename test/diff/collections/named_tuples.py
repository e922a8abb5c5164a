# namedtuple in full: names refused, renaming, defaults, subclasses with methods and properties, pickles, matching, generic ones, errors.
import collections
import copy
import pickle
import typing
from collections import namedtuple

Point = namedtuple('Point', 'x y')
Pixel = namedtuple('Pixel', Point._fields + ('color',), defaults=['black'])
print(Point(1, 2), Point(y=1, x=2), Pixel(1, 2), Pixel(1, 2, 'red'), Pixel._field_defaults, Pixel._fields, Pixel.__match_args__, Point.__slots__, Point.__module__, Point.__doc__, Pixel.color.__doc__, repr(Point.x).split(' at ')[0])
for names in ('a b', 'a, b,c', ['a', 'b'], ('a',), '', [], iter(['q', 'w']), 'a a', 'class b', '1a', '_a', 'a-b', 'a b é', ['a b'], [1, 2], 5, None, '__init__ x', 'self cls'):
    for rename in (False, True):
        try:
            print(repr(names)[:30].split(' at ')[0], rename, namedtuple('T', names, rename=rename)._fields, end='; ')
        except Exception as error:
            print(repr(names)[:30].split(' at ')[0], rename, type(error).__name__, error, end='; ')
    print()
for named in ({'defaults': (1, 2, 3)}, {'defaults': (1,)}, {'defaults': ()}, {'defaults': 5}, {'module': 'elsewhere'}, {'bogus': 1}):
    try:
        made = namedtuple('M', 'a b', **named)
        print(named, made._field_defaults, made.__module__)
    except Exception as error:
        print(named, type(error).__name__, error)
for name in ('class', '1x', 'x-y', 5, '_ok', 'é'):
    try:
        print(name, namedtuple(name, 'a').__name__, end='; ')
    except Exception as error:
        print(name, type(error).__name__, error, end='; ')
print()
p = Point(3, 4)
for call in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, x=2), lambda: Point(1, z=2), lambda: Point._make([1]), lambda: Point._make(5), lambda: p._replace(z=1), lambda: p._replace(x=1, q=2, r=3), lambda: setattr(p, 'x', 5), lambda: setattr(p, 'new', 5), lambda: p.z, lambda: p[2], lambda: delattr(p, 'x'), lambda: p + 1, lambda: p < 5, lambda: Point(*[1], **{'y': 2}), lambda: p._replace(1), lambda: vars(p), lambda: Point.x.__get__(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
x, y = p
print(x, y, p[0], p[-1], p[:1], p + (5,), p * 2, p == (3, 4), hash(p) == hash((3, 4)), p < Point(3, 5), sorted([Point(2, 1), Point(1, 9)]), p._asdict(), p._replace(y=0), len(p), 4 in p, p.index(4), p.count(9), [*p], {**p._asdict()}, '%s-%s' % p, 'x={0.x}'.format(p), max(p), isinstance(p, tuple), getattr(p, 'y'))
print(pickle.loads(pickle.dumps(p)) == p, type(pickle.loads(pickle.dumps(p))).__name__, copy.copy(p), copy.deepcopy(Point([1], {2: 3})), p.__getnewargs__(), p.__reduce_ex__(2)[1:])


class Vector(namedtuple('Base', 'x y z', defaults=(0,))):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2 + self.z ** 2) ** 0.5

    def __add__(self, other):
        return self._make(a + b for a, b in zip(self, other))

    def __repr__(self):
        return f'<{super().__repr__()}>'

    def __new__(cls, *args, scale=1, **named):
        self = super().__new__(cls, *args, **named)
        return self._replace(**{name: value * scale for name, value in self._asdict().items()}) if scale != 1 else self


v = Vector(3, 4)
print(v, v.length, v + v, Vector(1, 2, scale=3), v._replace(z=12).length, v._fields, type(v + v).__name__, hasattr(v, '__dict__'), Vector.__mro__[1].__name__, isinstance(v, tuple))


class Typed(typing.NamedTuple):
    """A record with types."""
    name: str
    size: int = 0
    tags: tuple = ()

    def label(self):
        return f'{self.name}:{self.size}'


t = Typed('n', tags=('a',))
print(t, t.label(), Typed.__annotations__, Typed._field_defaults, Typed.__doc__, t._replace(size=5).label(), Typed.__bases__, typing.NamedTuple('Old', [('a', int), ('b', str)])(1, 'x'), [base.__name__ for base in Typed.__orig_bases__])


def describe(value):
    match value:
        case Point(0, 0):
            return 'origin'
        case Point(x=0) | Point(y=0):
            return 'on an axis'
        case Pixel(x, y, color='red'):
            return f'red at {x}, {y}'
        case Typed(name, size) if size > 3:
            return f'big {name}'
        case (a, b):
            return f'pair {a} {b}'
        case (_, _, *rest):
            return f'{len(rest)} more'


print([describe(value) for value in (Point(0, 0), Point(0, 3), Pixel(1, 2, 'red'), Pixel(1, 2), Typed('t', 5), Typed('t'), (1, 2), Point(5, 6))])
Node = namedtuple('Node', 'value children', defaults=[()])
tree = Node(1, (Node(2), Node(3, (Node(4),))))


def depth(node):
    return 1 + max(map(depth, node.children), default=0)


print(tree, depth(tree), sum(1 for _ in str(tree)), namedtuple('Empty', '')(), bool(namedtuple('Empty', '')()), namedtuple('N', 'count index')(1, 2).count)
Point.__doc__ += ': a place'
Point.x.__doc__ = 'to the right'
print(Point.__doc__, Point.x.__doc__, sorted(name for name in vars(Point) if not name.startswith('__')))
