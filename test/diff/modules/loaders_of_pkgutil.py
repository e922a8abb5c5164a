"""pkgutil's loaders: of the main module, of modules by name and as objects, of such as are not there."""
import json
import pkgutil
import sys
import types
import xml.dom

print(pkgutil.get_loader("__main__") is None, pkgutil.get_loader(sys.modules["__main__"]) is None)
for asked in ("json", json, "xml.dom", xml, "no_such_module"):
    loader = pkgutil.get_loader(asked)
    print(loader is not None and loader.get_filename() == sys.modules[getattr(asked, "__name__", asked)].__file__)
bare = types.ModuleType("bare")
print(pkgutil.get_loader(bare))
sys.modules["absent"] = None
print(pkgutil.get_loader("absent"))
sys.modules["specless"] = types.ModuleType("specless")
print(pkgutil.get_loader("specless"))
for wrong in (".relative", "specless", "absent", "__main__", "no_such.inner"):
    try:
        print(pkgutil.find_loader(wrong))
    except ImportError as error:
        print(str(error).partition(":")[0])
