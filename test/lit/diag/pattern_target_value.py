# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_target_value.py:5:15: error: invalid pattern target [pattern]

match x:
    case 1 as 2:
        pass
