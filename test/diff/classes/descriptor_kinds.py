"""property in every form, classmethod, staticmethod, cached_property, functions as descriptors, and messages."""

from functools import cached_property, partialmethod


class Account:
    rate = 2

    def __init__(self, balance):
        self._balance = balance

    @property
    def balance(self):
        """The balance."""
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative")
        self._balance = value

    @balance.deleter
    def balance(self):
        print("closing")
        self._balance = 0

    @property
    def readonly(self):
        return "ro"

    writeonly = property(None, lambda self, v: print("wrote", v))
    nothing = property()
    old_style = property(lambda s: s._balance * s.rate, doc="doubled")

    @cached_property
    def expensive(self):
        print("computing")
        return self._balance ** 2

    @classmethod
    def make(cls, *args):
        return cls(*args)

    @staticmethod
    def helper(x, y=2):
        return x * y

    def scaled(self, factor, offset=0):
        return self._balance * factor + offset

    doubled = partialmethod(scaled, 2)
    tripled = partialmethod(scaled, 3, offset=1)


a = Account(10)
a.balance += 5
print(a.balance, a.old_style, a.expensive, a.expensive, a.__dict__, Account.make(3).balance, a.helper(4), Account.helper(1), a.doubled(), a.tripled(), Account.balance.__doc__, Account.old_style.__doc__)
del a.balance
a.writeonly = 3
del a.expensive
print(a.expensive, type(Account.balance).__name__, Account.balance.fget.__name__, Account.readonly.fset, Account.balance.fset is not None)
cases = [lambda: setattr(a, "balance", -1), lambda: setattr(a, "readonly", 1), lambda: delattr(a, "readonly"), lambda: a.writeonly, lambda: a.nothing, lambda: setattr(a, "nothing", 1), lambda: delattr(a, "nothing"), lambda: a.helper(), lambda: Account.make(), lambda: Account.scaled(), lambda: a.scaled(), lambda: a.scaled(1, 2, 3), lambda: a.scaled(factors=1), lambda: Account.balance.__get__(5), lambda: property(1, 2, 3, 4, 5), lambda: classmethod(), lambda: staticmethod(1, 2), lambda: staticmethod(5)(), lambda: Account.balance.__set__(a, -5)]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
bound = a.scaled
print(bound.__self__ is a, bound.__func__ is Account.scaled, bound.__name__, Account.make.__self__ is Account, Account.__dict__["helper"].__func__(3), bound == a.scaled, bound is a.scaled, hash(bound) == hash(a.scaled), Account.scaled.__get__(a)(2), Account.scaled.__get__(a, Account).__self__ is a, callable(Account.__dict__["helper"]), Account.__dict__["make"].__wrapped__.__name__)
class Child(Account):
    @Account.balance.getter
    def balance(self):
        return "overridden"

    @property
    def readonly(self):
        return "child " + super().readonly


c = Child(1)
c.balance = 7
print(c.balance, c._balance, c.readonly)
