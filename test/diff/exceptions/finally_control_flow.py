"""return, break, continue and raise in finally; order of nested cleanup; values evaluated before finally."""


def f1():
    try:
        return "try"
    finally:
        print("  f1 finally")


def f2():
    try:
        return "try"
    finally:
        return "finally wins"


def f3():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def f4():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    return i


def f5():
    x = 1
    try:
        return x
    finally:
        x = 2


def f6():
    result = []
    try:
        return result
    finally:
        result.append("mutated")


def f7():
    while True:
        try:
            try:
                return "inner"
            finally:
                print("  one")
                break
        finally:
            print("  two")
    return "after break"


def f8():
    try:
        try:
            raise KeyError("first")
        finally:
            raise IndexError("second")
    except IndexError as e:
        return repr(e), repr(e.__context__)


def f9():
    for i in range(2):
        try:
            if i == 0:
                continue
            return f"returned {i}"
        finally:
            print("  cleanup", i)


def f10():
    try:
        pass
    except ValueError:
        pass
    else:
        return "else"
    finally:
        print("  after else")


def f11():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise
        finally:
            print("  inner finally")
    except ZeroDivisionError as e:
        return str(e)


def f12():
    def g():
        try:
            yield 1
            return "r"
        finally:
            print("  gen finally")
    return list(g())


def f13():
    try:
        return print("  evaluated") or "value"
    finally:
        try:
            raise ValueError
        except ValueError:
            print("  handled inside finally")


def f14():
    with open("/dev/null") as f:
        for _ in range(2):
            try:
                break
            finally:
                print("  in with", f.closed)
    return f.closed


def f15(depth=3):
    try:
        if depth:
            return f15(depth - 1)
        raise RuntimeError("deep")
    except RuntimeError as e:
        if depth == 3:
            return f"top {e}"
        raise
    finally:
        print("  unwinding", depth)


def f16():
    try:
        raise ValueError("a")
    except ValueError:
        try:
            raise TypeError("b")
        except TypeError:
            pass
        try:
            raise
        except ValueError as e:
            return "reraised", str(e)


for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16):
    print(f.__name__, f())
