# Targets of assignments: chains, unpacking, stars, annotations, augmented operators.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

a = b = 1
a, *b = c
(x), [y, *z] = v
n: int = 3
o.p: str
q[0] @= 2

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='a', ctx=Store()),
# CHECK-NEXT:         Name(id='b', ctx=Store())],
# CHECK-NEXT:       value=Constant(value=1)),
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Tuple(
# CHECK-NEXT:           elts=[
# CHECK-NEXT:             Name(id='a', ctx=Store()),
# CHECK-NEXT:             Starred(
# CHECK-NEXT:               value=Name(id='b', ctx=Store()),
# CHECK-NEXT:               ctx=Store())],
# CHECK-NEXT:           ctx=Store())],
# CHECK-NEXT:       value=Name(id='c', ctx=Load())),
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Tuple(
# CHECK-NEXT:           elts=[
# CHECK-NEXT:             Name(id='x', ctx=Store()),
# CHECK-NEXT:             List(
# CHECK-NEXT:               elts=[
# CHECK-NEXT:                 Name(id='y', ctx=Store()),
# CHECK-NEXT:                 Starred(
# CHECK-NEXT:                   value=Name(id='z', ctx=Store()),
# CHECK-NEXT:                   ctx=Store())],
# CHECK-NEXT:               ctx=Store())],
# CHECK-NEXT:           ctx=Store())],
# CHECK-NEXT:       value=Name(id='v', ctx=Load())),
# CHECK-NEXT:     AnnAssign(
# CHECK-NEXT:       target=Name(id='n', ctx=Store()),
# CHECK-NEXT:       annotation=Name(id='int', ctx=Load()),
# CHECK-NEXT:       value=Constant(value=3),
# CHECK-NEXT:       simple=1),
# CHECK-NEXT:     AnnAssign(
# CHECK-NEXT:       target=Attribute(
# CHECK-NEXT:         value=Name(id='o', ctx=Load()),
# CHECK-NEXT:         attr='p',
# CHECK-NEXT:         ctx=Store()),
# CHECK-NEXT:       annotation=Name(id='str', ctx=Load()),
# CHECK-NEXT:       simple=0),
# CHECK-NEXT:     AugAssign(
# CHECK-NEXT:       target=Subscript(
# CHECK-NEXT:         value=Name(id='q', ctx=Load()),
# CHECK-NEXT:         slice=Constant(value=0),
# CHECK-NEXT:         ctx=Store()),
# CHECK-NEXT:       op=MatMult(),
# CHECK-NEXT:       value=Constant(value=2))],
# CHECK-NEXT:   type_ignores=[])
