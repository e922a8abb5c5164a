# Modules that a table names are in the program if something in their row is asked for.
import moved
from moved import quote

print(moved.escape('<a & b>'), quote('a b'), moved.shell_words.split('a "b c"'))
print(getattr(moved, 'wrap' + 'ping', None) is not None, moved.wrapping.dedent('  x'))
print(moved.complex_math.sqrt(-1))
try:
    moved.unasked
except ModuleNotFoundError as error:
    print(error)
