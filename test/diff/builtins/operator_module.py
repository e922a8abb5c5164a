"""operator: getters, callers, every operator as a function, names, and the errors' words."""

import operator as op

print(op.add(1, 2), op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 1, 2], 1), op.indexOf("abc", "c"), op.getitem({"a": 1}, "a"), op.truth([]), op.not_(0), op.is_(None, None), op.is_not(1, None), op.neg(5), op.inv(5), op.pos(-5), op.abs(-3), op.index(7), op.length_hint([1, 2]), op.pow(2, 5), op.floordiv(7, 2), op.truediv(7, 2), op.mod(7, 3), op.matmul.__name__, op.lt(1, 2), op.ge(1, 2), op.call(max, 3, 5, key=lambda x: -x), op.xor(5, 3), op.lshift(1, 4), op.or_({1}, {2}))
items = [1, 2]
print(op.iadd(items, [3]) is items, items, op.setitem(items, 0, "x"), op.delitem(items, 1), items, op.ior({"a": 1}, {"b": 2}), op.imul([1], 2), op.iconcat([1], [2]), op.isub(5, 2))


class Obj:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def method(self, *args, **kw):
        return ("method", args, kw)


o = Obj(a=1, b=Obj(c=Obj(d=5)))
print(op.attrgetter("a")(o), op.attrgetter("b.c.d")(o), op.attrgetter("a", "b.c.d")(o), op.itemgetter(1)("abc"), op.itemgetter(0, -1)("abc"), op.itemgetter(slice(1, 3))("abcd"), op.itemgetter("k")({"k": 9}), op.methodcaller("method")(o), op.methodcaller("method", 1, x=2)(o), op.methodcaller("upper")("abc"))
print(repr(op.attrgetter("a", "b.c")), repr(op.itemgetter(1, "k")), repr(op.methodcaller("m", 1, k=2)), sorted([(1, "b"), (2, "a")], key=op.itemgetter(1)), max([o], key=op.attrgetter("a")) is o, op.add.__name__, op.__add__ is op.add, type(op.add).__name__)
for bad in (lambda: op.add(1), lambda: op.add(1, 2, 3), lambda: op.add(1, b=2), lambda: op.add(1, "a"), lambda: op.attrgetter(), lambda: op.attrgetter(5), lambda: op.attrgetter("zz")(o), lambda: op.attrgetter("a.zz")(o), lambda: op.itemgetter(), lambda: op.itemgetter(9)("abc"), lambda: op.itemgetter("x")([1]), lambda: op.itemgetter(1)(5), lambda: op.methodcaller(), lambda: op.methodcaller(5), lambda: op.methodcaller("nope")(o), lambda: op.concat(1, 2), lambda: op.iconcat(1, 2), lambda: op.index(1.5), lambda: op.index("x"), lambda: op.countOf(5, 1), lambda: op.indexOf([1], 9), lambda: op.length_hint(5, "x"), lambda: op.length_hint([], 1.5), lambda: op.getitem([1], 5), lambda: op.contains(5, 1), lambda: op.neg("a"), lambda: op.not_(), lambda: op.truth(1, 2), lambda: op.lt(1, "a"), lambda: op.call(), lambda: op.itemgetter(1)(), lambda: op.attrgetter("a")(), lambda: op.itemgetter(1)("abc", 2), lambda: op.pow(2), lambda: op.setitem((1,), 0, 1), lambda: op.delitem("abc", 0)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class UsesOperators:
    plus = op.add

    def combine(self, a, b):
        return self.plus(a, b)


print(UsesOperators().combine(2, 3))
