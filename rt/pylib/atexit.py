"""Functions to call when the program ends, the last registered first."""

_registered = []


def register(func, /, *args, **kwargs):
    """Registers a function; answers it, so that this can be a decorator."""
    _registered.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Takes a function back, however often it was registered."""
    _registered[:] = [entry for entry in _registered if entry[0] is not func]


def _clear():
    _registered.clear()


def _ncallbacks():
    return len(_registered)


def _run_exitfuncs():
    import sys
    while _registered:
        func, args, kwargs = _registered.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as exc:
            print('Exception ignored in atexit callback: %r' % (func,), file=sys.stderr)
            sys.excepthook(type(exc), exc, exc.__traceback__)
