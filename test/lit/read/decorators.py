# Decorators: any expression; the definition starts at def.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

@a.b(c)
@d if e else g
class C(A, metaclass=M): pass

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     ClassDef(
# CHECK-NEXT:       name='C',
# CHECK-NEXT:       bases=[
# CHECK-NEXT:         Name(id='A', ctx=Load())],
# CHECK-NEXT:       keywords=[
# CHECK-NEXT:         keyword(
# CHECK-NEXT:           arg='metaclass',
# CHECK-NEXT:           value=Name(id='M', ctx=Load()))],
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Pass()],
# CHECK-NEXT:       decorator_list=[
# CHECK-NEXT:         Call(
# CHECK-NEXT:           func=Attribute(
# CHECK-NEXT:             value=Name(id='a', ctx=Load()),
# CHECK-NEXT:             attr='b',
# CHECK-NEXT:             ctx=Load()),
# CHECK-NEXT:           args=[
# CHECK-NEXT:             Name(id='c', ctx=Load())],
# CHECK-NEXT:           keywords=[]),
# CHECK-NEXT:         IfExp(
# CHECK-NEXT:           test=Name(id='e', ctx=Load()),
# CHECK-NEXT:           body=Name(id='d', ctx=Load()),
# CHECK-NEXT:           orelse=Name(id='g', ctx=Load()))])],
# CHECK-NEXT:   type_ignores=[])
