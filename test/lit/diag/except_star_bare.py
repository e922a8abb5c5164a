# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: except_star_bare.py:6:8: error: expected one or more exception types [syntax]

try:
    pass
except*:
    pass
