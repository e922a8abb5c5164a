"""Exceptions inside finally inside generators: what is raised, what is its context, what is lost."""

import sys


def chain(error):
    parts = []
    while error is not None:
        parts.append(f"{type(error).__name__}({error})")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " <- ".join(parts)


def run(label, action):
    try:
        print(label, "->", action())
    except BaseException as error:
        print(label, "!", chain(error), sys.exc_info()[1] is error)


def raises_in_finally():
    try:
        yield 1
    finally:
        raise KeyError("finally")


def returns_in_finally():
    try:
        yield 1
    finally:
        return "swallowed"


def yields_in_finally():
    try:
        yield 1
    finally:
        yield 2
        print("  after the yield in finally")


def nested():
    try:
        try:
            yield "body"
        except ValueError as error:
            print("  inner caught", error, sys.exc_info()[0].__name__)
            yield "handler"
            raise KeyError("from handler") from error
        finally:
            print("  inner finally", sys.exc_info()[0] and sys.exc_info()[0].__name__)
            yield "finally"
            raise IndexError("from finally")
    except IndexError as error:
        print("  outer caught", chain(error))
        yield "outer"
    else:
        yield "never"
    finally:
        print("  outer finally")


def advance(generator, *steps):
    seen = []
    for step in steps:
        try:
            if step is None:
                seen.append(next(generator))
            elif isinstance(step, BaseException):
                seen.append(generator.throw(step))
            else:
                seen.append(generator.send(step))
        except StopIteration as stop:
            seen.append(("stop", stop.value))
    return seen


run("raise, next", lambda: advance(raises_in_finally(), None, None))
run("raise, throw", lambda: advance(raises_in_finally(), None, ValueError("thrown")))
run("raise, close", lambda: (g := raises_in_finally(), next(g), g.close()))
run("raise, close unstarted", lambda: (g := raises_in_finally(), g.close(), list(g))[1:])
run("raise, throw unstarted", lambda: (g := raises_in_finally(), g.throw(ValueError("early"))))
run("return, throw", lambda: advance(returns_in_finally(), None, ValueError("thrown")))
run("return, close", lambda: (g := returns_in_finally(), next(g), g.close())[2])
run("return, throw exit", lambda: advance(returns_in_finally(), None, GeneratorExit("x")))
run("yield, next", lambda: advance(yields_in_finally(), None, None, None))
run("yield, throw", lambda: advance(yields_in_finally(), None, ValueError("thrown"), None))
run("yield, close", lambda: (g := yields_in_finally(), next(g), g.close()))
run("nested", lambda: advance(nested(), None, ValueError("v"), None, None, None, None))
run("nested close", lambda: (g := nested(), next(g), g.throw(ValueError("v")), g.close()))
run("nested plain", lambda: advance(nested(), None, None, None, None))


def delegate(inner):
    try:
        result = yield from inner
        print("  result", result)
        yield result
    except Exception as error:
        print("  delegate caught", chain(error))
        raise RuntimeError("delegate") from None
    finally:
        print("  delegate finally")


run("delegate", lambda: advance(delegate(raises_in_finally()), None, ValueError("thrown")))
run("delegate return", lambda: advance(delegate(returns_in_finally()), None, ValueError("t"), None))
run("delegate close", lambda: (g := delegate(yields_in_finally()), next(g), g.close()))
run("delegate list", lambda: advance(delegate(iter([1, 2])), None, ValueError("list has no throw")))
run("delegate exit", lambda: (g := delegate(iter([1, 2])), next(g), g.close())[1:])


def loop():
    for number in range(4):
        try:
            if number == 1:
                continue
            if number == 3:
                break
            yield number
        except ValueError:
            yield f"caught {number}"
        else:
            yield f"else {number}"
        finally:
            yield f"finally {number}"
    else:
        yield "no break"
    yield "end"


run("loop", lambda: list(loop()))
run("loop throw", lambda: advance(loop(), None, ValueError("v"), None, None, None))


def context_of_caller():
    yield sys.exc_info()[1]
    try:
        raise KeyError("own")
    except KeyError:
        yield sys.exc_info()[1]
    yield sys.exc_info()[1]


def in_handlers():
    generator = context_of_caller()
    seen = []
    try:
        raise ValueError("first caller")
    except ValueError:
        seen.append(repr(next(generator)))
    try:
        raise TypeError("second caller")
    except TypeError:
        seen.append(repr(next(generator)))
        seen.append(repr(sys.exc_info()[1]))
    seen.append(repr(next(generator)))
    return seen


run("exc_info", in_handlers)


def stop_inside():
    yield 1
    raise StopIteration("inside")


def stop_by_next():
    yield next(iter([]))


run("stop inside", lambda: list(stop_inside()))
run("stop by next", lambda: list(stop_by_next()))
run("stop thrown", lambda: advance(raises_in_finally(), None, StopIteration(5)))
run("stop thrown into plain", lambda: (g := (x for x in [1, 2]), next(g), g.throw(StopIteration("s"))))
