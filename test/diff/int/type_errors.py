"""Operators on integers and things that are not numbers: messages of the TypeErrors."""
import operator

operations = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod,
              operator.pow, operator.lshift, operator.rshift, operator.and_, operator.or_, operator.xor,
              operator.lt, operator.ge, operator.matmul, operator.iadd, operator.ipow]
seven, half, letter = 7, 0.5, "a"
others = ["s", None, [1], 2.5]
for operation in operations:
    for other in others:
        for a, b in ((7, other), (other, 7)):
            try:
                print(operation.__name__, a, b, "=", operation(a, b))
            except TypeError as error:
                print(operation.__name__, error)
for action in (lambda: -"s", lambda: +None, lambda: ~2.5, lambda: abs("x"), lambda: round("x"), lambda: len(5),
               lambda: seven[0], lambda: seven(), lambda: iter(5), lambda: divmod(1, "s"), lambda: 5 in 7,
               lambda: int.no_such, lambda: (5).no_such, lambda: range(1.5), lambda: [1, 2][letter], lambda: "abc"[half]):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
