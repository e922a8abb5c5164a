"""The parser behind exec, eval, compile and ast.parse: text that is only known when the program runs.

It is part of programs compiled with --dynamic, and of those that use ast.parse or ast.literal_eval. A recursive descent over the tokens makes the nodes of
_ast, with the places and the contexts that CPython's parser gives them. Of the errors it reports the commonest
with CPython's words, the others as "invalid syntax".
"""
# CPython: file -
import _ast as A
import unicodedata
from _parse_tokens import Tokenizer

_KEYWORDS = frozenset('False None True and as assert async await break class continue def del elif else except '
                      'finally for from global if import in is lambda nonlocal not or pass raise return try while '
                      'with yield'.split())
_BINARY = {'|': (1, A.BitOr), '^': (2, A.BitXor), '&': (3, A.BitAnd), '<<': (4, A.LShift), '>>': (4, A.RShift),
           '+': (5, A.Add), '-': (5, A.Sub), '*': (6, A.Mult), '/': (6, A.Div), '//': (6, A.FloorDiv),
           '%': (6, A.Mod), '@': (6, A.MatMult)}
_COMPARE = {'==': A.Eq, '!=': A.NotEq, '<': A.Lt, '<=': A.LtE, '>': A.Gt, '>=': A.GtE, 'in': A.In, 'is': A.Is}
_AUGMENTED = {'+=': A.Add, '-=': A.Sub, '*=': A.Mult, '/=': A.Div, '//=': A.FloorDiv, '%=': A.Mod, '@=': A.MatMult,
              '&=': A.BitAnd, '|=': A.BitOr, '^=': A.BitXor, '<<=': A.LShift, '>>=': A.RShift, '**=': A.Pow}
_UNARY = {'+': A.UAdd, '-': A.USub, '~': A.Invert}
_LOAD, _STORE, _DEL = A.Load(), A.Store(), A.Del()
_ESCAPES = {'\n': '', '\\': '\\', "'": "'", '"': '"', 'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r',
            't': '\t', 'v': '\v'}
_HEX = {'x': 2, 'u': 4, 'U': 8}


class Parser:
    """Reads one text. Methods named after what they read answer a node; the current token is self.token."""

    def __init__(self, text, filename='<unknown>', line=1, column=0, nested=False):
        self.source = text
        self.filename = filename
        self.tokens = Tokenizer(text, filename, line, column, nested).run()
        self.place = 0
        self.equals = False
        self.token = self.tokens[0]
        self.lines = None if text.isascii() else text.split('\n')
        self.origin = line, column

    # ---- tokens ----

    def fail(self, message='invalid syntax', token=None, kind=SyntaxError, end=None):
        """An error from `token` to the end of `end`; without them, at the token where the parser is."""
        token = token or self.token
        end = end or token
        lines = self.source.split('\n')
        text = lines[token.line - 1] + '\n' if token.line <= len(lines) else ''
        if end.kind in ('newline', 'end'):
            end_line, end_column = end.line, end.column
        else:
            end_line, end_column = end.end_line, end.end_column
        raise kind(message, (self.filename, token.line, token.column + 1, text, end_line, end_column + 1))

    def advance(self):
        token = self.token
        self.place += 1
        self.token = self.tokens[self.place]
        return token

    def at(self, text):
        """Is the current token this operator or keyword?"""
        return self.token.text == text and self.token.kind in ('op', 'name')

    def accept(self, text):
        if self.at(text):
            self.advance()
            return True
        return False

    def expect(self, text):
        if not self.at(text):
            self.fail("expected '%s'" % text if text in ':(' else 'invalid syntax')
        return self.advance()

    def name(self):
        token = self.token
        if token.kind != 'name' or token.text in _KEYWORDS:
            self.fail()
        self.advance()
        return token.text if token.text.isascii() else unicodedata.normalize('NFKC', token.text)

    def column(self, line, column):
        if self.lines is None:
            return column
        first, start = self.origin
        if line > first:
            start = 0
        return start + len(self.lines[line - first][:column - start].encode())

    def placed(self, node, start, end=None):
        """Gives a node its place: from the token or node `start` to the token `end`, or the last token read."""
        if isinstance(start, A.AST):
            node.lineno, node.col_offset = start.lineno, start.col_offset
        else:
            node.lineno, node.col_offset = start.line, self.column(start.line, start.column)
        end = end or self.tokens[self.place - 1]
        node.end_lineno, node.end_col_offset = end.end_line, self.column(end.end_line, end.end_column)
        return node

    def listed(self, read, end):
        """Items with commas between them up to the token `end`, which is left."""
        items = []
        while not self.at(end):
            items.append(read())
            if not self.accept(','):
                break
        return items

    # ---- whole texts ----

    def file(self):
        body = []
        while self.token.kind != 'end':
            if self.token.kind == 'newline':
                self.advance()
                continue
            body += self.statement()
        return A.Module(body, [])

    def single(self):
        while self.token.kind == 'newline':
            self.advance()
        body = self.statement()
        while self.token.kind == 'newline':
            self.advance()
        if self.token.kind != 'end':
            self.fail('multiple statements found while compiling a single statement')
        return A.Interactive(body)

    def expression_only(self):
        self.refuse_indent()
        body = self.expressions()
        while self.token.kind in ('newline', 'dedent'):
            self.advance()
        self.refuse_indent()
        if self.token.kind != 'end':
            self.fail()
        return A.Expression(body)

    def refuse_indent(self):
        if self.token.kind == 'indent':
            self.fail('unexpected indent', kind=IndentationError)

    # ---- statements ----

    def statement(self):
        self.refuse_indent()
        read = _COMPOUND.get(self.token.text) if self.token.kind in ('name', 'op') else None
        if read is not None:
            start = self.token
            return [self.placed_block(read(self), start)]
        if self.at('match'):
            found = self.match()
            if found is not None:
                return [found]
        return self.simple_statements()

    def placed_block(self, node, start):
        """A compound statement ends where its last statement does."""
        if isinstance(node, A.AST) and getattr(node, 'lineno', None) is None:
            self.placed(node, start)
            last = node
            while True:
                inner = (getattr(last, 'finalbody', None) or getattr(last, 'orelse', None)
                         or getattr(last, 'handlers', None) or getattr(last, 'cases', None)
                         or getattr(last, 'body', None))
                if not isinstance(inner, list) or not inner:
                    break
                last = inner[-1]
                if getattr(last, 'end_lineno', None) is not None:
                    node.end_lineno, node.end_col_offset = last.end_lineno, last.end_col_offset
                    break
        return node

    def simple_statements(self):
        found = [self.simple_statement()]
        while self.accept(';'):
            if self.token.kind == 'newline':
                break
            found.append(self.simple_statement())
        if self.token.kind != 'newline':
            self.fail()
        self.advance()
        return found

    def simple_statement(self):
        start = self.token
        read = _SIMPLE.get(start.text) if start.kind == 'name' else None
        node = read(self) if read is not None else self.expression_statement()
        return self.placed(node, start)

    def block(self, what, start):
        """The statements behind a colon; an error names the statement that they belong to and its first token."""
        self.expect(':')
        if self.token.kind != 'newline':
            return self.simple_statements()
        self.advance()
        if self.token.kind != 'indent':
            self.fail('expected an indented block after %s on line %d' % (what, start.line), kind=IndentationError)
        self.advance()
        body = []
        while self.token.kind != 'dedent':
            body += self.statement()
        self.advance()
        return body

    def expression_statement(self):
        first = self.starred_expressions()
        if self.token.text in _AUGMENTED and self.token.kind == 'op':
            operator = _AUGMENTED[self.advance().text]()
            return A.AugAssign(self.target(first), operator, self.right_side())
        if self.accept(':'):
            simple = int(isinstance(first, A.Name) and self.tokens[self.place - 2].text != ')')
            annotation = self.expression()
            value = self.right_side() if self.accept('=') else None
            return A.AnnAssign(self.target(first), annotation, value, simple)
        if not self.at('='):
            return A.Expr(first)
        targets = []
        value = first
        while self.accept('='):
            self.equals = True
            targets.append(self.target(value))
            self.equals = False
            value = self.right_side()
        return A.Assign(targets, value)

    def right_side(self):
        return self.yield_expression() if self.at('yield') else self.starred_expressions()

    def target(self, node, context=_STORE):
        """Marks an expression as one that is assigned to, or deleted."""
        if isinstance(node, (A.Tuple, A.List)):
            for item in node.elts:
                self.target(item, context)
        elif isinstance(node, A.Starred) and context is _STORE:
            self.target(node.value, context)
        elif not isinstance(node, (A.Name, A.Attribute, A.Subscript)):
            self.fail_target(node, context)
        node.ctx = context
        return node

    def fail_target(self, node, context):
        words = {A.Call: 'function call', A.Constant: 'literal', A.BinOp: 'expression', A.Compare: 'comparison',
                 A.Lambda: 'lambda', A.IfExp: 'conditional expression', A.JoinedStr: 'f-string expression'}
        what = words.get(type(node), 'expression')
        verb = 'assign to' if context is _STORE else 'delete'
        hint = " here. Maybe you meant '==' instead of '='?" if self.equals else ''
        error = SyntaxError("cannot %s %s%s" % (verb, what, hint))
        error.filename, error.lineno, error.offset = self.filename, node.lineno, node.col_offset + 1
        raise error

    def return_(self):
        self.advance()
        return A.Return(None if self.ends_statement() else self.starred_expressions())

    def ends_statement(self):
        return self.token.kind in ('newline', 'end') or self.at(';')

    def raise_(self):
        self.advance()
        if self.ends_statement():
            return A.Raise(None, None)
        error = self.expression()
        return A.Raise(error, self.expression() if self.accept('from') else None)

    def keyword_alone(self):
        return {'pass': A.Pass, 'break': A.Break, 'continue': A.Continue}[self.advance().text]()

    def names_of(self):
        kind = {'global': A.Global, 'nonlocal': A.Nonlocal}[self.advance().text]
        names = [self.name()]
        while self.accept(','):
            names.append(self.name())
        return kind(names)

    def delete(self):
        self.advance()
        targets = [self.target(self.primary_target(), _DEL)]
        while self.accept(','):
            if self.ends_statement():
                break
            targets.append(self.target(self.primary_target(), _DEL))
        return A.Delete(targets)

    def primary_target(self):
        return self.unary()

    def assert_(self):
        self.advance()
        test = self.expression()
        return A.Assert(test, self.expression() if self.accept(',') else None)

    def import_(self):
        self.advance()
        names = [self.alias(True)]
        while self.accept(','):
            names.append(self.alias(True))
        return A.Import(names)

    def alias(self, dotted):
        start = self.token
        name = self.name()
        while dotted and self.accept('.'):
            name += '.' + self.name()
        return self.placed(A.alias(name, self.name() if self.accept('as') else None), start)

    def from_(self):
        self.advance()
        level = 0
        while self.at('.') or self.at('...'):
            level += len(self.advance().text)
        module = None
        if not self.at('import'):
            module = self.name()
            while self.accept('.'):
                module += '.' + self.name()
        self.expect('import')
        start = self.token
        if self.accept('*'):
            return A.ImportFrom(module, [self.placed(A.alias('*', None), start)], level)
        if self.accept('('):
            names = self.listed(lambda: self.alias(False), ')')
            self.expect(')')
        else:
            names = [self.alias(False)]
            while self.accept(','):
                names.append(self.alias(False))
        return A.ImportFrom(module, names, level)

    def if_(self):
        start = self.advance()
        test = self.named_expression()
        body = self.block("'%s' statement" % start.text, start)
        orelse = []
        if self.at('elif'):
            inner = self.token
            orelse = [self.placed_block(self.if_(), inner)]
        else:
            orelse = self.else_block()
        return self.placed_block(A.If(test, body, orelse), start)

    def else_block(self):
        start = self.token
        return self.block("'else' statement", start) if self.accept('else') else []

    def while_(self):
        start = self.advance()
        test = self.named_expression()
        body = self.block("'while' statement", start)
        return A.While(test, body, self.else_block())

    def for_(self, kind=A.For):
        start = self.advance()
        target = self.target(self.target_list())
        self.expect('in')
        source = self.starred_expressions()
        body = self.block("'for' statement", start)
        return kind(target, source, body, self.else_block())

    def target_list(self):
        start = self.token
        first = self.star_target()
        if not self.at(','):
            return first
        items = [first]
        while self.accept(','):
            if self.at('in') or self.at('='):
                break
            items.append(self.star_target())
        return self.placed(A.Tuple(items, _LOAD), start)

    def star_target(self):
        start = self.token
        if self.accept('*'):
            return self.placed(A.Starred(self.binary(0), _LOAD), start)
        return self.binary(0)

    def try_(self):
        body = self.block("'try' statement", self.advance())
        handlers = []
        star = False
        while self.at('except'):
            start = self.advance()
            star |= self.accept('*')
            kind = name = None
            if not self.at(':'):
                kind = self.expression()
                name = self.name() if self.accept('as') else None
            what = "'except%s' statement" % ('*' if star else '')
            handler = A.ExceptHandler(kind, name, self.block(what, start))
            handlers.append(self.placed_block(handler, start))
        orelse = self.else_block()
        start = self.token
        final = self.block("'finally' statement", start) if self.accept('finally') else []
        if not handlers and not final:
            self.fail("expected 'except' or 'finally' block")
        return (A.TryStar if star else A.Try)(body, handlers, orelse, final)

    def with_(self, kind=A.With):
        start = self.advance()
        items = self.with_items_in_parentheses() if self.at('(') else None
        if items is None:
            items = [self.with_item()]
            while self.accept(','):
                items.append(self.with_item())
        return kind(items, self.block("'with' statement", start))

    def with_items_in_parentheses(self):
        """The items of `with (a as b, c):`; None, at the old place, if the parenthesis is part of an expression."""
        place = self.place
        self.advance()
        try:
            items = self.listed(self.with_item, ')')
            self.expect(')')
            if self.at(':') and items:
                return items
        except SyntaxError:
            pass
        self.place = place
        self.token = self.tokens[place]
        return None

    def with_item(self):
        context = self.expression()
        target = None
        if self.accept('as'):
            target = self.target(self.star_target())
        return A.withitem(context, target)

    def async_(self):
        self.advance()
        if self.at('def'):
            return self.function(A.AsyncFunctionDef)
        if self.at('for'):
            return self.for_(A.AsyncFor)
        if self.at('with'):
            return self.with_(A.AsyncWith)
        self.fail()

    def function(self, kind=A.FunctionDef, decorators=()):
        start = self.advance()
        name = self.name()
        self.expect('(')
        arguments = self.parameters(')', True)
        self.expect(')')
        returns = self.expression() if self.accept('->') else None
        return kind(name, arguments, self.block('function definition', start), list(decorators), returns)

    def class_(self, decorators=()):
        start = self.advance()
        name = self.name()
        bases, keywords = [], []
        if self.accept('('):
            bases, keywords = self.arguments()
        return A.ClassDef(name, bases, keywords, self.block('class definition', start), list(decorators))

    def decorated(self):
        decorators = []
        while self.accept('@'):
            decorators.append(self.named_expression())
            if self.token.kind != 'newline':
                self.fail()
            self.advance()
        start = self.token
        if self.at('class'):
            node = self.class_(decorators)
        elif self.at('def'):
            node = self.function(A.FunctionDef, decorators)
        else:
            self.expect('async')
            node = self.function(A.AsyncFunctionDef, decorators)
        return self.placed_block(node, start)

    def parameters(self, end, annotated):
        found = A.arguments([], [], None, [], [], None, [])
        positional = found.args
        keyword_only = False
        while not self.at(end):
            if self.accept('/'):
                found.posonlyargs, found.args = found.args, []
                positional = found.args
            elif self.accept('**'):
                found.kwarg = self.parameter(annotated)
            elif self.accept('*'):
                keyword_only = True
                if not self.at(','):
                    found.vararg = self.parameter(annotated, True)
            else:
                start = self.token
                parameter = self.parameter(annotated)
                last = self.tokens[self.place - 1]
                default = self.expression() if self.accept('=') else None
                if keyword_only:
                    found.kwonlyargs.append(parameter)
                    found.kw_defaults.append(default)
                else:
                    positional.append(parameter)
                    self.add_default(found, default, start, last)
            if not self.accept(','):
                break
        return found

    def add_default(self, found, default, start, end):
        if default is not None:
            found.defaults.append(default)
        elif found.defaults:
            self.fail('non-default argument follows default argument', start, end=end)

    def parameter(self, annotated, star=False):
        start = self.token
        name = self.name()
        annotation = None
        if annotated and self.accept(':'):
            annotation = self.star_expression() if star else self.expression()
        return self.placed(A.arg(name, annotation), start)

    # ---- match ----

    def match(self):
        """A match statement; None, at the old place, if `match` is a plain name here."""
        place = self.place
        start = self.advance()
        try:
            if self.at('=') or self.at('.') or self.at(',') or self.at(')') or self.token.kind == 'newline':
                raise SyntaxError
            subject = self.starred_expressions(named=True)
            self.expect(':')
            if self.token.kind != 'newline' or self.tokens[self.place + 1].kind != 'indent' \
                    or self.tokens[self.place + 2].text != 'case':
                raise SyntaxError
        except SyntaxError:
            self.place = place
            self.token = self.tokens[place]
            return None
        self.advance()
        self.advance()
        cases = []
        while self.token.kind != 'dedent':
            case = self.expect('case')
            pattern = self.open_pattern()
            guard = self.named_expression() if self.accept('if') else None
            cases.append(A.match_case(pattern, guard, self.block("'case' statement", case)))
        self.advance()
        return self.placed_block(A.Match(subject, cases), start)

    def open_pattern(self):
        start = self.token
        first = self.as_pattern()
        if not self.at(',') and not isinstance(first, A.MatchStar):
            return first
        items = [first]
        while self.accept(','):
            if self.at(':') or self.at('if'):
                break
            items.append(self.as_pattern())
        return self.placed(A.MatchSequence(items), start)

    def as_pattern(self):
        start = self.token
        if self.accept('*'):
            name = self.name()
            return self.placed(A.MatchStar(None if name == '_' else name), start)
        choices = [self.closed_pattern()]
        while self.accept('|'):
            choices.append(self.closed_pattern())
        pattern = choices[0] if len(choices) == 1 else self.placed(A.MatchOr(choices), start)
        if self.accept('as'):
            pattern = self.placed(A.MatchAs(pattern, self.name()), start)
        return pattern

    def closed_pattern(self):
        start = self.token
        if self.accept('['):
            items = self.listed(self.as_pattern, ']')
            self.expect(']')
            return self.placed(A.MatchSequence(items), start)
        if self.accept('('):
            return self.group_pattern(start)
        if self.accept('{'):
            return self.mapping_pattern(start)
        if start.text in ('None', 'True', 'False'):
            self.advance()
            return self.placed(A.MatchSingleton({'None': None, 'True': True, 'False': False}[start.text]), start)
        if start.kind in ('number', 'string') or self.at('-'):
            return self.placed(A.MatchValue(self.binary(4)), start)
        return self.name_pattern(start)

    def group_pattern(self, start):
        items = []
        comma = False
        while not self.at(')'):
            items.append(self.as_pattern())
            comma = self.accept(',')
            if not comma:
                break
        self.expect(')')
        if len(items) == 1 and not comma and not isinstance(items[0], A.MatchStar):
            return items[0]
        return self.placed(A.MatchSequence(items), start)

    def mapping_pattern(self, start):
        keys, patterns, rest = [], [], None
        while not self.at('}'):
            if self.accept('**'):
                rest = self.name()
            else:
                keys.append(self.binary(0))
                self.expect(':')
                patterns.append(self.as_pattern())
            if not self.accept(','):
                break
        self.expect('}')
        return self.placed(A.MatchMapping(keys, patterns, rest), start)

    def name_pattern(self, start):
        name = self.name()
        if not self.at('.') and not self.at('('):
            return self.placed(A.MatchAs(None, None if name == '_' else name), start)
        value = self.placed(A.Name(name, _LOAD), start)
        while self.accept('.'):
            value = self.placed(A.Attribute(value, self.name(), _LOAD), start)
        if not self.accept('('):
            return self.placed(A.MatchValue(value), start)
        patterns, names, named = [], [], []
        while not self.at(')'):
            if self.token.kind == 'name' and self.tokens[self.place + 1].text == '=':
                names.append(self.name())
                self.advance()
                named.append(self.as_pattern())
            else:
                patterns.append(self.as_pattern())
            if not self.accept(','):
                break
        self.expect(')')
        return self.placed(A.MatchClass(value, patterns, names, named), start)

    # ---- expressions ----

    def starred_expressions(self, named=False):
        """One expression, or several with commas: a tuple. Each may have a star."""
        start = self.token
        if self.at('yield'):
            return self.yield_expression()
        first = self.star_expression(named)
        if not self.at(','):
            return first
        items = [first]
        while self.accept(','):
            if self.ends_list():
                break
            items.append(self.star_expression(named))
        return self.placed(A.Tuple(items, _LOAD), start)

    def expressions(self):
        return self.starred_expressions()

    def ends_list(self):
        return self.token.kind in ('newline', 'end') or self.token.text in _ENDS_LIST

    def star_expression(self, named=False):
        start = self.token
        if self.accept('*'):
            return self.placed(A.Starred(self.binary(0), _LOAD), start)
        return self.named_expression() if named else self.expression()

    def yield_expression(self):
        start = self.expect('yield')
        if self.accept('from'):
            return self.placed(A.YieldFrom(self.expression()), start)
        value = None if self.ends_list() or self.at(';') else self.starred_expressions()
        return self.placed(A.Yield(value), start)

    def named_expression(self):
        start = self.token
        if start.kind == 'name' and self.tokens[self.place + 1].text == ':=':
            target = self.placed(A.Name(self.name(), _STORE), start)
            target.end_lineno, target.end_col_offset = start.end_line, self.column(start.end_line, start.end_column)
            self.advance()
            return self.placed(A.NamedExpr(target, self.expression()), start)
        return self.expression()

    def expression(self):
        start = self.token
        if self.at('lambda'):
            self.advance()
            arguments = self.parameters(':', False)
            self.expect(':')
            return self.placed(A.Lambda(arguments, self.expression()), start)
        body = self.or_test()
        if self.accept('if'):
            test = self.or_test()
            self.expect('else')
            return self.placed(A.IfExp(test, body, self.expression()), start)
        return body

    def or_test(self):
        return self.boolean('or', A.Or, lambda: self.boolean('and', A.And, self.not_test))

    def boolean(self, word, kind, read):
        start = self.token
        first = read()
        if not self.at(word):
            return first
        values = [first]
        while self.accept(word):
            values.append(read())
        return self.placed(A.BoolOp(kind(), values), start)

    def not_test(self):
        start = self.token
        if self.accept('not'):
            return self.placed(A.UnaryOp(A.Not(), self.not_test()), start)
        return self.comparison()

    def comparison(self):
        start = self.token
        left = self.binary(0)
        operators, values = [], []
        while True:
            operator = self.comparison_operator()
            if operator is None:
                break
            operators.append(operator)
            values.append(self.binary(0))
        return self.placed(A.Compare(left, operators, values), start) if operators else left

    def comparison_operator(self):
        if self.at('not') and self.tokens[self.place + 1].text == 'in':
            self.advance()
            self.advance()
            return A.NotIn()
        if self.token.kind not in ('op', 'name') or self.token.text not in _COMPARE:
            return None
        kind = _COMPARE[self.advance().text]
        if kind is A.Is and self.accept('not'):
            kind = A.IsNot
        return kind()

    def binary(self, level):
        """Operators that bind more tightly than `level`, by precedence climbing."""
        start = self.token
        left = self.unary()
        while self.token.kind == 'op':
            rank, kind = _BINARY.get(self.token.text, (0, None))
            if rank <= level:
                break
            self.advance()
            left = self.placed(A.BinOp(left, kind(), self.binary(rank)), start)
        return left

    def unary(self):
        start = self.token
        if start.kind == 'op' and start.text in _UNARY:
            self.advance()
            return self.placed(A.UnaryOp(_UNARY[start.text](), self.unary()), start)
        return self.power()

    def power(self):
        start = self.token
        if self.accept('await'):
            base = self.placed(A.Await(self.primary()), start)
        else:
            base = self.primary()
        if self.accept('**'):
            return self.placed(A.BinOp(base, A.Pow(), self.unary()), start)
        return base

    def primary(self):
        start = self.token
        node = self.atom()
        while self.token.kind == 'op':
            if self.accept('.'):
                node = A.Attribute(node, self.name(), _LOAD)
            elif self.accept('('):
                args, keywords = self.arguments()
                node = A.Call(node, args, keywords)
            elif self.accept('['):
                index = self.subscript()
                self.expect(']')
                node = A.Subscript(node, index, _LOAD)
            else:
                break
            self.placed(node, start)
        return node

    def arguments(self):
        """The arguments of a call up to its closing parenthesis, which is taken."""
        args, keywords = [], []
        opening, first = self.tokens[self.place - 1], self.token
        problem = bare = None
        while not self.at(')'):
            start = self.token
            if self.accept('**'):
                keywords.append(self.placed(A.keyword(None, self.expression()), start))
            elif self.at('*'):
                if any(k.arg is None for k in keywords):
                    self.fail('iterable argument unpacking follows keyword argument unpacking', first,
                              end=self.tokens[self.place - 2])
                self.advance()
                args.append(self.placed(A.Starred(self.expression(), _LOAD), start))
            elif (start.kind == 'name' and self.tokens[self.place + 1].text == '='
                  and start.text not in ('True', 'False', 'None')):
                name = self.name()
                self.advance()
                keywords.append(self.placed(A.keyword(name, self.expression()), start))
            else:
                value = self.named_expression()
                if self.at('='):
                    word = start.text if start.text in ('True', 'False', 'None') else ''
                    self.fail('cannot assign to ' + word if word and self.tokens[self.place - 1] is start else
                              'expression cannot contain assignment, perhaps you meant "=="?', start, end=self.token)
                if self.at('for') or self.at('async'):
                    value = bare = self.comprehension(A.GeneratorExp, value, start)
                    if args or keywords or self.at(','):
                        self.fail('Generator expression must be parenthesized', start, end=self.tokens[self.place - 1])
                elif keywords and not problem:
                    problem = 'positional argument follows keyword argument'
                    problem += ' unpacking' if keywords[-1].arg is None else ''
                args.append(value)
            if not self.accept(','):
                break
        if not self.at(')') or problem:
            self.fail(problem or 'invalid syntax')
        self.advance()
        if bare is not None:
            self.placed(bare, opening)    # as the only argument it has the parentheses of the call
        return args, keywords

    def subscript(self):
        start = self.token
        first = self.slice()
        if not self.at(','):
            if isinstance(first, A.Starred):
                return self.placed(A.Tuple([first], _LOAD), start)
            return first
        items = [first]
        while self.accept(','):
            if self.at(']'):
                break
            items.append(self.slice())
        return self.placed(A.Tuple(items, _LOAD), start)

    def slice(self):
        start = self.token
        if self.at('*'):
            return self.star_expression()
        lower = None if self.at(':') else self.named_expression()
        if not self.accept(':'):
            return lower
        upper = None if self.token.text in (':', ']', ',') else self.expression()
        step = None
        if self.accept(':'):
            step = None if self.token.text in (']', ',') else self.expression()
        return self.placed(A.Slice(lower, upper, step), start)

    def atom(self):
        token = self.token
        if token.kind == 'name':
            return self.name_atom(token)
        if token.kind == 'number':
            self.advance()
            return self.placed(A.Constant(_number(token.text)), token)
        if token.kind == 'string':
            return self.strings()
        if self.accept('('):
            return self.parentheses(token)
        if self.accept('['):
            return self.display(A.List, A.ListComp, ']', token)
        if self.accept('{'):
            return self.braces(token)
        if self.accept('...'):
            return self.placed(A.Constant(...), token)
        self.fail()

    def name_atom(self, token):
        if token.text in ('None', 'True', 'False'):
            self.advance()
            value = {'None': None, 'True': True, 'False': False}[token.text]
            return self.placed(A.Constant(value), token)
        return self.placed(A.Name(self.name(), _LOAD), token)

    def parentheses(self, start):
        if self.accept(')'):
            return self.placed(A.Tuple([], _LOAD), start)
        if self.at('yield'):
            node = self.yield_expression()
            self.expect(')')
            return node
        first = self.star_expression(True)
        if self.at('for') or self.at('async'):
            node = self.comprehension(A.GeneratorExp, first, start)
            self.expect(')')
            return self.placed(node, start)
        if not self.at(','):
            self.expect(')')
            return first
        items = [first]
        while self.accept(','):
            if self.at(')'):
                break
            items.append(self.star_expression(True))
        self.expect(')')
        return self.placed(A.Tuple(items, _LOAD), start)

    def display(self, kind, comprehension, end, start):
        items = []
        while not self.at(end):
            items.append(self.star_expression(True))
            if len(items) == 1 and (self.at('for') or self.at('async')):
                node = self.comprehension(comprehension, items[0], start)
                self.expect(end)
                return self.placed(node, start)
            if not self.accept(','):
                break
        self.expect(end)
        return self.placed(kind(items, _LOAD) if kind is A.List else kind(items), start)

    def braces(self, start):
        if self.accept('}'):
            return self.placed(A.Dict([], []), start)
        keys, values = [], []
        while not self.at('}'):
            if self.accept('**'):
                keys.append(None)
                values.append(self.binary(0))
            else:
                key = self.star_expression(True)
                if not keys and not self.at(':'):
                    return self.set_display(key, start)
                self.expect(':')
                keys.append(key)
                values.append(self.expression())
                if len(keys) == 1 and (self.at('for') or self.at('async')):
                    node = A.DictComp(key, values[0], self.generators())
                    self.expect('}')
                    return self.placed(node, start)
            if not self.accept(','):
                break
        self.expect('}')
        return self.placed(A.Dict(keys, values), start)

    def set_display(self, first, start):
        items = [first]
        if self.at('for') or self.at('async'):
            node = self.comprehension(A.SetComp, first, start)
            self.expect('}')
            return self.placed(node, start)
        while self.accept(','):
            if self.at('}'):
                break
            items.append(self.star_expression(True))
        self.expect('}')
        return self.placed(A.Set(items), start)

    def comprehension(self, kind, element, start):
        return self.placed(kind(element, self.generators()), start)

    def generators(self):
        found = []
        while self.at('for') or self.at('async'):
            is_async = int(self.accept('async'))
            self.expect('for')
            target = self.target(self.target_list())
            self.expect('in')
            source = self.or_test()
            tests = []
            while self.accept('if'):
                tests.append(self.condition())
            found.append(A.comprehension(target, source, tests, is_async))
        return found

    def condition(self):
        if self.token.kind == 'name' and self.tokens[self.place + 1].text == ':=':
            return self.named_expression()
        return self.or_test()

    # ---- strings ----

    def strings(self):
        """Adjacent literals as one constant, or as a JoinedStr if one of them is an f-string."""
        start = self.token
        pieces = []
        joined = False
        tokens = []
        while self.token.kind == 'string':
            tokens.append(self.advance())
        for token in tokens:
            prefix, body = _split(token.text)
            if 'f' in prefix:
                joined = True
                pieces += _FormatReader(self, start, token, body, 'r' in prefix).read()
            else:
                pieces.append(self.plain(token, prefix, body))
        if joined:
            return self.placed(A.JoinedStr(self.merged(pieces, start)), start)
        if len({type(piece) for piece in pieces}) > 1:
            self.fail('cannot mix bytes and nonbytes literals', start)
        value = pieces[0][:0].join(pieces)
        return self.placed(A.Constant(value, 'u' if start.text[0] in 'uU' else None), start)

    def plain(self, token, prefix, body):
        if 'b' in prefix:
            if not body.isascii():
                self.fail('bytes can only contain ASCII literal characters', self.behind_strings())
            text = body if 'r' in prefix else self.unescape(token, body, True)
            return text.encode('latin-1')
        return body if 'r' in prefix else self.unescape(token, body, False)

    def merged(self, pieces, start, end=None):
        """The parts of an f-string, with neighbouring texts made one."""
        found = []
        for piece in pieces:
            if isinstance(piece, str):
                if not piece:
                    continue
                if found and isinstance(found[-1], A.Constant):
                    found[-1].value += piece
                    continue
                piece = self.placed(A.Constant(piece), start, end)
            found.append(piece)
        return found

    def unescape(self, token, text, is_bytes):
        if '\\' not in text:
            return text
        found = []
        place = 0
        while True:
            slash = text.find('\\', place)
            if slash < 0:
                found.append(text[place:])
                return ''.join(found)
            found.append(text[place:slash])
            piece, place = self.escape(token, text, slash + 1, is_bytes)
            found.append(piece)

    def escape(self, token, text, place, is_bytes):
        """What the escape at `place`, behind its backslash, means, and where it ends."""
        letter = text[place]
        if letter in _ESCAPES:
            return _ESCAPES[letter], place + 1
        if letter in '01234567':
            end = place + 1
            while end < place + 3 and text[end:end + 1] in tuple('01234567'):
                end += 1
            return chr(int(text[place:end], 8) & (0xff if is_bytes else 0x1ff)), end
        if letter in _HEX and (letter == 'x' or not is_bytes):
            end = place + 1 + _HEX[letter]
            digits = text[place + 1:end]
            if len(digits) < _HEX[letter] or digits.strip('0123456789abcdefABCDEF') or int(digits, 16) > 0x10ffff:
                self.fail_escape(text, place - 1, is_bytes)
            return chr(int(digits, 16)), end
        if letter == 'N' and not is_bytes:
            end = text.find('}', place)
            try:
                return unicodedata.lookup(text[place + 2:end] if text.startswith('{', place + 1) else ''), end + 1
            except KeyError:
                self.fail_escape(text, place - 1, False)
        return '\\' + letter, place + 1


    def behind_strings(self):
        """The token behind the literals that are being read: CPython's parser has got there when it looks into them."""
        place = self.place
        while self.tokens[place].kind == 'string':
            place += 1
        return self.tokens[place]

    def fail_escape(self, text, slash, is_bytes):
        """The codec's own words for the escape at `slash`, in the text as CPython hands it over."""
        if is_bytes:
            self.fail('(value error) invalid \\x escape at position %d' % slash, self.behind_strings())
        before = ''.join([c if c < '\x80' else '\\U%08x' % ord(c) for c in text[:slash]])
        if text[slash + 1:slash + 2] == 'N':
            close = text.find('}', slash) if text.startswith('{', slash + 2) else slash + 2
            named = close > slash + 3
            end = close if named else (close if close >= 0 else len(text)) - 1
            self.fail("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s"
                      % (len(before), len(before) + end - slash,
                         'unknown Unicode character name' if named else 'malformed \\N character escape'),
                      self.behind_strings())
        after = text[slash:].split('\n')[0].encode('ascii', 'backslashreplace').decode()
        try:
            (' ' * len(before) + after).encode().decode('unicode_escape')
        except UnicodeDecodeError as error:
            self.fail('(unicode error) %s' % error, self.behind_strings())
        self.fail("(unicode error) 'unicodeescape' codec can't decode the escape", self.behind_strings())


class _FormatReader:
    """Reads the body of an f-string into texts and FormattedValue nodes."""

    def __init__(self, parser, first, token, body, raw):
        self.parser = parser
        self.first = first    # of the literals side by side, which have one place
        self.token = token
        self.body = body
        self.raw = raw
        self.place = 0

    def read(self, nested=False):
        body, found, start = self.body, [], self.place
        while self.place < len(body):
            letter = body[self.place]
            if letter == '\\' and not self.raw:
                self.place += 1 if body[self.place + 1] in '{}' else 2
                if body.startswith('N{', self.place - 1):
                    self.place = body.index('}', self.place) + 1
                continue
            if letter in '{}' and body.startswith(letter * 2, self.place) and not nested:
                found.append(self.text(start, self.place + 1))
                self.place += 2
                start = self.place
            elif letter == '{':
                found.append(self.text(start, self.place))
                found += self.field()
                start = self.place
            elif letter == '}':
                if nested:
                    break
                self.parser.fail("f-string: single '}' is not allowed", self.token)
            else:
                self.place += 1
        found.append(self.text(start, self.place))
        return found

    def text(self, start, end):
        text = self.body[start:end]
        return text if self.raw else self.parser.unescape(self.token, text, False)

    def end_of_expression(self):
        """Where the expression that begins here ends: at !, :, } or = outside of brackets and strings."""
        body, depth, place = self.body, 0, self.place
        while place < len(body):
            letter = body[place]
            if letter in '\'"':
                quote = letter * 3 if body.startswith(letter * 3, place) else letter
                place = body.index(quote, place + len(quote)) + len(quote) - 1
            elif letter in '([{':
                depth += 1
            elif depth and letter in ')]}':
                depth -= 1
            elif not depth and (letter in ':}' or letter == '!' and body[place + 1:place + 2] != '='):
                return place
            place += 1
        self.parser.fail("f-string: expecting '}'", self.token)

    def field(self):
        """A replacement field as its nodes; with `=` its own text comes before."""
        parser, body = self.parser, self.body
        self.place += 1
        start, end = self.place, self.end_of_expression()
        text, found, conversion = body[start:end], [], -1
        shown = text.rstrip()
        if shown.endswith('=') and shown[-2:-1] not in ('=', '!', '<', '>'):
            found.append(text)
            text = shown[:-1]
        if not text.strip():
            parser.fail('f-string: empty expression not allowed', self.token)
        value = self.expression(text, start)
        self.place = end
        if body[end] == '!':
            conversion = ord(body[end + 1])
            self.place = end + 2
        spec = None
        if body[self.place:self.place + 1] == ':':
            self.place += 1
            token = self.token
            pieces = self.read(True)
            plain = all([isinstance(piece, str) for piece in pieces])
            texts = parser.merged(pieces, token, token) if plain else parser.merged(pieces, self.first)
            spec = parser.placed(A.JoinedStr(texts), token, token)
        if body[self.place:self.place + 1] != '}':
            parser.fail("f-string: expecting '}'", self.token)
        self.place += 1
        if found and conversion < 0 and spec is None:
            conversion = ord('r')
        return found + [parser.placed(A.FormattedValue(value, conversion, spec), self.first)]

    def expression(self, text, start):
        opening = len(self.token.text) - len(self.body) - len(_quote(self.token.text))
        before = self.token.text[:opening + start]
        line = self.token.line + before.count('\n')
        column = len(before[before.rfind('\n') + 1:].encode())
        if '\n' not in before:
            column += self.parser.column(self.token.line, self.token.column)
        inner = Parser(text, self.parser.filename, line, column, True)
        node = inner.starred_expressions(True)
        if inner.token.kind != 'end':
            inner.fail('f-string: invalid syntax')
        return node


def _quote(text):
    return text[-3:] if text[-3:] in ('"""', "'''") and len(text.lstrip('rRbBfFuU')) >= 6 else text[-1]


def _split(text):
    """The prefix of a string literal in small letters, and what stands between its quotes."""
    prefix = text[:len(text) - len(text.lstrip('rRbBfFuU'))]
    size = len(_quote(text))
    return prefix.lower(), text[len(prefix) + size:-size]


def _number(text):
    text = text.replace('_', '')
    if text[-1] in 'jJ':
        return complex(0.0, float(text[:-1]))
    if text[:2].lower() in ('0x', '0o', '0b'):
        return int(text, 0)
    return int(text) if text.isdigit() else float(text)


_ENDS_LIST = frozenset([')', ']', '}', '=', ':', ';', 'for', 'in'] + list(_AUGMENTED))
_COMPOUND = {'if': Parser.if_, 'while': Parser.while_, 'for': Parser.for_, 'try': Parser.try_, 'with': Parser.with_,
             'def': Parser.function, 'class': Parser.class_, '@': Parser.decorated, 'async': Parser.async_}
_SIMPLE = {'return': Parser.return_, 'raise': Parser.raise_, 'pass': Parser.keyword_alone,
           'break': Parser.keyword_alone, 'continue': Parser.keyword_alone, 'global': Parser.names_of,
           'nonlocal': Parser.names_of, 'del': Parser.delete, 'assert': Parser.assert_, 'import': Parser.import_,
           'from': Parser.from_}


def parse(text, filename='<unknown>', mode='exec'):
    """The tree of a text: a Module, Expression or Interactive."""
    if '\0' in text:
        raise ValueError('source code string cannot contain null bytes')
    parser = Parser(text, filename)
    if mode == 'eval':
        return parser.expression_only()
    return parser.file() if mode == 'exec' else parser.single()


def _declared(line):
    """The encoding that a comment declares, or None."""
    _, mark, comment = line.partition(b'#')
    if not mark or line.split(b'#')[0].strip():
        return None
    for word in (b'coding:', b'coding='):
        if word in comment:
            rest = comment.split(word, 1)[1].lstrip(b' \t').decode('latin-1')
            size = 0
            while size < len(rest) and (rest[size].isalnum() and rest[size].isascii() or rest[size] in '-_.'):
                size += 1
            return rest[:size] or None
    return None


def _decoded(source, filename):
    """The text of a source in bytes: in UTF-8, or as one of its first two lines says."""
    if source.startswith(b'\xef\xbb\xbf'):
        return source[3:].decode('utf-8')
    lines = source.replace(b'\r', b'\n').split(b'\n', 2)[:2]
    encoding = _declared(lines[0])
    if encoding is None and len(lines) > 1 and not lines[0].partition(b'#')[0].strip():
        encoding = _declared(lines[1])
    try:
        return source.decode(encoding or 'utf-8')
    except LookupError:
        raise SyntaxError('unknown encoding: ' + encoding, (filename, 0, 0, None, 0, 0)) from None
    except UnicodeDecodeError as error:
        raise SyntaxError('(unicode error) %s' % error, (filename, 0, 0, None, 0, 0)) from None


def read_text(source, filename, mode):
    """The tree of what compile() gets, if it is none already, and the name of its file."""
    if mode not in ('exec', 'eval', 'single', 'func_type'):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if isinstance(filename, bytes):
        filename = filename.decode()
    if not isinstance(source, A.AST):
        if not isinstance(source, str):
            if not isinstance(source, (bytes, bytearray, memoryview)):
                raise TypeError('compile() arg 1 must be a string, bytes or AST object')
            source = _decoded(bytes(source), filename)
        source = source.replace('\r\n', '\n').replace('\r', '\n')
        source = parse(source, filename, mode)
    return source, str(filename)


def compile_tree(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, _feature_version=-1):
    """compile() of programs that have no evaluator: the tree, if that is asked for."""
    if not flags & A.PyCF_ONLY_AST:
        raise NotImplementedError('compile() is not available in a program compiled ahead of time without --dynamic')
    return read_text(source, filename, mode)[0]
