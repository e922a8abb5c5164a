# Lambda expressions and their parameters.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

f = lambda: 0
g = lambda a, *b, c=1: a if b else c

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='f', ctx=Store())],
# CHECK-NEXT:       value=Lambda(
# CHECK-NEXT:         args=arguments(
# CHECK-NEXT:           posonlyargs=[],
# CHECK-NEXT:           args=[],
# CHECK-NEXT:           kwonlyargs=[],
# CHECK-NEXT:           kw_defaults=[],
# CHECK-NEXT:           defaults=[]),
# CHECK-NEXT:         body=Constant(value=0))),
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='g', ctx=Store())],
# CHECK-NEXT:       value=Lambda(
# CHECK-NEXT:         args=arguments(
# CHECK-NEXT:           posonlyargs=[],
# CHECK-NEXT:           args=[
# CHECK-NEXT:             arg(arg='a')],
# CHECK-NEXT:           vararg=arg(arg='b'),
# CHECK-NEXT:           kwonlyargs=[
# CHECK-NEXT:             arg(arg='c')],
# CHECK-NEXT:           kw_defaults=[
# CHECK-NEXT:             Constant(value=1)],
# CHECK-NEXT:           defaults=[]),
# CHECK-NEXT:         body=IfExp(
# CHECK-NEXT:           test=Name(id='b', ctx=Load()),
# CHECK-NEXT:           body=Name(id='a', ctx=Load()),
# CHECK-NEXT:           orelse=Name(id='c', ctx=Load()))))],
# CHECK-NEXT:   type_ignores=[])
