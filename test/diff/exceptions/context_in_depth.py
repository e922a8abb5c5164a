"""__context__ through handlers, finally, with, generators, functions; cycles; suppression."""

from contextlib import contextmanager, suppress


def chain(error):
    parts = []
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        parts.append(f"{type(error).__name__}({error})" + ("!" if error.__suppress_context__ else ""))
        error = error.__cause__ or error.__context__
    return " <- ".join(parts)


def record(function):
    try:
        function()
    except BaseException as error:
        print(function.__name__, chain(error))


def in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        int("x")


def in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        int("x")


def in_finally():
    try:
        1 / 0
    finally:
        {}["k"]


def in_function_called_by_handler():
    def helper():
        raise KeyError("helper")
    try:
        1 / 0
    except ZeroDivisionError:
        helper()


def handled_inside_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            int("x")
        except ValueError:
            pass
        raise RuntimeError("after")


def reraise_other():
    saved = None
    try:
        1 / 0
    except ZeroDivisionError as e:
        saved = e
    try:
        int("x")
    except ValueError:
        raise saved


def self_cycle():
    e = ValueError("self")
    try:
        raise e
    except ValueError:
        raise e


def from_generator():
    def g():
        try:
            yield
        except KeyError:
            raise ValueError("from gen")
    it = g()
    next(it)
    try:
        1 / 0
    except ZeroDivisionError:
        it.throw(KeyError("thrown"))


def in_exit():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *args):
            raise LookupError("in exit")
    with Manager():
        raise ValueError("body")


def in_contextmanager():
    @contextmanager
    def manager():
        try:
            yield
        except ValueError:
            raise KeyError("converted")
    with manager():
        raise ValueError("body")


def generator_keeps_its_own():
    def g():
        try:
            raise ValueError("inner")
        except ValueError:
            yield
            raise RuntimeError("later")
    it = g()
    next(it)
    try:
        1 / 0
    except ZeroDivisionError:
        next(it)


def suppressed_then_raised():
    with suppress(ZeroDivisionError):
        1 / 0
    raise ValueError("clean")


def deep():
    try:
        try:
            try:
                raise ValueError(1)
            except ValueError:
                raise TypeError(2)
        except TypeError:
            raise KeyError(3) from None
    except KeyError:
        raise IndexError(4)


for function in (in_handler, in_else, in_finally, in_function_called_by_handler, handled_inside_handler, reraise_other, self_cycle, from_generator, in_exit, in_contextmanager, generator_keeps_its_own, suppressed_then_raised, deep):
    record(function)
import sys
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exception() is sys.exc_info()[1])
    try:
        int("x")
    except ValueError:
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0].__name__)
print(sys.exc_info())


def no_memory():
    try:
        {}["key"]
    except KeyError:
        return [0] * 2**62


for _ in range(2):
    try:
        no_memory()
    except MemoryError as error:
        print(repr(error), repr(error.__context__), error.__cause__)


def again(times):
    """Each MemoryError is another one, with a context and a traceback of its own."""
    try:
        1 << 10**19
    except MemoryError as error:
        kept.append(error)
        if not times:
            raise KeyError("the last")
        again(times - 1)


kept = []
try:
    again(2)
except KeyError as error:
    while error:
        length, link = 0, error.__traceback__
        while link:
            length, link = length + 1, link.tb_next
        print(repr(error), length, [error is one for one in kept])
        error = error.__context__
