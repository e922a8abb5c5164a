# What the program cannot reach of the runtime's Python modules is dropped; what it uses, what that
# needs, and the program's own functions stay.

# RUN: %pyasyncc --print-before=reachable --emit=ir %s -o %t 2>&1 | FileCheck %s --check-prefix=BEFORE
# RUN: %pyasyncc -O0 --print-after=reachable --emit=ir %s -o %t 2>&1 | FileCheck %s --implicit-check-not="function @py.heapq.merge name"
# BEFORE-DAG: function @py.heapq.nlargest name
# CHECK-DAG: function @py.heapq.nlargest name
# CHECK-DAG: function @py.heapq._best name
# CHECK-DAG: function @py.__main__.unused name

import heapq


def unused():
    pass


print(heapq.nlargest(1, [1, 2]))
