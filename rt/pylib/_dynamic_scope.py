"""Which variables the code of a text has, for the evaluator of exec and eval (see _dynamic.py)."""
import _ast as A

FUNCTIONS = (A.FunctionDef, A.AsyncFunctionDef, A.Lambda)
COMPREHENSIONS = (A.ListComp, A.SetComp, A.DictComp, A.GeneratorExp)
_SUSPENDING = (A.Yield, A.YieldFrom, A.Await, A.AsyncFor, A.AsyncWith)


def children(node):
    """The nodes directly below a node, in the order of its fields."""
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, A.AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, A.AST):
                    yield item


def suspends(node):
    """Does code of a function yield or await in this node, outside of the functions in it?"""
    if isinstance(node, _SUSPENDING):
        return True
    if isinstance(node, FUNCTIONS) or isinstance(node, A.ClassDef):
        return False
    if isinstance(node, COMPREHENSIONS):
        return suspends(node.generators[0].iter)
    return any(map(suspends, children(node)))


class Scope:
    """The names that a text, class, function or comprehension binds, and where others are found."""

    def __init__(self, kind, parent=None, private=None):
        self.kind = kind
        self.parent = parent
        self.private = private if private is not None else parent.private if parent else None
        self.bound = set()
        self.globals = set()
        self.nonlocals = set()

    def mangle(self, name):
        """__name in a class is _Class__name."""
        if self.private is None or not name.startswith('__') or name.endswith('__') or '.' in name:
            return name
        owner = self.private.lstrip('_')
        return '_%s%s' % (owner, name) if owner else name

    def resolve(self, name):
        """Where a name is found: -1 in the module, -2 in the scope's mapping first, else how many functions up."""
        if name in self.globals:
            return -1
        if self.kind == 'function':
            if name in self.bound and name not in self.nonlocals:
                return 0
        elif name not in self.nonlocals and (self.kind == 'text' or name in self.bound):
            return -2
        depth = 1
        scope = self.parent
        while scope is not None:
            if scope.kind == 'function':
                if name in scope.globals:
                    return -1
                if name in scope.bound and name not in scope.nonlocals:
                    return depth
                depth += 1
            scope = scope.parent
        return -1 if self.kind == 'function' else -2

    def collect(self, nodes):
        for node in nodes:
            self.visit(node)

    def bind(self, name):
        self.bound.add(self.mangle(name))

    def visit(self, node):
        kind = type(node)
        if kind is A.Name:
            if not isinstance(node.ctx, A.Load):
                self.bind(node.id)
        elif kind in (A.FunctionDef, A.AsyncFunctionDef, A.ClassDef):
            self.bind(node.name)
            self.collect(node.decorator_list)
        elif kind is A.Lambda:
            self.collect(node.args.defaults)
        elif kind in COMPREHENSIONS:
            self.visit_comprehension(node)
        elif kind is A.Global:
            self.globals.update(map(self.mangle, node.names))
        elif kind is A.Nonlocal:
            self.nonlocals.update(map(self.mangle, node.names))
        elif kind in (A.Import, A.ImportFrom):
            for alias in node.names:
                self.bind(alias.asname or alias.name.partition('.')[0])
        else:
            self.visit_binding(node, kind)

    def visit_binding(self, node, kind):
        """Nodes that bind a name that they have as a plain string; then those below."""
        if kind in (A.ExceptHandler, A.MatchAs, A.MatchStar) and node.name:
            self.bind(node.name)
        elif kind is A.MatchMapping and node.rest:
            self.bind(node.rest)
        self.collect(children(node))

    def visit_comprehension(self, node):
        """A comprehension has its own variables, but := in it binds in the function around it."""
        self.visit(node.generators[0].iter)
        waiting = list(children(node))
        while waiting:
            inner = waiting.pop()
            if isinstance(inner, A.NamedExpr):
                self.bind(inner.target.id)
            if not isinstance(inner, A.Lambda):
                waiting += children(inner)
