"""Classes: constructors, instance and class attributes, methods, bound methods, repr and str."""


class Account:
    """A bank account."""

    bank = "First"
    accounts = []

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.accounts.append(owner)

    def deposit(self, amount):
        self.balance += amount
        return self

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"

    def __str__(self):
        return f"{self.owner}: {self.balance}"


a, b = Account("ann"), Account("bob", 10)
print(a, b, repr(a), [a, b], f"{a!s} {a!r} {b}", sep=" | ")
print(a.deposit(5).deposit(7).balance, Account.deposit(b, 1).balance, Account.accounts)
a.bank = "Own"
print(a.bank, b.bank, Account.bank, vars(a), "bank" in vars(b))
Account.bank = "Second"
print(a.bank, b.bank)
del a.bank
print(a.bank)
method = a.deposit
print(method(1).balance, method.__self__ is a, method.__func__ is Account.deposit, method.__name__)
print(Account.__name__, Account.__doc__, Account.__module__, type(a) is Account, a.__class__.__name__)
a.nickname = "annie"
print(hasattr(a, "nickname"), getattr(a, "missing", "default"), sorted(vars(a)))
setattr(a, "score", 3)
delattr(a, "nickname")
print(sorted(vars(a)), isinstance(a, Account), isinstance(a, (int, Account)), issubclass(Account, object))


class Empty:
    pass


print(repr(Empty()).startswith("<__main__.Empty object at 0x"), Empty() == Empty(), bool(Empty()))
Empty.method = lambda self, n: n * 2
print(Empty().method(4), Empty.__dict__["method"].__name__)
for wrong in (lambda: Account(), lambda: a.nothing, lambda: Account.deposit(1), lambda: Empty().method()):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
