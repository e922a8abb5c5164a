# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_imaginary.py:5:14: error: imaginary number required in complex literal [pattern]

match x:
    case 1 + 2: pass
