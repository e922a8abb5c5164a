# Comprehensions: several clauses, conditions, async.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

[x for x in y if a if b for z in x]
{k: v for k, v in z}
async def f():
    return {i async for i in j}

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=ListComp(
# CHECK-NEXT:         elt=Name(id='x', ctx=Load()),
# CHECK-NEXT:         generators=[
# CHECK-NEXT:           comprehension(
# CHECK-NEXT:             target=Name(id='x', ctx=Store()),
# CHECK-NEXT:             iter=Name(id='y', ctx=Load()),
# CHECK-NEXT:             ifs=[
# CHECK-NEXT:               Name(id='a', ctx=Load()),
# CHECK-NEXT:               Name(id='b', ctx=Load())],
# CHECK-NEXT:             is_async=0),
# CHECK-NEXT:           comprehension(
# CHECK-NEXT:             target=Name(id='z', ctx=Store()),
# CHECK-NEXT:             iter=Name(id='x', ctx=Load()),
# CHECK-NEXT:             ifs=[],
# CHECK-NEXT:             is_async=0)])),
# CHECK-NEXT:     Expr(
# CHECK-NEXT:       value=DictComp(
# CHECK-NEXT:         key=Name(id='k', ctx=Load()),
# CHECK-NEXT:         value=Name(id='v', ctx=Load()),
# CHECK-NEXT:         generators=[
# CHECK-NEXT:           comprehension(
# CHECK-NEXT:             target=Tuple(
# CHECK-NEXT:               elts=[
# CHECK-NEXT:                 Name(id='k', ctx=Store()),
# CHECK-NEXT:                 Name(id='v', ctx=Store())],
# CHECK-NEXT:               ctx=Store()),
# CHECK-NEXT:             iter=Name(id='z', ctx=Load()),
# CHECK-NEXT:             ifs=[],
# CHECK-NEXT:             is_async=0)])),
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
# CHECK-NEXT:           value=SetComp(
# CHECK-NEXT:             elt=Name(id='i', ctx=Load()),
# CHECK-NEXT:             generators=[
# CHECK-NEXT:               comprehension(
# CHECK-NEXT:                 target=Name(id='i', ctx=Store()),
# CHECK-NEXT:                 iter=Name(id='j', ctx=Load()),
# CHECK-NEXT:                 ifs=[],
# CHECK-NEXT:                 is_async=1)]))],
# CHECK-NEXT:       decorator_list=[])],
# CHECK-NEXT:   type_ignores=[])
