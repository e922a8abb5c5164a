# What wasm32-wasi cannot do is warned of where the compiler can see it. Natively nothing is said.

# RUN: %pyasyncc --target=wasm32-wasi --emit=ast -o %t %s 2>&1 | FileCheck %s
# RUN: %pyasyncc --emit=ast -o %t %s 2>&1 | count 0
# RUN: %pyasyncc --target=wasm32-wasi -Wno-platform --emit=ast -o %t %s 2>&1 | count 0

import asyncio


class Own:
    def start_server(self):
        return 1


async def main():
    await asyncio.start_server(print, "127.0.0.1", 80)
    # CHECK:      platform.py:[[#@LINE-1]]:11: warning: start_server() needs what wasm32-wasi lacks: it has no sockets [platform]
    # CHECK-NEXT: await asyncio.start_server
    # CHECK-NEXT: ^~~~
    # CHECK-NEXT: hint: the call raises an exception when it runs
    asyncio.get_running_loop().add_signal_handler(15, print)
    # CHECK: platform.py:[[#@LINE-1]]:5: warning: add_signal_handler() needs what wasm32-wasi lacks: it has no signals
    Own().start_server()
    await asyncio.sleep(1)
    # CHECK-NOT: warning:
