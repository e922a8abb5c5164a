# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_dict.py:4:1: error: cannot assign to dict literal here. Maybe you meant '==' instead of '='? [target]

{'a': 1} = x
