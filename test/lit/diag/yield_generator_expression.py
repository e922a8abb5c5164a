# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: yield_generator_expression.py:5:7: error: 'yield' inside generator expression [scope]

def f():
    ((yield x) for x in y)
