from ..two import value as two
value = two + 1
