# Subscripts: slices, tuples, stars.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

a[1]
a[b:c, ::d]
a[e,]
a[*f]

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Subscript(
# CHECK-NEXT:         value=Name(id='a', ctx=Load()),
# CHECK-NEXT:         slice=Constant(value=1),
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Subscript(
# CHECK-NEXT:         value=Name(id='a', ctx=Load()),
# CHECK-NEXT:         slice=Tuple(
# CHECK-NEXT:           elts=[
# CHECK-NEXT:             Slice(
# CHECK-NEXT:               lower=Name(id='b', ctx=Load()),
# CHECK-NEXT:               upper=Name(id='c', ctx=Load())),
# CHECK-NEXT:             Slice(
# CHECK-NEXT:               step=Name(id='d', ctx=Load()))],
# CHECK-NEXT:           ctx=Load()),
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Subscript(
# CHECK-NEXT:         value=Name(id='a', ctx=Load()),
# CHECK-NEXT:         slice=Tuple(
# CHECK-NEXT:           elts=[
# CHECK-NEXT:             Name(id='e', ctx=Load())],
# CHECK-NEXT:           ctx=Load()),
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Subscript(
# CHECK-NEXT:         value=Name(id='a', ctx=Load()),
# CHECK-NEXT:         slice=Tuple(
# CHECK-NEXT:           elts=[
# CHECK-NEXT:             Starred(
# CHECK-NEXT:               value=Name(id='f', ctx=Load()),
# CHECK-NEXT:               ctx=Load())],
# CHECK-NEXT:           ctx=Load()),
# CHECK-NEXT:         ctx=Load()))],
# CHECK-NEXT:   type_ignores=[])
