# Starred expressions of any kind outside brackets.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

x = *f(), *[1], *a | b
for y in *c, d: pass

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='x', ctx=Store())],
# CHECK-NEXT:       value=Tuple(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=Call(
# CHECK-NEXT:               func=Name(id='f', ctx=Load()),
# CHECK-NEXT:               args=[],
# CHECK-NEXT:               keywords=[]),
# CHECK-NEXT:             ctx=Load()),
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=List(
# CHECK-NEXT:               elts=[
# CHECK-NEXT:                 Constant(value=1)],
# CHECK-NEXT:               ctx=Load()),
# CHECK-NEXT:             ctx=Load()),
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=BinOp(
# CHECK-NEXT:               left=Name(id='a', ctx=Load()),
# CHECK-NEXT:               op=BitOr(),
# CHECK-NEXT:               right=Name(id='b', ctx=Load())),
# CHECK-NEXT:             ctx=Load())],
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     For(
# CHECK-NEXT:       target=Name(id='y', ctx=Store()),
# CHECK-NEXT:       iter=Tuple(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=Name(id='c', ctx=Load()),
# CHECK-NEXT:             ctx=Load()),
# CHECK-NEXT:           Name(id='d', ctx=Load())],
# CHECK-NEXT:         ctx=Load()),
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Pass()],
# CHECK-NEXT:       orelse=[])],
# CHECK-NEXT:   type_ignores=[])
