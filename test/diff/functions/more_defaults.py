# __defaults__ may hold more values than a function has parameters: the last ones count.
def any_number(*args, **kwargs):
    return args, kwargs


def two(a, b):
    return a, b


any_number.__defaults__ = (1, 2, 3)
two.__defaults__ = (1, 2, 3)
print(any_number(), any_number(5, k=6), two(), two(7), two(7, 8), two(b=9))
try:
    two(1, 2, 3)
except TypeError as error:
    print(error)
two.__defaults__ = None
try:
    two(1)
except TypeError as error:
    print(error)
