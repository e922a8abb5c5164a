# Looking at the pipeline: the list of its passes, the IR around one of them, the time each takes. At -O0
# only what is needed runs.

# RUN: %pyasyncc --print-passes | FileCheck %s --check-prefix=LIST
# LIST: build {{.*}}make the IR from the syntax tree
# LIST-NEXT: prune
# LIST: dce {{.*}}(not at -O0)
# LIST: ownership

# RUN: %pyasyncc --print-before=ownership --emit=ir %s -o %t 2> %t.before
# RUN: FileCheck %s --input-file=%t.before --check-prefix=BEFORE --implicit-check-not=decref
# RUN: FileCheck %s --input-file=%t
# RUN: %pyasyncc --print-after=ownership --emit=ir %s -o %t 2>&1 | FileCheck %s --check-prefixes=AFTER,CHECK
# RUN: %pyasyncc --print-after=build --emit=ir %s -o %t 2>&1 | FileCheck %s --check-prefix=BUILD
# BEFORE: {{^}}; before ownership
# BEFORE: function @py.__main__.f
# AFTER: {{^}}; after ownership
# BUILD: {{^}}; after build
# CHECK: function @py.__main__.f
# CHECK: decref

# RUN: %pyasyncc -O0 --time-passes --emit=ir %s -o %t 2>&1 | FileCheck %s --check-prefix=TIME --implicit-check-not=dce
# TIME: {{[0-9.]+}} ms  prune
# TIME: {{[0-9.]+}} ms  ownership

# The stages of code generation are timed as well.
# RUN: %pyasyncc -O1 --time-passes %s -o %t.program 2>&1 | FileCheck %s --check-prefix=STAGES
# STAGES: {{[0-9.]+}} ms  codegen: set up LLVM
# STAGES: {{[0-9.]+}} ms  codegen: emit LLVM IR
# STAGES: {{[0-9.]+}} ms  codegen: split coroutines
# STAGES: {{[0-9.]+}} ms  codegen: LLVM passes
# STAGES: {{[0-9.]+}} ms  codegen: machine code
# STAGES: {{[0-9.]+}} ms  codegen: link

# RUN: echo "import string" > %t.imports.py
# RUN: %pyasyncc -O1 --time-passes %t.imports.py -o %t.program 2>&1 | FileCheck %s --check-prefix=LIBRARY
# LIBRARY: {{[0-9.]+}} ms  codegen: modules of the library

# RUN: %ir-opt %t > %t.again
# RUN: diff %t %t.again

def f(a, b):
    return a + b * a


f(1, "text")
