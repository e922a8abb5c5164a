# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assign_starred.py:4:1: error: starred assignment target must be in a list or tuple [target]

*x = y
