# Identifiers are normalised (NFKC).
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

ünï = ﬁ = 1

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Assign(
# CHECK-NEXT:       targets=[
# CHECK-NEXT:         Name(id='ünï', ctx=Store()),
# CHECK-NEXT:         Name(id='fi', ctx=Store())],
# CHECK-NEXT:       value=Constant(value=1))],
# CHECK-NEXT:   type_ignores=[])
