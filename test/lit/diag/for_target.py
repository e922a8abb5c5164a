# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: for_target.py:4:5: error: cannot assign to literal [target]

for 1 in x:
    pass
