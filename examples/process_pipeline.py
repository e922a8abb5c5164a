"""Child processes in a pipeline: what a shell does with `|`, timeouts and many children at once."""

import asyncio
import os
from asyncio.subprocess import PIPE


async def pipeline(*commands, data=b""):
    """Feeds `data` to the first command, each one's output to the next; answers the last output."""
    processes = []
    stdin = PIPE
    for command in commands:
        last = command is commands[-1]
        reading, writing = (None, PIPE) if last else os.pipe()
        processes.append(await asyncio.create_subprocess_exec(*command, stdin=stdin, stdout=writing))
        if stdin is not PIPE:
            os.close(stdin)
        if not last:
            os.close(writing)
        stdin = reading

    async def feed():
        first = processes[0].stdin
        first.write(data)
        await first.drain()
        first.close()

    feeder = asyncio.create_task(feed())
    output = await processes[-1].stdout.read()
    await feeder
    codes = [await process.wait() for process in processes]
    return output, codes


async def with_deadline(seconds, *command):
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
    try:
        async with asyncio.timeout(seconds):
            output, _ = await process.communicate()
            return output
    except TimeoutError:
        process.kill()
        return f"killed, status {await process.wait()}"


async def talk_to_calculator():
    process = await asyncio.create_subprocess_shell(
        'while read a b; do echo "$a + $b = $((a + b))"; done; echo bye >&2',
        stdin=PIPE, stdout=PIPE, stderr=PIPE)
    for pair in ((1, 2), (30, 12), (-5, 5)):
        process.stdin.write("{} {}\n".format(*pair).encode())
        print((await process.stdout.readline()).decode().strip())
    process.stdin.close()
    print(await process.stderr.read(), await process.wait())


async def main():
    words = b"pear\napple\nfig\napple\nplum\nfig\napple\n"
    output, codes = await pipeline(["sort"], ["uniq", "-c"], ["sort", "-rn"], data=words)
    for line in output.decode().splitlines():
        count, word = line.split()
        print(f"{word:6} {count}")
    print("codes:", codes)
    output, codes = await pipeline(["tr", "a-z", "A-Z"], ["rev"], data=b"pipeline\n" * 3)
    print(output, codes)
    await talk_to_calculator()
    print(await with_deadline(5, "echo", "in time"))
    print(await with_deadline(0.05, "sleep", "30"))
    limit = asyncio.Semaphore(4)

    async def job(number):
        async with limit:
            process = await asyncio.create_subprocess_exec(
                "sh", "-c", f"echo job {number}; exit {number % 3}", stdout=PIPE)
            output, _ = await process.communicate()
            return output.decode().strip(), process.returncode

    for output, code in await asyncio.gather(*(job(number) for number in range(8))):
        print(output, "->", code)


if __name__ == "__main__":
    asyncio.run(main())
