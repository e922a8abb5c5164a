# Characters by the aliases of their names: control characters have no others.
import typing

print(ascii('\N{FORM FEED}\N{BYTE ORDER MARK}\N{NULL}\N{LINE FEED}\N{NBSP}\N{ESCAPE}\N{NO-BREAK SPACE}\N{BEL}\N{ALERT}'))


class Variable(typing.TypeVar, _root=True):
    """Classes of typing can be subclassed by those who say so."""


print(Variable('V'), issubclass(Variable, typing.TypeVar))
