import tabulate, prettytable, texttable, schema, voluptuous as vol, cachetools, more_itertools as mi, humanize, parse, blinker, pluggy, semver, isodate, iso8601, natsort, toposort, uritemplate, wcwidth, pytimeparse, intervaltree, bidict, datetime, decimal
print(tabulate.tabulate([["α", 1.25], ["b", None]], headers=["k", "v"], tablefmt="fancy_grid", missingval="?"))
print(tabulate.tabulate({"a": [1, 22], "b": ["x", "y"]}, headers="keys", tablefmt="pipe", colalign=("right", "left")))
t = prettytable.PrettyTable(["City", "Pop"]); t.add_row(["Oslo", 700000]); t.add_row(["Rome", 2800000]); t.align["City"] = "l"; t.sortby = "Pop"; t.reversesort = True
print(t); print(t.get_csv_string() if hasattr(t, "get_csv_string") else ""); print(t.get_html_string())
tt = texttable.Texttable(); tt.set_cols_align(["l", "r"]); tt.add_rows([["name", "n"], ["abc def ghi", 1], ["x", 22.5]]); tt.set_cols_width([5, 6]); print(tt.draw())
s = schema.Schema({"name": schema.And(str, len), schema.Optional("age", default=3): schema.Use(int), "tags": [schema.Or(str, int)]})
print(s.validate({"name": "x", "age": "7", "tags": ["a", 1]}))
for bad in ({"name": "", "tags": []}, {"name": "x"}, {"name": "x", "tags": [1.5]}, {"name": "x", "tags": [], "zz": 1}):
    try: print(s.validate(bad))
    except schema.SchemaError as e: print(type(e).__name__, str(e).replace("\n", " | "))
v = vol.Schema({vol.Required("q"): vol.All(str, vol.Length(min=2)), vol.Optional("n", default=5): vol.All(vol.Coerce(int), vol.Range(1, 10)), "l": [vol.Any("a", "b")]}, extra=vol.PREVENT_EXTRA)
print(v({"q": "hi", "n": "4", "l": ["a"]}))
for bad in ({"q": "h"}, {}, {"q": "hi", "n": 11}, {"q": "hi", "l": ["c"]}, {"q": "hi", "z": 1}):
    try: print(v(bad))
    except vol.MultipleInvalid as e: print(e, [str(x) for x in e.errors], e.path)
c = cachetools.TTLCache(2, 10, timer=lambda: 0); c["a"] = 1; c["b"] = 2; c["c"] = 3; print(c, list(c), c.currsize)
@cachetools.cached(cachetools.LRUCache(2), key=lambda x: x % 3)
def sq(x): print("calc", x); return x * x
print(sq(1), sq(4), sq(2), sq(3), sq(1), sq.cache.currsize if hasattr(sq, "cache") else "")
print(list(mi.chunked(range(7), 3)), list(mi.windowed("abcd", 3)), mi.first([], "d"), list(mi.collapse([1, [2, [3, "ab"]]])), list(mi.interleave_longest([1, 2, 3], "a")), mi.one(["x"]), [list(g) for g in mi.split_at("a-b-c", lambda x: x == "-")], mi.bucket(range(6), lambda x: x % 2)[1] is not None, list(mi.unique_everseen([[1], [1], [2]])), mi.peekable([1, 2]).peek(), list(mi.distinct_permutations("aab"))[:3], mi.nth_product(8, range(3), range(3)))
try: mi.one([1, 2])
except ValueError as e: print(e)
print(humanize.naturalsize(123456789), humanize.intcomma(1234567.891, 2), humanize.naturaldelta(datetime.timedelta(days=400, hours=3)), humanize.precisedelta(datetime.timedelta(seconds=93784)), humanize.ordinal(23), humanize.intword(12_300_000_000), humanize.fractional(0.375), humanize.apnumber(7), humanize.metric(0.0123, "V"))
r = parse.parse("{when:ti} {n:d} {x:f} {w:w}", "2024-02-29T12:30:00 42 3.50 hello"); print(r.named, r.spans)
print(parse.findall("<{:d}>", "<1><22>") and [x[0] for x in parse.findall("<{:d}>", "<1><22>")], parse.compile("{a}-{a}").parse("x-x").named, parse.parse("{:>8}|", "     abc|").fixed)
sig = blinker.signal("ready")
@sig.connect
def on(sender, **kw): print("got", sender, kw); return 5
print(sig.send("me", x=1)[0][1], bool(sig.receivers), sig.name)
hs, hi = pluggy.HookspecMarker("p"), pluggy.HookimplMarker("p")
class Spec:
    @hs
    def calc(self, a, b): "sum"
    @hs(firstresult=True)
    def pick(self, a): ...
class P1:
    @hi
    def calc(self, a, b): return a + b
    @hi(tryfirst=True)
    def pick(self, a): return None
class P2:
    @hi(hookwrapper=True)
    def calc(self): out = yield; out.force_result([x * 10 for x in out.get_result()])
    @hi
    def pick(self, a): return a * 2
pm = pluggy.PluginManager("p"); pm.add_hookspecs(Spec); pm.register(P1()); pm.register(P2()); print(pm.hook.calc(a=1, b=2), pm.hook.pick(a=4), [type(p).__name__ for p in pm.get_plugins()].__len__())
print(isodate.parse_duration("P1Y2M3DT4H5M6.7S"), isodate.duration_isoformat(datetime.timedelta(1, 3661)), isodate.parse_datetime("2024-W09-4T10:00Z"), iso8601.parse_date("2024-02-29T01:02:03.5+02:30"))
for bad in ("P", "x"):
    try: isodate.parse_duration(bad)
    except isodate.ISO8601Error as e: print(type(e).__name__, e)
print(natsort.natsorted(["f10.1", "f2", "F1", "f-3"], alg=natsort.ns.IGNORECASE | natsort.ns.REAL), toposort.toposort_flatten({3: {1, 2}, 2: {1}}), uritemplate.expand("/a{/p*}{?q,r*}", p=["x", "y z"], q="ü", r={"k": 1}), wcwidth.wcswidth("日本"), pytimeparse.parse("1h30m5.5s"))
tr = intervaltree.IntervalTree.from_tuples([(1, 5, "a"), (3, 8, "b"), (10, 12, "c")]); print(sorted(tr[4]), sorted(tr.overlap(5, 11)), tr.begin(), tr.end()); tr.chop(2, 4); print(sorted(tr)); tr.merge_overlaps(); print(len(tr))
b = bidict.bidict(a=1, b=2); b.inverse[3] = "c"; print(b, b.inverse[2], b.inv)
try: b["z"] = 1
except bidict.ValueDuplicationError as e: print(type(e).__name__, e)
try: toposort.toposort_flatten({1: {2}, 2: {1}})
except ValueError as e: print(e)
