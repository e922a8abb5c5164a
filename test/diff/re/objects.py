"""Pattern and Match as objects: equality, hashing, copying, pickling hooks, attributes, types."""
import copy
import re
import weakref

p, q = re.compile("a(?P<x>b)"), re.compile("a(?P<x>b)", re.I)
print(p == re.compile("a(?P<x>b)"), p == q, p != q, p == "a", hash(p) == hash(re.compile("a(?P<x>b)")), len({p, q, re.compile("a(?P<x>b)")}), p is re.compile("a(?P<x>b)"))
re.purge()
fresh = re.compile("a(?P<x>b)")
print(fresh is p, fresh == p, hash(fresh) == hash(p), re.compile("a") == re.compile(b"a"), {p: 1}[fresh])
print(p.pattern, p.flags, p.groups, p.groupindex, p.groupindex["x"], copy.copy(p) is p, copy.deepcopy(p) is p)
m = p.match("ab")
print(copy.copy(m) is m, copy.deepcopy(m) is m, m == p.match("ab"), m == m, m.re is p, m.string, hash(m) == hash(m))
print(re.Pattern, re.Match, type(p) is re.Pattern, type(m) is re.Match, isinstance(m, re.Match), re.Pattern.__module__, re.Match.__qualname__, re.Pattern[str], re.Match[bytes])
reference = weakref.ref(p)
print(reference() is p)
for action in [lambda: re.Pattern(), lambda: re.Match(), lambda: p < q, lambda: len(m), lambda: setattr(p, "flags", 1), lambda: setattr(m, "pos", 1), lambda: setattr(p, "x", 1), lambda: iter(m),
               lambda: m.nothing, lambda: p.nothing, lambda: p.groupindex.__setitem__("y", 1), lambda: m.__setitem__(0, 1), lambda: p(), lambda: m.start(1, 2), lambda: m.groups(1, 2), lambda: m.expand()]:
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    class Sub(re.Pattern):
        pass
except TypeError as error:
    print(error)
print(re._pickle(p)[1], m.__class__, p.__class__, [n for n in dir(p) if not n.startswith("_")], [n for n in dir(m) if not n.startswith("_")])
match m:
    case re.Match(string="ab", pos=0):
        print("matched as a class pattern")
print(repr(re.match("(?s).*", "x\n'" * 40)), str(re.match(b".", b"\xff")), repr(re.compile("")), f"{m}", "%s" % (p,))
print(m.regs, m.regs is m.regs, m.endpos, bool(re.match("", "")), sorted(re.__all__))
