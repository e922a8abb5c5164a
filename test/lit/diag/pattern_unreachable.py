# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_unreachable.py:5:10: error: name capture 'a' makes remaining patterns unreachable [pattern]

match x:
    case a:
        pass
    case 1:
        pass
