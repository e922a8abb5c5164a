"""Templates with jinja2: inheritance, macros, filters, tests, loops, the sandbox and async rendering."""
import asyncio

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateSyntaxError, UndefinedError, select_autoescape
from jinja2.sandbox import SandboxedEnvironment, SecurityError

env = Environment(loader=DictLoader({
    "base.html": "<title>{% block title %}base{% endblock %}</title>{% block body %}{% endblock %}",
    "child.html": "{% extends 'base.html' %}{% block title %}{{ super() }}/{{ name }}{% endblock %}"
                  "{% block body %}{% include 'part.html' %}{% endblock %}",
    "part.html": "{% import 'macros.html' as m %}{{ m.field('a<b', value=3) }}{{ m.rows(items) }}",
    "macros.html": "{% macro field(name, value='', type='text') -%}<input name='{{ name }}' value='{{ value }}' type={{ type }}>"
                   "{%- endmacro %}{% macro rows(items) %}{% for k, v in items|dictsort %}{{ loop.index }}/{{ loop.length }} "
                   "{{ k }}={{ v|join(',') }};{% endfor %}{% endmacro %}",
}), autoescape=select_autoescape(["html"]), trim_blocks=True, lstrip_blocks=True)
env.filters["reverse_text"] = lambda text: text[::-1]
env.tests["big"] = lambda number: number > 10
env.globals["version"] = "1.0"
print(env.get_template("child.html").render(name="<x>", items={"b": [1, 2], "a": [3]}))
text = """\
{% set total = namespace(value=0) %}
{% for item in items if item is not big %}
  {% set total.value = total.value + item %}
  {{ loop.index0 }} {{ item }}{{ "" if loop.last else "," }}
{% endfor %}
{{ total.value }} {{ "abc"|reverse_text }} {{ items|map('string')|map('length')|list }} {{ version }}
{{ items|sum }} {{ items|batch(2)|list }} {{ "%.2f"|format(3.14159) }} {{ {'a': 1}|tojson }}
{% call(x) wrap() %}inner {{ x }}{% endcall %}
{% filter upper %}low{% endfilter %} {{ 1 in items and not 5 > 6 or none }} {{ items[0:2] }} {{ missing|default('?') }}
"""
print(env.from_string(text, globals={"wrap": None} | env.globals).module if 0 else
      env.from_string("{% macro wrap() %}[{{ caller(7) }}]{% endmacro %}" + text).render(items=[1, 2, 30, 4]))
print(sorted(env.get_template("macros.html").module.__dict__)[-2:], env.get_template("macros.html").module.rows({"q": "ab"}))
strict = Environment(undefined=StrictUndefined)
for bad in ("{{ nothing.here }}", "{% for %}", "{{ 1 / 0 }}", "{{ x|nofilter }}", "{{ [1][5].a }}"):
    try:
        print(strict.from_string(bad).render())
    except (UndefinedError, TemplateSyntaxError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
try:
    print(SandboxedEnvironment().from_string("{{ ''.__class__.__mro__ }}").render())
except SecurityError as error:
    print("sandbox:", error)
print(SandboxedEnvironment().from_string("{{ range(3)|list }} {{ 'x' * 3 }}").render())


async def numbers():
    for i in range(3):
        await asyncio.sleep(0)
        yield i


async def fetch(key):
    await asyncio.sleep(0)
    return key.upper()


async def main():
    aenv = Environment(enable_async=True)
    template = aenv.from_string("{% for n in numbers() %}{{ n }}:{{ fetch('k') }} {% endfor %}{{ data|list }}")
    print(await template.render_async(numbers=numbers, fetch=fetch, data=numbers()))
    chunks = [chunk async for chunk in aenv.from_string("a{{ x }}b{{ y }}").generate_async(x=1, y=2)]
    print(chunks)


asyncio.run(main())
