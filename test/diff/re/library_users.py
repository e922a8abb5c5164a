"""Modules of the standard library that stand on re."""
import fnmatch
import shlex
import string
import textwrap

print(string.Template("$who likes ${what} for $$5").substitute(who="tim", what="kung pao"), string.Template("$x $y").safe_substitute(x=1), string.Template("$a ${b}").get_identifiers())
for template in ["$", "$1", "${a"]:
    try:
        string.Template(template).substitute(a=1)
    except ValueError as error:
        print(error)
text = "The quick brown fox jumps over the lazy dog. " * 3
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(text, 40), textwrap.dedent("    a\n      b\n    c\n"), textwrap.indent("a\n\nb\n", "> "), sep="\n")
print(textwrap.wrap("a-very-long-hyphenated-word and em--dashes", 12), fnmatch.filter(["a.py", "b.txt", "c.PY"], "*.py"), fnmatch.fnmatchcase("x[1].c", "x[[]?].[ch]"), fnmatch.translate("*.[!ab]?"))
print(shlex.split("run 'a b' \"c \\\" d\" e\\ f # no", comments=True), shlex.quote("it's"), shlex.join(["a b", "c"]), list(shlex.shlex("a=b;c", punctuation_chars=True)))
