# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: missing_except.py:6:1: error: expected 'except' or 'finally' block [syntax]

try:
    pass
x = 1
