"""Tokens of Python source that is only known when the program runs (see _parse.py)."""
# CPython: file -
import re

_PATTERN = re.compile(r'''
    (?P<space>[ \t\f]+|\\\r?\n)
  | (?P<comment>\#[^\r\n]*)
  | (?P<newline>\r?\n|\r)
  | (?P<string>(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:"""|\'\'\'|"|\'))
  | (?P<number>0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+
      |(?:(?:[0-9](?:_?[0-9])*)?\.[0-9](?:_?[0-9])*|[0-9](?:_?[0-9])*\.?)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?)
  | (?P<name>[^\W\d]\w*)
  | (?P<op>\*\*=|//=|>>=|<<=|\.\.\.|!=|->|:=|==|<=|>=|<<|>>|\*\*|//|\+=|-=|\*=|/=|%=|&=|\|=|\^=|@=
      |[-+*/%@&|^~<>()\[\]{},:.;=])
''', re.VERBOSE)
_ENDS = {quote: re.compile(r'(?:[^\\]|\\.)*?' + quote if len(quote) == 3 else r'(?:[^\\\n%s]|\\.)*%s' % (quote, quote),
                           re.DOTALL)
         for quote in ('"""', "'''", '"', "'")}


class Token:
    """A token and where it is: lines from 1, columns from 0, in characters."""

    __slots__ = ('kind', 'text', 'line', 'column', 'end_line', 'end_column')

    def __init__(self, kind, text, line, column, end_line, end_column):
        self.kind = kind
        self.text = text
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column


class Tokenizer:
    """Cuts a text into tokens; names, operators and keywords are told apart by their text alone."""

    def __init__(self, text, filename, line=1, column=0, nested=False):
        self.text = text
        self.filename = filename
        self.line = line
        self.start = -column
        self.tokens = []
        self.indents = [0]
        self.depth = 1 if nested else 0
        self.open = []
        self.nested = nested

    def fail(self, message, place=None, kind=SyntaxError):
        column = (self.place if place is None else place) - self.start
        lines = self.text.split('\n')
        text = lines[self.line - 1] + '\n' if self.line <= len(lines) else ''
        raise kind(message, (self.filename, self.line, column + 1, text, self.line, column + 1))

    def add(self, kind, text, line, column):
        self.tokens.append(Token(kind, text, line, column, self.line, self.place - self.start))

    def skip_lines(self, text):
        """Keeps count of the lines in a piece of text that has been read."""
        count = text.count('\n')
        if count:
            self.line += count
            self.start = self.place - (len(text) - text.rindex('\n') - 1)

    def run(self):
        text, size = self.text, len(self.text)
        self.place = 0
        fresh = not self.nested
        while self.place < size:
            if fresh and not self.indent():
                continue
            fresh = False
            found = _PATTERN.match(text, self.place)
            if found is None:
                self.fail('unexpected character' if text[self.place] != '\\'
                          else 'unexpected character after line continuation character')
            line, column = self.line, self.place - self.start
            kind, piece = found.lastgroup, found.group()
            self.place = found.end()
            if kind == 'string':
                self.string(piece, line, column)
            elif kind == 'newline':
                self.skip_lines(piece.replace('\r\n', '\n').replace('\r', '\n'))
                if not self.depth:
                    self.tokens.append(Token('newline', '', line, column, line, column))
                    fresh = True
            elif kind == 'space':
                self.skip_lines(piece)
            elif kind != 'comment':
                if kind == 'name' and text[self.place:self.place + 1] > '\x7f':
                    piece = self.longer_name(piece)
                self.operator(piece, line, column)
                self.add(kind, piece, line, column)
        return self.finish()

    def longer_name(self, name):
        """Names may have marks in them, which are no word characters."""
        while self.place < len(self.text) and (name + self.text[self.place]).isidentifier():
            name += self.text[self.place]
            self.place += 1
        return name

    def operator(self, piece, line, column):
        """Keeps track of the brackets that are open."""
        if piece in '([{':
            self.depth += 1
            self.open.append((piece, line, column))
        elif piece in ')]}':
            self.depth -= 1
            if not self.open:
                self.fail("unmatched '%s'" % piece, self.place - 1)
            opening, opened, _ = self.open.pop()
            if opening + piece not in '()[]{}':
                where = ' on line %d' % opened if opened != line else ''
                self.fail("closing parenthesis '%s' does not match opening parenthesis '%s'%s"
                          % (piece, opening, where), self.place - 1)

    def string(self, opening, line, column):
        quote = opening.lstrip('rRbBfFuU')
        end = _ENDS[quote].match(self.text, self.place)
        if end is None:
            self.fail('unterminated %sstring literal (detected at line %d)'
                      % ('triple-quoted ' if len(quote) == 3 else '', line), self.place - len(opening))
        body = end.group()
        self.place = end.end()
        self.skip_lines(body)
        self.add('string', opening + body, line, column)

    def indent(self):
        """Reads the spaces that begin a line; false if the line is empty."""
        text, place, width = self.text, self.place, 0
        while place < len(text) and text[place] in ' \t\f':
            width = 0 if text[place] == '\f' else width + 1 if text[place] == ' ' else (width // 8 + 1) * 8
            place += 1
        if place < len(text) and text[place] == '#':
            end = text.find('\n', place)
            place = len(text) if end < 0 else end
        if place >= len(text) or text[place] in '\r\n':
            self.place = min(place + 1, len(text))
            if place < len(text) and not text.startswith('\r\n', place):
                self.line += 1
                self.start = self.place
            return False
        self.place = place
        if width > self.indents[-1]:
            self.indents.append(width)
            self.add('indent', '', self.line, 0)
        while width < self.indents[-1]:
            self.indents.pop()
            if width > self.indents[-1]:
                self.fail('unindent does not match any outer indentation level', kind=IndentationError)
            self.add('dedent', '', self.line, 0)
        return True

    def finish(self):
        if self.open:
            opening, self.line, column = self.open[-1]
            self.fail("'%s' was never closed" % opening, self.start + column)
        last = self.tokens[-1].kind if self.tokens else 'newline'
        if last not in ('newline', 'dedent') and not self.nested:
            self.add('newline', '', self.line, self.place - self.start)
        for _ in self.indents[1:]:
            self.add('dedent', '', self.line, 0)
        self.add('end', '', self.line, 0)
        return self.tokens
