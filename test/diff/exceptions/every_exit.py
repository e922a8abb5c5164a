"""try/except/else/finally left in every way: normally, by return, break, continue, raise."""
log = []


def run(action):
    for i in range(2):
        try:
            log.append(f"try {action}")
            if action == "return":
                return "returned"
            if action == "break":
                break
            if action == "continue":
                continue
            if action == "raise":
                raise ValueError("raised")
            if action == "raise other":
                raise KeyError("other")
        except ValueError:
            log.append("except")
            if i:
                raise
        else:
            log.append("else")
        finally:
            log.append("finally")
        log.append("after")
    else:
        log.append("loop else")
    return "end"


for action in ("nothing", "return", "break", "continue", "raise", "raise other"):
    log.clear()
    try:
        result = run(action)
    except (ValueError, KeyError) as error:
        result = repr(error)
    print(f"{action}: {result}: {', '.join(log)}")


def finally_wins(kind):
    while True:
        try:
            raise RuntimeError("lost")
        finally:
            if kind == "return":
                return "finally returned"
            if kind == "break":
                break
    return "loop left by finally"


print(finally_wins("return"), "/", finally_wins("break"))


def else_raises():
    try:
        pass
    except Exception:
        return "must not catch"
    else:
        raise IndexError("from else")
    finally:
        print("  finally after else")


try:
    else_raises()
except IndexError as error:
    print(error)


def handler_returns():
    try:
        1 / 0
    except ZeroDivisionError:
        return "handled"
    finally:
        print("  on the way out")


print(handler_returns())
