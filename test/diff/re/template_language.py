# A small template language on re: a lexer by named groups, nested blocks, filters, escapes, error places, and a highlighter by callbacks.
import re
from functools import reduce

TOKEN = re.compile(r'''
    (?P<comment>\{\#.*?\#\})
  | \{%-?\s*(?P<tag>\w+)\s*(?P<rest>[^%]*?)\s*-?%\}
  | \{\{\s*(?P<expression>(?:[^}"']|"[^"]*"|'[^']*')+?)\s*\}\}
  | (?P<text>(?:(?!\{[\#%{]).)+)
''', re.VERBOSE | re.DOTALL)
FILTERS = {'upper': str.upper, 'title': str.title, 'trim': str.strip, 'length': len, 'join': lambda value, separator=', ': separator.join(map(str, value)), 'default': lambda value, other='': value if value not in (None, '') else other, 'slug': lambda value: re.sub(r'[^\w]+', '-', value.lower()).strip('-')}


class TemplateError(Exception):
    pass


def lex(source):
    position = 0
    while position < len(source):
        match = TOKEN.match(source, position)
        if not match:
            line = source.count('\n', 0, position) + 1
            raise TemplateError(f'line {line}: cannot read {source[position:position + 10]!r}')
        yield match.lastgroup if match.lastgroup != 'rest' else 'tag', match
        position = match.end()


def value(text, context):
    name, *calls = re.split(r'\s*\|\s*(?=\w)', text)
    literal = re.fullmatch(r'(?P<quote>["\'])(?P<body>.*)(?P=quote)|(?P<number>-?\d+(?:\.\d+)?)', name)
    if literal:
        result = literal['body'] if literal['quote'] else (float if '.' in literal['number'] else int)(literal['number'])
    else:
        result = reduce(lambda thing, key: thing.get(key) if isinstance(thing, dict) else thing[int(key)] if key.isdigit() else getattr(thing, key, None), name.split('.'), context)
    for call in calls:
        match = re.fullmatch(r'(\w+)(?:\((?:"([^"]*)")?\))?', call)
        if not match or match[1] not in FILTERS:
            raise TemplateError(f'no filter {call!r}')
        result = FILTERS[match[1]](result, *(group for group in match.groups()[1:] if group is not None))
    return result


def render(tokens, context, out, until=()):
    for kind, match in tokens:
        if kind == 'text':
            out.append(match['text'])
        elif kind == 'expression':
            out.append(str(value(match['expression'], context)))
        elif kind == 'tag':
            tag, rest = match['tag'], match['rest']
            if tag in until:
                return tag
            if tag == 'for':
                loop = re.fullmatch(r'(\w+)\s+in\s+(.+)', rest)
                if not loop:
                    raise TemplateError(f'bad loop {rest!r}')
                body = list(block(tokens, 'for'))
                for item in value(loop[2], context):
                    render(iter(body), {**context, loop[1]: item}, out)
            elif tag == 'if':
                body = list(block(tokens, 'if'))
                truth = bool(value(re.sub(r'^not\s+', '', rest), context)) != rest.startswith('not ')
                branch = iter(body)
                if not truth:
                    if render(branch, context, [], ('else',)) != 'else':
                        continue
                render(branch, context, out, ('else',))
            else:
                raise TemplateError(f'unknown tag {tag}')


def block(tokens, name, depth=1):
    for token in tokens:
        if token[0] == 'tag':
            depth += (token[1]['tag'] == name) - (token[1]['tag'] == 'end' + name)
            if not depth:
                return
        yield token
    raise TemplateError(f'{name} is not closed')


def template(source, **context):
    out = []
    try:
        render(lex(source), context, out)
    except TemplateError as error:
        return f'!! {error}'
    return ''.join(out)


ITEMS = [{'name': 'first item', 'tags': ['a', 'b'], 'price': 2.5}, {'name': 'Second & last!', 'tags': [], 'price': None}]
print(template('{# a\ncomment #}{% for item in items %}* {{ item.name | title }} ({{ item.name|slug }}): {% if item.tags %}{{ item.tags | join("/") }}{% else %}no tags{% endif %} {{ item.price|default("free") }}\n{% endfor %}{{ "text }} in" | upper }} {{ 5 }} {{ -2.5 }}', items=ITEMS))
for source in ('{% for x in y %}', '{% for x %}{% endfor %}', '{{ a | nope }}', 'ok\n\n{{ unclosed', '{% what %}', '{% if a %}x{% else %}y{% endif %}{% if not a %}z{% endif %}', '{% for row in rows %}{% for x in row %}{{ x }}{% endfor %};{% endfor %}', '{{ rows.1.0 }} {{ rows | length }}', '{ single } {{a}}'):
    print(repr(template(source, a=0, y=[1], rows=[[1, 2], [3]])))
CODE = '''def area(w, h=2.5):  # the area
    """Doc 'string'."""
    return w * h if w != 0x1F else "none \\"quoted\\""
'''
RULES = [('comment', r'#[^\n]*'), ('string', r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''), ('number', r'\b(?:0[xX][\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?)\b'), ('keyword', r'\b(?:def|return|if|else)\b'), ('name', r'\b(?!\d)\w+\b(?=\s*\()')]
SYNTAX = re.compile('|'.join(f'(?P<{name}>{pattern})' for name, pattern in RULES))
print(SYNTAX.sub(lambda match: f'<{match.lastgroup}>{match[0]}</>', CODE))
print([(match.lastgroup, match.span(), match.lastindex) for match in SYNTAX.finditer(CODE)][:6], SYNTAX.groupindex)


def expand_tabs_in_braces(text):
    previous = None
    while previous != text:
        previous, text = text, re.sub(r'\{([^{},]*),([^{}]*)\}', lambda match: '[' + '|'.join(part.strip() for part in match[0][1:-1].split(',')) + ']', text)
    return text


print(expand_tabs_in_braces('a{b,c{d,e},f}g {x} {1, 2 ,3}'), re.sub(r'(?<=\d)(?=(?:\d{3})+\b)', ',', '1234567 12 123456.5'), re.sub(r'(\w+) (\w+)', r'\2 \g<1>!', 'hello world'), re.split(r'(?<=[.!?])\s+(?=[A-Z])', 'One. Two! three? Four.'), re.findall(r'(?=(\d\d))', '12345'))
