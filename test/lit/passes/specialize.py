# Methods of built-in objects of a certain class are called without a lookup; with other arguments, or on an
# object that may be of another class, they are looked up.

# RUN: %pyasyncc --print-after=specialize %s -o /dev/null 2>&1 | FileCheck %s


def known(item):
    items = []
    # CHECK-LABEL: {{^}}function @py.__main__.known
    # CHECK: rt list_append %{{[0-9]+}}, %{{[0-9]+}} unwind
    items.append(item)
    # CHECK: rt set_add
    seen = {1}
    seen.add(item)
    # CHECK-NOT: method_find
    seen.discard(unknown(items))
    # CHECK: rt call_method {{.*}}"append"
    try:
        items.append()
    except TypeError:
        pass
    return items, seen


def unknown(items):
    # CHECK-LABEL: {{^}}function @py.__main__.unknown
    # CHECK-NOT: list_append
    # CHECK: rt call_method {{.*}}"append"
    items.append(1)
    # CHECK: [[METHOD:%[0-9]+]]: obj = rt method_find {{.*}}"extend"
    # CHECK: rt call_method {{.*}}"extend", %{{[0-9]+}}, [[METHOD]],
    items.extend(known(2))


print(known, unknown)
