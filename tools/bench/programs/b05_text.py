"""B5: building JSON-like text from pieces, per piece appended."""

import sys
import time


def record(number):
    parts = ["{"]
    parts.append('"id": ')
    parts.append(str(number))
    parts.append(', "name": "')
    parts.append("user" + str(number))
    parts.append('", "tags": [')
    for tag in ("red", "green", "blue"):
        parts.append('"')
        parts.append(tag)
        parts.append('", ')
    parts.append("]}")
    return "".join(parts)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_500_000
    size = 0
    start = time.perf_counter()
    for number in range(count):
        size += len(record(number))
    elapsed = time.perf_counter() - start
    assert size > count
    print(elapsed * 1e9 / (count * 16))


main()
