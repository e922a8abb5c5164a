"""What stays bound after failed patterns, guard order and side effects, scopes, match as a name."""

log = []


def guard(name, result):
    log.append(name)
    return result


def test(subject):
    log.clear()
    x = "untouched"
    match subject:
        case [x, 1]:
            result = "first"
        case [x, y] if guard("g1", False):
            result = "second"
        case [x, y] if guard("g2", y > 5):
            result = f"third {x} {y}"
        case {"k": x}:
            result = "mapping"
        case _ if guard("g3", True):
            result = "wildcard"
    return result, x, log[:]


for subject in ([1, 1], [1, 9], [1, 3], {"k": 7}, 5):
    print(test(subject))
match = 5
case = "name"
_ = "underscore"
match match:
    case 5:
        print("match is a name", case, _)
match (1, 2):
    case a, b:
        print(a, b)
match 1, *[2, 3]:
    case 1, *rest:
        print(rest)
match = [lambda x: x]
print(match[0](3))
match (x := 7):
    case int(n) if n == x:
        print("walrus", n)


class K:
    match 3:
        case n:
            doubled = n * 2


print(K.n, K.doubled)


def returns(value):
    for i in range(3):
        match value:
            case 0:
                continue
            case 1:
                break
            case 2:
                return "returned"
    else:
        return "loop ended"
    return "broke"


print([returns(v) for v in range(4)])


def exceptions(value):
    try:
        match value:
            case {"a": a} if 1 / a:
                return a
            case [*_, last] if last.nope:
                return last
    except (ZeroDivisionError, AttributeError) as error:
        return str(error)


print(exceptions({"a": 0}), exceptions({"a": 2}), exceptions([1]), exceptions(5))


class Eq:
    def __eq__(self, other):
        print("  eq", other)
        return other == 2


match Eq():
    case 1:
        print("one")
    case 2 | 3:
        print("two")


def nested(command):
    match command.split():
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return f"going {direction}"
        case ["go", *_]:
            return "go where?"
        case ["take", item] | ["pick", "up", item]:
            return f"took {item}"
        case ["drop", *items] if items:
            return f"dropped {', '.join(items)}"
        case []:
            return "silence"
        case [verb, *_]:
            return f"cannot {verb}"


for command in ("go north", "go up", "go", "take lamp", "pick up key", "drop a b", "drop", "", "dance now"):
    print(nested(command))
