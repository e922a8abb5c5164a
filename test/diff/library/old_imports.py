"""imp: what is left of it in 3.11: names of cached files, new modules, built-in ones, errors."""
import warnings
warnings.simplefilter('ignore')
import imp
print(imp.get_magic() == imp.get_magic(), imp.cache_from_source('/a/b.py'), imp.source_from_cache('/a/__pycache__/b.cpython-311.pyc'), imp.get_suffixes()[-2:], imp.PY_SOURCE, imp.lock_held())
m = imp.new_module('made')
print(type(m), m.__name__)
def attempt(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
attempt(imp.find_module, 'surely_not_there')
attempt(imp.init_builtin, 'nothing')
attempt(imp.is_builtin, 'sys')
attempt(imp.is_frozen, 'nothing')
attempt(imp.NullImporter, '')
attempt(imp.load_module, 'x', None, '', ('', '', 99))
print(imp.init_builtin('sys') is __import__('sys'))
