# with items: several, parenthesised, a tuple.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

with a as b, c as (d, e): pass
with (f as g, h): pass
with (i, j) as k: pass

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     With(
# CHECK-NEXT:       items=[
# CHECK-NEXT:         withitem(
# CHECK-NEXT:           context_expr=Name(id='a', ctx=Load()),
# CHECK-NEXT:           optional_vars=Name(id='b', ctx=Store())),
# CHECK-NEXT:         withitem(
# CHECK-NEXT:           context_expr=Name(id='c', ctx=Load()),
# CHECK-NEXT:           optional_vars=Tuple(
# CHECK-NEXT:             elts=[
# CHECK-NEXT:               Name(id='d', ctx=Store()),
# CHECK-NEXT:               Name(id='e', ctx=Store())],
# CHECK-NEXT:             ctx=Store()))],
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Pass()]),
# CHECK-NEXT:     With(
# CHECK-NEXT:       items=[
# CHECK-NEXT:         withitem(
# CHECK-NEXT:           context_expr=Name(id='f', ctx=Load()),
# CHECK-NEXT:           optional_vars=Name(id='g', ctx=Store())),
# CHECK-NEXT:         withitem(
# CHECK-NEXT:           context_expr=Name(id='h', ctx=Load()))],
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Pass()]),
# CHECK-NEXT:     With(
# CHECK-NEXT:       items=[
# CHECK-NEXT:         withitem(
# CHECK-NEXT:           context_expr=Tuple(
# CHECK-NEXT:             elts=[
# CHECK-NEXT:               Name(id='i', ctx=Load()),
# CHECK-NEXT:               Name(id='j', ctx=Load())],
# CHECK-NEXT:             ctx=Load()),
# CHECK-NEXT:           optional_vars=Name(id='k', ctx=Store()))],
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Pass()])],
# CHECK-NEXT:   type_ignores=[])
