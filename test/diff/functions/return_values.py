"""return in odd places: finally, loops, with, nested try; functions that fall off the end."""
def nothing():
    pass
def bare():
    return
def multiple():
    return 1, *[2, 3], 4
def in_finally():
    try:
        return "try"
    finally:
        return "finally"
def swallowed():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"
def finally_runs(log):
    try:
        log.append("try")
        return len(log)
    finally:
        log.append("finally")
def loop_finally():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
            if i == 4:
                return "never"
    else:
        return "else"
    return f"after {i}"
def break_in_finally():
    while True:
        try:
            raise KeyError("gone")
        finally:
            break
    return "broke out"
def continue_in_finally():
    out = []
    for i in range(3):
        try:
            out.append(1 // i)
        finally:
            continue
    return out
def else_return():
    try:
        pass
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("finally of else")
def nested():
    try:
        try:
            return "inner"
        finally:
            print("inner finally")
    finally:
        print("outer finally")
def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2
def list_kept():
    x = [1]
    try:
        return x
    finally:
        x.append(2)
log = []
print(nothing(), bare(), multiple(), in_finally(), swallowed(), finally_runs(log), log, value_kept(), list_kept())
print(loop_finally()); print(break_in_finally()); print(continue_in_finally()); print(else_return()); print(nested())
def generator_return():
    yield 1
    return "result"
g = generator_return()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
def early(n):
    if n < 0: return "negative"
    for i in range(n):
        for j in range(n):
            if i * j == 6: return i, j
    return None
print(early(-1), early(2), early(5), (lambda: None)(), (lambda n: n and early(n))(0))
