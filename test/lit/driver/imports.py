# --imports says what the program is linked with: every module below the one whose import brought it
# in, with the line of that import and the bytes of its code and data.

# RUN: %pyasyncc --imports -o %t.exe %s 2>%t.log | FileCheck %s --strict-whitespace
# RUN: not ls %t.exe
# RUN: FileCheck %s --check-prefix=WARNING <%t.log

import sys
import textwrap
from Inputs import helper

try:
    import no_such_module
except ImportError:
    pass


def late():
    import another_missing_module


print(textwrap.fill(helper.text), sys.argv)

# CHECK: __main__: {{[1-9][0-9]*}} bytes ({{.*}}imports.py)
# CHECK-NEXT: {{^}}  sys: native, line 8{{$}}
# CHECK-NEXT: {{^}}  textwrap: {{[1-9][0-9]+}} bytes, line 9 ({{.*}}textwrap.py)
# CHECK: {{^}}    re: {{[1-9][0-9]+}} bytes, line
# CHECK: {{^}}  Inputs: {{[0-9]+}} bytes, line 10 (namespace package)
# CHECK: {{^}}  Inputs.helper: {{[1-9][0-9]*}} bytes, line 10 ({{.*}}helper.py)
# CHECK-NEXT: {{^}}    math: native, line 1
# CHECK: {{^}}  no_such_module: not found; ModuleNotFoundError if it is reached, line 13
# CHECK-NEXT: {{^}}  another_missing_module: not found; ModuleNotFoundError if it is reached, line 19
# CHECK: {{^}}{{[1-9][0-9]*}} modules without the runtime: {{[1-9][0-9]*}} bytes
# WARNING-NOT: no_such_module
# WARNING: imports.py:19:{{.*}}module 'another_missing_module' is not found

# The main module stands at the root alone, whoever imports it.
# RUN: echo 'import __main__, math' >%t.main.py
# RUN: %pyasyncc --imports %t.main.py | FileCheck %s --check-prefix=MAIN
# MAIN: {{^}}__main__: {{[0-9]+}} bytes
# MAIN-NEXT: {{^}}  math: native, line 1
# MAIN-NEXT: {{^}}1 modules without the runtime

# RUN: %pyasyncc --imports --target=wasm32-wasi %s 2>%t.wasi.log | FileCheck %s --check-prefix=WASI
# WASI: __main__: {{[0-9]+}} bytes
