# What the program cannot reach of the runtime's Python modules is dropped; what it uses, what that
# needs, and the program's own functions stay.

# RUN: %pyasyncc --print-before=reachable --emit=ir %s -o %t 2>&1 | FileCheck %s --check-prefix=BEFORE
# RUN: %pyasyncc -O0 --print-after=reachable --emit=ir %s -o %t 2>&1 | FileCheck %s --implicit-check-not="function @py.copy.replace name"
# BEFORE-DAG: function @py.copy.copy name
# CHECK-DAG: function @py.copy.copy name
# CHECK-DAG: function @py.copy._own_reduction name
# CHECK-DAG: function @py.__main__.unused name

import copy


def unused():
    pass


print(copy.copy([1]))
