# A list or tuple that is taken apart is not copied: all its items are read, then they are assigned.

# RUN: %pyasyncc --print-after=build --emit=ir %s 2>&1 | FileCheck %s


# CHECK-LABEL: {{^}}function @py.__main__.names
# CHECK: [[SEQUENCE:%[0-9]+]]: obj = rt unpack %{{[0-9]+}}, #2 unwind
# CHECK: [[PLACE:%[0-9]+]]: i64 = rt items_of [[SEQUENCE]]
# CHECK: [[FIRST:%[0-9]+]]: obj = rt item_at [[SEQUENCE]], [[PLACE]], #0
# CHECK: [[SECOND:%[0-9]+]]: obj = rt item_at [[SEQUENCE]], [[PLACE]], #1
# CHECK: local.set a.{{[0-9]+}}, [[FIRST]]
# CHECK: local.set b.{{[0-9]+}}, [[SECOND]]
def names(row):
    a, b = row
    return a + b


# CHECK-LABEL: {{^}}function @py.__main__.rest
# CHECK: [[SEQUENCE:%[0-9]+]]: obj{{.*}} = rt unpack_star %{{[0-9]+}}, #1, #0 unwind
# CHECK: rt items_of [[SEQUENCE]]
# CHECK-COUNT-2: rt item_at [[SEQUENCE]]
def rest(row):
    first, *others = row
    return first, others


# CHECK-LABEL: {{^}}function @py.__main__.matched
# CHECK: [[SEQUENCE:%[0-9]+]]: obj = rt unpack %{{[0-9]+}}, #2 unwind
# CHECK-COUNT-2: rt item_at [[SEQUENCE]]
def matched(row):
    match row:
        case [1, x]:
            return x


# Nothing is made of a display.
# CHECK-LABEL: {{^}}function @py.__main__.swapped
# CHECK-NOT: rt unpack
# CHECK: ret
def swapped(a, b):
    a, b = b, a
    return a
