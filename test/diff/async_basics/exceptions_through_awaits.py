"""Exceptions travel up through awaits, through finally and else clauses, past suspended frames."""
import asyncio


class AppError(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


async def fail(pause, code):
    if pause:
        await asyncio.sleep(0)
    raise AppError(code, "failed")


async def cleanup(log, pause, code):
    try:
        await fail(pause, code)
    except KeyError:
        log.append("wrong handler")
    else:
        log.append("wrong else")
    finally:
        await asyncio.sleep(0)
        log.append("finally")


async def translate(code):
    try:
        await cleanup([], True, code)
    except AppError as error:
        raise LookupError(f"translated {error.code}") from error


async def main():
    for pause in (False, True):
        log = []
        try:
            await cleanup(log, pause, 7)
        except AppError as error:
            print(error, error.code, log)
    try:
        await translate(3)
    except LookupError as error:
        print(repr(error), "from", repr(error.__cause__), error.__suppress_context__)
    try:
        try:
            await fail(True, 1)
        finally:
            await fail(True, 2)
    except AppError as error:
        print(error.code, "while handling", error.__context__.code)
    results = await asyncio.gather(fail(True, 5), cleanup([], False, 6), return_exceptions=True)
    print(results)


asyncio.run(main())
