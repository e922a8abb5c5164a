# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: invalid_syntax.py:4:7: error: invalid syntax [syntax]

x = 1 2
