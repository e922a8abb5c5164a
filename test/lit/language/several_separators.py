# StreamReader.readuntil with a tuple of separators, which Python has since 3.13: the one that ends first counts, of
# those that end at one place the shortest. The expectations are those of CPython's own test_streams.py.

# RUN: %run %s | FileCheck %s --match-full-lines
import asyncio


async def attempt(data, separators, limit=2**16, eof=False):
    reader = asyncio.StreamReader(limit=limit)
    reader.feed_data(data)
    if eof:
        reader.feed_eof()
    try:
        print(await reader.readuntil(separators), end=" ")
    except (ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError) as error:
        print(type(error).__name__, error, end=" ")
    print(bytes(reader._buffer))


async def in_pieces():
    reader = asyncio.StreamReader()
    reader.feed_data(b"QWERTYUI")
    task = asyncio.create_task(reader.readuntil((b"ABCDE", b"XYZ")))
    for piece in b"X", b"YAB", b"CDE tail":
        await asyncio.sleep(0)
        reader.feed_data(piece)
    print(await task, bytes(reader._buffer))


async def main():
    # CHECK: b'line!' b'\n?'
    await attempt(b"line!\n?", (b"?", b"!", b"!\n"))
    # CHECK: b'xab' b'--'
    await attempt(b"xab--", (b"ab--", b"b", b"xab"))
    # CHECK: ValueError Separator should contain at least one element b'a'
    await attempt(b"a", ())
    # CHECK: ValueError Separator should be at least one-byte string b'a'
    await attempt(b"a", (b"a", b""))
    # CHECK: IncompleteReadError 9 bytes read on a total of undefined expected bytes b''
    await attempt(b"some data", (b"A", b"BB"), eof=True)
    # CHECK: LimitOverrunError Separator is found, but chunk is longer than limit b'some dataA'
    await attempt(b"some dataA", (b"A", b"some dataA"), limit=3)
    # CHECK: LimitOverrunError Separator is not found, and chunk exceed the limit b'XXXXXXXX'
    await attempt(b"XXXXXXXX", (b"AB", b"ABCD"), limit=3)
    # CHECK: b'QWERTYUIXYABCDE' b' tail'
    await in_pieces()


asyncio.run(main())
