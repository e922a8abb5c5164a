# Which classes can be bases together, and which __slots__ a base allows.
import collections

BUILTIN = [object, int, float, str, bytes, list, tuple, dict, set, type, BaseException, ValueError, KeyError, OSError,
           StopIteration, SystemExit, ImportError, UnicodeDecodeError, ExceptionGroup, property, staticmethod,
           collections.deque, collections.OrderedDict, collections.defaultdict, enumerate, zip, super]
SLOTS = [None, (), ("a",), ("__dict__",), ("__weakref__",), ("__dict__", "__weakref__"), "word", ("a", "b")]


def derive(base, number, slots):
    try:
        return type(f"{base.__name__}_{number}", (base,), {} if slots is None else {"__slots__": slots})
    except TypeError as error:
        print(base.__name__, slots, error)
        return None


def together(first, second):
    try:
        made = type("Both", (first, second), {})
        return "1" if made.__base__ is first else "2" if made.__base__ is second else made.__base__.__name__
    except TypeError as error:
        return {"multiple": "-", "duplicate": "=", "Cannot": "m"}.get(str(error).split()[0], str(error))


def main():
    groups = [[made for number, slots in enumerate(SLOTS) if (made := derive(base, number, slots))] for base in BUILTIN]
    for one, group in zip(BUILTIN, groups):
        print(one.__name__)
        for other, others in zip(BUILTIN, groups):
            print("   ", other.__name__, " ".join("".join(together(a, b) for b in others[:4]) for a in group[:4]))


class Left(tuple):
    pass


class Right(tuple):
    pass


try:
    class Both(Left, Right):
        pass
except TypeError as error:
    print(error)


class Diamond1(Left):
    pass


class Diamond2(Left):
    pass


class Joined(Diamond1, Diamond2):
    pass


print(Joined((1, 2)), Joined.__base__)


class MetaA(type):
    pass


class MetaB(type):
    pass


class MetaBoth(MetaA, MetaB):
    pass


print(MetaBoth("X", (), {}))
main()


# Which class an instance may get, and which bases a class.
def change(action):
    try:
        action()
        return "ok"
    except TypeError as error:
        return str(error)


KINDS = [object, int, str, list, dict, bytearray, Exception, OSError, set, float, tuple, collections.deque, property]
for one in KINDS:
    for slots in ((), ("a",), None):
        classes = [made for kind in KINDS for other in ((), ("a",), None) if (made := derive(kind, 9, other))]
        first = derive(one, 8, slots)
        for other in classes:
            try:
                instance = first()
            except TypeError:
                continue
            answer = change(lambda: setattr(instance, "__class__", other))
            if answer != f"__class__ assignment: '{other.__name__}' object layout differs from '{first.__name__}'":
                print(one.__name__, slots, answer)
        below = type("Below", (type("Base", (one,), {"__slots__": ()}),), {})
        print(one.__name__, [change(lambda: setattr(below, "__bases__", (kind,))) for kind in KINDS if first])
try:
    class Muddled(Left, type("L", (Left,), {}), collections.deque):
        pass
except TypeError as error:
    print(error)
