# Copies of iterators, of the memo's use in hand-written copies, of exceptions, enumerations, partials, weak references, deep nesting.
import collections
import copy
import enum
import functools
import itertools
import operator
import weakref

for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('abc'), lambda: iter(range(3)), lambda: reversed([1, 2, 3]), lambda: enumerate('abc'), lambda: zip('ab', [1, 2]), lambda: map(str, [1, 2, 3]), lambda: filter(None, [0, 1, 2]), lambda: iter({'a': 1, 'b': 2}), lambda: itertools.count(5), lambda: itertools.repeat('x', 3), lambda: itertools.chain([1], [2, 3]), lambda: itertools.islice('abcdef', 1, 5, 2), lambda: itertools.cycle('ab'), lambda: itertools.accumulate([1, 2, 3]), lambda: itertools.accumulate([1, 2], initial=10), lambda: itertools.product('ab', [1, 2]), lambda: itertools.permutations('abc'), lambda: itertools.combinations('abcd', 3), lambda: itertools.combinations_with_replacement('ab', 2), lambda: itertools.zip_longest('a', 'bcd'), lambda: itertools.takewhile(str.isalpha, 'ab1'), lambda: itertools.dropwhile(str.isalpha, 'ab1c'), lambda: itertools.compress('abcd', [0, 1, 1, 1]), lambda: itertools.starmap(pow, [(2, 3), (3, 2)]), lambda: itertools.filterfalse(str.isdigit, 'a1b')):
    it = make()
    first = next(it)
    twin = copy.deepcopy(it)
    print(type(it).__name__, first, list(itertools.islice(twin, 4)), list(itertools.islice(it, 4)), next(twin, 'end') if type(it).__name__ not in ('count', 'cycle') else '', type(copy.copy(make())).__name__)


class Colour(enum.Enum):
    RED = [1]
    BLUE = [2]


class Flags(enum.Flag):
    A = 1
    B = 2


print(copy.copy(Colour.RED) is Colour.RED, copy.deepcopy(Colour.BLUE) is Colour.BLUE, copy.deepcopy(Flags.A | Flags.B) is Flags.A | Flags.B, copy.deepcopy({Colour.RED: [Colour.RED]}))
part = functools.partial(operator.add, [1])
part.note = ['attribute']
clone = copy.deepcopy(part)
print(clone([2]), clone.args[0] is part.args[0], clone.note, clone.note is part.note, copy.copy(part).args[0] is part.args[0], copy.copy(part).note is part.note)
error = ValueError('text', [1])
error.extra = [2]
error.__cause__ = KeyError('c')
error.add_note('note')
clone = copy.deepcopy(error)
print(repr(clone), clone.extra, clone.args[1] is error.args[1], clone.__cause__, clone.__notes__, type(copy.copy(error)).__name__, repr(copy.copy(OSError(2, 'No', 'file'))), copy.copy(UnicodeDecodeError('utf-8', b'x', 0, 1, 'r')))


class Node:
    def __init__(self, value, parent=None):
        self.value, self.children = value, []
        self.parent = weakref.ref(parent) if parent else None
        if parent:
            parent.children.append(self)

    def __deepcopy__(self, memo):
        new = Node(copy.deepcopy(self.value, memo))
        memo[id(self)] = new
        for child in self.children:
            twin = copy.deepcopy(child, memo)
            twin.parent = weakref.ref(new)
            new.children.append(twin)
        return new

    def __repr__(self):
        return f'{self.value}{self.children or ""}'


shared = ['s']
root = Node(shared)
for value in (1, shared):
    Node(value, root)
Node('leaf', root.children[0])
twin = copy.deepcopy(root)
twin.value.append('changed')
print(root, twin, twin.children[0].parent() is twin, twin.children[1].value is twin.value, twin.children[0].children[0].parent() is twin.children[0], copy.deepcopy(weakref.ref(root))() is root)
memo = {}
first = copy.deepcopy([shared], memo)
second = copy.deepcopy((shared, 5), memo)
print(first[0] is second[0], first[0] is shared, len(memo) > 1, copy.deepcopy(shared, {id(shared): 'replaced'}), copy.deepcopy(shared, None))
deep = []
for _ in range(150):
    deep = [deep, {len(deep): deep}]
    deep = [deep[0]]
clone, depth = copy.deepcopy(deep), 0
while clone:
    clone, depth = clone[0], depth + 1
print(depth)


class Counted:
    copies = 0

    def __copy__(self):
        Counted.copies += 1
        return self

    def __deepcopy__(self, memo):
        Counted.copies += 10
        return self


counted = Counted()
copy.copy([counted])
copy.copy(counted)
copy.deepcopy([counted, counted, {'k': counted}])
print(Counted.copies)


class Mapping(collections.UserDict):
    pass


class Keyed(dict):
    def __init__(self, name):
        self.name = name

    def __missing__(self, key):
        return f'{self.name}:{key}'


keyed = Keyed('n')
keyed['k'] = [1]
clone = copy.deepcopy(keyed)
print(clone, clone.name, clone['x'], type(copy.copy(keyed)).__name__, copy.copy(keyed)['k'] is keyed['k'], copy.copy(keyed).name, copy.deepcopy(Mapping(a=[1])), keyed.copy().__class__.__name__)


class Broken:
    def __reduce_ex__(self, protocol):
        return 5


class Named:
    def __reduce__(self):
        return 'a global name'


class Raising:
    def __deepcopy__(self, memo):
        raise RuntimeError('no copies')


for bad in (Broken(), Named(), Raising()):
    for function in (copy.copy, copy.deepcopy):
        try:
            result = function([bad] if function is copy.deepcopy else bad)
            print(type(bad).__name__, function.__name__, type(result).__name__, end='; ')
        except Exception as error:
            print(type(bad).__name__, function.__name__, type(error).__name__, error, end='; ')
print()
