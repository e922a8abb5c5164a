"""Expressions 6.16: in which order the parts of every expression and target are evaluated."""

log = []


class Obj:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __getattr__(self, attribute):
        log.append(f"{self.name}.{attribute}")
        return Obj(f"{self.name}.{attribute}")

    def __setattr__(self, attribute, value):
        log.append(f"{self.name}.{attribute}={value!r}")

    def __delattr__(self, attribute):
        log.append(f"del {self.name}.{attribute}")

    def __getitem__(self, key):
        log.append(f"{self.name}[{key!r}]")
        return Obj(f"{self.name}[]")

    def __setitem__(self, key, value):
        log.append(f"{self.name}[{key!r}]={value!r}")

    def __delitem__(self, key):
        log.append(f"del {self.name}[{key!r}]")

    def __call__(self, *args, **keywords):
        log.append(f"{self.name}{args!r}{keywords!r}")
        return Obj(f"{self.name}()")

    def __add__(self, other):
        log.append(f"{self.name}+{other!r}")
        return Obj("sum")

    def __iadd__(self, other):
        log.append(f"{self.name}+={other!r}")
        return Obj("isum")

    def __bool__(self):
        log.append(f"bool {self.name}")
        return True

    def __lt__(self, other):
        log.append(f"{self.name}<{other!r}")
        return Obj("less")

    def __iter__(self):
        log.append(f"iter {self.name}")
        return iter([Obj("i1"), Obj("i2")])

    def __hash__(self):
        log.append(f"hash {self.name}")
        return 1

    def __eq__(self, other):
        log.append(f"eq {self.name}")
        return self is other

    def __format__(self, spec):
        log.append(f"format {self.name} {spec}")
        return self.name

    def __contains__(self, item):
        log.append(f"{item!r} in {self.name}")
        return False

    def __repr__(self):
        return f"<{self.name}>"


def n(name):
    log.append(name)
    return Obj(name)


def flush(label):
    print(label + ":", "; ".join(log))
    log.clear()


n("a") + n("b") + n("c")
flush("sum")
n("a")[n("b")](n("c"), *n("d"), k=n("e"), **{"m": n("f")})
flush("call")
n("a")[n("b")] = n("c")
flush("subscript assignment")
n("a").x = n("b").y = n("c")
flush("chained")
n("a").x, n("b")[n("k")], *n("c").rest = n("d"), n("e"), n("f"), n("g")
flush("tuple targets")
n("a")[n("b")] += n("c")
flush("augmented subscript")
n("a").x += n("b")
flush("augmented attribute")
n("a")[n("b"):n("c"):n("d")] += n("e")
flush("augmented slice")
{n("a"): n("b"), **{n("c"): n("d")}, n("e"): n("f")}
flush("dict")
{n("a"), *n("b"), n("c")}
flush("set")
[n("a"), *n("b"), n("c")]
flush("list")
n("a") if n("b") else n("c")
flush("conditional")
n("a") < n("b") < n("c")
flush("comparison")
n("a") and n("b") or n("c")
flush("bool")
not n("a")
flush("not")
n("a") in n("b") not in n("c")
flush("in")
[(n("r"), x, y) for x in n("a") if n("c") for y in n("b")]
flush("comprehension")
{n("k"): n("v") for _ in range(2)}
flush("dict comprehension")
_ = f"{n('a')}{n('b')!r}{n('c'):{n('d')}}"
flush("f-string")
(lambda x=n("default"), *, y=n("kw default"): n("body"))()
flush("lambda")


def decorate(name):
    log.append(f"decorator {name}")

    def apply(function):
        log.append(f"apply {name}")
        return function
    return apply


@decorate("first")
@decorate("second")
def function(a: n("annotation a") = n("default a"), *, b: n("annotation b") = n("default b")) -> n("return"):
    pass


flush("function")


@decorate("class")
class Class(n("base").x and object, metaclass=n("meta") and type):
    field: n("class annotation") = n("class value")
    n("obj").attr: n("attribute annotation") = n("attribute value")
    n("obj")[n("key")]: n("subscript annotation")
    (paren): n("parenthesised annotation")


flush("class")
del n("a").x, n("b")[n("c")], (n("d").y, [n("e").z])
flush("del")
with n("a").x and open("/dev/null") as n("b").y, open("/dev/null") as n("c")[n("d")]:
    pass
log[:] = [entry.split("=")[0] for entry in log]
flush("with")
for n("a").x in n("b"):
    pass
flush("for target")
for n("a")[n("i")], n("b").y in [(1, 2)]:
    pass
flush("for tuple target")
assert n("test"), n("message")
flush("assert")
x = (y := n("inner"), n("outer"))
flush("walrus")
n("a")(n("b"))(n("c")).d(n("e"))
flush("chain of calls")
print(-n("a").__hash__() + n("b").__hash__() ** n("c").__hash__())
flush("precedence")
