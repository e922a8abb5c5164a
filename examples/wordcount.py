"""Counts the words of files, as `wc` does, and names the most frequent ones.

One task reads each file and puts batches of lines on a bounded queue; a few workers take them off
and count. The bound keeps memory flat however large the files are: a reader that runs ahead of
the workers waits in `put`.

usage: wordcount.py FILE...
"""

import asyncio
import string
import sys
from collections import Counter
from dataclasses import dataclass, field

WORKERS = 4
BATCH_LINES = 64
QUEUE_SIZE = 8
TOP = 15


@dataclass
class Tally:
    """What is known about one file, or about all of them."""

    lines: int = 0
    words: int = 0
    characters: int = 0
    frequency: Counter = field(default_factory=Counter)

    def count(self, batch: list[str]) -> None:
        for line in batch:
            words = line.split()
            self.lines += 1
            self.words += len(words)
            self.characters += len(line)
            self.frequency.update(
                bare for word in words if (bare := word.strip(string.punctuation).lower()))

    def add(self, other: "Tally") -> None:
        self.lines += other.lines
        self.words += other.words
        self.characters += other.characters
        self.frequency.update(other.frequency)


async def read(path: str, queue: asyncio.Queue) -> None:
    """Puts the lines of one file on the queue, a batch at a time."""
    batch = []
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            batch.append(line)
            if len(batch) == BATCH_LINES:
                await queue.put((path, batch))
                batch = []
    await queue.put((path, batch))


async def work(queue: asyncio.Queue, tallies: dict[str, Tally]) -> None:
    """Counts batches until cancelled."""
    while True:
        path, batch = await queue.get()
        tallies[path].count(batch)
        queue.task_done()


def report(tallies: dict[str, Tally]) -> None:
    total = Tally()
    print(f"{'lines':>9} {'words':>9} {'chars':>9}  file")
    for path, tally in tallies.items():
        total.add(tally)
        print(f"{tally.lines:>9,} {tally.words:>9,} {tally.characters:>9,}  {path}")
    print(f"{total.lines:>9,} {total.words:>9,} {total.characters:>9,}  total")
    print(f"\n{len(total.frequency):,} different words; the most frequent:")
    ranked = sorted(total.frequency.items(), key=lambda item: (-item[1], item[0]))
    for rank, (word, count) in enumerate(ranked[:TOP], start=1):
        print(f"{rank:>3}. {word:<16}{count:>7,} {count / total.words:>7.2%}")


async def main(paths: list[str]) -> int:
    queue: asyncio.Queue = asyncio.Queue(maxsize=QUEUE_SIZE)
    tallies = {path: Tally() for path in paths}
    workers = [asyncio.create_task(work(queue, tallies)) for _ in range(WORKERS)]
    outcomes = await asyncio.gather(*(read(path, queue) for path in tallies),
                                    return_exceptions=True)
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)

    status = 0
    for path, error in zip(list(tallies), outcomes):
        if isinstance(error, OSError):
            print(f"wordcount: {path}: {error.strerror}", file=sys.stderr)
            del tallies[path]
            status = 1
        elif error is not None:
            raise error
    report(tallies)
    return status


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: wordcount.py FILE...")
    sys.exit(asyncio.run(main(sys.argv[1:])))
