# A program that is compiled while PYTHONASYNCIODEBUG is set knows who called whom, so that debug mode
# shows where things were made; one that only runs with it is in debug mode without.
# RUN: env PYTHONASYNCIODEBUG=1 %pyasyncc run %s | FileCheck %s
# RUN: env -u PYTHONASYNCIODEBUG %pyasyncc %s -o %t
# RUN: env PYTHONASYNCIODEBUG=1 %t | FileCheck --check-prefix=RUNS %s
# RUN: env PYTHONASYNCIODEBUG= %t | FileCheck --check-prefix=WITHOUT %s
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.create_future())


asyncio.run(main())
# CHECK: True <Future pending created at {{.*}}base_events.py:{{[0-9]+}}>
# RUNS: True <Future pending>
# WITHOUT: False <Future pending>
