"""A pipeline of async generators over standard input.

It reads an access log in the common format (`tail -f access.log | stdin_pipeline.py`), parses it,
counts what it cannot read, groups it by minute and prints a report. Every stage pulls from the
one before, so a line is in memory only while it is looked at.
"""

import asyncio
import sys
from collections import Counter
from contextlib import aclosing
from typing import AsyncIterator, NamedTuple


class Hit(NamedTuple):
    host: str
    minute: str
    method: str
    path: str
    status: int
    size: int


class Rejects:
    """Lines that made no sense, with the first few for the report."""

    def __init__(self) -> None:
        self.count = 0
        self.samples: list[str] = []

    def add(self, number: int, reason: str) -> None:
        self.count += 1
        if self.count <= 5:
            self.samples.append(f"line {number}: {reason}")


async def lines() -> AsyncIterator[str]:
    """The lines of standard input; other tasks run between them."""
    for line in sys.stdin:
        await asyncio.sleep(0)
        yield line.rstrip("\n")


async def numbered(source: AsyncIterator[str]) -> AsyncIterator[tuple[int, str]]:
    number = 0
    async for line in source:
        number += 1
        yield number, line


def parse(line: str) -> Hit:
    """One line of the log: host - user [time] "METHOD path HTTP/x" status size."""
    before, quote, rest = line.partition('"')
    request, quote, after = rest.partition('"')
    if not quote:
        raise ValueError("no request")
    host = before.split(" ", 1)[0]
    time = before[before.index("[") + 1:before.index("]")]
    match request.split(), after.split():
        case [method, path, _], [status, "-"]:
            return Hit(host, time[:17], method, path, int(status), 0)
        case [method, path, _], [status, size]:
            return Hit(host, time[:17], method, path, int(status), int(size))
        case _:
            raise ValueError(f"odd request {request!r}")


async def hits(source: AsyncIterator[tuple[int, str]], rejects: Rejects) -> AsyncIterator[Hit]:
    async for number, line in source:
        if not line or line.startswith("#"):
            continue
        try:
            yield parse(line)
        except ValueError as error:
            rejects.add(number, str(error))


async def by_minute(source: AsyncIterator[Hit]) -> AsyncIterator[tuple[str, list[Hit]]]:
    """Groups neighbours of the same minute."""
    group: list[Hit] = []
    async for hit in source:
        if group and group[-1].minute != hit.minute:
            yield group[0].minute, group
            group = []
        group.append(hit)
    if group:
        yield group[0].minute, group


def bar(count: int, scale: int = 30) -> str:
    return "#" * min(count, scale) + ("+" if count > scale else "")


async def main() -> None:
    rejects = Rejects()
    paths: Counter = Counter()
    statuses: Counter = Counter()
    hosts = set()
    sent = 0
    async with aclosing(by_minute(hits(numbered(lines()), rejects))) as minutes:
        async for minute, group in minutes:
            errors = sum(1 for hit in group if hit.status >= 400)
            print(f"{minute} {len(group):>4} hits {errors:>3} errors {bar(len(group))}")
            paths.update(hit.path for hit in group)
            statuses.update(f"{hit.status // 100}xx" for hit in group)
            hosts.update([hit.host for hit in group])
            sent += sum(hit.size for hit in group)

    print(f"{sum(paths.values())} hits from {len(hosts)} hosts, {sent:,} bytes")
    for path, count in sorted(paths.items(), key=lambda item: (-item[1], item[0]))[:5]:
        print(f"{count:>6} {path}")
    print(" ".join(f"{status}={count}" for status, count in sorted(statuses.items())))
    print(f"{rejects.count} lines rejected", *rejects.samples, sep="\n  ")


asyncio.run(main())
