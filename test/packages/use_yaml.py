import yaml, datetime, collections
doc = """
# comment
a: &x [1, 2.5, 0x1f, 1_000, .inf, ~, yes, No, 2024-01-02, 2001-12-14t21:59:43.10-05:00]
b: *x
c: {k: v, "q\\u00e9": 'it''s'}
d: |
  lit
    more
e: >-
  fold
  ed

  par
f: !!set {a, b}
g: !!binary aGVsbG8=
m: {<<: {z: 1}, y: 2}
? [1, 2]
: tuple
"""
try: print(yaml.safe_load(doc))
except yaml.YAMLError as e: print(e)
doc = doc.replace("? [1, 2]\n: tuple\n", "")
print(yaml.safe_load(doc))
print(list(yaml.safe_load_all("--- 1\n--- [a]\n...\n---\nx: y\n")))
print(yaml.dump({"z": [1, {"q": None, "t": True}], "a": "multi\nline", "s": "yes", "d": datetime.date(2024, 1, 2), "f": 1e20, "u": "é", "e": [], "n": "123"}))
print(yaml.safe_dump({"z": 1, "a": [1, 2]}, sort_keys=False, default_flow_style=None, indent=4, explicit_start=True, allow_unicode=True))
print(yaml.dump(collections.OrderedDict(a=1)), yaml.dump((1, "x")), yaml.dump({1, 2}))
x = [1]; print(yaml.dump([x, x]))
class P(yaml.YAMLObject):
    yaml_tag = "!P"; yaml_loader = yaml.SafeLoader
    def __init__(self, a, b): self.a, self.b = a, b
    def __repr__(self): return f"P({self.a}, {self.b})"
print(yaml.safe_load("!P {a: 1, b: [2]}"), yaml.dump(P(1, "z")))
def up(loader, node): return loader.construct_scalar(node).upper()
yaml.add_constructor("!up", up, Loader=yaml.SafeLoader); print(yaml.safe_load("[!up abc, b]"))
yaml.add_representer(complex, lambda d, v: d.represent_scalar("!c", str(v))); print(yaml.dump({"c": 1 + 2j}))
for bad in ("a: [1", "a: b: c", "\t- x", "*nope", "!unknown x", "key: 'abc", "- a\nb"):
    try: yaml.safe_load(bad)
    except yaml.YAMLError as e: print(type(e).__name__, str(e).replace("\n", " | "))
for t in yaml.scan("a: [1, 'x']"): print(t)
for e in yaml.parse("- &a x\n- *a"): print(e)
print(yaml.compose("a: {b: 1}"))
print(yaml.load("!!python/tuple [1, 2]", Loader=yaml.UnsafeLoader), yaml.load("!!python/object/apply:datetime.timedelta [1]", Loader=yaml.UnsafeLoader))
try: yaml.load("!!python/name:os.system", Loader=yaml.SafeLoader)
except yaml.YAMLError as e: print(e)
