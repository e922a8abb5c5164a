"""The order in which operands, arguments, targets and subscripts are evaluated."""
log = []
def n(label, value=None):
    log.append(label)
    return label if value is None else value
def show(title):
    print(title, *log)
    log.clear()
class T(dict):
    def __getitem__(self, k):
        log.append(f"get[{k}]"); return dict.get(self, k, 0)
    def __setitem__(self, k, v):
        log.append(f"set[{k}]={v}"); dict.__setitem__(self, k, v)
    def __setattr__(self, k, v):
        log.append(f"setattr.{k}={v}")
t = T()
n(1, 1) + n(2, 2) * n(3, 3) - n(4, 4); show("arithmetic")
n(1, 1) < n(2, 2) < n(3, 0) < n(4, 4); show("chain stops")
[n(1), n(2)], (n(3), {n(4): n(5), n(6): n(7)}), {n(8)}; show("displays")
(lambda *a, **k: 0)(n(1), *n(2, [1]), n(3), k=n(4), **n(5, {"z": 1})); show("call")
n("f", lambda *a: 0)(n("arg1"), n("arg2")); show("function first")
n("object", t)[n("index")] = n("value"); show("subscript assignment")
n("o1", t)[n("i1")] += n("v1", 5); show("augmented")
n("o", t).attr = n("v"); show("attribute")
n("a", t)[n("x")], n("b", t)[n("y")] = n("1"), n("2"); show("tuple targets")
n("p", t)[n("k")] = n("q", t)[n("l")] = n("value"); show("chained assignment")
n("yes", 1) if n("cond", 0) else n("no"); show("conditional")
n(0, 0) or n("", "") or n("x") or n("never"); show("or")
n("a") and n(0, 0) and n("never"); show("and")
[n((i, j)) for i in n("outer", [1, 2]) for j in n(f"inner{i}", [3]) if n("if", True)]; show("comprehension")
{n("k", 1): n("v")for _ in range(1)}; show("dict comprehension")
n("seq", "abc")[n("lo", 0):n("hi", 2):n("step", 1)]; show("slice")
f"{n('a')}{n('b'):{n('>5')}}"; show("f-string")
def g(a=n("default a"), b=n("default b")): pass
show("defaults")
class C(n("base", object), metaclass=n("meta", type)):
    x = n("body")
show("class")
@n("deco 1", lambda f: f)
@n("deco 2", lambda f: f)
def h(p: n("annotation") = n("default")): pass
show("decorators")
del n("d", t)[n("i1")]; show("del")
assert n("test", True), n("message"); show("assert")
x = y = n("once"); show("assign"); i = 0; i, t[i] = 1, "v"; show("index after"); (n("w1"), n("w2"))[n("i", 1)]; show("end")
