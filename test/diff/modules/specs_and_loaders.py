# difftest: options --dynamic
# importlib.util, .machinery and .abc: specs of modules, loaders of files and of other sources, lazy loading, reload.
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import sys
import tempfile
import types

spec = importlib.util.find_spec('json.decoder'.partition('.')[0])
print(spec.name, spec.has_location, spec.parent, bool(spec.submodule_search_locations), type(spec.loader).__name__, spec.origin.endswith('__init__.py'), spec.cached.endswith('.pyc'))
print(importlib.util.find_spec('nonesuch'))
try:
    print(importlib.util.find_spec('math.nonesuch'))
except ModuleNotFoundError as e:
    print(e, e.name)
with tempfile.TemporaryDirectory() as d:
    p = os.path.join(d, 'plug.py')
    with open(p, 'w') as f:
        f.write('"""Doc."""\nX = 1\ndef f(a): return a + X\nprint(__name__, __file__ == __spec__.origin)\n')
    spec = importlib.util.spec_from_file_location('plug', p)
    module = importlib.util.module_from_spec(spec)
    print(isinstance(module, types.ModuleType), hasattr(module, 'X'))
    spec.loader.exec_module(module)
    print(module.f(2), module.X, module.__doc__, module.__name__, 'plug' in sys.modules)
    print(importlib.machinery.SourceFileLoader('other', p).load_module().f(5))
    print('other' in sys.modules)
    print(isinstance(spec.loader, importlib.abc.Loader), isinstance(spec.loader, importlib.abc.SourceLoader))
    sys.path.insert(0, d)
    s = importlib.machinery.PathFinder.find_spec('plug', [d])
    print(s.name, s.origin == p, s.loader == spec.loader)
    lazy = importlib.util.spec_from_file_location('lazy', p)
    lazy.loader = importlib.util.LazyLoader(lazy.loader)
    m = importlib.util.module_from_spec(lazy)
    lazy.loader.exec_module(m)
    print('lazy')
    print(m.X)
    print(importlib.util.decode_source(b'# coding: latin-1\r\nx = "\xe9"'))
    print(os.path.relpath(importlib.util.cache_from_source(p), d), os.path.relpath(importlib.util.source_from_cache(importlib.util.cache_from_source(p)), d))


class Memory(importlib.abc.SourceLoader):
    def __init__(self, source):
        self.source = source

    def get_data(self, path):
        return self.source

    def get_filename(self, fullname):
        return '<memory>'

    def is_package(self, fullname):
        return False


spec = importlib.util.spec_from_loader('mem', Memory(b'V = [1, 2]'))
m = importlib.util.module_from_spec(spec)
spec.loader.exec_module(m)
print(m.V, spec.origin, m.__file__)

for wrong in (3, types.ModuleType('nowhere')):
    try:
        importlib.reload(wrong)
    except (TypeError, ImportError) as error:
        print(type(error).__name__, error)
import keyword
keyword.kwlist = None
keyword.extra = 5
print(importlib.reload(keyword) is keyword, keyword.kwlist[:3], keyword.extra)
print(importlib.util.find_spec('colorsys').name)


class Folder(importlib.abc.TraversableResources):
    def __init__(self, files):
        self._files = files

    def files(self):
        return Node('', self._files)


class Node(importlib.abc.Traversable):
    def __init__(self, name, content):
        self._name, self._content = name, content

    @property
    def name(self):
        return self._name

    def iterdir(self):
        return (Node(name, content) for name, content in self._content.items())

    def is_dir(self):
        return isinstance(self._content, dict)

    def is_file(self):
        return not self.is_dir()

    def joinpath(self, child):
        return Node(child, self._content[child])

    def open(self, mode='r', *args, **kwargs):
        import io
        return io.BytesIO(self._content.encode()) if 'b' in mode else io.StringIO(self._content)


reader = Folder({'a.txt': 'text of a', 'inner': {'b.txt': 'b'}})
print(reader.open_resource('a.txt').read(), list(reader.contents()), reader.is_resource('inner'))
print((reader.files() / 'inner' / 'b.txt').read_text(), reader.files().joinpath('a.txt').read_bytes())
