import datetime
import funcy
import humanize
import isodate
import jmespath
import rfc3986
import schema
import voluptuous
from bidict import bidict

pairs = bidict({"a": 1})
pairs["b"] = 2
print(pairs.inverse[2], pairs)
print(funcy.lmap(str, [1]), funcy.walk_values(lambda v: v + 1, {"a": 1}), funcy.group_by(len, ["a", "bb"]), funcy.compact([0, 1]))
print(humanize.naturalsize(10 ** 6), humanize.intcomma(12345), humanize.naturaldelta(datetime.timedelta(hours=3)), humanize.ordinal(2))
print(isodate.parse_duration("P1DT2H"), isodate.parse_datetime("2024-01-02T03:04:05Z"), isodate.duration_isoformat(datetime.timedelta(1, 5)))
print(jmespath.search("people[?age > `20`].name | sort(@)", {"people": [{"name": "b", "age": 30}, {"name": "a", "age": 21}, {"name": "c", "age": 1}]}))
print(rfc3986.uri_reference("HTTP://Example.org/a/../b?x#f").normalize().unsplit(), rfc3986.is_valid_uri("http://x"))
print(schema.Schema({"n": schema.And(int, lambda n: n > 0), schema.Optional("s"): str}).validate({"n": 5}))
try:
    schema.Schema({"n": int}).validate({"n": "x"})
except schema.SchemaError as error:
    print(error)
check = voluptuous.Schema({voluptuous.Required("n"): voluptuous.All(int, voluptuous.Range(min=1)), "l": [str]})
print(check({"n": 3, "l": ["x"]}))
try:
    check({"n": 0})
except voluptuous.MultipleInvalid as error:
    print(error)
