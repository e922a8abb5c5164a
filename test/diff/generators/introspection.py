"""What a generator tells: running, its frame's end, names, repr, and re-entry is refused."""


def selfish():
    print("running:", current.gi_running)
    try:
        next(current)
    except ValueError as error:
        print("ValueError:", error)
    yield 1


current = selfish()
print(current.gi_running, current.gi_yieldfrom)
print(next(current))
print(current.gi_running)
print(repr(current).startswith("<generator object selfish at 0x"))
current.__name__ = "new name"
print(current.__name__, current.__qualname__)


class Holder:
    def items(self):
        yield self


print(Holder().items().__qualname__, Holder.items.__name__)
print([n for n in range(3)].__class__.__name__, (n for n in ()).__qualname__)


def outer():
    yield from inner_generator


inner_generator = (n for n in range(2))
generator = outer()
next(generator)
print(generator.gi_yieldfrom is inner_generator)
print(list(generator), generator.gi_yieldfrom, generator.gi_frame)
for attribute in ("send", "throw", "close", "__next__", "__iter__"):
    print(attribute, callable(getattr(generator, attribute)))
try:
    generator.anything = 1
except AttributeError as error:
    print("AttributeError:", error)
try:
    generator()
except TypeError as error:
    print("TypeError:", error)
