# recursive_repr on containers of the program's own, in trees that hold themselves, with threads of calls, fill values, attributes.
import reprlib
from reprlib import recursive_repr


class Chain(list):
    @recursive_repr()
    def __repr__(self):
        return '<' + '|'.join(map(repr, self)) + '>'


class Node:
    def __init__(self, name, **links):
        self.name = name
        self.links = links

    @recursive_repr(fillvalue='(again)')
    def __repr__(self):
        return f'{self.name}{{{", ".join(f"{key}: {value!r}" for key, value in self.links.items())}}}'

    @recursive_repr('~')
    def __str__(self):
        return self.name + ''.join(f'[{value}]' for value in self.links.values())

    __hash__ = object.__hash__


chain = Chain([1, 2])
print(chain)
chain.append(chain)
chain.append([chain, {'key': chain}])
print(chain, repr(chain), str([chain]))
a, b, c = Node('a'), Node('b'), Node('c')
a.links.update(next=b, other=c)
b.links.update(next=c, back=a)
c.links.update(self=c, start=a)
print(repr(a), repr(b), repr(c), sep='\n')
print(a, b, c, sep='\n')
print(f'{a!r:.20}', f'{c!s:>20}', '%r %s' % (c, c), [a], {'n': b})


class Mixed(dict):
    @recursive_repr('{...}')
    def __repr__(self):
        "The documentation is kept."
        return f'{type(self).__qualname__}({super().__repr__()})'


mixed = Mixed(x=1)
mixed['self'] = mixed
mixed['list'] = [mixed, Chain([mixed])]
print(mixed)
function = Mixed.__repr__
print(function.__name__, function.__qualname__, function.__doc__, function.__module__, function.__wrapped__.__name__ if hasattr(function, '__wrapped__') else 'no __wrapped__', function.__annotations__)


class Raising:
    count = 0

    @recursive_repr()
    def __repr__(self):
        Raising.count += 1
        if Raising.count % 2:
            raise ValueError(f'time {Raising.count}')
        return f'fine at {Raising.count}'


raising = Raising()
for attempt in range(4):
    try:
        print(repr(raising))
    except ValueError as error:
        print(type(error).__name__, error)


class Falsy:
    @recursive_repr(None)
    def __repr__(self):
        return repr(self.other)

    other = 5


falsy = Falsy()
print(falsy)
falsy.other = falsy
try:
    print(repr(falsy))
except TypeError as error:
    print(error)


def generator_repr(depth):
    class Level:
        @recursive_repr(f'cut at {depth}')
        def __repr__(self):
            return f'{depth}:{self.inner!r}'
    return Level()


levels = [generator_repr(depth) for depth in range(4)]
for outer, inner in zip(levels, levels[1:] + levels[:1]):
    outer.inner = inner
print(levels[0], levels[2], sep=' ; ')
builtin = [1]
builtin.append(builtin)
table = {'t': builtin}
table['me'] = table
print(builtin, table, reprlib.repr(builtin), reprlib.repr(table))
pair = ([],)
pair[0].append(pair)
print(pair, repr([pair]), reprlib.repr(pair))
for call in (lambda: recursive_repr(5)(Node.__repr__)(Node('x')), lambda: recursive_repr()(5), lambda: recursive_repr('a', 'b'), lambda: reprlib.Repr().repr(), lambda: reprlib.Repr(maxlist=3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
