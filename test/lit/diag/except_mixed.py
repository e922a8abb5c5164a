# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: except_mixed.py:8:1: error: cannot have both 'except' and 'except*' on the same 'try' [syntax]

try:
    pass
except A:
    pass
except* B:
    pass
