# Modules whose names are computed: what matches the known part of a name is in the program; of other names there is a
# warning.

# RUN: %pyasyncc --emit=ast -o %t %s 2>&1 | FileCheck %s
# RUN: %pyasyncc --imports -o %t %s 2>&1 | FileCheck %s --check-prefix=TREE
import importlib
import sys

importlib.import_module(sys.argv[1])
# CHECK: computed_import.py:9:1: warning: the name of this module is computed: it is found only if the program has it for another reason [import]
# CHECK: hint: name the modules that it may be in import statements
# CHECK-NOT: computed_import.py:14
for name in ["abs", "bsearch"]:
    importlib.import_module("json." + sys.argv[1])
# TREE-DAG: json.decoder
# TREE-DAG: json.scanner
