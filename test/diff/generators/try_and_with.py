"""yield inside try, with and loops: state of every block survives the suspension."""
from contextlib import contextmanager


@contextmanager
def section(name):
    print("  enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("  suppressed", error)
    finally:
        print("  exit", name)


def guarded():
    with section("outer") as outer:
        yield outer
        with section("inner") as inner, section("second") as second:
            yield inner + second
            raise ValueError("inside")
        yield "after inner"
    yield "after outer"


def retries():
    for attempt in range(4):
        try:
            value = yield f"attempt {attempt}"
            if value:
                break
        except RuntimeError as error:
            print("  retry because", error)
            continue
        finally:
            print("  end of", attempt)
    else:
        yield "gave up"
    yield f"stopped at {attempt}"


print(list(guarded()))
generator = guarded()
next(generator), next(generator)
generator.close()
generator = retries()
print(next(generator), generator.throw(RuntimeError("busy")), next(generator), generator.send(True))
print(list(retries())[-2:])


def exception_state():
    try:
        raise KeyError("kept")
    except KeyError:
        yield "in handler"
        try:
            raise
        except KeyError as error:
            yield f"re-raised {error}"


print(list(exception_state()))
