# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_call.py:4:1: error: cannot assign to function call here. Maybe you meant '==' instead of '='? [target]

f() = 1
