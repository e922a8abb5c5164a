# A static site generator over files in memory: front matter, Markdown, templates with loops and filters.
from __future__ import annotations

import html
import re
import textwrap
from collections import ChainMap, defaultdict
from dataclasses import dataclass, field
from datetime import date
from string import Template
from typing import Callable, Iterator, NamedTuple

SOURCES = {
    "index.md": """\
        ---
        title: Welcome
        layout: page
        ---
        # Hello *world*

        This is a **small** site with `code` & <tags>.

        - one
        - two
            - nested [link](http://example.org/?a=1&b=2)
        - three

        1. first
        2. second
        """,
    "posts/2024-02-29-leap.md": """\
        ---
        title: Leap day
        tags: [calendar, fun]
        ---
        > Quoted *text*
        > over two lines

        ```python
        def leap(year):
            return year % 4 == 0 and (year % 100 or not year % 400)
        ```
        """,
    "posts/2023-12-31-end.md": """\
        ---
        title: The "end" of the year
        tags: [fun]
        draft: false
        ---
        Paragraph one
        continues here.

        ***

        Paragraph ~two~ ![image](pic.png "Title")
        """,
    "posts/2025-01-01-draft.md": """\
        ---
        title: Not ready
        draft: true
        ---
        nothing
        """,
    "posts/broken.md": "---\ntitle: No end of the front matter\n",
}


class SiteError(Exception):
    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path


@dataclass(order=True)
class Page:
    date: date | None
    path: str = field(compare=False)
    meta: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    body: str = field(default="", compare=False, repr=False)

    @property
    def title(self) -> str:
        return str(self.meta.get("title", self.path.rpartition("/")[2].removesuffix(".md").title()))

    @property
    def tags(self) -> tuple[str, ...]:
        match self.meta.get("tags"):
            case None:
                return ()
            case [*names]:
                return tuple(names)
            case str(name):
                return (name,)
            case other:
                raise SiteError(self.path, f"odd tags {other!r}")


def parse_scalar(text: str) -> object:
    match text.strip():
        case "true" | "yes":
            return True
        case "false" | "no":
            return False
        case t if re.fullmatch(r"-?\d+", t):
            return int(t)
        case t if t.startswith("[") and t.endswith("]"):
            return [parse_scalar(part) for part in t[1:-1].split(",") if part.strip()]
        case t:
            return t


def read_page(path: str, text: str) -> Page:
    lines = textwrap.dedent(text).splitlines()
    if lines[:1] != ["---"]:
        raise SiteError(path, "no front matter")
    try:
        end = lines.index("---", 1)
    except ValueError as error:
        raise SiteError(path, "unterminated front matter") from error
    meta = {}
    for line in lines[1:end]:
        key, colon, value = line.partition(":")
        if not colon:
            raise SiteError(path, f"bad line {line!r}")
        meta[key.strip()] = parse_scalar(value)
    when = None
    if found := re.match(r"(?:.*/)?(\d{4})-(\d\d)-(\d\d)-", path):
        when = date(*map(int, found.groups()))
    return Page(when, path, meta, "\n".join(lines[end + 1:]))


INLINE: list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]] = [
    (re.compile(r"`([^`]+)`"), r"<code>\1</code>"),
    (re.compile(r'!\[([^\]]*)\]\((\S+?)(?: "([^"]*)")?\)'),
     lambda m: f'<img src="{m[2]}" alt="{m[1]}"' + (f' title="{m[3]}"' if m[3] else "") + ">"),
    (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<!\w)\*(.+?)\*(?!\w)"), r"<em>\1</em>"),
    (re.compile(r"~(.+?)~"), r"<del>\1</del>"),
]


def inline(text: str) -> str:
    text = html.escape(text, quote=False).replace("&quot;", '"')
    for pattern, replacement in INLINE:
        text = pattern.sub(replacement, text)
    return text


class Block(NamedTuple):
    kind: str
    lines: list[str]
    detail: str | int = ""


def blocks(text: str) -> Iterator[Block]:
    lines = iter(text.splitlines())
    paragraph: list[str] = []

    def flush() -> Iterator[Block]:
        if paragraph:
            yield Block("p", paragraph[:])
            paragraph.clear()

    for line in lines:
        if line.startswith("```"):
            yield from flush()
            code = []
            while (inner := next(lines, None)) is not None and inner != "```":
                code.append(inner)
            yield Block("code", code, line[3:])
        elif heading := re.match(r"(#{1,6}) (.*)", line):
            yield from flush()
            yield Block("h", [heading[2]], len(heading[1]))
        elif re.fullmatch(r"\*{3,}|-{3,}", line):
            yield from flush()
            yield Block("hr", [])
        elif item := re.match(r"( *)(?:([-*])|(\d+)\.) (.*)", line):
            yield from flush()
            yield Block("ul" if item[2] else "ol", [item[4]], len(item[1]) // 4)
        elif line.startswith("> "):
            yield from flush()
            yield Block("quote", [line[2:]])
        elif not line.strip():
            yield from flush()
        else:
            paragraph.append(line)
    yield from flush()


def render(text: str) -> str:
    out: list[str] = []
    open_lists: list[tuple[str, int]] = []
    quoted: list[str] = []

    def close(to: int) -> None:
        while len(open_lists) > to:
            out.append("  " * (len(open_lists) - 1) + f"</{open_lists.pop()[0]}>")

    for block in [*blocks(text), Block("end", [])]:
        if block.kind != "quote" and quoted:
            out.append(f"<blockquote>{inline(' '.join(quoted))}</blockquote>")
            quoted.clear()
        if block.kind not in ("ul", "ol"):
            close(0)
        match block:
            case Block("h", [title], int(level)):
                slug = re.sub(r"\W+", "-", title.lower()).strip("-")
                out.append(f'<h{level} id="{slug}">{inline(title)}</h{level}>')
            case Block("p", lines):
                out.append(f"<p>{inline(' '.join(lines))}</p>")
            case Block("code", lines, language):
                attribute = f' class="{language}"' if language else ""
                out.append(f"<pre{attribute}>" + html.escape("\n".join(lines)) + "</pre>")
            case Block("hr"):
                out.append("<hr>")
            case Block("quote", [line]):
                quoted.append(line)
            case Block("ul" | "ol" as kind, [line], int(depth)):
                if open_lists and open_lists[-1][0] != kind and open_lists[-1][1] == depth:
                    close(len(open_lists) - 1)
                while open_lists and open_lists[-1][1] > depth:
                    close(len(open_lists) - 1)
                if not open_lists or open_lists[-1][1] < depth:
                    out.append("  " * len(open_lists) + f"<{kind}>")
                    open_lists.append((kind, depth))
                out.append("  " * len(open_lists) + f"<li>{inline(line)}</li>")
    return "\n".join(out)


FILTERS: dict[str, Callable[[object], str]] = {
    "upper": lambda v: str(v).upper(),
    "escape": lambda v: html.escape(str(v)),
    "date": lambda v: format(v, "%d %B %Y") if v else "undated",
    "join": lambda v: ", ".join(map(str, v)) or "-",
    "count": lambda v: f"{len(v):03d}",
}


class Layout:
    """`{{ name|filter }}` and `{% for x in xs %}...{% end %}`."""

    TOKEN = re.compile(r"\{\{\s*(?P<value>.+?)\s*\}\}|\{%\s*for (?P<var>\w+) in (?P<items>[\w.]+)\s*%\}|(?P<end>\{% end %\})")

    def __init__(self, source: str) -> None:
        self.tree, rest = self._parse(source, 0)
        assert rest == len(source)

    def _parse(self, source, at):
        nodes = []
        while found := self.TOKEN.search(source, at):
            nodes.append(source[at:found.start()])
            at = found.end()
            match found.groupdict():
                case {"end": str()}:
                    return nodes, at
                case {"value": str(expression)}:
                    nodes.append(tuple(expression.split("|")))
                case {"var": str(var), "items": items}:
                    body, at = self._parse(source, at)
                    nodes.append([var, items, body])
        nodes.append(source[at:])
        return nodes, len(source)

    @staticmethod
    def lookup(name, scope):
        first, *rest = name.split(".")
        value = scope[first]
        for part in rest:
            value = value[part] if isinstance(value, dict) else getattr(value, part)
        return value

    def __call__(self, **scope):
        return "".join(self._render(self.tree, ChainMap(scope)))

    def _render(self, nodes, scope):
        for node in nodes:
            match node:
                case str():
                    yield node
                case name, *filters:
                    if isinstance(node, tuple):
                        value = self.lookup(name, scope)
                        for filter_name in filters:
                            value = FILTERS[filter_name](value)
                        yield str(value)
                        continue
                    var, items, body = node
                    for value in self.lookup(items, scope):
                        yield from self._render(body, scope.new_child({var: value}))


PAGE = Layout("<title>{{ page.title|escape }}</title>\n{{ content }}\n")
POST = Layout("<h1>{{ page.title|escape|upper }}</h1><i>{{ page.date|date }} [{{ page.tags|join }}]</i>\n{{ content }}\n")
INDEX = Layout("{% for year in years %}{{ year.name }} ({{ year.posts|count }}):{% for post in year.posts %} <{{ post.title }}>{% end %}\n{% end %}")
FOOTER = Template("-- $count pages, $$0.00, ${errors} errors; $missing\n")


def main() -> None:
    pages, errors = [], []
    for path, text in SOURCES.items():
        try:
            pages.append(read_page(path, text))
        except SiteError as error:
            errors.append(error)
            print("error:", error, "| cause:", repr(error.__cause__))
    published = [page for page in pages if not page.meta.get("draft")]
    for page in published:
        layout = PAGE if page.meta.get("layout") == "page" else POST
        print(f"==== {page.path}", page)
        print(layout(page=page, content=render(page.body)), end="")
    posts = sorted((page for page in published if page.date), reverse=True)
    years = defaultdict(list)
    for post in posts:
        years[post.date.year].append(post)
    print(INDEX(years=[{"name": name, "posts": group} for name, group in years.items()]), end="")
    tags = defaultdict(set)
    for page in published:
        for tag in page.tags:
            tags[tag].add(page.title)
    print({tag: sorted(titles) for tag, titles in sorted(tags.items())})
    print(FOOTER.safe_substitute(count=len(published), errors=len(errors)), end="")
    try:
        FOOTER.substitute(count=1)
    except KeyError as error:
        print("missing", error)
    try:
        INDEX(years=[{}])
    except KeyError as error:
        print("no key", error)


main()
