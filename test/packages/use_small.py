import colorama
import docopt
import inflection
import natsort
import parse
import semver
import six
import tabulate
import wcwidth

print(docopt.docopt("""Usage: prog [--x=<n>] <file>...

Options:
  --x=<n>  A number [default: 3].
""", ["--x", "7", "a", "b"]))
print(tabulate.tabulate([["a", 1.5], ["b", 22]], headers=["name", "n"], tablefmt="grid"), tabulate.tabulate([[1, 2]], tablefmt="github"))
print(repr(colorama.Fore.RED + "x" + colorama.Style.RESET_ALL))
print(parse.parse("{name} is {age:d}", "Bob is 12").named, parse.search("x={:f}", "a x=1.5").fixed)
print(semver.VersionInfo.parse("1.2.3-rc.1+b").bump_minor(), semver.compare("1.0.0", "1.0.1"))
print(six.PY3, six.moves.urllib.parse.quote("a b"), six.ensure_str(b"x"), list(six.iteritems({1: 2})))
print(inflection.pluralize("octopus"), inflection.camelize("a_b"), inflection.underscore("FooBar"), natsort.natsorted(["a10", "a2", "a1"]), wcwidth.wcswidth("コンニチハ"))
