# Declarations.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

def f():
    global a, b
    def g():
        nonlocal c
    c = 1

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
# CHECK-NEXT:         Global(
# CHECK-NEXT:           names=[
# CHECK-NEXT:             'a',
# CHECK-NEXT:             'b']),
# CHECK-NEXT:         FunctionDef(
# CHECK-NEXT:           name='g',
# CHECK-NEXT:           args=arguments(
# CHECK-NEXT:             posonlyargs=[],
# CHECK-NEXT:             args=[],
# CHECK-NEXT:             kwonlyargs=[],
# CHECK-NEXT:             kw_defaults=[],
# CHECK-NEXT:             defaults=[]),
# CHECK-NEXT:           body=[
# CHECK-NEXT:             Nonlocal(
# CHECK-NEXT:               names=[
# CHECK-NEXT:                 'c'])],
# CHECK-NEXT:           decorator_list=[]),
# CHECK-NEXT:         Assign(
# CHECK-NEXT:           targets=[
# CHECK-NEXT:             Name(id='c', ctx=Store())],
# CHECK-NEXT:           value=Constant(value=1))],
# CHECK-NEXT:       decorator_list=[])],
# CHECK-NEXT:   type_ignores=[])
