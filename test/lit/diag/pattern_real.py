# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_real.py:5:10: error: real number required in complex literal [pattern]

match x:
    case 1j + 2j: pass
