"""exec of a text that is but an import, which needs no evaluator: parsers made by ply look for their tables so."""
import sys


def load(name):
    try:
        exec("import %s" % name)
    except ImportError as error:
        return repr(error)
    return sys.modules[name].__name__


for name in ("json", "no_such_table", "xml.dom"):
    print(load(name))
import json
import xml.dom
exec("import " + ".".join(["xml", "dom"]))
print(xml.dom.__name__)
