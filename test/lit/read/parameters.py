# All kinds of parameters and defaults.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

def f(a, b=1, /, c=2, *d, e, f=3, **g) -> None: pass
def h(*, k: int = 4): pass

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     FunctionDef(
# CHECK-NEXT:       name='f',
# CHECK-NEXT:       args=arguments(
# CHECK-NEXT:         posonlyargs=[
# CHECK-NEXT:           arg(arg='a'),
# CHECK-NEXT:           arg(arg='b')],
# CHECK-NEXT:         args=[
# CHECK-NEXT:           arg(arg='c')],
# CHECK-NEXT:         vararg=arg(arg='d'),
# CHECK-NEXT:         kwonlyargs=[
# CHECK-NEXT:           arg(arg='e'),
# CHECK-NEXT:           arg(arg='f')],
# CHECK-NEXT:         kw_defaults=[
# CHECK-NEXT:           None,
# CHECK-NEXT:           Constant(value=3)],
# CHECK-NEXT:         kwarg=arg(arg='g'),
# CHECK-NEXT:         defaults=[
# CHECK-NEXT:           Constant(value=1),
# CHECK-NEXT:           Constant(value=2)]),
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Pass()],
# CHECK-NEXT:       decorator_list=[],
# CHECK-NEXT:       returns=Constant(value=None)),
# CHECK-NEXT:     FunctionDef(
# CHECK-NEXT:       name='h',
# CHECK-NEXT:       args=arguments(
# CHECK-NEXT:         posonlyargs=[],
# CHECK-NEXT:         args=[],
# CHECK-NEXT:         kwonlyargs=[
# CHECK-NEXT:           arg(
# CHECK-NEXT:             arg='k',
# CHECK-NEXT:             annotation=Name(id='int', ctx=Load()))],
# CHECK-NEXT:         kw_defaults=[
# CHECK-NEXT:           Constant(value=4)],
# CHECK-NEXT:         defaults=[]),
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Pass()],
# CHECK-NEXT:       decorator_list=[])],
# CHECK-NEXT:   type_ignores=[])
