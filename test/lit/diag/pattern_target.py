# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_target.py:5:15: error: cannot use '_' as a target [pattern]

match x:
    case 1 as _:
        pass
