# raise and assert.
#
# RUN: %pyasyncc --emit=ast -o - %s | FileCheck %s

raise
raise A from b
assert c, d

# CHECK:      Module(
# CHECK-NEXT:   body=[
# CHECK-NEXT:     Raise(),
# CHECK-NEXT:     Raise(
# CHECK-NEXT:       exc=Name(id='A', ctx=Load()),
# CHECK-NEXT:       cause=Name(id='b', ctx=Load())),
# CHECK-NEXT:     Assert(
# CHECK-NEXT:       test=Name(id='c', ctx=Load()),
# CHECK-NEXT:       msg=Name(id='d', ctx=Load()))],
# CHECK-NEXT:   type_ignores=[])
