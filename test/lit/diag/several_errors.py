# Each broken statement is reported once; a broken header takes its block and clauses with it.

# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s

x = 1 2
# CHECK: several_errors.py:5:7: error: invalid syntax [syntax]
if y = 3:
    pass
else:
    pass
# CHECK: several_errors.py:7:4: error: invalid syntax. Maybe you meant '==' or ':=' instead of '='? [target]
def f(a=1, b):
    return a
# CHECK: several_errors.py:12:12: error: non-default argument follows default argument [parameter]
z = 4
# CHECK-NOT: error:
