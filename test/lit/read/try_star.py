# except* in any spelling.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

try: a
except* B: c
except *D as e: f

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     TryStar(
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
# CHECK-NEXT:           type=Name(id='D', ctx=Load()),
# CHECK-NEXT:           name='e',
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Expr(
# CHECK-NEXT:               value=Name(id='f', ctx=Load()))])],
# CHECK-NEXT:       orelse=[],
# CHECK-NEXT:       finalbody=[])],
# CHECK-NEXT:   type_ignores=[])
