"""Command-line arguments, including empty ones and ones with spaces."""
# difftest: args --count 3 "two words" "" -- --late üñ
import sys


def parse(arguments):
    options, rest = {"count": 1}, []
    pending = iter(arguments)
    for word in pending:
        if word == "--":
            rest.extend(pending)
        elif word.startswith("--"):
            options[word[2:]] = next(pending)
        else:
            rest.append(word)
    return options, rest


print(len(sys.argv), sys.argv[1:], sys.argv[0].rpartition("/")[2])
options, rest = parse(sys.argv[1:])
print(options, rest, int(options["count"]) * 2)
sys.exit(len(rest))
