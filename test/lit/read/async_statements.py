# Asynchronous statements.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

async def f():
    async with a as b: pass
    async for c in d: pass
    await e

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
# CHECK-NEXT:         AsyncWith(
# CHECK-NEXT:           items=[
# CHECK-NEXT:             withitem(
# CHECK-NEXT:               context_expr=Name(id='a', ctx=Load()),
# CHECK-NEXT:               optional_vars=Name(id='b', ctx=Store()))],
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()]),
# CHECK-NEXT:         AsyncFor(
# CHECK-NEXT:           target=Name(id='c', ctx=Store()),
# CHECK-NEXT:           iter=Name(id='d', ctx=Load()),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Pass()],
# CHECK-NEXT:           orelse=[]),
# CHECK-NEXT:         Expr(
# CHECK-NEXT:           value=Await(
# CHECK-NEXT:             value=Name(id='e', ctx=Load())))],
# CHECK-NEXT:       decorator_list=[])],
# CHECK-NEXT:   type_ignores=[])
