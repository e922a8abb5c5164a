# A large body is not in the ramp: on a hot start the ramp makes the frame and has it resumed at once.

# RUN: %pyasyncc -O1 --emit=llvm-ir %s -o - | grep -v '^@text' | FileCheck %s --implicit-check-not=py.resumed

async def large(things):
    first, second, *others = things
    text = [f"{thing:>4}" for thing in others]
    table = {thing: str(thing).strip() for thing in others}
    try:
        await first
        for name, value in table.items():
            text.append(f"{name}={value}")
        text.sort(key=len)
        await second
    except (ValueError, KeyError) as error:
        print(error, text, table)
    finally:
        print("done", first, second)
    return [line.upper() for line in text if line]


async def caller(things):
    return await large(things)


# CHECK-LABEL: define internal fastcc i64 @py.__main__.large(
# CHECK-NOT: @pyrt_await(
# CHECK: call {{.*}}i64 @pyrt_coro_start(
# CHECK: call {{.*}}i64 @pyrt_coro_created(
# CHECK: {{^}}}
# CHECK-LABEL: define internal {{.*}}@py.__main__.large.resume(
# CHECK: @pyrt_await(
# CHECK: call {{.*}}void @pyrt_coro_return(
