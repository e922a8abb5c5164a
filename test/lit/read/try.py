# Exception handlers, else, finally.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

try: a
except B: c
except (D, E) as f: g
else: h
finally: i

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Try(
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Expr(
# CHECK-NEXT:           value=Name(id='a', ctx=Load()))],
# CHECK-NEXT:       handlers=[
# CHECK-NEXT:         ExceptHandler(
# CHECK-NEXT:           type=Name(id='B', ctx=Load()),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Expr(
# CHECK-NEXT:               value=Name(id='c', ctx=Load()))]),
# CHECK-NEXT:         ExceptHandler(
# CHECK-NEXT:           type=Tuple(
# CHECK-NEXT:             elts=[
# CHECK-NEXT:               Name(id='D', ctx=Load()),
# CHECK-NEXT:               Name(id='E', ctx=Load())],
# CHECK-NEXT:             ctx=Load()),
# CHECK-NEXT:           name='f',
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Expr(
# CHECK-NEXT:               value=Name(id='g', ctx=Load()))])],
# CHECK-NEXT:       orelse=[
# CHECK-NEXT:         Expr(
# CHECK-NEXT:           value=Name(id='h', ctx=Load()))],
# CHECK-NEXT:       finalbody=[
# CHECK-NEXT:         Expr(
# CHECK-NEXT:           value=Name(id='i', ctx=Load()))])],
# CHECK-NEXT:   type_ignores=[])
