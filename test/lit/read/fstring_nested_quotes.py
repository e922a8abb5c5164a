# f-strings may use their own quotes inside (PEP 701).
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

f'{a['k']}{f'{b}'}'

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=JoinedStr(
# CHECK-NEXT:         values=[
# CHECK-NEXT:           FormattedValue(
# CHECK-NEXT:             value=Subscript(
# CHECK-NEXT:               value=Name(id='a', ctx=Load()),
# CHECK-NEXT:               slice=Constant(value='k'),
# CHECK-NEXT:               ctx=Load()),
# CHECK-NEXT:             conversion=-1),
# CHECK-NEXT:           FormattedValue(
# CHECK-NEXT:             value=JoinedStr(
# CHECK-NEXT:               values=[
# CHECK-NEXT:                 FormattedValue(
# CHECK-NEXT:                   value=Name(id='b', ctx=Load()),
# CHECK-NEXT:                   conversion=-1)]),
# CHECK-NEXT:             conversion=-1)]))],
# CHECK-NEXT:   type_ignores=[])
