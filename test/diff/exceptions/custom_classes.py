"""Exception classes of one's own: constructors, attributes, str, repr, equality, hierarchy."""


class ConfigError(Exception):
    """Raised for a wrong setting."""

    def __init__(self, key, value, *, hint=None):
        super().__init__(f"bad value {value!r} for {key}")
        self.key = key
        self.value = value
        self.hint = hint

    def describe(self):
        return f"{self}" + (f" (hint: {self.hint})" if self.hint else "")


class RangeError(ConfigError, ValueError):
    low, high = 0, 10

    def __str__(self):
        return f"{self.value} is not in {self.low}..{self.high}"


class Silent(Exception):
    pass


class WithState(Exception):
    count = 0

    def __init__(self):
        type(self).count += 1


try:
    raise ConfigError("port", "x", hint="use a number")
except ConfigError as error:
    print(error.describe(), error.args, repr(error), error.key, error.hint)
try:
    raise RangeError("level", 11)
except ValueError as error:
    print(error, "|", repr(error), "|", error.describe())
for error in (Silent(), Silent("one"), Silent("one", 2), Silent(None), Silent([1])):
    print(repr(str(error)), repr(error), error.args)
for _ in range(3):
    try:
        raise WithState
    except WithState as error:
        print(error.count, error.args, repr(error))
print(ConfigError.__doc__, ConfigError.__mro__[1].__name__, Silent() == Silent())
error = Silent("a")
error.args = ("changed", 1)
error.extra = "attribute"
print(error, error.extra, vars(error))
try:
    raise ConfigError("only key")
except TypeError as error:
    print("TypeError:", error)


class Base(Exception):
    def __eq__(self, other):
        return isinstance(other, Base) and self.args == other.args

    def __hash__(self):
        return hash(self.args)


print(Base(1) == Base(1), Base(1) != Base(2), len({Base(1), Base(1)}))
