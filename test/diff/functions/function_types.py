# types.FunctionType makes functions of the code of others: copies, with other names, defaults and closures.
import functools
import types


def area(width, height=2, *, scale=1):
    """Doc of area."""
    return width * height * scale


def outer(start):
    def step(by=1):
        nonlocal start
        start += by
        return start
    return step


def copied(function, name=None):
    made = types.FunctionType(function.__code__, function.__globals__, name or function.__name__,
                              function.__defaults__, function.__closure__)
    made.__kwdefaults__ = function.__kwdefaults__
    made.__dict__.update(function.__dict__)
    return functools.update_wrapper(made, function) if name is None else made


twin = copied(area, 'twin')
print(twin(3), twin(3, 4, scale=2), twin.__name__, twin.__qualname__, twin.__doc__, twin.__module__, twin is area)
twin.__defaults__ = (10,)
print(twin(1), area(1))
bare = types.FunctionType(area.__code__, globals())
print(bare.__name__, bare.__defaults__, bare.__kwdefaults__)
step = outer(5)
again = copied(step)
print(step(), again(), again(10), step())
cell = types.CellType(100)
print(types.FunctionType(step.__code__, globals(), closure=(cell,), argdefs=(7,))(), cell.cell_contents)
for arguments in ((3, globals()), (area.__code__, 3), (area.__code__, globals(), 3), (area.__code__, globals(), None, []),
                  (step.__code__, globals()), (step.__code__, globals(), None, None, ()),
                  (step.__code__, globals(), None, None, (1,)), (area.__code__, globals(), None, None, [])):
    try:
        types.FunctionType(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Greeter:
    def greet(self):
        return 'hello from ' + self.name


Greeter.wave = copied(Greeter.greet, 'wave')
one = Greeter()
one.name = 'one'
print(one.wave(), Greeter.wave.__name__)
