# All kinds of arguments; a lone generator expression needs no parentheses.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

f(a, *b, c=1, *d, **e)
g(x for x in y)

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Call(
# CHECK-NEXT:         func=Name(id='f', ctx=Load()),
# CHECK-NEXT:         args=[
# CHECK-NEXT:           Name(id='a', ctx=Load()),
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=Name(id='b', ctx=Load()),
# CHECK-NEXT:             ctx=Load()),
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=Name(id='d', ctx=Load()),
# CHECK-NEXT:             ctx=Load())],
# CHECK-NEXT:         keywords=[
# CHECK-NEXT:           keyword(
# CHECK-NEXT:             arg='c',
# CHECK-NEXT:             value=Constant(value=1)),
# CHECK-NEXT:           keyword(
# CHECK-NEXT:             value=Name(id='e', ctx=Load()))])),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=Call(
# CHECK-NEXT:         func=Name(id='g', ctx=Load()),
# CHECK-NEXT:         args=[
# CHECK-NEXT:           GeneratorExp(
# CHECK-NEXT:             elt=Name(id='x', ctx=Load()),
# CHECK-NEXT:             generators=[
# CHECK-NEXT:               comprehension(
# CHECK-NEXT:                 target=Name(id='x', ctx=Store()),
# CHECK-NEXT:                 iter=Name(id='y', ctx=Load()),
# CHECK-NEXT:                 ifs=[],
# CHECK-NEXT:                 is_async=0)])],
# CHECK-NEXT:         keywords=[]))],
# CHECK-NEXT:   type_ignores=[])
