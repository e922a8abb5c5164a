# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: except_without_parentheses.py:6:8: error: multiple exception types must be parenthesized [syntax]

try:
    pass
except A, B:
    pass
