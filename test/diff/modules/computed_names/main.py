"""Modules that are imported by names put together when the program runs."""
import importlib, sys
import plugins
for n in ('alpha', 'beta'):
    m = importlib.import_module(f'plugins.{n}')
    print(m.name)
print(plugins.get('alpha').name, plugins.get2('beta').name)
for n in ('alpha', 'beta'):
    print(importlib.import_module('.'.join(['plugins', n.lower()])).name)
m = importlib.import_module('json')
print(m.dumps([1]))
for n in ['lone', 'ext_one']:
    print(importlib.import_module(n).value)
for n in sys.argv[1:]:
    print(__import__('ext_' + n).value)
    print(importlib.import_module("plugins.%s.deep" % n))
print(__import__('plugins.sub.deep', fromlist=['x']).x)
modname = 'plugins.sub.' + 'deep'
print(importlib.import_module(modname).x)
try:
    importlib.import_module('plugins.nothing')
except ModuleNotFoundError as e: print(e)
try:
    importlib.import_module('.x')
except TypeError as e: print(e)
import pkgutil
print([m.name for m in pkgutil.iter_modules(plugins.__path__)])
print([(m.name, m.ispkg) for m in pkgutil.walk_packages(plugins.__path__, plugins.__name__ + '.')])
