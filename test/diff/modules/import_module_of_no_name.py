# importlib.import_module: names that are none, or of another type.
import importlib

for name in None, '', 3, b'x', '.x', '..x', 'nonesuch':
    for package in None, 'a':
        try:
            print(importlib.import_module(name, package))
        except (ImportError, AttributeError, TypeError, ValueError) as error:
            print(repr(name), repr(package), type(error).__name__, error)


def find_command(name):
    try:
        return getattr(importlib.import_module(name), 'command')
    except (ImportError, AttributeError):
        return 'no command %r' % name


print(find_command(None), find_command('nonesuch'), find_command('json'))
