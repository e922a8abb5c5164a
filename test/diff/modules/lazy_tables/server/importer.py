import importlib


def import_from_string(text):
    module, _, attribute = text.partition(":")
    return getattr(importlib.import_module(module), attribute)
