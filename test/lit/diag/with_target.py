# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: with_target.py:4:11: error: cannot assign to function call [target]

with a as f():
    pass
