"""A web crawler over a web that is made up: bounded concurrency, depth limit, broken links.

The frontier is a queue, the workers are tasks, and `queue.join()` tells when every page that was
found has been looked at.
"""

import asyncio
from dataclasses import dataclass, field

WORKERS = 3
MAX_DEPTH = 4


class HttpError(Exception):
    def __init__(self, status: int, url: str):
        super().__init__(f"{status} for {url}")
        self.status = status


class Web:
    """Pages made from their address alone: /a/b links to /a/b/0, /a/b/1, its parent and more."""

    async def get(self, url: str) -> list[str]:
        await asyncio.sleep(0)
        digits = sum(map(ord, url))
        if digits % 11 == 0:
            raise HttpError(404, url)
        if digits % 17 == 0:
            raise HttpError(500, url)
        parent = url.rsplit("/", 1)[0] or "/"
        children = [f"{url.rstrip('/')}/{n}" for n in range(1 + digits % 3)]
        return [*children, parent, "/about", "mailto:web@master"]


@dataclass
class Crawl:
    web: Web
    frontier: asyncio.Queue = field(default_factory=asyncio.Queue)
    seen: dict[str, int] = field(default_factory=dict)
    errors: list[HttpError] = field(default_factory=list)
    links: int = 0

    def add(self, url: str, depth: int) -> None:
        if url not in self.seen and depth <= MAX_DEPTH:
            self.seen[url] = depth
            self.frontier.put_nowait((url, depth))

    async def visit(self, url: str, depth: int) -> int:
        links = [link for link in await self.web.get(url) if link.startswith("/")]
        self.links += len(links)
        for link in links:
            self.add(link, depth + 1)
        return len(links)

    async def worker(self, name: str) -> int:
        pages = 0
        while True:
            try:
                url, depth = await self.frontier.get()
            except asyncio.CancelledError:
                return pages
            try:
                count = await self.visit(url, depth)
                pages += 1
                if depth < 3:
                    print(f"{name} depth {depth}: {url} has {count} links")
            except HttpError as error:
                self.errors.append(error)
                if depth < 3:
                    print(f"{name} depth {depth}: {error}")
            finally:
                self.frontier.task_done()


async def main() -> None:
    crawl = Crawl(Web())
    crawl.add("/", 0)
    workers = [asyncio.create_task(crawl.worker(f"w{n}")) for n in range(WORKERS)]
    await crawl.frontier.join()
    for worker in workers:
        worker.cancel()
    pages = await asyncio.gather(*workers)

    print(f"{len(crawl.seen)} addresses, {sum(pages)} pages, {crawl.links} links")
    for depth in range(MAX_DEPTH + 1):
        urls = sorted(url for url, at in crawl.seen.items() if at == depth)
        print(f"depth {depth}: {len(urls):>3} {' '.join(urls[:4])}{' ...' if len(urls) > 4 else ''}")
    for status in sorted({error.status for error in crawl.errors}):
        print(status, "x", sum(error.status == status for error in crawl.errors))


asyncio.run(main())
