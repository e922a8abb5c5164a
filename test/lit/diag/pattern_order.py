# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_order.py:5:17: error: positional patterns follow keyword patterns [pattern]

match x:
    case A(b=1, 2):
        pass
