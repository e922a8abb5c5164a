"""Adds up the sizes of files under a directory, one task per subdirectory, like a small `du`.

Each directory is a TaskGroup whose tasks are its subdirectories: when a group is left, everything
below it is known. A semaphore bounds how many directories are read at once.

usage: treewalk.py [DIRECTORY]
"""

import asyncio
import os
import sys
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Folder:
    """What was found in one directory and below it."""

    name: str
    files: int = 0
    size: int = 0
    suffixes: Counter = field(default_factory=Counter)
    error: str | None = None
    folders: list["Folder"] = field(default_factory=list)

    def absorb(self, child: "Folder") -> None:
        self.folders.append(child)
        self.files += child.files
        self.size += child.size
        self.suffixes.update(child.suffixes)


async def walk(path: str, gate: asyncio.Semaphore) -> Folder:
    folder = Folder(os.path.basename(path) or path)
    async with gate:
        await asyncio.sleep(0)  # other directories may go first
        try:
            names = sorted(os.listdir(path))
        except OSError as error:
            folder.error = error.strerror
            return folder
    children = []
    async with asyncio.TaskGroup() as group:
        for name in names:
            below = os.path.join(path, name)
            if os.path.islink(below):
                continue
            if os.path.isdir(below):
                children.append(group.create_task(walk(below, gate)))
            else:
                folder.files += 1
                folder.size += os.path.getsize(below)
                folder.suffixes[os.path.splitext(name)[1] or "(none)"] += 1
    for child in children:
        folder.absorb(child.result())
    return folder


def human(size: float) -> str:
    for unit in ("B", "KiB", "MiB"):
        if size < 1024:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} GiB"


def show(folder: Folder, depth: int = 0) -> None:
    note = f"  [{folder.error}]" if folder.error else ""
    print(f"{human(folder.size):>10} {folder.files:>6}  {'  ' * depth}{folder.name}/{note}")
    for child in sorted(folder.folders, key=lambda f: (-f.size, f.name)):
        show(child, depth + 1)


async def main(path: str) -> None:
    if not os.path.isdir(path):
        sys.exit(f"treewalk: {path}: not a directory")
    top = await walk(path, asyncio.Semaphore(16))
    show(top)
    print("by suffix:")
    for suffix, count in sorted(top.suffixes.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:>10}  {suffix}")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else "."))
