# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_in_condition.py:4:4: error: invalid syntax. Maybe you meant '==' or ':=' instead of '='? [target]

if x = 1:
    pass
