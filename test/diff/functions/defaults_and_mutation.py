"""Default values: evaluated once, shared when mutable, visible and replaceable; order of evaluation."""
def note(label, value):
    print("evaluating", label)
    return value
def f(a=note("a", 1), *, b=note("b", []), c: note("annotation", int) = note("c", {})) -> note("returns", str):
    b.append(a)
    c[len(c)] = a
    return b, c
print(f(), f(2), f(b=[9]), f.__defaults__, f.__kwdefaults__)
def counter(state=[0]):
    state[0] += 1
    return state[0]
print(counter(), counter(), counter([10]), counter())
x = 5
def late(v=x, w=lambda: x):
    return v, w()
x = 6
print(late())
def fresh(items=None):
    items = [] if items is None else items
    items.append(1)
    return items
print(fresh(), fresh(), fresh([0]))
def redefined(a, b=2):
    return a, b
redefined.__defaults__ = (10, 20)
print(redefined(), redefined(1))
redefined.__defaults__ = None
try:
    redefined(1)
except TypeError as error:
    print(error)
def order(*args, **kwargs):
    return args, kwargs
print(order(note(1, 1), *note(2, [2]), note(3, 3), k=note(4, 4), **note(5, {"z": 5})))
functions = []
for i in range(3):
    def g(n, i=i):
        return n * i
    functions.append(g)
print([g(10) for g in functions], [g(10, 7) for g in functions])
print(f.__name__, f.__doc__, sorted(f.__annotations__), f.__module__, f.__code__.co_name if hasattr(f, "__code__") else "f")
def with_doc():
    """The doc."""
with_doc.attribute = [1]
print(with_doc.__doc__, with_doc.attribute, with_doc.__dict__, with_doc())
