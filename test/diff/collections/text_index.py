# An index over texts with the classes of collections: counting words, grouping, layered settings, recent items, records, mappings of one's own.
import re
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

DOCUMENTS = {'a.txt': 'The cat sat on the mat. The mat was flat.', 'b.txt': 'A cat and a dog; the dog sat.', 'c.txt': 'Nothing about animals here, nothing.'}
Posting = namedtuple('Posting', 'document position before', defaults=('',))
index = defaultdict(list)
counts = {name: Counter() for name in DOCUMENTS}
for name, text in DOCUMENTS.items():
    previous = ''
    for position, word in enumerate(re.findall(r'\w+', text.lower())):
        index[word].append(Posting(name, position, previous))
        counts[name][word] += 1
        previous = word
print(index['cat'], index['mat'][0]._asdict(), index['mat'][1]._replace(before='?'), Posting('x', 1), Posting._field_defaults, Posting._make(['d', 2, 'w']), Posting.__doc__, Posting.position.__doc__)
total = sum(counts.values(), Counter())
print(total.most_common(4), total.total(), counts['a.txt'] & counts['b.txt'], counts['a.txt'] - counts['b.txt'], counts['a.txt'] | counts['c.txt'] == counts['a.txt'] + counts['c.txt'], sorted((total - Counter({'the': 2, 'mat': 9})).items())[:5])
difference = Counter(counts['a.txt'])
difference.subtract(counts['b.txt'])
print(sorted(difference.items(), key=lambda item: (item[1], item[0])), +difference, -difference, difference['none'], 'none' in difference, list(Counter(a=2, b=0, c=-1).elements()), Counter('ab') <= Counter('aabb'), Counter('ab') == Counter(a=1, b=1, c=0), Counter(a=1) < Counter(a=1, b=1))


class Recent(OrderedDict):
    """Keeps the last few keys that were asked for or set."""

    def __init__(self, size=3, *args, **named):
        self.size = size
        super().__init__(*args, **named)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        while len(self) > self.size:
            self.popitem(last=False)


recent = Recent(3, [('a', 1), ('b', 2)])
recent['c'] = 3
recent['a']
recent['d'] = 4
print(recent, list(recent), recent.size, recent == OrderedDict(c=3, a=1, d=4), recent == OrderedDict(a=1, c=3, d=4), recent == dict(a=1, c=3, d=4), list(reversed(recent)), recent.popitem())
settings = ChainMap({'debug': True}, {'debug': False, 'port': 80}, {'port': 8000, 'host': 'x'})
child = settings.new_child({'port': 1})
child['new'] = 'value'
print(dict(child), child.maps[0], child['host'], child.parents == settings, len(child), sorted(child), child.get('none', 5), 'port' in child, child | {'k': 1}, {'k': 1} | child, list(ChainMap()), repr(ChainMap({1: 2})))
for key in ('host', 'port'):
    try:
        del child[key]
        print('deleted', key, child[key])
    except KeyError as error:
        print(error)
try:
    settings.new_child().popitem()
except KeyError as error:
    print(error)


class Caseless(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return isinstance(key, str) and key.lower() in self.data

    def __missing__(self, key):
        return f'<{key}>'


headers = Caseless({'Content-Type': 'text/html'}, Host='example')
headers |= {'HOST': 'other'}
print(headers, headers['content-TYPE'], headers['X'], 'HOST' in headers, headers.get('nope'), headers.pop('host'), headers | {'A': 1}, type(headers | {}).__name__, headers.copy() == headers, headers.setdefault('New', 5), len(headers), list(headers.items()))


class Sorted(UserList):
    def append(self, item):
        super().append(item)
        self.sort()


items = Sorted([3, 1])
items.append(2)
print(items, items[1:], type(items[1:]).__name__, items + [9], [0] + items, items * 2, items == [1, 2, 3], items < [2], items.index(2), items.count(1), max(items), 3 in items)


class Path(UserString):
    def __truediv__(self, other):
        return self.__class__(f'{self.data.rstrip("/")}/{other}')


path = Path('/usr') / 'lib'
print(path, repr(path), path.upper(), type(path.upper()).__name__, path[1:4], path + '/x', 'root:' + path, path == '/usr/lib', path.split('/'), len(path), hash(path) == hash('/usr/lib'), path.startswith('/usr'), 'sr' in path, path % (), Path('%s!') % 'a', int(UserString('42')), float(UserString('1.5')))
history = deque(maxlen=3)
for n in range(5):
    history.append(n)
history.appendleft('left')
history.rotate(1)
print(history, history.maxlen, list(history), history[0], history.index('left'), history.count(3), history + deque([9]), history * 2, deque('abc') < deque('abd'), history.copy() == history)
try:
    history.insert(1, 'x')
except IndexError as error:
    print(error)


class Noting(OrderedDict):
    """Every way of filling it goes through __setitem__."""

    def __setitem__(self, key, value):
        super().__setitem__(key, value if isinstance(value, tuple) else (value,))


noting = Noting({'a': 1}, b=2)
noting.update({'c': 3}, d=4)
noting |= [('e', 5)]
print(noting, noting.setdefault('f', 6), noting.setdefault('a', 0), noting['f'], noting | {'g': 7}, {'h': 8} | noting, Noting.fromkeys('xy', 9), noting.copy() == noting, noting.pop('c'), type(noting | {}).__name__)


class Plain(dict):
    def __setitem__(self, key, value):
        raise TypeError('not called by update')


plain = Plain(a=1)
plain.update(b=2)
plain |= {'c': 3}
print(plain, plain.setdefault('d', 4), plain | {'e': 5}, type(plain | {}).__name__)
