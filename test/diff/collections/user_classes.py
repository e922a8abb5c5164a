# collections: UserDict, UserList, UserString, OrderedDict and defaultdict with subclasses, order and errors.
import copy
import pickle
from collections import OrderedDict, UserDict, UserList, UserString, defaultdict


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f'no {key}'


d = Lower({'A': 1}, B=2)
d.update({'C': 3}, D=4)
print(d, d['a'], d['zz'], d.get('zz'), 'A' in d, len(d), d | {'E': 5}, {'F': 1} | d, d.copy(), type(d.copy()).__name__, d.setdefault('G', 7))
d |= {'H': 8}
print(d.pop('a'), d.popitem(), sorted(d), d == {'b': 2, 'c': 3, 'd': 4, 'g': 7}, Lower.fromkeys('XY'), d.data)


class Items(UserList):
    pass


u = Items([3, 1, 2])
print(u + [4], [0] + u, u * 2, 2 * u, u[1:], type(u[1:]).__name__, u == [3, 1, 2], u < [4], u.index(1), u.count(2), sorted(u), 3 in u)
u += (9,)
u.sort(reverse=True)
u[0:2] = [7]
print(u, u.pop(), u.copy(), list(reversed(u)), u.insert(0, 'x'), u.extend(Items([1])), u, u.data, Items(u) == u, repr(Items()))
s = UserString('Hello')
print(s + ' w', 'a' + s, s * 2, s.upper(), type(s.upper()).__name__, s[1:3], 'ell' in s, s == 'Hello', hash(s) == hash('Hello'), s.split('l'),
      s.replace('l', UserString('L')), s % (), UserString('%d') % 3, int(UserString('5')), s.encode(), s.find('l'), repr(s), len(s), s < 'I')
print(UserString(5) + 1, s.join(['a', 'b']), s.center(9, '*'), s.isalpha(), s.startswith(('x', 'H')), s.partition('l'))
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a')
o.move_to_end('c', last=False)
print(o, list(reversed(o)), o.popitem(last=False), o.popitem(), o, o == {'b': 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
print(o | {'z': 1}, {'y': 0} | o, type({'y': 0} | o).__name__, copy.copy(o), OrderedDict.fromkeys('ab', 0), list(reversed(o.items())))
for call in (lambda: o.move_to_end('q'), lambda: OrderedDict().popitem(), lambda: o.pop('q'), lambda: o['q'], lambda: OrderedDict(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Ordered(OrderedDict):
    def __missing__(self, key):
        self[key] = value = key + '!'
        return value


x = Ordered()
x.attr = 1
print(x['k'], x, x.attr, repr(Ordered({1: Ordered()})), x.copy(), type(x.copy()).__name__)
x['self'] = x
print(x)
dd = defaultdict(list)
dd['a'].append(1)
dd['b']
print(dd, dd.default_factory, dd.get('c'), dd.copy(), copy.deepcopy(dd), dd | {'z': 1}, {'z': 1} | dd, pickle.loads(pickle.dumps(dd)))
dd.default_factory = None
for call in (lambda: dd['x'], lambda: defaultdict(5), lambda: defaultdict(list, 5), lambda: defaultdict(list)[[]], lambda: defaultdict(lambda: 1 / 0)[1]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(defaultdict(int, {'a': 1}, b=2), defaultdict(), defaultdict(None, [(1, 2)]), defaultdict(None).__missing__ is not None)
dd.default_factory = lambda: dd
dd['r']
print(repr(dd['r']).count('...'))
listed = UserList([1, 2])
listed.extra = ["kept"]
copied = copy.copy(listed)
print(copied, copied.extra is listed.extra, copied.data is listed.data, hasattr(listed.copy(), "extra"))
text = UserString("ab")
print("<%s>" % text, "%s-%d" % (text, 3), UserString("b") .__rmod__("a%s"), text.__getnewargs__(), text.translate(UserString.maketrans("a", "z")))
from collections import deque
from collections.abc import MutableSequence, Reversible
print(isinstance(deque(), MutableSequence), issubclass(deque, MutableSequence), isinstance(deque(), Reversible), isinstance({}, MutableSequence))
