"""Every binary operator: normal, reflected and in-place methods; which is asked, in which order, and the words of failure."""

import operator

NAMES = {"add": "+", "sub": "-", "mul": "*", "matmul": "@", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<", "rshift": ">>", "and": "&", "xor": "^", "or": "|"}


def method(name, answer):
    def call(self, *others):
        print(f"  {type(self).__name__}.__{name}__{tuple(type(o).__name__ for o in others)}")
        return answer
    return call


def make(class_name, *names, base=object, answer=NotImplemented):
    return type(class_name, (base,), {f"__{name}__": method(name, answer) for name in names})


def attempt(action, *args):
    try:
        print("   =", action(*args))
    except TypeError as error:
        print("   !", error)


for name, sign in NAMES.items():
    plain = getattr(operator, name + "_" if name in ("and", "or") else name)
    inplace = getattr(operator, "i" + name)
    print(name, sign)
    Nothing = make("Nothing")
    Left = make("Left", name)
    Right = make("Right", "r" + name)
    Both = make("Both", name, "r" + name, "i" + name)
    Sub = make("Sub", "r" + name, base=Both)
    Answers = make("Answers", name, "r" + name, "i" + name, answer="answer")
    attempt(plain, Nothing(), Nothing())
    attempt(plain, Left(), Right())
    attempt(plain, Both(), Sub())
    attempt(plain, Both(), Both())
    attempt(inplace, Both(), Right())
    attempt(inplace, Nothing(), 1)
    attempt(plain, 1, Answers())
    attempt(plain, "s", Answers())
    attempt(plain, [1], Answers())
    attempt(inplace, [1], Answers())
    attempt(inplace, Answers(), None)

print("divmod and pow")
Divides = make("Divides", "divmod", "rdivmod", answer=("d", "m"))
attempt(divmod, Divides(), 1)
attempt(divmod, 1, Divides())
attempt(divmod, object(), 1)
Powers = make("Powers", "pow", "rpow", answer="power")
attempt(pow, Powers(), 2, 3)
attempt(pow, 2, Powers(), 3)
attempt(pow, 2, 3, Powers())
attempt(pow, 2, Powers())
attempt(pow, 2.5, "x")
attempt(pow, 2, 3, "x")


class Value:
    def __init__(self, value):
        self.value = value

    def __iadd__(self, other):
        self.value += other
        return self

    def __isub__(self, other):
        return self.value - other

    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return Value(self.value * other)

    def __repr__(self):
        return f"Value({self.value})"


value = alias = Value(1)
value += 5
print(value, alias is value)
value *= 3
print(value, alias)
value -= 1
print(value)
values = [Value(1), Value(2)]
values[0] += 10
values[1] -= 10
print(values)
items = ([1],)
try:
    items[0] += [2]
except TypeError as error:
    print(error, items)
text = "abc"
try:
    text -= 1
except TypeError as error:
    print(error)
for action in (lambda: 1 + None, lambda: None + 1, lambda: "a" + 1, lambda: 1 + "a", lambda: [1] + (1,), lambda: (1,) + [1], lambda: b"a" + "a", lambda: "a" * 1.5, lambda: [1] * "a", lambda: 1 @ 2,
               lambda: {} + {}, lambda: {1} + {2}, lambda: {1} | [2], lambda: {} | [], lambda: [] | {}, lambda: 1 << 1.0, lambda: 1.0 & 1, lambda: ~1.0, lambda: -"a", lambda: +[], lambda: "a" % 1, lambda: "%d" % "a", lambda: len + 1, lambda: print - print, lambda: print >> 1):
    try:
        print(action())
    except TypeError as error:
        print(error)
