"""Observable facts about equality of text made in different ways, and str subclasses."""
class Name(str):
    def __new__(cls, value, tag=None):
        self = super().__new__(cls, value)
        self.tag = tag
        return self
    def __repr__(self):
        return f"Name({str(self)!r})"
    def shout(self):
        return self.upper() + "!"
n = Name("bob", tag=7)
print(n, repr(n), n.tag, n.shout(), n == "bob", hash(n) == hash("bob"), {n: 1}["bob"], type(n).__name__, type(n + "x").__name__, isinstance(n, str))
print(n[0], n[::-1], type(n[:]).__name__, len(n), "o" in n, f"{n:>6}", "%s" % n, "-".join([n, n]), n.__class__.__mro__)
print([type(x).__name__ for x in (n.upper(), n.strip(), n * 1, str(n), n.replace("z", "y"), n.format())])
try:
    n.no_such
except AttributeError as error:
    print(error)
class Loud(str):
    def __str__(self):
        return "LOUD"
    def __eq__(self, other):
        return "never"
    __hash__ = str.__hash__
    def __len__(self):
        return 99
    def __getitem__(self, index):
        return "?"
    def __add__(self, other):
        return "added"
loud = Loud("quiet")
print(loud, str(loud), f"{loud}", "%s" % loud, len(loud), loud[0], loud + "x", loud == "quiet", loud.upper(), [loud], "".join([loud]), list(loud))
print("a" "b" == "ab", "".join(["a", "b"]) == "ab", "x".__eq__("x"), "x".__lt__("y"), "x".__contains__("x"), "abc".__len__(), "abc".__mul__(2), "abc".__getitem__(1))
