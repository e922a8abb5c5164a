# Loops with else; break and continue.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

for a, *b in c, *d: continue
else: e
while f: break

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     For(
# CHECK-NEXT:       target=Tuple(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Name(id='a', ctx=Store()),
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=Name(id='b', ctx=Store()),
# CHECK-NEXT:             ctx=Store())],
# CHECK-NEXT:         ctx=Store()),
# CHECK-NEXT:       iter=Tuple(
# CHECK-NEXT:         elts=[
# CHECK-NEXT:           Name(id='c', ctx=Load()),
# CHECK-NEXT:           Starred(
# CHECK-NEXT:             value=Name(id='d', ctx=Load()),
# CHECK-NEXT:             ctx=Load())],
# CHECK-NEXT:         ctx=Load()),
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Continue()],
# CHECK-NEXT:       orelse=[
# CHECK-NEXT:         Expr(
# CHECK-NEXT:           value=Name(id='e', ctx=Load()))]),
# CHECK-NEXT:     While(
# CHECK-NEXT:       test=Name(id='f', ctx=Load()),
# CHECK-NEXT:       body=[
# CHECK-NEXT:         Break()],
# CHECK-NEXT:       orelse=[])],
# CHECK-NEXT:   type_ignores=[])
