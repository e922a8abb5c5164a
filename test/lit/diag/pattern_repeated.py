# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_repeated.py:5:14: error: multiple assignments to name 'a' in pattern [pattern]

match x:
    case [a, a]:
        pass
