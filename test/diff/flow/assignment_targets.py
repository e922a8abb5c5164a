"""Every form of assignment target, in their order of evaluation."""
trace = []


def note(value):
    trace.append(value)
    return value


class Box:
    def __setattr__(self, name, value):
        trace.append(f"set {name}={value}")
        super().__setattr__(name, value)

    def __setitem__(self, key, value):
        trace.append(f"[{key}]={value}")


box, data = Box(), {}
box.x, box[note("k")], (y, *z) = note(1), note(2), note([3, 4, 5])
print(trace, y, z)
trace.clear()
a = b = box.z = data[note("key")] = note("value")
print(trace, a, b, data)
i = 0
i, data[i] = 1, "after i"
print(i, data)
a, b = 1, 2
a, b = b, a
print(a, b)
[a, [b, c]], d = (1, (2, 3)), 4
print(a, b, c, d)
first, *middle, last = range(5)
print(first, middle, last)
*start, end = "ab"
only, *nothing = [1]
print(start, end, only, nothing)
(single,) = [9]
[] = ()
() = []
print(single)
for values in ([1], [1, 2, 3], 5, {}):
    try:
        p, q = values
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
    try:
        p, *q, r = values
        print(p, q, r)
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
items = list(range(6))
items[1:3] = ["a", "b", "c"]
items[-1], items[0] = items[0], items[-1]
items[::3] = "XYZ"
print(items)
x: int = 5
unset: str
print(x, __annotations__)
try:
    unset
except NameError as error:
    print("NameError:", error)
data["list"] = [0]
data["list"][0] += 5
data["n"] = data["n2"] = 1
data["n"] <<= 4
print(data)
