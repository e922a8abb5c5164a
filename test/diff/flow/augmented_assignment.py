"""Augmented assignment evaluates its target once, uses in-place methods, falls back to plain ones."""
trace = []


class Logged:
    def __init__(self, value):
        self.value = value

    def __iadd__(self, other):
        trace.append(f"iadd {other}")
        self.value += other
        return self

    def __sub__(self, other):
        trace.append(f"sub {other}")
        return Logged(self.value - other)


class Items:
    def __init__(self):
        self.data = {"k": 1}

    def __getitem__(self, key):
        trace.append(f"get {key}")
        return self.data[key]

    def __setitem__(self, key, value):
        trace.append(f"set {key} {value}")
        self.data[key] = value


def target(value, name):
    trace.append(name)
    return value


x = Logged(10)
alias = x
x += 5
print(x is alias, x.value)
x -= 3
print(x is alias, x.value, alias.value)
items = Items()
target(items, "object")[target("k", "key")] += target(5, "right")
print(trace)
numbers = [1, 2]
same = numbers
numbers += (3,)
numbers *= 2
print(same, same is numbers)
numbers = numbers + [9]
print(same is numbers)
pair = ([1], 2)
try:
    pair[0] += [5]
except TypeError as error:
    print("TypeError:", error, pair)
text = "a"
text += "b" * 3
text *= 2
text %= ()
n = 7
n **= 3
n //= 2
n %= 100
n |= 8
n ^= 5
n &= ~1
n >>= 1
n /= 3
print(text, n)
s = {1, 2}
t = s
s |= {3}
s -= {1}
s ^= {9, 2}
s &= {3, 9}
print(t, s is t)
d = {"a": 1}
d |= {"b": 2}
print(d)
if True:
    try:
        n += "a"
    except TypeError as error:
        print("TypeError:", error)
    try:
        undefined += 1
    except NameError as error:
        print("NameError:", error)


def local():
    try:
        counter += 1
    except UnboundLocalError as error:
        print("UnboundLocalError:", error)
    counter = 0
    counter += 1
    return counter


counter = 5
print(local(), counter)
