"""The walrus operator in conditions, comprehensions, loops, calls and lambdas."""
if (n := len("hello")) > 3:
    print(n)
data = [1, 5, 2, 8, 3]
print([y for x in data if (y := x * 2) > 5], y, [last := x for x in data], last, any((hit := x) > 4 for x in data), hit)
it = iter([3, 2, 1, 0, 9])
while (v := next(it)) != 0:
    print(v, end=" ")
print(v)
total = 0
print([total := total + x for x in data], total)
print((a := 1) + (b := a + 1), a, b, (c := (1, 2)), c, (d := 5, 6), d, [e := 1, e + 1], {(f := 2): f}, (lambda: (g := 7) + g)())
def func(x, y=0): return x, y
print(func(z := 3, y=(w := 4)), z, w)
def scope():
    values = [m := k for k in range(3)]
    nested = [[(p := i * j) for j in range(3)] for i in range(3)]
    gen = list((q := t) for t in "xy")
    return m, p, q, values, nested
print(scope())
def nonlocal_walrus():
    x = 0
    def inner():
        nonlocal x
        if (x := x + 1) < 3:
            inner()
    inner()
    return x
print(nonlocal_walrus())
x = "abc"
print(x[(i := 1):], i, f"{(h := 5)}", h, not (u := []), u, (s := "t") * 3 if (r := True) else None, r)
def first_match(items, test):
    return found if any(test(found := item) for item in items) else None
print(first_match([1, 4, 6], lambda k: k % 2 == 0), first_match([1], lambda k: k > 1))
while chunk := data[:2]:
    print(chunk, end=" ")
    data = data[2:]
print()
class K:
    attr = (inside := 5) + 1
print(K.inside, K.attr)
try:
    (lambda: undefined if (q := 0) else q / 0)()
except ZeroDivisionError as err:
    print(err)
assert (ok := True)
print((x := 1, y := 2), x, y, [z for z in (lambda: range(3))()], {(p := 1), (p := 2)}, p, (j := 1) if False else "no", "j" in globals())
