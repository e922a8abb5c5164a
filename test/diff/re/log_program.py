"""Reading a log with patterns inside an asyncio program."""
import asyncio
import re
from collections import Counter

LINE = re.compile(r'^(?P<host>\S+) \S+ (?P<user>\S+) \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>[^ "]*)[^"]*" (?P<status>\d{3}) (?P<size>\d+|-)$', re.M)
TIME = re.compile(r"(\d+)/(\w+)/(\d+):(\d+):(\d+):(\d+) ([-+]\d{4})")
LOG = "".join('10.0.0.%d - %s [10/Oct/2000:13:%02d:36 -0700] "%s /page/%d?x=%d HTTP/1.0" %d %s\n'
              % (i % 5, "-" if i % 3 else "frank", i % 60, "GET" if i % 4 else "POST", i % 7, i, 200 if i % 6 else 404, i * 10 if i % 5 else "-") for i in range(200))


async def produce(queue):
    for start in range(0, len(LOG), 1000):
        await queue.put(LOG[start:start + 1000])
        await asyncio.sleep(0)
    await queue.put(None)


async def consume(queue):
    counts, rest, total = Counter(), "", 0
    while (chunk := await queue.get()) is not None:
        *lines, rest = (rest + chunk).split("\n")
        for line in lines:
            match = LINE.match(line)
            counts[match["status"]] += 1
            counts[match["method"]] += 1
            counts[re.sub(r"\?.*", "", match["path"])] += 1
            total += int(match["size"]) if match["size"] != "-" else 0
            counts[TIME.match(match["time"]).group(4, 7)] += 1
    return counts, total


async def main():
    queue = asyncio.Queue(2)
    _, (counts, total) = await asyncio.gather(produce(queue), consume(queue))
    print(total, sorted(counts.items(), key=str))
    print(len(LINE.findall(LOG)), Counter(m["user"] for m in LINE.finditer(LOG)), len(re.findall(r"(?m)^.*\b404\b.*$", LOG)))

asyncio.run(main())
