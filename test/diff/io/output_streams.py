"""stdout and stderr: write, flush, print's arguments, unusual separators, unicode, large output."""
import sys

print("a", "b", sep="", end="|\n")
print()
print(*range(5), sep=", ")
print("no newline", end="")
print("", "leading space")
print("tab\there", "nul\0byte", "ünïcödé ☃ 𝄞", sep="\n")
print(sys.stdout.write("written\n"))
sys.stdout.writelines(["x", "y", "\n"])
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
print(sep="x", end="")
print("x" * 100_000 == "y", len("z" * 100_000))
for i in range(3000):
    print(i, end=" " if i % 20 else "\n")
print()
for action in (lambda: print("x", sep=1), lambda: print("x", file=5), lambda: print("x", nothing=1)):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
print(sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.fileno(), sys.stderr.fileno())
sys.stderr.write("last line of stderr\n")
