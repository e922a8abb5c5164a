# await binds tighter than **.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

async def f():
    return -await a ** 2

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     AsyncFunctionDef(
# CHECK-NEXT:       name='f',
# CHECK-NEXT:       args=arguments(
# CHECK-NEXT:         posonlyargs=[],
# CHECK-NEXT:         args=[],
# CHECK-NEXT:         kwonlyargs=[],
# CHECK-NEXT:         kw_defaults=[],
# CHECK-NEXT:         defaults=[]),
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Return(
# CHECK-NEXT:           value=UnaryOp(
# CHECK-NEXT:             op=USub(),
# CHECK-NEXT:             operand=BinOp(
# CHECK-NEXT:               left=Await(
# CHECK-NEXT:                 value=Name(id='a', ctx=Load())),
# CHECK-NEXT:               op=Pow(),
# CHECK-NEXT:               right=Constant(value=2))))],
# CHECK-NEXT:       decorator_list=[])],
# CHECK-NEXT:   type_ignores=[])
