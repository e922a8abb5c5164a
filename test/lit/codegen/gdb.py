# In gdb a program stops at Python lines: in a function, and in a coroutine behind an await, and goes on
# from there line by line. Numbers are shown as the runtime holds them, 3 as 2 * 3 + 1.

# REQUIRES: gdb
# UNSUPPORTED: sanitize
# RUN: %pyasyncc -g -O0 %s -o %t
# RUN: gdb -q -batch -nx -iex "set debuginfod enabled off" -ex "break gdb.py:17" -ex "break gdb.py:24" -ex run -ex backtrace -ex "delete 1" -ex continue -ex next -ex backtrace -ex "info locals" -ex next -ex "info locals" -ex continue %t 2>&1 | FileCheck %s
# RUN: %pyasyncc -g -O1 %s -o %t
# RUN: gdb -q -batch -nx -iex "set debuginfod enabled off" -ex "break gdb.py:24" -ex run -ex next -ex step -ex backtrace -ex finish -ex next -ex continue %t 2>&1 | FileCheck %s --check-prefix=STEP

import asyncio


# At -O0 every variable can be seen; gdb's step passes over calls of functions, which go through the
# runtime there.
def add(count):
    total = count + 1
    return total


async def worker(name, delay):
    before = add(3)
    await asyncio.sleep(delay)
    after = before + 1
    after = add(after)
    return name, after


# CHECK:      Breakpoint 1, py.__main__.add (count=7) at {{.*}}gdb.py:17
# CHECK-NEXT: 17{{.*}}total = count + 1
# CHECK-NEXT: #0 {{.*}}py.__main__.add (count=7) at {{.*}}gdb.py:17
# CHECK:      py.__main__.worker ({{.*}}) at {{.*}}gdb.py:22
# CHECK:      Breakpoint 2{{.*}}, py.__main__.worker ({{.*}}) at {{.*}}gdb.py:24
# CHECK-NEXT: 24{{.*}}after = before + 1
# CHECK-NEXT: 25{{.*}}after = add(after)
# CHECK-NEXT: #0 {{.*}}py.__main__.worker ({{.*}}) at {{.*}}gdb.py:25
# CHECK:      loop_run_forever
# CHECK-DAG:  before = 9
# CHECK-DAG:  after = 11
# CHECK:      26{{.*}}return name, after
# CHECK:      after = 13

# With direct calls step goes into the function, finish comes back.
# STEP:      24{{.*}}after = before + 1
# STEP-NEXT: 25{{.*}}after = add(after)
# STEP-NEXT: py.__main__.add{{.*}} at {{.*}}gdb.py:17
# STEP-NEXT: 17{{.*}}total = count + 1
# STEP-NEXT: #0 {{.*}}py.__main__.add{{.*}} at {{.*}}gdb.py:17
# STEP-NEXT: #1 {{.*}}py.__main__.worker ({{.*}}) at {{.*}}gdb.py:25
# STEP:      25{{.*}}after = add(after)
# STEP-NEXT: 26{{.*}}return name, after

asyncio.run(worker("a", 0.01))
