# elif nests in the else branch.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

if a: b
elif c: d
else: e

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     If(
# CHECK-NEXT:       test=Name(id='a', ctx=Load()),
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Expr(
# CHECK-NEXT:           value=Name(id='b', ctx=Load()))],
# CHECK-NEXT:       orelse=[
# CHECK-NEXT:         If(
# CHECK-NEXT:           test=Name(id='c', ctx=Load()),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Expr(
# CHECK-NEXT:               value=Name(id='d', ctx=Load()))],
# CHECK-NEXT:           orelse=[
# CHECK-NEXT:             Expr(
# CHECK-NEXT:               value=Name(id='e', ctx=Load()))])])],
# CHECK-NEXT:   type_ignores=[])
