"""Modules that import each other: names are there once they have been bound."""
import left
import right

print(left.ping(3), right.pong(2))
print(left.Left.partner is right.Right, right.partner_of())
try:
    import early
except ImportError as error:
    print(type(error).__name__, str(error).partition(" (")[0])
