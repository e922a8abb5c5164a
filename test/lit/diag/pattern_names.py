# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: pattern_names.py:5:{{[0-9]+}}: error: alternative patterns bind different names [pattern]

match x:
    case [a, 1] | [b, 2]:
        pass
