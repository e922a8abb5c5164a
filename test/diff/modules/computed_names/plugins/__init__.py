from importlib import import_module
def get(n): return import_module('.' + n, __package__)
def get2(n): return import_module(f'{__name__}.{n}')

