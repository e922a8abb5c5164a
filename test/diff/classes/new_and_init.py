"""__new__ and __init__: singletons, immutable subclasses, __new__ that returns something else."""


class Singleton:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
            print("  created")
        return cls.instance

    def __init__(self, value=None):
        self.value = value


class Percent(int):
    def __new__(cls, value):
        if not 0 <= value <= 100:
            raise ValueError(f"{value} is no percentage")
        return super().__new__(cls, value)

    def __repr__(self):
        return f"{int(self)}%"


class Pair(tuple):
    def __new__(cls, left, right):
        return super().__new__(cls, (left, right))

    @property
    def left(self):
        return self[0]


class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())


class Elsewhere:
    def __new__(cls):
        return {"not": "an instance"}

    def __init__(self):
        print("never called")


class BadInit:
    def __init__(self):
        return 5


a = Singleton(1)
b = Singleton(2)
print(a is b, a.value)
half = Percent(50)
print(half, half + 1, half == 50, half * 2, isinstance(half, int), type(half + 1).__name__, f"{half}", {50: "x"}[half])
pair = Pair("l", "r")
print(pair, pair.left, pair == ("l", "r"), len(pair), [*pair])
print(Upper("shout"), Upper("a") + "b", Upper("x") == "X", Elsewhere())
for action in (lambda: Percent(101), lambda: BadInit(), lambda: object.__new__(Percent), lambda: object(1), lambda: Singleton.__new__()):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
