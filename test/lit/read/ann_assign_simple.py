# Only a bare name makes an annotation simple.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

x: int
(y): int = 1

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     AnnAssign(
# CHECK-NEXT:       target=Name(id='x', ctx=Store()),
# CHECK-NEXT:       annotation=Name(id='int', ctx=Load()),
# CHECK-NEXT:       simple=1),
# CHECK-NEXT:     AnnAssign(
# CHECK-NEXT:       target=Name(id='y', ctx=Store()),
# CHECK-NEXT:       annotation=Name(id='int', ctx=Load()),
# CHECK-NEXT:       value=Constant(value=1),
# CHECK-NEXT:       simple=0)],
# CHECK-NEXT:   type_ignores=[])
