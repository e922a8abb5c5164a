"""A subclass of str: what methods and operators answer, overriding, attributes, hashing."""


class Name(str):
    def __new__(cls, text, *, note=""):
        self = super().__new__(cls, text.strip())
        self.note = note
        return self

    def __repr__(self):
        return f"Name({str.__repr__(self)})"

    def __add__(self, other):
        return Name(str(self) + str(other), note="sum")

    def __eq__(self, other):
        return str.__eq__(self.lower(), other.lower()) if isinstance(other, str) else NotImplemented

    def __hash__(self):
        return hash(self.lower())

    def __len__(self):
        return 99


n = Name("  Ada ", note="first")
print(n, repr(n), n.note, type(n.upper()), type(n[0:2]), type(n * 2), type(n + "x"), (n + "x").note, len(n))
print(n == "ADA", "ADA" == n, n != "ada", n in {"ada": 1}, {n: 1}.get(Name("ADA")), n is str(n), type(str(n)))
print(f"{n}", f"{n!r}", "%s" % n, "{:>6}".format(n), n.join(["1", "2"]), isinstance(n, str))
print(str(n), n.__dict__, [c for c in n], list(map(type, n[:1])), "d" in n, n.index("d"), sorted([Name("b"), Name("a")]))


class Shout(str):
    def __str__(self):
        return self.upper() + "!"

    def __format__(self, spec):
        return f"<{spec}>" + str.__format__(self, spec)


s = Shout("hey")
print(s, str(s), repr(s), f"{s}", f"{s:>5}", f"{s!s:>6}", "%s|%r" % (s, s), "".join([s, "x"]), s + "")
print(str.__new__(Shout, b"ab", "ascii"), type(str.__new__(Shout)))
try:
    str.__new__(int, "x")
except TypeError as error:
    print(error)
