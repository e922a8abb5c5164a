# exec() of an import that is put together needs no evaluator: the modules that the name may have are followed and
# the runtime imports. Texts that say more than the name of a module, and dicts of the program's own, do need one.

# RUN: %pyasyncc --emit=ast -Wno-import -o %t %s 2>&1 | FileCheck %s


def load(name):
    exec("import %s" % name)
    exec("import " + name)
    exec("import package.{}".format(name))
    exec(f"import {name}")
# CHECK-NOT:  warning:


def more(name):
    exec(f"import {name} as module")
# CHECK:      dynamic_import.py:[[#@LINE-1]]:5: warning: exec() runs code that is not known here [dynamic]
    exec(f"import {name}", {})
# CHECK:      dynamic_import.py:[[#@LINE-1]]:5: warning: exec() runs code that is not known here [dynamic]
    exec("from %s import *" % name)
# CHECK:      dynamic_import.py:[[#@LINE-1]]:5: warning: exec() runs code that is not known here [dynamic]
