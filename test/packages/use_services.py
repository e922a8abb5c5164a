import asyncio, attr, click, tenacity, backoff, marshmallow, jsonschema, sqlparse, itsdangerous, transitions, tinydb, tomlkit, pystache, mistune, markdown, commonmark, cssselect, inflect, arrow, dateutil.parser, dateutil.rrule, datetime, io, json, logging
from markdown.extensions.tables import TableExtension
from markdown.extensions.footnotes import FootnoteExtension
from click.testing import CliRunner
from marshmallow import Schema, fields, validate, post_load, ValidationError
@attr.s(auto_attribs=True, slots=True, order=True)
class P:
    x: int = attr.ib(validator=attr.validators.instance_of(int))
    y: float = attr.ib(default=1.0, converter=float)
    z: list = attr.ib(factory=list, repr=False, eq=False)
print(P(1), P(1) < P(2), attr.asdict(P(1, "2", [3])), attr.evolve(P(1), x=5), attr.fields(P).x.type)
try: P("a")
except TypeError as e: print(e.args[0][:60])
@click.group(chain=False)
@click.option("--debug/--no-debug", default=False)
@click.pass_context
def cli(ctx, debug): ctx.obj = {"debug": debug}
@cli.command()
@click.argument("names", nargs=-1, required=True)
@click.option("-n", "--count", type=click.IntRange(1, 5), default=1, show_default=True, help="how often")
@click.option("--mode", type=click.Choice(["a", "b"]), envvar="MODE")
@click.pass_obj
def hello(obj, names, count, mode):
    """Greets NAMES."""
    for n in names: click.echo(click.style(f"hi {n} " * count + str(mode), fg="green", bold=True))
    if obj["debug"]: click.secho("debug", err=False)
runner = CliRunner()
for args in (["hello", "a", "b", "-n", "2"], ["--debug", "hello", "x", "--mode", "b"], ["hello"], ["hello", "x", "-n", "9"], ["nope"], ["--help"], ["hello", "--help"], ["hello", "x", "--mode", "q"]):
    r = runner.invoke(cli, args); print(args, r.exit_code, r.output, repr(r.exception))
calls = []
@tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_none(), retry=tenacity.retry_if_exception_type(OSError), before_sleep=lambda s: calls.append(s.attempt_number))
async def flaky():
    if len(calls) < 2: raise OSError("flaky")
    return "done"
@tenacity.retry(stop=tenacity.stop_after_attempt(2), reraise=False)
def never(): raise KeyError("k")
@backoff.on_exception(backoff.expo, ValueError, max_tries=3, jitter=None, factor=0, on_giveup=lambda d: print("giveup", d["tries"]))
async def bo(): raise ValueError("bo")
async def main():
    print(await flaky(), calls)
    try: never()
    except tenacity.RetryError as e: print(repr(e.last_attempt.exception()), e.last_attempt.attempt_number)
    try: await bo()
    except ValueError as e: print(e)
    try:
        async for attempt in tenacity.AsyncRetrying(stop=tenacity.stop_after_attempt(2)):
            with attempt: raise IndexError(attempt.retry_state.attempt_number)
    except tenacity.RetryError as e: print(e.last_attempt.exception())
asyncio.run(main())
class User(Schema):
    name = fields.Str(required=True, validate=validate.Length(min=2)); age = fields.Int(load_default=1); born = fields.Date(); email = fields.Email(); tags = fields.List(fields.Str()); price = fields.Decimal(as_string=True)
    kids = fields.Nested(lambda: User(only=("name",), many=True))
    @post_load
    def make(self, data, **kw): return dict(data, made=True)
print(sorted(User().load({"name": "Al", "born": "2001-02-03", "kids": [{"name": "Bo"}], "price": "1.50"}).items()), sorted(User().dump({"name": "x", "born": datetime.date(2001, 2, 3), "price": 2}).items()))
try: User().load({"name": "x", "age": "q", "email": "nope", "zz": 1, "kids": [{}]})
except ValidationError as e: print(json.dumps(e.messages, sort_keys=True))
js = {"type": "object", "properties": {"a": {"type": "integer", "minimum": 3}, "b": {"type": "array", "items": {"enum": ["x"]}, "uniqueItems": True}}, "required": ["a"], "additionalProperties": False}
for doc in ({"a": 3, "b": ["x"]}, {"a": 1}, {"b": ["y", "y"]}, {"a": 5, "c": 0}):
    print(doc, sorted(f"{list(e.absolute_path)} {e.message}" for e in jsonschema.Draft202012Validator(js).iter_errors(doc)))
print(sqlparse.format("select a,b from t where x=1 and y in (select z from q) order by a", reindent=True, keyword_case="upper"), [str(t.ttype) for t in sqlparse.parse("insert into t values (1,'x')")[0].flatten()][:5])
sg = itsdangerous.URLSafeSerializer("secret", salt="s"); tok = sg.dumps({"a": [1, 2]}); print(tok, sg.loads(tok))
try: sg.loads(tok[:-1] + "x")
except itsdangerous.BadSignature as e: print(type(e).__name__, e)
class M: pass
m = M(); machine = transitions.Machine(m, states=["solid", "liquid", "gas"], initial="solid", transitions=[["melt", "solid", "liquid"], {"trigger": "boil", "source": "liquid", "dest": "gas", "conditions": "hot"}]); m.hot = lambda: True
m.melt(); print(m.state, m.is_liquid(), m.boil(), m.state)
try: m.melt()
except transitions.MachineError as e: print(e)
from tinydb.storages import MemoryStorage
db = tinydb.TinyDB(storage=MemoryStorage); q = tinydb.Query(); db.insert_multiple([{"n": i, "s": chr(97 + i)} for i in range(5)]); print(db.search((q.n > 2) | (q.s == "a")), db.update({"n": 9}, q.s == "b"), db.count(q.n == 9), db.all()[1].doc_id)
doc = tomlkit.parse('# c\n[a]\nx = 1 # one\ny = [1, 2]\n'); doc["a"]["z"] = {"k": "v"}; doc["a"]["x"] = 5; print(tomlkit.dumps(doc))
print(pystache.render("{{#items}}<{{name}}{{^last}},{{/last}}>{{/items}}{{{raw}}}{{esc}}", {"items": [{"name": "a"}, {"name": "b", "last": True}], "raw": "<b>", "esc": "<i>"}))
print(mistune.html("# T\n\n* a\n* **b** `c`\n\n> q [l](u)\n\n```py\nx<1\n```\n") if hasattr(mistune, "html") else mistune.markdown("# T"))
print(markdown.markdown("# T\n\nx *y* [l](u)\n\na | b\n--|--\n1 | 2\n\n[^1]\n\n[^1]: note", extensions=[TableExtension(), FootnoteExtension()]))
print(commonmark.commonmark("1. a\n2. b\n\n   para\n\n<div>x</div>\n\n![i](s \"t\")"))
print(cssselect.GenericTranslator().css_to_xpath("div#a > p.b:nth-child(2n+1) ~ a[href^='x']:not(.c)"))
ie = inflect.engine(); print(ie.plural("mouse"), ie.number_to_words(12345), ie.a("hour"), ie.ordinal(22), ie.join(["a", "b", "c"]), ie.singular_noun("wolves"), ie.present_participle("run"))
a = arrow.get("2024-02-29T12:00:00+01:00"); print(a.shift(years=1), a.to("US/Pacific"), a.floor("month"), a.humanize(arrow.get("2024-03-02T12:00:00+01:00")), a.format("dddd D MMMM YYYY, HH:mm ZZ"), [str(x.date()) for x in arrow.Arrow.range("week", a, limit=3)])
print(dateutil.parser.parse("Thu Sep 25 2003 10:36:28 pm"), dateutil.parser.isoparse("20240229T1030Z"), list(dateutil.rrule.rrule(dateutil.rrule.MONTHLY, count=3, bymonthday=-1, dtstart=datetime.datetime(2024, 1, 1))))
try: dateutil.parser.parse("nonsense 99")
except ValueError as e: print(type(e).__name__, e)
