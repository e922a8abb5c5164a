# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: starred_double.py:4:6: error: cannot use double starred expression here [syntax]

x = (**y)
