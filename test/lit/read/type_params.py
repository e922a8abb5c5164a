# Type parameters of functions, classes and aliases (PEP 695).
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

def f[T: int, *Ts, **P](): pass
class C[T]: pass
type A[T] = list[T]
type B = int

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
# CHECK-NEXT:         Pass()],
# CHECK-NEXT:       decorator_list=[],
# CHECK-NEXT:       type_params=[
# CHECK-NEXT:         TypeVar(
# CHECK-NEXT:           name='T',
# CHECK-NEXT:           bound=Name(id='int', ctx=Load())),
# CHECK-NEXT:         TypeVarTuple(name='Ts'),
# CHECK-NEXT:         ParamSpec(name='P')]),
# CHECK-NEXT:     ClassDef(
# CHECK-NEXT:       name='C',
# CHECK-NEXT:       bases=[],
# CHECK-NEXT:       keywords=[],
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Pass()],
# CHECK-NEXT:       decorator_list=[],
# CHECK-NEXT:       type_params=[
# CHECK-NEXT:         TypeVar(name='T')]),
# CHECK-NEXT:     TypeAlias(
# CHECK-NEXT:       name=Name(id='A', ctx=Store()),
# CHECK-NEXT:       type_params=[
# CHECK-NEXT:         TypeVar(name='T')],
# CHECK-NEXT:       value=Subscript(
# CHECK-NEXT:         value=Name(id='list', ctx=Load()),
# CHECK-NEXT:         slice=Name(id='T', ctx=Load()),
# CHECK-NEXT:         ctx=Load())),
# CHECK-NEXT:     TypeAlias(
# CHECK-NEXT:       name=Name(id='B', ctx=Store()),
# CHECK-NEXT:       value=Name(id='int', ctx=Load()))],
# CHECK-NEXT:   type_ignores=[])
