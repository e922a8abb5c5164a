"""collections: namedtuple, deque, Counter, OrderedDict, defaultdict, ChainMap, UserDict, UserList, UserString."""

from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple

P = namedtuple("P", "x y z", defaults=[0])
p = P(1, 2)
print(p, p.x, p[1], p._asdict(), p._replace(z=9), P._make([7, 8, 9]), P._fields, P._field_defaults, p == (1, 2, 0), p + (1,), hash(p) == hash((1, 2, 0)), P.__doc__, P.x.__doc__, [*p], p.index(2), P(*"abc"), P(y=1, x=2))
print(namedtuple("R", ["def", "a", "a", "_x"], rename=True)._fields, namedtuple("S", "a, b c")._fields, isinstance(p, tuple), type(p).__name__, p.__class__.__mro__[1].__name__)
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
d.rotate(1)
d.extend([8, 9])
d.extendleft([7])
print(d, d.maxlen, d[0], d[-1], len(d), 8 in d, d.count(8), d.index(8), list(reversed(d)), d.copy() == d, deque("abc") < deque("abd"), deque([1]) + deque([2]), deque([1]) * 3, deque())
d.insert(1, "i") if len(d) < 4 else d.remove(8)
d.reverse()
print(d, d.pop(), d.popleft(), d)
c = Counter("abracadabra")
c.update("aab")
c.subtract({"a": 1, "z": 2})
print(c, c.most_common(2), c["missing"], sorted(c.elements()), c.total(), c + Counter("zz"), c - Counter("aaa"), c & Counter("ab"), c | Counter("q" * 3), +c, -c, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), dict(c), Counter([1, 1, 2]).most_common(), repr(Counter()))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), list(reversed(OrderedDict(x=1, y=2))))
dd = defaultdict(list, k=[0])
dd["k"].append(1)
dd["new"].append(2)
print(dd, dd.default_factory, dd.get("none"), "none" in dd, dd.copy(), defaultdict(int)["x"], defaultdict(lambda: "v")["y"], dd | {"z": 1})
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
cm["c"] = 4
print(cm, cm["a"], cm["b"], dict(cm), cm.maps[0], cm.new_child({"a": 0})["a"], cm.parents, len(cm), list(cm), "b" in cm, cm.get("zz"))


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


class Stack(UserList):
    def push(self, x):
        self.append(x)


class Text(UserString):
    def shout(self):
        return self.data.upper()


u = Upper(a=1)
u["b"] = 2
u.update(c=3)
s = Stack([1])
s.push(2)
t = Text("abc")
print(u, u["A"], s, s + [3], type(s + [3]).__name__, s[0:1], t, t.shout(), t + "d", type(t.upper()).__name__, len(t), "b" in t, t == "abc")
cases = [lambda: P(1), lambda: P(1, 2, 3, 4), lambda: P(1, 2, w=3), lambda: p._replace(w=1), lambda: P._make([1]), lambda: setattr(p, "x", 5), lambda: namedtuple("1bad", "a"), lambda: namedtuple("T", "a a"), lambda: namedtuple("T", "class"), lambda: namedtuple("T", "_a"), lambda: namedtuple("T", "a", defaults=[1, 2]), lambda: namedtuple("T", [1]), lambda: deque(5), lambda: deque([], -1), lambda: deque([], "x"), lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(9), lambda: deque([1]).index(9), lambda: deque([1], 1).insert(0, 2), lambda: hash(deque()), lambda: deque([1])["a"], lambda: deque([1]) + [1], lambda: Counter(5), lambda: Counter("a") + 5, lambda: o.move_to_end("zz"), lambda: OrderedDict().popitem(), lambda: defaultdict(5), lambda: defaultdict()["x"], lambda: cm["zz"], lambda: cm.pop("b"), lambda: ChainMap().popitem(), lambda: u["zz"], lambda: Counter(a=1, **{"b": "x"}).most_common(), lambda: deque([1, 2]).rotate("x"), lambda: Counter.fromkeys("ab"), lambda: dd[[]]]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
try:
    for item in (live := deque([1, 2])):
        live.append(3)
except RuntimeError as error:
    print(error)
