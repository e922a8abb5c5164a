# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: starred_group.py:4:2: error: cannot use starred expression here [syntax]

(*a)
