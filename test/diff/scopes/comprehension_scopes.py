"""Variables of comprehensions do not leak; the first iterable is evaluated outside."""
x = "outer"
print([x for x in range(3)], x, {x for x in (1,)}, {x: x for x in "a"}, list(x for x in "g"), x)
def f(items):
    i = "kept"
    a = [i * 2 for i in items]
    b = {i: j for i in items for j in items if i != j}
    return a, b, i
print(f([1, 2]))
print([x for x in [x]], [[x for x in x] for x in ["ab", "cd"]], [x for x in range(3) if x for x in range(x)])
def late():
    fs = [lambda: v for v in range(3)]
    v = "mine"
    return [g() for g in fs], v
print(late())
class C:
    n = 3
    ok = [k for k in range(n)]
    pairs = [(k, m) for k in range(2) for m in range(2)]
print(C.ok, C.pairs)
try:
    class D:
        n = 3
        bad = [k * n for k in range(2)]
except NameError as error:
    print(error)
try:
    [missing for y in range(1)]
except NameError as error:
    print(error)
try:
    [q for q in range(3) if q > undefined_limit]
except NameError as error:
    print(error)
try:
    print((z for z in undefined_source))
except NameError as error:
    print("at once:", error)
try:
    g = (undefined_body for z in [1])
    print("created")
    next(g)
except NameError as error:
    print("later:", error)
def uses_args(a, *b, **c):
    return [(a, v, k) for v in b for k in c]
print(uses_args(1, 2, 3, x=0))
def closure_in_comprehension():
    k = 10
    def inner():
        nonlocal k
        k += 1
        return k
    return [inner() + k for _ in range(3)], k
print(closure_in_comprehension())
print([i for i in range(5) if [j for j in range(i) if j == 2]], sum(a * b for a in range(4) for b in range(a)), max((len(w), w) for w in "a bb cc".split()), [(i, j) for i, j in zip("ab", "cd")], [first for first, *_ in ["abc", "de"]], [k for d in [{"p": 1}, {"q": 2}] for k in d])
for x in range(2):
    y = [x for x in "zz"]
print(x, y)
