# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_literal.py:4:1: error: cannot assign to literal here. Maybe you meant '==' instead of '='? [target]

1 = x
