# Priorities of all operators.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

a | b ^ c & d
a << b + c * -d ** -e
not a or b and c
a < b <= c is not d not in e

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=BinOp(
# CHECK-NEXT:         left=Name(id='a', ctx=Load()),
# CHECK-NEXT:         op=BitOr(),
# CHECK-NEXT:         right=BinOp(
# CHECK-NEXT:           left=Name(id='b', ctx=Load()),
# CHECK-NEXT:           op=BitXor(),
# CHECK-NEXT:           right=BinOp(
# CHECK-NEXT:             left=Name(id='c', ctx=Load()),
# CHECK-NEXT:             op=BitAnd(),
# CHECK-NEXT:             right=Name(id='d', ctx=Load()))))),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=BinOp(
# CHECK-NEXT:         left=Name(id='a', ctx=Load()),
# CHECK-NEXT:         op=LShift(),
# CHECK-NEXT:         right=BinOp(
# CHECK-NEXT:           left=Name(id='b', ctx=Load()),
# CHECK-NEXT:           op=Add(),
# CHECK-NEXT:           right=BinOp(
# CHECK-NEXT:             left=Name(id='c', ctx=Load()),
# CHECK-NEXT:             op=Mult(),
# CHECK-NEXT:             right=UnaryOp(
# CHECK-NEXT:               op=USub(),
# CHECK-NEXT:               operand=BinOp(
# CHECK-NEXT:                 left=Name(id='d', ctx=Load()),
# CHECK-NEXT:                 op=Pow(),
# CHECK-NEXT:                 right=UnaryOp(
# CHECK-NEXT:                   op=USub(),
# CHECK-NEXT:                   operand=Name(id='e', ctx=Load())))))))),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=BoolOp(
# CHECK-NEXT:         op=Or(),
# CHECK-NEXT:         values=[
# CHECK-NEXT:           UnaryOp(
# CHECK-NEXT:             op=Not(),
# CHECK-NEXT:             operand=Name(id='a', ctx=Load())),
# CHECK-NEXT:           BoolOp(
# CHECK-NEXT:             op=And(),
# CHECK-NEXT:             values=[
# CHECK-NEXT:               Name(id='b', ctx=Load()),
# CHECK-NEXT:               Name(id='c', ctx=Load())])])),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Compare(
# CHECK-NEXT:         left=Name(id='a', ctx=Load()),
# CHECK-NEXT:         ops=[
# CHECK-NEXT:           Lt(),
# CHECK-NEXT:           LtE(),
# CHECK-NEXT:           IsNot(),
# CHECK-NEXT:           NotIn()],
# CHECK-NEXT:         comparators=[
# CHECK-NEXT:           Name(id='b', ctx=Load()),
# CHECK-NEXT:           Name(id='c', ctx=Load()),
# CHECK-NEXT:           Name(id='d', ctx=Load()),
# CHECK-NEXT:           Name(id='e', ctx=Load())]))],
# CHECK-NEXT:   type_ignores=[])
