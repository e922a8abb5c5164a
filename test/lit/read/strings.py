# Prefixes, escapes and implicit concatenation.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

'a\x41\u00e9\N{BULLET}\101\n' "b"
r'\d' '\\'
b'\x00\xff' rb'\n'
'''two
lines'''

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Constant(value='aAé•A\nb')),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Constant(value='\\d\\')),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Constant(value=b'\x00\xff\\n')),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Constant(value='two\nlines'))],
# CHECK-NEXT:   type_ignores=[])
