"""Packages: absolute and relative imports, __all__, star imports, submodule attributes, aliases."""

import shapes
import shapes.solid.cube as cube_module
from shapes import *
from shapes.flat import square as sq
from shapes.solid import Cube, volume_of
from shapes.util import describe, VERSION as version

print(shapes.__name__, shapes.__package__, shapes.__all__, sorted(n for n in dir() if not n.startswith("_")))
print(Circle(2).area(), sq.Square(3).area(), Cube(2).volume(), volume_of(Cube(3)), describe(Cube(1)), version)
print(cube_module.__name__, cube_module.__package__, shapes.solid.cube is cube_module, shapes.flat.square.Square is sq.Square, Circle.__module__, Cube.__module__)
for statement in ("hidden", "missing"):
    try:
        if statement == "hidden":
            _private
        else:
            from shapes.flat import triangle
    except (NameError, ImportError) as error:
        print(type(error).__name__, str(error).split(" (")[0], getattr(error, "name", None))
try:
    import shapes.nowhere
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from shapes.solid.cube import toobeyond
except ImportError as error:
    print(str(error).split(" (")[0])
print(shapes.lazy_value, shapes.lazy_value)
try:
    shapes.not_lazy
except AttributeError as error:
    print(error)
