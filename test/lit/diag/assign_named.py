# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_named.py:4:2: error: cannot assign to named expression here. Maybe you meant '==' instead of '='? [target]

(a := 1) = 2
