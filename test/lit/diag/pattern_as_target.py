# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_as_target.py:5:16: error: invalid syntax [syntax]

match x:
    case 1 as y.z: pass
