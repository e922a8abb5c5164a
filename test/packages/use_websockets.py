import asyncio, websockets

async def echo(ws):
    async for message in ws:
        await ws.send(message[::-1])

async def main():
    async with websockets.serve(echo, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with websockets.connect(f"ws://127.0.0.1:{port}/path") as ws:
            for text in ("hello", "wörld", "x" * 70000):
                await ws.send(text)
                answer = await ws.recv()
                print(len(answer), answer[:20])
            await ws.send(b"\x00\x01\x02")
            print(await ws.recv())
            await (await ws.ping())
            print("pong")
        print(ws.close_code, repr(ws.close_reason))
    try:
        async with websockets.connect(f"ws://127.0.0.1:{port}/"):
            pass
    except OSError as e:
        print(type(e).__name__)
asyncio.run(main())
