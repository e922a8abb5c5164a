"""sys.set_coroutine_origin_tracking_depth, and the warnings that tell where coroutines were made: a function's end
drops what it holds at the line of its caller."""
import asyncio
import sys
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print(
    lineno, filename.rpartition("/")[2], category.__name__, str(message).replace(__file__, "FILE"))


async def nothing():
    pass


def makes():
    return nothing()


def drops():
    kept = makes()
    return None


def generator():
    yield nothing()
    yield makes()


class Maker:
    async def method(self):
        inner = makes()
        await asyncio.sleep(0)
        return [place[1:] for place in inner.cr_origin], inner.close()


async def chain(maker):
    return await maker.method()


def places(coroutine):
    coroutine.close()
    return [place[1:] for place in coroutine.cr_origin]


print(makes().cr_origin)
sys.set_coroutine_origin_tracking_depth(3)
print(places(makes()), *map(places, generator()), places((lambda: makes())()))
drops()
print(places(makes()), places(makes()))
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(1)
print(places(makes()), places(Maker().method()))
sys.set_coroutine_origin_tracking_depth(4)
print(asyncio.run(chain(Maker())))
sys.set_coroutine_origin_tracking_depth(0)
print(makes().cr_origin)
