# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_stars.py:5:10: error: multiple starred names in sequence pattern [pattern]

match x:
    case [*a, *b]:
        pass
