# A method call is guarded where one class of the program defines a plain method of that name that takes so
# many arguments; other names, decorated and repeated definitions are left to the run time.

# RUN: %pyasyncc --print-after=guard %s -o /dev/null 2>&1 | FileCheck %s
# RUN: %pyasyncc --print-after=guard %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=DIRECT
# DIRECT-DAG: call @py.__main__.Account.deposit %{{[0-9]+}}, %{{[0-9]+}}, %{{[0-9]+}} unwind
# DIRECT-DAG: await.call @py.__main__.Account.fetch %{{[0-9]+}}, %{{[0-9]+}} unwind


class Account:
    def deposit(self, amount):
        return amount

    @staticmethod
    def wrapped(amount):
        return amount

    def twice(self):
        return 1

    async def fetch(self):
        return 2


class Other:
    def twice(self):
        return 2


# CHECK-LABEL: {{^}}function @py.__main__.use
async def use(x):
    # CHECK: [[TEST:%[0-9]+]]: bool = rt method_is %{{[0-9]+}}, "deposit", @py.__main__.Account.deposit
    # CHECK-NEXT: branch [[TEST]], b{{[0-9]+}}, b{{[0-9]+}}
    y = x.deposit(1)
    # CHECK: rt method_is {{.*}} "fetch"
    await x.fetch()
    # CHECK-NOT: method_is
    # CHECK: rt call_method {{.*}} "deposit"
    x.deposit(1, 2)
    # CHECK: rt call_method {{.*}} "wrapped"
    x.wrapped(1)
    # CHECK: rt call_method {{.*}} "twice"
    x.twice()
    # CHECK: rt call_method {{.*}} "append"
    x.append(1)
    return y


print(use)
