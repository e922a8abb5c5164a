# What the main module has from the start: __annotations__, __cached__ and others, in dir(), globals() and by name.
print(__annotations__, __cached__, __spec__, __name__, __package__, __doc__)
print(dir())
print(sorted(globals()))
print([name for name in sorted(vars()) if name.startswith('__') and name not in ('__file__', '__builtins__')])
__annotations__['x'] = int


def read():
    return __annotations__, __cached__


print(read())
