# vars(), dir() and super() without arguments in a module with `import *`, where the names are read in other ways too.
from _helper import *

a = 1
print([name for name in vars() if name == 'a'], 'a' in dir(), 'a' in globals(), 'a' in locals())


def look(self):
    return sorted(vars(self)), len([1]), 'one' in dir(self)


def inner(x):
    return sorted(vars()), sorted(dir()), sorted(locals()), 'a' in globals()


class Base:
    def __init__(self):
        self.one = 1

    def m(self):
        return 1


class Derived(Base):
    def m(self):
        return super().m() + 1


print(inner(1), look(Base()), Derived().m(), [name for name in vars() if name == 'inner'], helped())
