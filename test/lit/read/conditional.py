# Conditional expressions nest to the right; := takes a whole conditional.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

a if b else c if d else e
(x := a if b else c)

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=IfExp(
# CHECK-NEXT:         test=Name(id='b', ctx=Load()),
# CHECK-NEXT:         body=Name(id='a', ctx=Load()),
# CHECK-NEXT:         orelse=IfExp(
# CHECK-NEXT:           test=Name(id='d', ctx=Load()),
# CHECK-NEXT:           body=Name(id='c', ctx=Load()),
# CHECK-NEXT:           orelse=Name(id='e', ctx=Load())))),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=NamedExpr(
# CHECK-NEXT:         target=Name(id='x', ctx=Store()),
# CHECK-NEXT:         value=IfExp(
# CHECK-NEXT:           test=Name(id='b', ctx=Load()),
# CHECK-NEXT:           body=Name(id='a', ctx=Load()),
# CHECK-NEXT:           orelse=Name(id='c', ctx=Load()))))],
# CHECK-NEXT:   type_ignores=[])
