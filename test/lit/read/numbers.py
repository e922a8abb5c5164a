# Integers of any size and base, floats, imaginary numbers.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

1_000, 0x_ff, 0o17, 0b101, 00
123456789012345678901234567890
0xffffffffffffffff
1e5, .5, 5., 1.5e-10, 1e400, 3j

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Tuple(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Constant(value=1000),
# CHECK-NEXT:           Constant(value=255),
# CHECK-NEXT:           Constant(value=15),
# CHECK-NEXT:           Constant(value=5),
# CHECK-NEXT:           Constant(value=0)],
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Constant(value=123456789012345678901234567890)),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Constant(value=18446744073709551615)),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Tuple(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Constant(value=100000.0),
# CHECK-NEXT:           Constant(value=0.5),
# CHECK-NEXT:           Constant(value=5.0),
# CHECK-NEXT:           Constant(value=1.5e-10),
# CHECK-NEXT:           Constant(value=inf),
# CHECK-NEXT:           Constant(value=3j)],
# CHECK-NEXT:         ctx=Load()))],
# CHECK-NEXT:   type_ignores=[])
