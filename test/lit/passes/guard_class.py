# A call of a variable that the program binds to one class enters the class's __init__, or the one it inherits,
# if the class is that one; defaults stand in the call. Other calls are left to the run time.

# RUN: %pyasyncc --print-after=guard %s -o /dev/null 2>&1 | FileCheck %s


class Point:
    def __init__(self, x, y=2):
        self.x = x


class Heir(Point):
    pass


class Twice:
    def __init__(self, x):
        pass


class Twice:
    def __init__(self, x):
        pass


class Any:
    def __init__(self, *args):
        pass


# CHECK-LABEL: {{^}}function @py.__main__.use
def use(x):
    # CHECK: [[CLASS:%[0-9]+]]: obj = global.get "__main__":"Point"
    # CHECK: [[INIT:%[0-9]+]]: obj = rt class_init [[CLASS]], @py.__main__.Point.__init__
    # CHECK-NEXT: [[NONE:%[0-9]+]]: bool = is.null [[INIT]]
    # CHECK-NEXT: branch [[NONE]]
    # CHECK: [[SELF:%[0-9]+]]: obj = rt instance_new [[CLASS]]
    # CHECK: [[TWO:%[0-9]+]]: obj = const.obj 2
    # CHECK: [[RESULT:%[0-9]+]]: obj = call @py.__main__.Point.__init__ %{{[0-9]+}}, [[SELF]], %{{[0-9]+}}, [[TWO]]
    # CHECK-NEXT: rt init_result [[RESULT]]
    Point(x)
    # CHECK: rt class_init {{.*}}, @py.__main__.Point.__init__
    Heir(x, y=3)
    # CHECK-NOT: class_init
    # CHECK: rt call
    Point()
    # CHECK-NOT: class_init
    # CHECK: rt call
    Twice(x)
    # CHECK-NOT: class_init
    # CHECK: rt call
    Any(x)


print(use)
