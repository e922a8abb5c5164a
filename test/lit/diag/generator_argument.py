# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: generator_argument.py:4:3: error: Generator expression must be parenthesized [argument]

f(a for a in b, c)
