# Lists, tuples, sets and dictionaries with unpacking.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

[1, *a]
()
(1,)
{1, *a}
{'k': 1, **a}

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=List(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Constant(value=1),
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=Name(id='a', ctx=Load()),
# CHECK-NEXT:             ctx=Load())],
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Tuple(elts=[], ctx=Load())),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Tuple(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Constant(value=1)],
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Set(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Constant(value=1),
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=Name(id='a', ctx=Load()),
# CHECK-NEXT:             ctx=Load())])),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Dict(
# CHECK-NEXT:         keys=[
# CHECK-NEXT:           Constant(value='k'),
# CHECK-NEXT:           None],
# CHECK-NEXT:         values=[
# CHECK-NEXT:           Constant(value=1),
# CHECK-NEXT:           Name(id='a', ctx=Load())]))],
# CHECK-NEXT:   type_ignores=[])
