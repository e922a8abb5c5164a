"""Reading standard input by line, with input(), and to the end."""
# difftest: stdin data/input.txt
import sys

print(repr(input()))
print(repr(input("prompt> ")))
totals = {}
for line in sys.stdin:
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    name, _, value = line.partition(" ")
    try:
        totals[name] = int(value)
    except ValueError as error:
        print("skipped:", error)
print(totals, repr(sys.stdin.read()), repr(sys.stdin.readline()))
try:
    input()
except EOFError as error:
    print("EOFError:", error)
