# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: debug_name.py:4:1: error: cannot assign to __debug__ [target]

__debug__ = 1
