# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_set.py:4:1: error: cannot assign to set display here. Maybe you meant '==' instead of '='? [target]

{1} = x
