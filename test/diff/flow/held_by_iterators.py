"""What only an iterator holds lives until the loop is left, also while an exception is being made."""
class Ending:
    def __init__(self, name): self.name = name
    def __del__(self): print("end of", self.name)
    def method(self, *others): print("method of", self.name); return others

def by_assert():
    for c in ([1], [Ending("held")]):
        assert not c, Ending(3).method()

def by_raise():
    for c in ([1], [Ending("held")]):
        raise ValueError(Ending(3).method())

def by_raise_if(x):
    for c in ([1], [Ending("held")]):
        if x:
            raise ValueError(Ending(3).method())

def by_return():
    for c in ([1], [Ending("held")]):
        return Ending(3).method()

def by_return_if(x):
    for c in ([1], [Ending("held")]):
        if x:
            return Ending(3).method()

def with_handler(x):
    try:
        for c in ([1], [Ending("held")]):
            assert not c, Ending(3).method()
    except AssertionError:
        print("at")

def with_handler_raise(x):
    try:
        for c in ([1], [Ending("held")]):
            if x:
                raise ValueError(Ending(3).method())
    except ValueError:
        print("at")

def in_comprehension_message(x):
    try:
        for c in ([1], [Ending("held")]):
            assert not c, [y for y in (1, Ending(3).method())]
    except AssertionError:
        print("at")

def whole_list(x):
    for c in [Ending("held")][:]:
        c = None
        assert not x, Ending(3).method()

for f in (by_assert, by_raise, by_return):
    print("==", f.__name__)
    try:
        f()
    except Exception as e:
        print(type(e).__name__)
    e = None
for f in (by_raise_if, by_return_if, with_handler, with_handler_raise, in_comprehension_message, whole_list):
    print("==", f.__name__)
    try:
        f(1)
    except Exception as e:
        print(type(e).__name__)
    e = None
