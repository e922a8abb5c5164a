# Backslashes, brackets and comments between tokens.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

a = b \
    + c
d = [ # comment
  1,

  2]

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='a', ctx=Store())],
# CHECK-NEXT:       value=BinOp(
# CHECK-NEXT:         left=Name(id='b', ctx=Load()),
# CHECK-NEXT:         op=Add(),
# CHECK-NEXT:         right=Name(id='c', ctx=Load()))),
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='d', ctx=Store())],
# CHECK-NEXT:       value=List(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Constant(value=1),
# CHECK-NEXT:           Constant(value=2)],
# CHECK-NEXT:         ctx=Load()))],
# CHECK-NEXT:   type_ignores=[])
