"""copy and deepcopy: default behaviour, __copy__, __deepcopy__, __reduce__, __getstate__, memo, cycles."""

import copy


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)


class Custom:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        print("  __copy__")
        return Custom(self.n + 1)

    def __deepcopy__(self, memo):
        print("  __deepcopy__", len(memo) > 0)
        return Custom(self.n + 100)


class Stateful:
    def __init__(self):
        self.keep, self.drop = [1], "secret"

    def __getstate__(self):
        print("  getstate")
        return {"keep": self.keep}

    def __setstate__(self, state):
        print("  setstate", state)
        self.__dict__.update(state, restored=True)


class Reduced:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __reduce__(self):
        print("  reduce")
        return (Reduced, (self.a, self.b))


class Slotted:
    __slots__ = ("x", "y")


n = Node(1, [Node(2), Node(3)])
n.children.append(n)
shallow, deep = copy.copy(n), copy.deepcopy(n)
print(shallow.children is n.children, deep.children is n.children, deep.children[2] is deep, deep.children[0].value, type(deep).__name__)
print(copy.copy(Custom(1)).n, copy.deepcopy(Custom(1)).n, copy.deepcopy([Custom(1)])[0].n)
s = copy.copy(Stateful())
print(s.__dict__)
s = copy.deepcopy(Stateful())
print(s.__dict__)
r = copy.deepcopy(Reduced([1], "b"))
print(r.a, r.b)
sl = Slotted()
sl.x = [1]
d = copy.deepcopy(sl)
print(d.x, d.x is sl.x, hasattr(d, "y"))
shared = [1]
pair = copy.deepcopy([shared, shared, (shared, 5)])
print(pair[0] is pair[1], pair[2][0] is pair[0], pair)
for value in (1, "s", 1.5, None, (1, 2), frozenset([1]), len, Node, range(3), True, b"x", ...):
    print(copy.copy(value) is value, copy.deepcopy(value) is value, end=" ")
print()
for value in ([1, [2]], {1: [2]}, {1, 2}, bytearray(b"a"), ([1],)):
    c, d = copy.copy(value), copy.deepcopy(value)
    print(c == value, c is value, d == value, d is value)
loop = []
loop.append(loop)
clone = copy.deepcopy(loop)
print(clone[0] is clone, clone is loop)
try:
    copy.copy((x for x in ()))
except TypeError as error:
    print(error)


class MyList(list):
    def __init__(self, items=(), tag=None):
        super().__init__(items)
        self.tag = tag


m = copy.deepcopy(MyList([1, [2]], tag={"k": 1}))
print(m, m.tag, type(m).__name__)
print(Node(1).__reduce_ex__(2)[1][0].__name__, Node(1).__getstate__(), object().__getstate__())
