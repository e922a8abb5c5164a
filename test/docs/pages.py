"""The examples of a page of CPython's documentation, and the program that runs them.

An example is what follows one prompt `>>>` of a session, or a whole block of code (after `::`, or in a directive such
as `code-block`). The program of a page has all of them in order, so that an example finds what those before
it made; each prints its number first, and an exception that it raises is shown and ends it alone.
"""
import ast
import builtins
import importlib
import inspect
import re
import sys

PROMPT = re.compile(r'^( *)>>>( (.*))?$')
DIRECTIVE = re.compile(r'^( *)\.\. ([\w-]+)::\s*(.*)$')
OPTION = re.compile(r'^ *:\w[\w-]*:')
# Directives whose body is code, if their argument is one of these or they take a group's name.
LANGUAGES = {'', 'python', 'python3', 'py', 'pycon'}
CODE = {'code-block', 'sourcecode', 'code'}
GROUPS = {'testcode', 'testsetup'}
MODULE = re.compile(r'^\.\. (?:current)?module:: ([\w.]+)', re.MULTILINE)
OPENING = """import random
import documented as docs_examples
random.seed(1)
"""
CLOSING = """docs_examples.begin("end")
"""


class Example:
    """One example: its line in the page, its kind ('session' or 'block'), its text and the output that the page shows."""

    def __init__(self, line, kind, text):
        self.line = line
        self.kind = kind
        self.text = text
        self.shown = ''
        self.tree = parse(text)

    def runs_alone(self):
        """Whether the block looks like a whole program: it imports and, when all is defined, does something."""
        if self.kind != 'block' or self.tree is None:
            return False
        imports = any(isinstance(node, (ast.Import, ast.ImportFrom)) for node in self.tree.body)
        acts = any(not isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef,
                                         ast.Assign)) for node in self.tree.body)
        return imports and acts


def parse(text):
    """The syntax tree of an example; None if it is not Python by itself, or nothing that would run."""
    try:
        tree = ast.parse(text)
        compile(text, 'example', 'exec', dont_inherit=True)
    except (SyntaxError, ValueError):
        return None
    if not tree.body or any(isinstance(node, ast.ImportFrom) and node.module == '__future__' for node in tree.body):
        return None
    return tree


def indentation(line):
    return len(line) - len(line.lstrip())


def read_session(lines, start):
    """The example whose prompt is at a line, and the number of the line after it."""
    prompt = PROMPT.match(lines[start])
    margin = prompt[1]
    text = [prompt[3] or '']
    at = start + 1
    while at < len(lines) and (lines[at].startswith(margin + '... ') or lines[at] == margin + '...'):
        text.append(lines[at][len(margin) + 4:])
        at += 1
    example = Example(start + 1, 'session', '\n'.join(text) + '\n')
    shown = []
    while at < len(lines) and lines[at].strip() and not PROMPT.match(lines[at]):
        shown.append(lines[at][len(margin):])
        at += 1
    example.shown = '\n'.join(shown)
    return example, at


def read_body(lines, start, margin):
    """The lines that are indented more than `margin` from a line on, and the number of the line after them."""
    at = start
    while at < len(lines) and (not lines[at].strip() or indentation(lines[at]) > margin):
        at += 1
    return lines[start:at], at


def opens_code(line):
    """Whether the body below a line is code: None if there is none, else whether it may be Python."""
    directive = DIRECTIVE.match(line)
    if directive:
        name, argument = directive[2], directive[3]
        if name in CODE:
            return argument.strip() in LANGUAGES
        return True if name in GROUPS else False if name in ('testoutput', 'productionlist') else None
    return True if line.rstrip().endswith('::') and not line.lstrip().startswith('.. ') else None


def block_of(body, line):
    """The example that a body is, or None; options of the directive come first."""
    body = list(body)
    while body and (not body[0].strip() or OPTION.match(body[0])):
        body.pop(0)
        line += 1
    while body and not body[-1].strip():
        body.pop()
    if not body:
        return None
    margin = min(indentation(text) for text in body if text.strip())
    return Example(line, 'block', '\n'.join(text[margin:] for text in body) + '\n')


def read_mixed(lines, start, end):
    """The examples of code that has sessions: definitions may stand beside them, as a file's would, after an empty line."""
    examples = []
    plain = []
    at = start

    def close():
        example = block_of(plain, at + 1 - len(plain))
        if example and defines(example.tree):
            examples.append(example)
        plain.clear()

    while at < end:
        if PROMPT.match(lines[at]):
            close()
            example, at = read_session(lines, at)
            examples.append(example)
        else:
            plain.append(lines[at])
            at += 1
    close()
    return examples


def defines(tree):
    """Whether what may be code or a session's output surely is code."""
    return tree is not None and any(isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import,
                                                      ast.ImportFrom, ast.Assign)) for node in tree.body)


def read_page(text):
    """All examples of a page, in their order."""
    lines = text.expandtabs().splitlines()
    examples = []
    at = 0
    while at < len(lines):
        if PROMPT.match(lines[at]):
            example, at = read_session(lines, at)
            examples.append(example)
            continue
        code = opens_code(lines[at])
        at += 1
        if code is None:
            continue
        body, after = read_body(lines, at, indentation(lines[at - 1]))
        if any(PROMPT.match(line) for line in body):
            examples += read_mixed(lines, at, after)
            at = after
            continue
        example = block_of(body, at + 1) if code else None
        if example:
            examples.append(example)
        at = after
    return examples


class Shown(ast.NodeVisitor):
    """Finds the expression statements whose value the interactive interpreter shows."""

    def __init__(self):
        self.found = []

    def visit_Expr(self, node):
        self.found.append(node.value)

    def visit_FunctionDef(self, node):
        pass

    visit_AsyncFunctionDef = visit_ClassDef = visit_FunctionDef


def show_values(text, tree):
    """The text, with each value that is shown given to docs_examples.show."""
    finder = Shown()
    finder.visit(tree)
    lines = [line.encode() for line in text.split('\n')]
    for node in reversed(finder.found):
        end = lines[node.end_lineno - 1]
        lines[node.end_lineno - 1] = end[:node.end_col_offset] + b'))' + end[node.end_col_offset:]
        start = lines[node.lineno - 1]
        lines[node.lineno - 1] = start[:node.col_offset] + b'docs_examples.show((' + start[node.col_offset:]
    return '\n'.join(line.decode() for line in lines)


def lines_in_texts(tree):
    """The numbers of the lines that begin inside a text of several lines."""
    inside = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) or isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
            inside.update(range(node.lineno + 1, node.end_lineno + 1))
    return inside


def guarded(example, number):
    """The lines of the program for one example."""
    text = show_values(example.text, example.tree) if example.kind == 'session' else example.text
    inside = lines_in_texts(example.tree)
    lines = ['docs_examples.begin(%d)' % number, 'try:']
    for at, line in enumerate(text.rstrip('\n').split('\n'), 1):
        lines.append(line if at in inside or not line.strip() else '    ' + line)
    return lines + ['except BaseException as docs_error:', '    docs_examples.failed(docs_error)']


def names_of(examples):
    """The names that examples use and those that they define."""
    used, defined = set(), set(dir(builtins))
    for example in examples:
        for node in ast.walk(example.tree) if example.tree else ():
            if isinstance(node, ast.Name):
                (used if isinstance(node.ctx, ast.Load) else defined).add(node.id)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                defined.add(node.name)
            elif isinstance(node, ast.alias):
                defined.add((node.asname or node.name).split('.')[0])
            elif isinstance(node, ast.arg):
                defined.add(node.arg)
    return used, defined


def imports_of(page, examples):
    """Imports of what examples take for granted: names of the module that the page is about, and modules."""
    used, defined = names_of(examples)
    lines = []
    found = MODULE.findall(page)
    public = []
    for name in dict.fromkeys(found):
        try:
            values = vars(importlib.import_module(name))
        except ImportError:
            continue
        public.append((name, {key for key, value in values.items() if not inspect.ismodule(value)}))
    for name in sorted(used - defined):
        owner = next((module for module, names in public if name in names and not name.startswith('_')), None)
        if owner:
            lines.append('from %s import %s' % (owner, name))
        elif name in sys.stdlib_module_names:
            lines += ['try:', '    import %s' % name, 'except ImportError:', '    pass']
    return lines


def program_of(examples, imports, left_out):
    """The program of a page, and for each of its lines the number of the example that it belongs to."""
    lines = OPENING.splitlines() + imports
    owners = [None] * len(lines)
    for number, example in enumerate(examples):
        if example.tree is not None and number not in left_out:
            own = guarded(example, number)
            lines += own
            owners += [number] * len(own)
    return '\n'.join(lines) + '\n' + CLOSING, owners
