"""sys.exit inside try, finally and coroutines; the status it ends with."""
import asyncio
import sys


def attempt(*args):
    try:
        sys.exit(*args)
    except SystemExit as error:
        return error.code


print(attempt(), attempt(None), attempt(3), attempt("text"), attempt(True), attempt((1, 2)))
try:
    raise SystemExit
except BaseException as error:
    print(type(error).__name__, error.code, isinstance(error, Exception))


async def leave():
    try:
        await asyncio.sleep(0)
        sys.exit(42)
    finally:
        await asyncio.sleep(0)
        print("cleanup before leaving")


async def main():
    await leave()
    print("never")


try:
    asyncio.run(main())
finally:
    print("outermost finally")
