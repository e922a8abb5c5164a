# typing.Literal of values that have no hash: made, but not compared.
from typing import Literal

for left, right in (Literal[{0}], Literal[{False}]), (Literal[1, 2], Literal[2, 1]), (Literal[0], Literal[False]), (Literal[[]], 5), (Literal[1, 1, 2], Literal[2, 1]):
    try:
        print(left, right, left == right, left != right)
    except TypeError as error:
        print(left, error)
    try:
        print(hash(left) == hash(left))
    except TypeError as error:
        print(left, error)
