# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_keyword.py:4:1: error: cannot assign to None [target]

None = 1
