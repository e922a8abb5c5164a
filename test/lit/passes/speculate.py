# Functions over attributes that are probably floats start with a fast version that checks what it takes for
# granted and goes over to the general version where that fails. Attributes that hold other things too, and
# functions that compute little, have no fast version.

# RUN: %pyasyncc --print-after=speculate %s -o /dev/null 2>&1 | FileCheck %s
# RUN: %pyasyncc --verify-ir --emit=ir %s -o - | FileCheck %s --check-prefix=UNBOXED
# RUN: %pyasyncc --verify-ir --emit=ir %s -o - | FileCheck %s --check-prefix=ITEMS

import math
from math import sin


class Body:
    def __init__(self, x, name):
        self.x = x
        self.v = 0.0
        self.name = name


# CHECK-LABEL: {{^}}function @py.__main__.advance name
# UNBOXED-LABEL: {{^}}function @py.__main__.advance._f name
def advance(bodies, dt):
    for body in bodies:
        # It is looked up once where the attributes of an object stand, all that are used until code runs.
        # CHECK: [[NAMES:%[0-9]+]]: obj.tuple = const.obj ("x", "v",)
        # CHECK-NEXT: [[LAYOUT:%[0-9]+]]: i64 = rt plain_layout %{{[0-9]+}}, [[NAMES]], #1
        # CHECK-NEXT: [[ZERO:%[0-9]+]]: i64 = const.i64 0
        # CHECK-NEXT: [[NONE:%[0-9]+]]: bool = i64.cmp eq [[LAYOUT]], [[ZERO]]
        # CHECK-NEXT: branch [[NONE]], [[LEAVE:b[0-9]+]], [[GO_ON:b[0-9]+]]
        #
        # What was just stored is not read again, and the root is right if it is finite.
        # CHECK: [[ROOT:%[0-9]+]]: f64 = rt call_real_method %{{[0-9]+}}, "sqrt", %{{[0-9]+}}
        # CHECK-NEXT: [[ZERO:%[0-9]+]]: f64 = const.f64 0.0
        # CHECK-NEXT: [[REST:%[0-9]+]]: f64 = f64.sub [[ROOT]], [[ROOT]]
        # CHECK-NEXT: bool = f64.cmp eq [[REST]], [[ZERO]]
        #
        # A call may change anything.
        # CHECK: [[NAME:%[0-9]+]]: obj.tuple = const.obj ("v",)
        # CHECK-NEXT: [[LATER:%[0-9]+]]: i64 = rt plain_layout %{{[0-9]+}}, [[NAME]], #1
        #
        # CHECK: {{^}}[[LEAVE]]:
        # CHECK-NEXT: br b{{[0-9]+}}
        # CHECK: {{^}}[[GO_ON]]:
        # CHECK-NEXT: [[X:%[0-9]+]]: i64 = rt held_float %{{[0-9]+}}, [[LAYOUT]], #0
        # CHECK: f64 = rt float_in [[X]]
        # CHECK: [[V:%[0-9]+]]: i64 = rt held_float %{{[0-9]+}}, [[LAYOUT]], #1
        # CHECK: rt is_number
        #
        # A float that was read is changed where it stands.
        # CHECK: rt hold_float %{{[0-9]+}}, [[LAYOUT]], #0, [[X]]
        # CHECK-NOT: held_float
        # CHECK: rt call_real %{{[0-9]+}}, %{{[0-9]+}}
        # CHECK: rt hold_float %{{[0-9]+}}, [[LAYOUT]], #1, [[V]]
        # CHECK: rt held_float %{{[0-9]+}}, [[LATER]], #0
        # CHECK: rt hold_float %{{[0-9]+}}, [[LATER]], #0
        #
        # UNBOXED: [[PRODUCT:%[0-9]+]]: f64 = f64.mul
        # UNBOXED-NEXT: [[SUM:%[0-9]+]]: f64 = f64.add %{{[0-9]+}}, [[PRODUCT]]
        # UNBOXED-NEXT: rt hold_float %{{[0-9]+}}, %{{[0-9]+}}, #0, %{{[0-9]+}}, [[SUM]]
        body.x += body.v * dt
        body.v = math.sqrt(body.x) + sin(body.x)
        print(body.name)
        body.v = body.v * 2.0


# Floats that are alive go back to the variables of the general version.
# CHECK-LABEL: {{^}}function @py.__main__.total
def total(bodies):
    # CHECK: local sum.[[GENERAL:[0-9]+]]: obj
    # CHECK: local sum.[[FAST:[0-9]+]]: obj
    # CHECK: local.get sum.[[FAST]]{{$}}
    # CHECK-NEXT: local.set sum.[[GENERAL]], %{{[0-9]+}}{{$}}
    # CHECK-NEXT: br b{{[0-9]+}}
    sum = 0.0
    for body in bodies:
        sum = sum + body.x
    return sum


# Nothing is known of the items, but what is computed from them meets a float. They are checked where they are
# assigned, and powers are computed in C.
# CHECK-LABEL: {{^}}function @py.__main__.apart
# ITEMS-LABEL: {{^}}function @py.__main__.apart name
def apart(points, scale):
    for x, y in points:
        # CHECK: rt item_at %{{[0-9]+}}, %{{[0-9]+}}, #0
        # CHECK: [[IS:%[0-9]+]]: bool = rt is_float %{{[0-9]+}}
        # CHECK: f64 = rt f64_pow
        # ITEMS: f64.sub
        # ITEMS: f64.mul
        # ITEMS: f64.add
        # ITEMS: rt f64_pow
        # ITEMS: rt setitem_f64
        dx = x - y
        scale[0] = 0.5 * (dx * dx + x * y) ** -1.5


# CHECK-LABEL: {{^}}function @py.__main__.once
# CHECK-NOT: held_float
def once(body):
    return body.x * 2.0


# CHECK-LABEL: {{^}}function @py.__main__.names
# CHECK-NOT: held_float
def names(bodies):
    for body in bodies:
        print(body.name * 2)


bodies = [Body(1.0, "a"), Body(2.5, "b")]
advance(bodies, 0.5)
apart([(1.0, 2.5)], [0.0])
print(total(bodies), once(bodies[0]), names(bodies))
