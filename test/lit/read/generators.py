# yield as statement and expression.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

def f():
    yield
    x = yield a, *b
    y = yield from c

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     FunctionDef(
# CHECK-NEXT:       name='f',
# CHECK-NEXT:       args=arguments(
# CHECK-NEXT:         posonlyargs=[],
# CHECK-NEXT:         args=[],
# CHECK-NEXT:         kwonlyargs=[],
# CHECK-NEXT:         kw_defaults=[],
# CHECK-NEXT:         defaults=[]),
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Expr(value=Yield()),
# CHECK-NEXT:         Assign(
# CHECK-NEXT:           targets=[
# CHECK-NEXT:             Name(id='x', ctx=Store())],
# CHECK-NEXT:           value=Yield(
# CHECK-NEXT:             value=Tuple(
# CHECK-NEXT:               elts=[
# CHECK-NEXT:                 Name(id='a', ctx=Load()),
# CHECK-NEXT:                 Starred(
# CHECK-NEXT:                   value=Name(id='b', ctx=Load()),
# CHECK-NEXT:                   ctx=Load())],
# CHECK-NEXT:               ctx=Load()))),
# CHECK-NEXT:         Assign(
# CHECK-NEXT:           targets=[
# CHECK-NEXT:             Name(id='y', ctx=Store())],
# CHECK-NEXT:           value=YieldFrom(
# CHECK-NEXT:             value=Name(id='c', ctx=Load())))],
# CHECK-NEXT:       decorator_list=[])],
# CHECK-NEXT:   type_ignores=[])
