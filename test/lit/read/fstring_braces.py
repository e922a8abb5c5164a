# Doubled braces are text; empty f-strings have no values.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

f''
f'<{a}>' rf'\{b}'

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=JoinedStr(values=[])),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=JoinedStr(
# CHECK-NEXT:         values=[
# CHECK-NEXT:           Constant(value='<'),
# CHECK-NEXT:           FormattedValue(
# CHECK-NEXT:             value=Name(id='a', ctx=Load()),
# CHECK-NEXT:             conversion=-1),
# CHECK-NEXT:           Constant(value='>\\'),
# CHECK-NEXT:           FormattedValue(
# CHECK-NEXT:             value=Name(id='b', ctx=Load()),
# CHECK-NEXT:             conversion=-1)]))],
# CHECK-NEXT:   type_ignores=[])
