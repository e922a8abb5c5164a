# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_nested.py:4:9: error: cannot assign to literal [target]

(a, [b, 'c']) = 1
