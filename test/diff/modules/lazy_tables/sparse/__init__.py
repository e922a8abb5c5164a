import importlib

_PARTS = {"grow": ".root", "leaf": ".leaf"}


def __getattr__(name):
    if name not in _PARTS:
        raise AttributeError(name)
    module = importlib.import_module(_PARTS[name], __name__)
    return getattr(module, name, module)
