# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_conditional.py:4:1: error: cannot assign to conditional expression [target]

a if b else c = 1
