"""string.Template, string constants and string.Formatter-like use of format_map."""
import string

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("hello big  world"), string.capwords("a-b-c", "-"))
class Safe(dict):
    def __missing__(self, key):
        return "{" + key + "}"
print("{a} {b} {c}".format_map(Safe(a=1, c=3)))
class Lookup:
    def __getitem__(self, key):
        return f"[{key}]"
print("{x} {y:>6}".format_map(Lookup()), "%(p)s %(q)5s" % Lookup())
alphabet = string.ascii_lowercase
print("".join(alphabet[(alphabet.index(c) + 13) % 26] if c in alphabet else c for c in "uryyb, jbeyq"), "".join(c for c in "a1!b2?" if c not in string.punctuation + string.digits))
print(all(c in string.printable for c in "Hello\n"), any(c in string.punctuation for c in "no punctuation"), "Hello, World!".translate(str.maketrans("", "", string.punctuation)), sorted(set("hello") & set(string.ascii_lowercase)))
