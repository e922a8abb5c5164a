"""Cycles that a program leaves behind are collected while its loop waits, not only at the end."""
import asyncio


class Node:
    ended = 0

    def __init__(self):
        self.me = self

    def __del__(self):
        Node.ended += 1


async def main():
    for _ in range(8):
        for _ in range(2500):
            Node()
        await asyncio.sleep(0.02)
    print(Node.ended >= 5000)


asyncio.run(main())
