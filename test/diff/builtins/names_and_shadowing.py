"""Built-in names that are shadowed, deleted and restored; __name__ and friends."""
print(__name__, __doc__, len("abc"))
def shadow():
    len = lambda x: "mine"
    str = 5
    return len([1]), str
print(shadow(), len([1]), str(5))
len = lambda x: "global mine"
print(len("abc"))
del len
print(len("abc"))
try:
    del len
except NameError as error:
    print(error)
import builtins
print(builtins.len is len, builtins.max(1, 2), hasattr(builtins, "print"), callable(builtins.sorted))
class list(list):
    def first(self):
        return self[0]
print(list("xyz").first(), type([]) is list, isinstance(list(), builtins.list), [1, 2].__class__ is builtins.list)
del list
print(list("ab"))
def parameters(input, type=int, id=None):
    return input, type("5"), id
print(parameters(1), parameters(2, str, 3), (lambda print: print + 1)(4), [id for id in range(3)], {sum: sum * 2 for sum in range(2)})
for max in range(3):
    pass
print(max)
del max
print(max(3, 7))
try:
    undefined_name
except NameError as error:
    print(error, error.name)
print(True, False, None, Ellipsis, ..., NotImplemented, __debug__, type(...).__name__, type(NotImplemented).__name__)
match, case, _, type = 1, 2, 3, 4
print(match, case, _, type)
