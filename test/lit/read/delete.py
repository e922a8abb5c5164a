# Targets of del.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

del a, b[0], (c, [d.e])
del f,

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Delete(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='a', ctx=Del()),
# CHECK-NEXT:         Subscript(
# CHECK-NEXT:           value=Name(id='b', ctx=Load()),
# CHECK-NEXT:           slice=Constant(value=0),
# CHECK-NEXT:           ctx=Del()),
# CHECK-NEXT:         Tuple(
# CHECK-NEXT:           elts=[
# CHECK-NEXT:             Name(id='c', ctx=Del()),
# CHECK-NEXT:             List(
# CHECK-NEXT:               elts=[
# CHECK-NEXT:                 Attribute(
# CHECK-NEXT:                   value=Name(id='d', ctx=Load()),
# CHECK-NEXT:                   attr='e',
# CHECK-NEXT:                   ctx=Del())],
# CHECK-NEXT:               ctx=Del())],
# CHECK-NEXT:           ctx=Del())]),
# CHECK-NEXT:     Delete(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='f', ctx=Del())])],
# CHECK-NEXT:   type_ignores=[])
