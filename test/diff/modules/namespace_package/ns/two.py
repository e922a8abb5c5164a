from .one import value as one
value = one + 1
