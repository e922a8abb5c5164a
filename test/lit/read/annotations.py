# Annotations with subscripts and unions.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

def f(a: list[int] | None, *b: *Ts) -> dict[str, A[B]][0]: pass
x: tuple[int, ...]

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     FunctionDef(
# CHECK-NEXT:       name='f',
# CHECK-NEXT:       args=arguments(
# CHECK-NEXT:         posonlyargs=[],
# CHECK-NEXT:         args=[
# CHECK-NEXT:           arg(
# CHECK-NEXT:             arg='a',
# CHECK-NEXT:             annotation=BinOp(
# CHECK-NEXT:               left=Subscript(
# CHECK-NEXT:                 value=Name(id='list', ctx=Load()),
# CHECK-NEXT:                 slice=Name(id='int', ctx=Load()),
# CHECK-NEXT:                 ctx=Load()),
# CHECK-NEXT:               op=BitOr(),
# CHECK-NEXT:               right=Constant(value=None)))],
# CHECK-NEXT:         vararg=arg(
# CHECK-NEXT:           arg='b',
# CHECK-NEXT:           annotation=Starred(
# CHECK-NEXT:             value=Name(id='Ts', ctx=Load()),
# CHECK-NEXT:             ctx=Load())),
# CHECK-NEXT:         kwonlyargs=[],
# CHECK-NEXT:         kw_defaults=[],
# CHECK-NEXT:         defaults=[]),
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Pass()],
# CHECK-NEXT:       decorator_list=[],
# CHECK-NEXT:       returns=Subscript(
# CHECK-NEXT:         value=Subscript(
# CHECK-NEXT:           value=Name(id='dict', ctx=Load()),
# CHECK-NEXT:           slice=Tuple(
# CHECK-NEXT:             elts=[
# CHECK-NEXT:               Name(id='str', ctx=Load()),
# CHECK-NEXT:               Subscript(
# CHECK-NEXT:                 value=Name(id='A', ctx=Load()),
# CHECK-NEXT:                 slice=Name(id='B', ctx=Load()),
# CHECK-NEXT:                 ctx=Load())],
# CHECK-NEXT:             ctx=Load()),
# CHECK-NEXT:           ctx=Load()),
# CHECK-NEXT:         slice=Constant(value=0),
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     AnnAssign(
# CHECK-NEXT:       target=Name(id='x', ctx=Store()),
# CHECK-NEXT:       annotation=Subscript(
# CHECK-NEXT:         value=Name(id='tuple', ctx=Load()),
# CHECK-NEXT:         slice=Tuple(
# CHECK-NEXT:           elts=[
# CHECK-NEXT:             Name(id='int', ctx=Load()),
# CHECK-NEXT:             Constant(value=Ellipsis)],
# CHECK-NEXT:           ctx=Load()),
# CHECK-NEXT:         ctx=Load()),
# CHECK-NEXT:       simple=1)],
# CHECK-NEXT:   type_ignores=[])
