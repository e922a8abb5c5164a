# A frame holds what is needed after a suspension and no more: here the parameters and nothing of the
# constants, the argument arrays or the results that are used up before. 16 bytes are LLVM's own, 8 the
# index of the suspend point and padding.

# RUN: %pyasyncc --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s

async def send(connection, log):
    await connection.write("a constant", b"another", 12345678901234567890, 1.5)
    print("first", "part", "done")
    await connection.write("a constant", b"another", 12345678901234567890, 1.5)
    log("done")


print(send)

# CHECK: call ptr @{{(pyrt_coro_new|rt_coro_new_slow)}}(ptr {{.*}}@py.__main__.send.info, i64 {{.*}}, i64 {{.*}}{{32|40}})
