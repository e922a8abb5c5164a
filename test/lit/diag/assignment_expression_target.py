# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s
# CHECK: assignment_expression_target.py:4:2: error: cannot use assignment expressions with attribute [target]

(a.b := 1)
