# __subclasses__ of built-in classes: the tree of exceptions, and what the program adds to it.
def tree(cls, depth=0):
    below = [each for each in cls.__subclasses__() if each.__module__ in ('builtins', '__main__')]
    print('  ' * depth + cls.__name__, len(below))
    for each in below:
        tree(each, depth + 1)


tree(BaseException)
print(int.__subclasses__(), float.__subclasses__(), bool.__subclasses__(), type.__subclasses__(bool))


class Number(int):
    pass


class Failure(ArithmeticError, LookupError):
    pass


class Deep(Failure):
    pass


print(int.__subclasses__(), Number.__subclasses__(), ArithmeticError.__subclasses__(), LookupError.__subclasses__()[-1], Failure.__subclasses__())
del Deep
import gc
gc.collect()
print(Failure.__subclasses__())
