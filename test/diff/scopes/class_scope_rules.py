"""Names in class bodies: lookup order, locals(), globals(), deletion, comprehension visibility, mangling, nested classes."""

x = "global x"
y = "global y"


class A:
    print(x)
    x = "class x"
    print(x, "x" in locals(), sorted(k for k in locals() if not k.startswith("__")))
    del x
    print(x)
    locals()["injected"] = "through locals"
    print(injected)
    z = [x for _ in range(1)]
    w = [i for i in [y]]
    __private = "mangled"
    _A__other = "explicit"
    before = dict(locals())
    print(sorted(k for k in before if not k.startswith("__")))

    def method(self):
        return self.__private, self.__other, x, __class__.__name__

    class Inner:
        x = "inner"

        def get(self):
            return x, self.x

        print(__qualname__, __module__)


print(A.injected, A.z, A.w, A().method(), A.Inner().get(), hasattr(A, "__private"), A._A__private)


def function(x):
    class Local:
        captured = x
        x = "shadow"
        after = x
        vars_here = sorted(k for k in vars() if k[0] != "_")

        def read(self):
            return x
    return Local.captured, Local.after, Local().read(), Local.vars_here, Local.__qualname__


print(function("parameter"))


class B:
    global made_global
    made_global = "from class body"
    try:
        undefined
    except NameError as error:
        caught = str(error)
    for i in range(3):
        pass
    if i == 2:
        conditional = "yes"
    with open("/dev/null") as handle:
        pass
    lambdas = [lambda self, n=n: n for n in range(2)]
    locals_type = type(locals()).__name__

    def __secret(self):
        return "secret"

    def call(self):
        return self.__secret()


print(made_global, B.caught, B.i, B.conditional, B.handle.closed, B.lambdas[1](None), B.locals_type, B().call(), B.__dict__["_B__secret"].__name__, "error" in B.__dict__)


def local_dict():
    a = 1
    b = 2
    inner = lambda: b
    result = dict(locals())
    del result["inner"]
    return result


print(local_dict(), sorted(k for k in globals() if len(k) == 1), globals()["x"], "local_dict" in globals())
globals()["dynamic"] = 5
print(dynamic)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return {"prepared": 42}


class C(metaclass=Meta):
    seen = prepared
    mine = sorted(locals().keys() & {"prepared", "seen"})


print(C.seen, C.mine)


class D:
    items = [1, 2, 3]
    total = sum(items)
    doubled = [i * 2 for i in items]
    try:
        bad = [i for i in range(2) if items]
    except NameError as error:
        bad = str(error)
    pairs = [(i, j) for i in items for j in range(1)]


print(D.total, D.doubled, D.bad, D.pairs)
