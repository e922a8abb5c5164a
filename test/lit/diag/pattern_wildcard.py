# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_wildcard.py:5:10: error: wildcard makes remaining patterns unreachable [pattern]

match x:
    case _ | 1: pass
