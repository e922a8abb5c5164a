# match, case, type and print are names where they are not keywords.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

match = case = type = print = 1
match[0]
match(x)
type.match
print - 1

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='match', ctx=Store()),
# CHECK-NEXT:         Name(id='case', ctx=Store()),
# CHECK-NEXT:         Name(id='type', ctx=Store()),
# CHECK-NEXT:         Name(id='print', ctx=Store())],
# CHECK-NEXT:       value=Constant(value=1)),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Subscript(
# CHECK-NEXT:         value=Name(id='match', ctx=Load()),
# CHECK-NEXT:         slice=Constant(value=0),
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Call(
# CHECK-NEXT:         func=Name(id='match', ctx=Load()),
# CHECK-NEXT:         args=[
# CHECK-NEXT:           Name(id='x', ctx=Load())],
# CHECK-NEXT:         keywords=[])),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Attribute(
# CHECK-NEXT:         value=Name(id='type', ctx=Load()),
# CHECK-NEXT:         attr='match',
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=BinOp(
# CHECK-NEXT:         left=Name(id='print', ctx=Load()),
# CHECK-NEXT:         op=Sub(),
# CHECK-NEXT:         right=Constant(value=1)))],
# CHECK-NEXT:   type_ignores=[])
