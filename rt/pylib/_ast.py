"""The classes of syntax trees, for code that looks at trees: there is no parser in a compiled program.

Each line of the table: a base class and what derives from it, with fields; "?" marks those that are None
if nobody sets them.
"""

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000

_PLACE = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
_PLACED = {'stmt', 'expr', 'excepthandler', 'pattern', 'alias', 'arg', 'keyword'}
_TABLE = """
AST: mod stmt expr expr_context boolop operator unaryop cmpop excepthandler pattern type_ignore \
comprehension(target,iter,ifs,is_async) arguments(posonlyargs,args,vararg?,kwonlyargs,kw_defaults,kwarg?,defaults) \
arg(arg,annotation?,type_comment?) keyword(arg?,value) alias(name,asname?) withitem(context_expr,optional_vars?) \
match_case(pattern,guard?,body)
mod: Module(body,type_ignores) Interactive(body) Expression(body) FunctionType(argtypes,returns)
stmt: FunctionDef(name,args,body,decorator_list,returns?,type_comment?) \
AsyncFunctionDef(name,args,body,decorator_list,returns?,type_comment?) ClassDef(name,bases,keywords,body,decorator_list) \
Return(value?) Delete(targets) Assign(targets,value,type_comment?) AugAssign(target,op,value) \
AnnAssign(target,annotation,value?,simple) For(target,iter,body,orelse,type_comment?) \
AsyncFor(target,iter,body,orelse,type_comment?) While(test,body,orelse) If(test,body,orelse) \
With(items,body,type_comment?) AsyncWith(items,body,type_comment?) Match(subject,cases) Raise(exc?,cause?) \
Try(body,handlers,orelse,finalbody) TryStar(body,handlers,orelse,finalbody) Assert(test,msg?) Import(names) \
ImportFrom(module?,names,level?) Global(names) Nonlocal(names) Expr(value) Pass Break Continue
expr: BoolOp(op,values) NamedExpr(target,value) BinOp(left,op,right) UnaryOp(op,operand) Lambda(args,body) \
IfExp(test,body,orelse) Dict(keys,values) Set(elts) ListComp(elt,generators) SetComp(elt,generators) \
DictComp(key,value,generators) GeneratorExp(elt,generators) Await(value) Yield(value?) YieldFrom(value) \
Compare(left,ops,comparators) Call(func,args,keywords) FormattedValue(value,conversion,format_spec?) JoinedStr(values) \
Constant(value,kind?) Attribute(value,attr,ctx) Subscript(value,slice,ctx) Starred(value,ctx) Name(id,ctx) List(elts,ctx) \
Tuple(elts,ctx) Slice(lower?,upper?,step?)
expr_context: Load Store Del
boolop: And Or
operator: Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv
unaryop: Invert Not UAdd USub
cmpop: Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn
excepthandler: ExceptHandler(type?,name?,body)
pattern: MatchValue(value) MatchSingleton(value) MatchSequence(patterns) MatchMapping(keys,patterns,rest?) \
MatchClass(cls,patterns,kwd_attrs,kwd_patterns) MatchStar(name?) MatchAs(pattern?,name?) MatchOr(patterns)
type_ignore: TypeIgnore(lineno,tag)
"""


class AST:
    """A node: its fields are attributes."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, /, *args, **kwargs):
        name = type(self).__name__
        if len(args) > len(self._fields):
            count = len(self._fields)
            raise TypeError('%s constructor takes at most %d positional argument%s'
                            % (name, count, '' if count == 1 else 's'))
        for field, value in zip(self._fields, args):
            if field in kwargs:
                raise TypeError("%s got multiple values for argument '%s'" % (name, field))
            setattr(self, field, value)
        for field, value in kwargs.items():
            setattr(self, field, value)

    def __reduce__(self):
        return type(self), (), dict(self.__dict__)


def _node(base, text):
    """Makes the class that a word of the table describes."""
    name, _, fields = text.rstrip(')').partition('(')
    fields = fields.split(',') if fields else []
    names = tuple(field.rstrip('?') for field in fields)
    namespace = {'_fields': names, '__match_args__': names, '__module__': 'ast'}
    namespace.update((field[:-1], None) for field in fields if field.endswith('?'))
    if name in _PLACED:
        namespace.update(_attributes=_PLACE, end_lineno=None, end_col_offset=None)
    return type(name, (base,), namespace)


def _make_nodes():
    made = globals()
    for line in _TABLE.strip().splitlines():
        base, _, words = line.partition(': ')
        for word in words.split():
            node = _node(made[base], word)
            made[node.__name__] = node


_make_nodes()
AST.__module__ = 'ast'
