"""Every way out of nested loops and try statements: which else and finally parts run, in which order."""

import itertools

WAYS = ("fall", "break", "continue", "return", "raise", "raise caught")


def walk(loop_kind, way_body, way_finally, log):
    log.append("start")
    for round_ in range(2):
        log.append(f"r{round_}")
        try:
            count = 0
            if loop_kind == "while":
                while count < 2:
                    count += 1
                    try:
                        log.append(f"w{count}")
                        if way_body == "break":
                            break
                        elif way_body == "continue":
                            continue
                        elif way_body == "return":
                            return "from body"
                        elif way_body == "raise":
                            raise KeyError("body")
                        elif way_body == "raise caught":
                            raise ValueError("body")
                        log.append("fell")
                    except ValueError as error:
                        log.append(f"caught {error}")
                    else:
                        log.append("try else")
                    finally:
                        log.append("finally")
                        if way_finally == "break":
                            break
                        if way_finally == "continue":
                            continue
                        if way_finally == "return":
                            return "from finally"
                        if way_finally == "raise":
                            raise IndexError("finally")
                        if way_finally == "raise caught":
                            raise ValueError("finally")
                else:
                    log.append("loop else")
            else:
                for count in range(2):
                    try:
                        log.append(f"f{count}")
                        if way_body == "break":
                            break
                        elif way_body == "continue":
                            continue
                        elif way_body == "return":
                            return "from body"
                        elif way_body == "raise":
                            raise KeyError("body")
                        elif way_body == "raise caught":
                            raise ValueError("body")
                        log.append("fell")
                    except ValueError as error:
                        log.append(f"caught {error}")
                    else:
                        log.append("try else")
                    finally:
                        log.append("finally")
                        match way_finally:
                            case "break":
                                break
                            case "continue":
                                continue
                            case "return":
                                return "from finally"
                            case "raise":
                                raise IndexError("finally")
                            case "raise caught":
                                raise ValueError("finally")
                else:
                    log.append("loop else")
        except (ValueError, IndexError) as error:
            log.append(f"outer {type(error).__name__} {error.__context__!r}")
            if round_:
                raise
        finally:
            log.append("outer finally")
    else:
        log.append("outer else")
    return "end"


for kind, body, final in itertools.product(("while", "for"), WAYS, WAYS):
    log = []
    try:
        result = walk(kind, body, final, log)
    except Exception as error:
        result = f"{type(error).__name__}({error}) from {error.__context__!r}"
    print(kind, body, "/", final, "=>", result)
    print("   ", " ".join(log))


def nested_finally_values():
    def f(n):
        try:
            try:
                if n == 0:
                    return "inner"
                if n == 1:
                    raise ValueError(1)
                if n == 2:
                    return 1 / 0
            finally:
                if n == 3:
                    return "inner finally"
                n += 10
        except ZeroDivisionError:
            return f"handler {n}"
        finally:
            if n == 11:
                return f"outer finally {n}"
        return f"end {n}"
    return [f(n) for n in range(5)]


print(nested_finally_values())


def return_value_is_fixed():
    x = [1]
    y = 1
    try:
        return x, y
    finally:
        x.append(2)
        y = 2


print(return_value_is_fixed())


def generator_way():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                return "generator return"
            yield i
        finally:
            yield f"finally {i}"


g = generator_way()
print([*g])


def delegating():
    result = yield from generator_way()
    yield result


print([*delegating()])
for a in range(3):
    for b in range(3):
        if b == a:
            break
        print(a, b, end=" ")
    else:
        print("no break", a)
        continue
    if a == 2:
        break
else:
    print("outer else never")
print("|", a, b)
n = 10
while n := n - 3:
    if n < 0:
        break
    print(n, end=" ")
else:
    print("zero")
print(n)
