"""Functions to call when the program ends, the last registered first."""

_registered = []


def register(func, /, *args, **kwargs):
    """Registers a function; answers it, so that this can be a decorator."""
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _registered.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Takes a function back, however often it was registered."""
    for place, entry in enumerate(_registered):
        if entry is not None and (entry[0] is func or func == entry[0]):
            _registered[place] = None  # as in CPython they still count


def _clear():
    _registered.clear()


def _ncallbacks():
    return len(_registered)


def _run_exitfuncs():
    import sys
    for place in range(len(_registered) - 1, -1, -1):  # what is registered meanwhile is forgotten
        entry = _registered[place] if place < len(_registered) else None
        if entry is None:
            continue
        func, args, kwargs = entry
        _registered[place] = None
        sys._call_at_exit(func, *args, **kwargs)
    _registered.clear()
