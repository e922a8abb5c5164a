"""Packages that import their parts when they are asked for: the package has the table, a helper imports."""
import lazy
import sparse
from server.config import Config

print(lazy.connect("here"))
print(lazy.saw.cut)
print(lazy.Old)
print(sparse.grow(), sparse.leaf.colour)
try:
    lazy.nothing
except AttributeError as error:
    print(error)
print(sorted(dir(lazy))[-3:])
for config in (Config(), Config("fancy")):
    print(config.kind.__name__, config.life.__module__)
