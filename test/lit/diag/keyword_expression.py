# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: keyword_expression.py:4:3: error: expression cannot contain assignment, perhaps you meant "=="? [argument]

f(a.b=1)
