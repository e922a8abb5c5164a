"""argparse: actions, types, groups, subcommands, help and errors."""
import argparse
import io
import sys
import contextlib
import enum


def attempt(parser, *words, known=False):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            result = parser.parse_known_args(words) if known else parser.parse_args(words)
        except SystemExit as error:
            result = f"exit {error.code}"
    print(words, "->", result)
    for name, text in (("out", out.getvalue()), ("err", err.getvalue())):
        if text:
            print(f"--{name}--\n{text}", end="")


parser = argparse.ArgumentParser(prog="tool", description="A tool that does a number of things, described in a text that is long "
                                 "enough to be wrapped.", epilog="The end.")
parser.add_argument("source", help="what to read")
parser.add_argument("targets", nargs="*", type=int, metavar="N", help="numbers (default: %(default)s)", default=[1])
parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")
parser.add_argument("-q", "--quiet", action="store_true")
parser.add_argument("--no-color", action="store_false", dest="color", help="plain")
parser.add_argument("--level", choices=["low", "high"], default="low", help="one of %(choices)s")
parser.add_argument("--size", type=float, metavar="MB", help="size in %(metavar)s, 100%% sure")
parser.add_argument("-D", "--define", action="append", metavar=("NAME", "VALUE"), nargs=2)
parser.add_argument("--const", action="store_const", const=42)
parser.add_argument("--many", nargs="+")
parser.add_argument("--maybe", nargs="?", const="c", default="d")
parser.add_argument("--feature", action=argparse.BooleanOptionalAction, default=True, help="the feature")
parser.add_argument("--ext", action="extend", nargs="+", type=int)
parser.add_argument("--hidden", help=argparse.SUPPRESS)
parser.add_argument("--version", action="version", version="%(prog)s 1.2")
group = parser.add_argument_group("network", "where to connect")
group.add_argument("--host", default="localhost", help="host (default: %(default)s)")
group.add_argument("--port", type=int, required=False)
exclusive = parser.add_mutually_exclusive_group()
exclusive.add_argument("--fast", action="store_true")
exclusive.add_argument("--slow", action="store_true")
attempt(parser, "in")
attempt(parser, "in", "1", "2", "-vvq", "--no-color", "--level", "high", "--size=1.5")
attempt(parser, "in", "-D", "a", "1", "--define", "b", "2", "--const", "--many", "x", "y", "--maybe", "--no-feature")
attempt(parser, "in", "--ext", "1", "2", "--ext", "3", "--host=h", "--por", "80", "--fast")
attempt(parser, "in", "--unknown", "7", "extra", known=True)
attempt(parser, "--", "-in")
for words in ((), ("in", "x"), ("in", "--level", "no"), ("in", "--size"), ("in", "--fast", "--slow"), ("in", "--ho"), ("in", "--h", "1"), ("in", "--what"), ("-h",), ("--version",), ("in", "-D", "x"), ("in", "--size", "abc")):
    attempt(parser, *words)
parser.print_usage(sys.stdout)
print(parser.get_default("host"), parser.format_usage() in parser.format_help())
parser.set_defaults(host="elsewhere", other=1)
attempt(parser, "in")

main = argparse.ArgumentParser(prog="git", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
main.add_argument("-C", default=".", help="folder")
commands = main.add_subparsers(title="commands", dest="command", required=True, help="what to do", metavar="COMMAND")
parent = argparse.ArgumentParser(add_help=False)
parent.add_argument("--dry-run", action="store_true", help="only say")
add = commands.add_parser("add", help="add files", aliases=["a"], parents=[parent])
add.add_argument("files", nargs="+")
add.set_defaults(func=lambda a: print("adding", a.files, a.dry_run))
commit = commands.add_parser("commit", help="commit", parents=[parent], description="Commit it.")
commit.add_argument("-m", "--message", required=True, help="message")
remote = commands.add_parser("remote").add_subparsers(dest="sub")
remote.add_parser("show").add_argument("name")
main.parse_args(["add", "--dry-run", "a", "b"]).func(main.parse_args(["a", "x"]))
attempt(main, "commit", "-m", "text")
attempt(main, "commit")
attempt(main)
attempt(main, "nothing")
attempt(main, "-h")
attempt(main, "commit", "-h")
attempt(main, "remote", "show", "origin")


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())
        print("action", option_string)


def even(text):
    number = int(text)
    if number % 2:
        raise argparse.ArgumentTypeError(f"{number} is odd")
    return number


class Kind(enum.Enum):
    A = "a"
    B = "b"


raw = argparse.ArgumentParser(prog="raw", formatter_class=argparse.RawDescriptionHelpFormatter, description="line one\n  line two",
                              prefix_chars="-+", fromfile_prefix_chars="@", argument_default=argparse.SUPPRESS, allow_abbrev=False,
                              usage="raw [anything]", exit_on_error=False)
raw.add_argument("-u", action=Upper)
raw.add_argument("+x", action="store_true")
raw.add_argument("--even", type=even)
raw.add_argument("--kind", type=Kind, choices=list(Kind))
raw.add_argument("rest", nargs=argparse.REMAINDER)
attempt(raw, "-u", "abc", "+x", "--even", "4", "--kind", "a", "tail", "-z", "--zz")
raw.print_help()
for bad in (["--even", "3"], ["--kind", "q"]):
    try:
        raw.parse_args(bad)
    except argparse.ArgumentError as error:
        print(error)
with open("args.txt", "w") as file:
    file.write("-u\nfrom-file\nrest\n")
attempt(raw, "@args.txt")
print(argparse.Namespace(a=1, b="x"), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1), vars(argparse.Namespace(z=2)))
for wrong in (lambda: raw.add_argument("--even"), lambda: raw.add_argument("-w", nargs=0), lambda: raw.add_argument("x", dest="y"),
              lambda: raw.add_argument("--z", action="nope"), lambda: raw.add_argument("-t", type="nope")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
inter = argparse.ArgumentParser(prog="inter")
inter.add_argument("--flag")
inter.add_argument("cmd")
inter.add_argument("rest", nargs="*", type=int)
print(inter.parse_intermixed_args("doit 1 --flag bar 2 3".split()))
optional = argparse.ArgumentParser(prog="opt", add_help=False, conflict_handler="resolve", formatter_class=argparse.MetavarTypeHelpFormatter)
optional.add_argument("-f", "--foo", type=int, help="old foo")
optional.add_argument("--foo", type=str, help="new foo")
optional.print_help()
print(repr(optional).startswith("ArgumentParser(prog='opt'"))
file_type = argparse.FileType("r")
print(repr(file_type), file_type("-") is sys.stdin)
