"""__del__ runs as soon as the last reference goes: reassignment, del, scopes, containers."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  drop", self.name)


def scope():
    local = Noisy("local")
    print("in scope")


def returns():
    temporary = Noisy("temporary")
    kept = Noisy("kept")
    return kept


scope()
a = Noisy("first")
a = Noisy("second")
print("reassigned")
b = a
del a
print("one name left")
b = None
print("gone")
kept = returns()
print("returned", kept.name)
items = [Noisy(f"item {i}") for i in range(3)]
items.pop(1)
print("popped")
items.clear()
print("cleared")
Noisy("never named")
table = {"k": Noisy("value")}
table["k"] = None
print("replaced")
try:
    noisy = Noisy("in a failing block")
    raise ValueError(noisy.name)
except ValueError as error:
    print(error)
del noisy
print("deleted")
for n in range(2):
    loop = Noisy(f"loop {n}")
print("after loop")
closure = (lambda captured: lambda: captured)(Noisy("captured"))
print(closure().name)
closure = None
print("end of program")
