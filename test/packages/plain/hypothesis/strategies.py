"""Every name of this module is a strategy that yields nothing."""


class _Anything:
    """Any strategy, or decorator of one: it can be called, and has every attribute."""

    def __call__(self, *args, **kwargs):
        return self

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self

    def __or__(self, other):
        return self


anything = _Anything()


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return anything
