import importlib.util
import sys


class Importer:
    def __init__(self, root, names, vendor):
        self.root, self.names, self.vendor = root + '.', names, vendor

    def find_spec(self, fullname, path=None, target=None):
        if fullname.startswith(self.root) and fullname[len(self.root):].split('.')[0] in self.names:
            return importlib.util.spec_from_loader(fullname, self)
        return None

    def create_module(self, spec):
        for prefix in (self.vendor + '.', ''):
            name = prefix + spec.name[len(self.root):]
            try:
                __import__(name)
            except ImportError:
                continue
            sys.modules[spec.name] = sys.modules[name]
            return sys.modules[name]
        raise ImportError('%s is not carried along' % spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.append(Importer(__name__, {'carried', 'lone', 'spread', 'natural', 'lost'}, 'carrier._vendor'))
