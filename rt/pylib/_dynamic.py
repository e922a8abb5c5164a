"""exec, eval and compile of text that is only known when the program runs.

A part of programs compiled with --dynamic alone: the design of this compiler is that the whole program is
known, and such code is not fast. The tree of the text (_parse.py) is turned into closures once: each node
becomes a function of the frame. Functions that the text defines are real function objects (_functions), whose
entry calls a closure. A statement answers None or what ends it early: _BREAK, _CONTINUE or _RETURN. Functions
that yield or await are in _dynamic_suspend.py.

What it cannot do: asynchronous comprehensions, except*, and names of enclosing compiled functions.
"""
import _ast as A
import _functions
import builtins
import operator
import sys
import types
from _dynamic_scope import FUNCTIONS, Scope, suspends
from _parse import read_text

_BREAK, _CONTINUE, _RETURN = 'break', 'continue', 'return'
_BINARY = {A.Add: operator.add, A.Sub: operator.sub, A.Mult: operator.mul, A.Div: operator.truediv,
           A.FloorDiv: operator.floordiv, A.Mod: operator.mod, A.Pow: operator.pow, A.MatMult: operator.matmul,
           A.LShift: operator.lshift, A.RShift: operator.rshift, A.BitAnd: operator.and_, A.BitOr: operator.or_,
           A.BitXor: operator.xor}
_IN_PLACE = {A.Add: operator.iadd, A.Sub: operator.isub, A.Mult: operator.imul, A.Div: operator.itruediv,
             A.FloorDiv: operator.ifloordiv, A.Mod: operator.imod, A.Pow: operator.ipow, A.MatMult: operator.imatmul,
             A.LShift: operator.ilshift, A.RShift: operator.irshift, A.BitAnd: operator.iand, A.BitOr: operator.ior,
             A.BitXor: operator.ixor}
_COMPARE = {A.Eq: operator.eq, A.NotEq: operator.ne, A.Lt: operator.lt, A.LtE: operator.le, A.Gt: operator.gt,
            A.GtE: operator.ge, A.Is: operator.is_, A.IsNot: operator.is_not,
            A.In: lambda item, container: item in container, A.NotIn: lambda item, container: item not in container}
_UNARY = {A.UAdd: operator.pos, A.USub: operator.neg, A.Invert: operator.invert, A.Not: operator.not_}
_NEEDS_FRAME = frozenset(['super', 'globals', 'locals', 'vars', 'dir', 'exec', 'eval'])
_BUILTIN = type(len)


def call_without_arguments(callee, frame):
    """callee(), which may be a built-in function under any name that looks at its caller."""
    if type(callee) is _BUILTIN:
        if callee is builtins.globals:
            return frame.globals
        if callee is builtins.locals or callee is builtins.vars:
            return frame.names
        if callee is builtins.dir:
            return sorted(frame.names)
    return callee()
_GENERATOR, _COROUTINE = 4, 8
_VARARGS, _VARKEYWORDS, _LAMBDA = 1, 2, 128


class Frame:
    """One run of a text, function or class body. `parent` is the frame of the function around it."""

    __slots__ = ('names', 'globals', 'builtins', 'parent', 'result')

    def __init__(self, names, global_names, builtin_names, parent):
        self.names = names
        self.globals = global_names
        self.builtins = builtin_names
        self.parent = parent
        self.result = None


class Compiler:
    """Turns the nodes of one scope into closures."""

    def __init__(self, scope, filename, qualname=''):
        self.scope = scope
        self.filename = filename
        self.qualname = qualname

    # ---- statements ----

    def block(self, nodes):
        """One closure for a list of statements."""
        steps = [self.statement(node) for node in nodes]
        if len(steps) == 1:
            return steps[0]

        def run(frame):
            for step in steps:
                signal = step(frame)
                if signal is not None:
                    return signal

        return run

    def statement(self, node):
        make = _STATEMENTS.get(type(node))
        if make is None:
            raise NotImplementedError('%s in code that is not known at compile time' % type(node).__name__)
        return make(self, node)

    def expression_statement(self, node):
        value = self.expression(node.value)

        def run(frame):
            value(frame)

        return run

    def nothing(self, node):
        signal = {A.Break: _BREAK, A.Continue: _CONTINUE}.get(type(node))
        return lambda frame: signal

    def return_(self, node):
        value = self.optional(node.value)

        def run(frame):
            frame.result = value(frame)
            return _RETURN

        return run

    def assign(self, node):
        value = self.expression(node.value)
        stores = [self.store(target) for target in node.targets]

        def run(frame):
            result = value(frame)
            for store in stores:
                store(frame, result)

        return run

    def augmented(self, node):
        target = node.target
        change = _IN_PLACE[type(node.op)]
        value = self.expression(node.value)
        if isinstance(target, A.Name):
            load, save = self.load_name(target.id), self.store(target)

            def run(frame):
                save(frame, change(load(frame), value(frame)))
        elif isinstance(target, A.Attribute):
            owner, name = self.expression(target.value), self.scope.mangle(target.attr)

            def run(frame):
                item = owner(frame)
                setattr(item, name, change(getattr(item, name), value(frame)))
        else:
            owner, index = self.expression(target.value), self.expression(target.slice)

            def run(frame):
                item, key = owner(frame), index(frame)
                item[key] = change(item[key], value(frame))

        return run

    def annotated(self, node):
        value = self.expression(node.value) if node.value is not None else None
        save = self.store(node.target) if value else None
        noted = node.simple and self.scope.kind != 'function'
        annotation = self.expression(node.annotation) if noted else None
        name = self.scope.mangle(node.target.id) if noted else None

        def run(frame):
            if value:
                save(frame, value(frame))
            if noted:
                frame.names.setdefault('__annotations__', {})[name] = annotation(frame)

        return run

    def delete(self, node):
        steps = [self.deletion(target) for target in node.targets]

        def run(frame):
            for step in steps:
                step(frame)

        return run

    def deletion(self, target):
        if isinstance(target, (A.Tuple, A.List)):
            return self.delete(A.Delete(target.elts))
        if isinstance(target, A.Attribute):
            owner, name = self.expression(target.value), self.scope.mangle(target.attr)
            return lambda frame: delattr(owner(frame), name)
        if isinstance(target, A.Subscript):
            owner, index = self.expression(target.value), self.expression(target.slice)
            return lambda frame: operator.delitem(owner(frame), index(frame))
        name = self.scope.mangle(target.id)
        place = self.place_of(name)

        def run(frame):
            names = place(frame)
            if name not in names:
                raise NameError("name '%s' is not defined" % name)
            del names[name]

        return run

    def if_(self, node):
        test, body, orelse = self.expression(node.test), self.block(node.body), self.block(node.orelse)

        def run(frame):
            return body(frame) if test(frame) else orelse(frame)

        return run

    def while_(self, node):
        test, body, orelse = self.expression(node.test), self.block(node.body), self.block(node.orelse)

        def run(frame):
            while test(frame):
                signal = body(frame)
                if signal is _BREAK:
                    return None
                if signal is _RETURN:
                    return signal
            return orelse(frame)

        return run

    def for_(self, node):
        source, save = self.expression(node.iter), self.store(node.target)
        body, orelse = self.block(node.body), self.block(node.orelse)

        def run(frame):
            for item in source(frame):
                save(frame, item)
                signal = body(frame)
                if signal is _BREAK:
                    return None
                if signal is _RETURN:
                    return signal
            return orelse(frame)

        return run

    def handlers(self, node, block):
        """For each except clause: the closure of its type, the variable's name and place, the body."""
        found = []
        for handler in node.handlers:
            kind = self.expression(handler.type) if handler.type is not None else None
            name = self.scope.mangle(handler.name) if handler.name else None
            found.append((kind, name, self.place_of(name) if name else None, block(handler.body)))
        return found

    def try_(self, node):
        body, orelse, final = self.block(node.body), self.block(node.orelse), self.block(node.finalbody)
        handlers = self.handlers(node, self.block)

        def attempt(frame):
            try:
                signal = body(frame)
            except BaseException as error:
                found = chosen(handlers, frame, error)
                if found is None:
                    raise
                _, name, place, handle = found
                if name is None:
                    return handle(frame)
                place(frame)[name] = error
                try:
                    return handle(frame)
                finally:
                    place(frame).pop(name, None)
            return signal if signal is not None else orelse(frame)

        if not node.handlers:
            attempt = body
        if not node.finalbody:
            return attempt

        def run(frame):
            try:
                signal = attempt(frame)
                result = frame.result
            except BaseException:
                ending = final(frame)
                if ending is None:
                    raise
                return ending
            ending = final(frame)
            if ending is not None:
                return ending
            frame.result = result
            return signal

        return run

    def with_(self, node):
        if len(node.items) > 1:
            node = A.With(node.items[:1], [A.With(node.items[1:], node.body)])
        item, body = node.items[0], self.block(node.body)
        context = self.expression(item.context_expr)
        save = self.store(item.optional_vars) if item.optional_vars is not None else lambda frame, value: None

        def run(frame):
            signal = None
            with context(frame) as value:
                save(frame, value)
                signal = body(frame)
            return signal

        return run

    def raise_(self, node):
        if node.exc is None:
            def run(frame):
                if sys.exc_info()[1] is None:
                    raise RuntimeError('No active exception to reraise')
                raise sys.exc_info()[1]
            return run
        error = self.expression(node.exc)
        if node.cause is None:
            def run(frame):
                raise error(frame)
        else:
            cause = self.expression(node.cause)

            def run(frame):
                raise error(frame) from cause(frame)

        return run

    def assert_(self, node):
        test, message = self.expression(node.test), self.optional(node.msg)

        def run(frame):
            if not test(frame):
                raise AssertionError(message(frame)) if node.msg is not None else AssertionError

        return run

    def import_(self, node):
        steps = []
        for alias in node.names:
            target = A.Name(alias.asname or alias.name.partition('.')[0], A.Store())
            steps.append((alias.name, bool(alias.asname), self.store(target)))

        def run(frame):
            for name, leaf, save in steps:
                module = __import__(name)
                for part in name.split('.')[1:] if leaf else ():
                    module = getattr(module, part)
                save(frame, module)

        return run

    def import_from(self, node):
        saves = [(alias.name, self.store(A.Name(alias.asname or alias.name, A.Store()))) for alias in node.names
                 if alias.name != '*']

        def run(frame):
            module = __import__(absolute_name(frame, node.module or '', node.level), None, None, ['*'])
            if not saves:
                import_all(module, frame.names)
            for name, save in saves:
                save(frame, import_one(module, name))

        return run

    # ---- functions and classes ----

    def parameters(self, args):
        """The names in the order in which values come: named ones, *args, **kwargs."""
        found = [a.arg for a in args.posonlyargs + args.args + args.kwonlyargs]
        found += [a.arg for a in (args.vararg, args.kwarg) if a is not None]
        return tuple(self.scope.mangle(name) for name in found)

    def function_scope(self, node, names):
        scope = Scope('function', self.scope)
        scope.bound.update(names)
        scope.collect(node.body if isinstance(node.body, list) else [node.body])
        return scope

    def function(self, node):
        """A closure that makes the function object."""
        is_lambda = isinstance(node, A.Lambda)
        name = '<lambda>' if is_lambda else node.name
        args = node.args
        names = self.parameters(args)
        body = [A.Return(node.body)] if is_lambda else node.body
        inner = Compiler(self.function_scope(node, names), self.filename, self.inner_name(name) + '.<locals>')
        is_async = isinstance(node, A.AsyncFunctionDef)
        is_generator = any(yields(item) for item in body)
        flags = (_VARARGS if args.vararg else 0) | (_VARKEYWORDS if args.kwarg else 0)
        flags |= _LAMBDA if is_lambda else 0
        flags |= (16 if is_async else _GENERATOR) if is_generator else _COROUTINE if is_async else 0
        blueprint = _functions.blueprint(
            name, self.inner_name(name), self.filename, docstring(body), names, len(args.posonlyargs),
            len(args.posonlyargs) + len(args.args), len(args.kwonlyargs), flags, getattr(node, 'lineno', None) or 1)
        enter = inner.entry(body, names, is_async, is_generator)
        defaults = [self.expression(item) for item in args.defaults]
        keyword_defaults = [(self.scope.mangle(a.arg), self.expression(value))
                            for a, value in zip(args.kwonlyargs, args.kw_defaults) if value is not None]
        annotations = [] if is_lambda else self.annotations(node)
        in_function = self.scope.kind == 'function'

        def make(frame):
            given = tuple([default(frame) for default in defaults]) or None
            named = {key: value(frame) for key, value in keyword_defaults} or None
            notes = {key: value(frame) for key, value in annotations} or None
            around = frame if in_function else frame.parent
            made = _functions.function(blueprint, enter(frame.globals, frame.builtins, around), given, named, notes,
                                       frame.globals)
            module = frame.globals.get('__name__')
            if module is not None:
                made.__module__ = module
            return made

        return make

    def inner_name(self, name):
        return self.qualname + '.' + name if self.qualname else name

    def annotations(self, node):
        args = node.args
        found = [(self.scope.mangle(a.arg), self.expression(a.annotation))
                 for a in args.posonlyargs + args.args + [args.vararg] + args.kwonlyargs + [args.kwarg]
                 if a is not None and a.annotation is not None]
        if node.returns is not None:
            found.append(('return', self.expression(node.returns)))
        return found

    def entry(self, body, names, is_async, is_generator):
        """What makes a function's entry from its globals and the frame around it."""
        if is_async or is_generator:
            import _dynamic_suspend
            return _dynamic_suspend.entry(self, body, names, is_async, is_generator)
        run = self.block(body)

        def enter(global_names, builtin_names, around):
            def call(*values):
                frame = Frame(dict(zip(names, values)), global_names, builtin_names, around)
                run(frame)
                return frame.result

            return call

        return enter

    def function_statement(self, node):
        return self.decorated(node, self.function(node))

    def decorated(self, node, make):
        decorators = [self.expression(item) for item in node.decorator_list]
        save = self.store(A.Name(node.name, A.Store()))

        def run(frame):
            wrappers = [decorator(frame) for decorator in decorators]
            made = make(frame)
            for wrap in reversed(wrappers):
                made = wrap(made)
            save(frame, made)

        return run

    def class_(self, node):
        """The body runs in a scope of its own; around it stands one that has __class__ alone."""
        outer = Scope('function', self.scope, node.name)
        outer.bound.add('__class__')
        scope = Scope('class', outer, node.name)
        scope.collect(node.body)
        name = self.inner_name(node.name)
        body = Compiler(scope, self.filename, name).block(node.body)
        arguments = self.arguments(node.bases, node.keywords)
        in_function = self.scope.kind == 'function'
        doc = docstring(node.body)

        def make(frame):
            given, options = arguments(frame)
            bases = types.resolve_bases(given)
            kind, names, options = types.prepare_class(node.name, bases, options)
            names['__module__'] = frame.globals.get('__name__')
            names['__qualname__'] = name
            if doc is not None:
                names['__doc__'] = doc
            if bases is not given and bases != given:
                names['__orig_bases__'] = given
            cell = Frame({}, frame.globals, frame.builtins, frame if in_function else frame.parent)
            body(Frame(names, frame.globals, frame.builtins, cell))
            made = kind(node.name, bases, names, **options)
            cell.names['__class__'] = made
            return made

        return self.decorated(node, make)

    # ---- names ----

    def place_of(self, name):
        """A closure that answers the mapping in which the name is bound."""
        depth = self.scope.resolve(name)
        if depth == -1:
            return lambda frame: frame.globals
        if depth <= 0:
            return lambda frame: frame.names

        def place(frame):
            for _ in range(depth):
                frame = frame.parent
            return frame.names

        return place

    def load_name(self, name):
        name = self.scope.mangle(name)
        depth = self.scope.resolve(name)
        if depth < 0:
            return self.load_outer(name, depth == -2)

        def load(frame):
            for _ in range(depth):
                frame = frame.parent
            try:
                return frame.names[name]
            except KeyError:
                pass
            if depth:
                raise NameError("cannot access free variable '%s' where it is not associated with a value in "
                                'enclosing scope' % name)
            raise UnboundLocalError("cannot access local variable '%s' where it is not associated with a value"
                                    % name)

        return load

    def load_outer(self, name, own):
        """A name of the module or a built-in one; with `own`, one of the scope's mapping first."""
        def load(frame):
            if own:
                try:
                    return frame.names[name]
                except KeyError:
                    pass
            try:
                return frame.globals[name]
            except KeyError:
                pass
            try:
                return frame.builtins[name]
            except KeyError:
                pass
            raise NameError("name '%s' is not defined" % name, name=name)

        return load

    def store(self, target):
        """A closure of frame and value that assigns to a target."""
        make = _STORES[type(target)]
        return make(self, target)

    def store_name(self, target):
        name = self.scope.mangle(target.id)
        if self.scope.resolve(name) in (0, -2):
            def save(frame, value):
                frame.names[name] = value
        else:
            place = self.place_of(name)

            def save(frame, value):
                place(frame)[name] = value

        return save

    def store_attribute(self, target):
        owner, name = self.expression(target.value), self.scope.mangle(target.attr)
        return lambda frame, value: setattr(owner(frame), name, value)

    def store_item(self, target):
        owner, index = self.expression(target.value), self.expression(target.slice)

        def save(frame, value):
            owner(frame)[index(frame)] = value

        return save

    def store_sequence(self, target):
        star = [i for i, item in enumerate(target.elts) if isinstance(item, A.Starred)]
        saves = [self.store(item.value if isinstance(item, A.Starred) else item) for item in target.elts]
        count = len(saves)

        def save(frame, value):
            if star:
                values = unpack_starred(value, star[0], count - star[0] - 1)
            else:
                values = unpack(value, count)
            for keep, item in zip(saves, values):
                keep(frame, item)

        return save

    # ---- expressions ----

    def expression(self, node):
        make = _EXPRESSIONS.get(type(node))
        if make is None:
            raise NotImplementedError('%s in code that is not known at compile time' % type(node).__name__)
        return make(self, node)

    def optional(self, node):
        return self.expression(node) if node is not None else lambda frame: None

    def constant(self, node):
        value = node.value
        return lambda frame: value

    def name(self, node):
        return self.load_name(node.id)

    def attribute(self, node):
        owner, name = self.expression(node.value), self.scope.mangle(node.attr)
        return lambda frame: getattr(owner(frame), name)

    def item(self, node):
        owner, index = self.expression(node.value), self.expression(node.slice)
        return lambda frame: owner(frame)[index(frame)]

    def slice(self, node):
        parts = [self.optional(part) for part in (node.lower, node.upper, node.step)]
        return lambda frame: slice(*[part(frame) for part in parts])

    def binary(self, node):
        left, right, apply = self.expression(node.left), self.expression(node.right), _BINARY[type(node.op)]
        return lambda frame: apply(left(frame), right(frame))

    def unary(self, node):
        operand, apply = self.expression(node.operand), _UNARY[type(node.op)]
        return lambda frame: apply(operand(frame))

    def boolean(self, node):
        values = [self.expression(value) for value in node.values]
        stop = isinstance(node.op, A.Or)

        def run(frame):
            for value in values:
                result = value(frame)
                if bool(result) is stop:
                    break
            return result

        return run

    def compare(self, node):
        left = self.expression(node.left)
        steps = [(_COMPARE[type(op)], self.expression(value)) for op, value in zip(node.ops, node.comparators)]
        if len(steps) == 1:
            apply, right = steps[0]
            return lambda frame: apply(left(frame), right(frame))

        def run(frame):
            value = left(frame)
            for apply, right in steps:
                following = right(frame)
                result = apply(value, following)
                if not result:
                    break
                value = following
            return result

        return run

    def choice(self, node):
        test, body, orelse = self.expression(node.test), self.expression(node.body), self.expression(node.orelse)
        return lambda frame: body(frame) if test(frame) else orelse(frame)

    def walrus(self, node):
        value, save = self.expression(node.value), self.store(node.target)

        def run(frame):
            result = value(frame)
            save(frame, result)
            return result

        return run

    def sequence(self, node):
        kind = {A.Tuple: tuple, A.Set: set}.get(type(node))
        items = self.items(node.elts)
        if kind is None:
            return items
        return lambda frame: kind(items(frame))

    def items(self, nodes):
        """A closure that makes a list of values; those with a star bring several."""
        values = [(isinstance(n, A.Starred), self.expression(n.value if isinstance(n, A.Starred) else n))
                  for n in nodes]
        if not any(starred for starred, _ in values):
            plain = [value for _, value in values]
            return lambda frame: [value(frame) for value in plain]

        def run(frame):
            found = []
            for starred, value in values:
                if starred:
                    found.extend(value(frame))
                else:
                    found.append(value(frame))
            return found

        return run

    def dict(self, node):
        pairs = [(self.expression(key) if key is not None else None, self.expression(value))
                 for key, value in zip(node.keys, node.values)]

        def run(frame):
            found = {}
            for key, value in pairs:
                if key is None:
                    found.update(value(frame))
                else:
                    index = key(frame)
                    found[index] = value(frame)
            return found

        return run

    def joined(self, node):
        parts = [self.expression(part) for part in node.values]
        return lambda frame: ''.join([part(frame) for part in parts])

    def formatted(self, node):
        value = self.expression(node.value)
        convert = {-1: None, 115: str, 114: repr, 97: ascii}[node.conversion]
        spec = self.expression(node.format_spec) if node.format_spec is not None else lambda frame: ''

        def run(frame):
            result = value(frame)
            if convert is not None:
                result = convert(result)
            return format(result, spec(frame))

        return run

    def arguments(self, args, keywords):
        """A closure that answers positional arguments and a dict of keyword arguments."""
        values = self.items(args)
        named = [(key.arg, self.expression(key.value)) for key in keywords]

        def run(frame):
            given, options = tuple(values(frame)), {}
            for name, value in named:
                if name is None:
                    merge(options, value(frame))
                else:
                    options[name] = value(frame)
            return given, options

        return run

    def call(self, node):
        function = self.expression(node.func)
        if isinstance(node.func, A.Name) and node.func.id in _NEEDS_FRAME:
            return self.call_with_frame(function, node)
        if not node.keywords and not any(isinstance(arg, A.Starred) for arg in node.args):
            return self.plain_call(function, [self.expression(arg) for arg in node.args])
        arguments = self.arguments(node.args, node.keywords)

        def run(frame):
            callee = function(frame)
            given, options = arguments(frame)
            return callee(*given, **options)

        return run

    def plain_call(self, function, values):
        if not values:
            return lambda frame: call_without_arguments(function(frame), frame)
        if len(values) == 1:
            first = values[0]
            return lambda frame: function(frame)(first(frame))
        return lambda frame: function(frame)(*[value(frame) for value in values])

    def call_with_frame(self, function, node):
        """Calls of built-in functions that look at their caller."""
        arguments = self.arguments(node.args, node.keywords)
        is_method = self.scope.kind == 'function'
        load_class = self.load_name('__class__') if is_method else None
        name = node.func.id

        def run(frame):
            callee = function(frame)
            given, options = arguments(frame)
            if callee is not getattr(builtins, name):
                return callee(*given, **options)
            if name == 'super' and not given and is_method:
                return super(load_class(frame), next(iter(frame.names.values())))
            if name in ('exec', 'eval') and len(given) == 1 and not options:
                return callee(given[0], frame.globals, frame.names)
            if given or name == 'super':
                return callee(*given, **options)
            return call_without_arguments(callee, frame)

        return run

    def comprehension(self, node):
        """The loops run in a frame of their own; the first iterable is evaluated outside of it."""
        inner = self.comprehension_compiler(node)
        first = self.expression(node.generators[0].iter)
        in_function = self.scope.kind == 'function'
        kind = {A.ListComp: list, A.SetComp: set, A.GeneratorExp: None}.get(type(node), dict)
        if kind is dict:
            key, value = inner.expression(node.key), inner.expression(node.value)
            element = lambda frame: (key(frame), value(frame))
        else:
            element = inner.expression(node.elt)
        loops = inner.loops(node.generators, element)

        def run(frame):
            items = iter(first(frame))
            around = frame if in_function else frame.parent
            made = loops(Frame({}, frame.globals, frame.builtins, around), items)
            return made if kind is None else kind(made)

        return run

    def comprehension_compiler(self, node):
        scope = Scope('function', self.scope)
        for generator in node.generators:
            if generator.is_async:
                raise NotImplementedError('an asynchronous comprehension in code that is not known at compile time')
            scope.visit(generator.target)
        return Compiler(scope, self.filename, self.qualname)

    def loops(self, generators, element):
        """A generator function of frame and iterator for the loops from the first of `generators` on."""
        save = self.store(generators[0].target)
        tests = [self.expression(test) for test in generators[0].ifs]
        if len(generators) == 1:
            def run(frame, items):
                for item in items:
                    save(frame, item)
                    if all([test(frame) for test in tests]) if len(tests) < 2 else passes(tests, frame):
                        yield element(frame)
        else:
            source = self.expression(generators[1].iter)
            inner = self.loops(generators[1:], element)

            def run(frame, items):
                for item in items:
                    save(frame, item)
                    if passes(tests, frame):
                        yield from inner(frame, source(frame))

        return run


def passes(tests, frame):
    for test in tests:
        if not test(frame):
            return False
    return True


def merge(options, more):
    for name in more.keys():
        if name in options:
            raise TypeError("got multiple values for keyword argument '%s'" % name)
        options[name] = more[name]


def unpack(value, count):
    values = list(value)
    if len(values) > count:
        raise ValueError('too many values to unpack (expected %d)' % count)
    if len(values) < count:
        raise ValueError('not enough values to unpack (expected %d, got %d)' % (count, len(values)))
    return values


def unpack_starred(value, before, after):
    values = list(value)
    if len(values) < before + after:
        raise ValueError('not enough values to unpack (expected at least %d, got %d)' % (before + after, len(values)))
    end = len(values) - after
    return values[:before] + [values[before:end]] + values[end:]


def chosen(handlers, frame, error):
    """The first except clause that catches the error."""
    for handler in handlers:
        if handler[0] is None or isinstance(error, handler[0](frame)):
            return handler
    return None


def docstring(body):
    if body and isinstance(body[0], A.Expr) and isinstance(body[0].value, A.Constant):
        value = body[0].value.value
        return value if isinstance(value, str) else None
    return None


def yields(node):
    """Does a function's statement yield? What the functions in it do does not count."""
    if isinstance(node, (A.Yield, A.YieldFrom)):
        return True
    if isinstance(node, FUNCTIONS) or isinstance(node, A.ClassDef) or not suspends(node):
        return False
    from _dynamic_scope import children
    return any(map(yields, children(node)))


def absolute_name(frame, name, level):
    """The full name of what `from ..name import` means in the package of a frame."""
    if not level:
        return name
    package = frame.globals.get('__package__') or frame.globals.get('__name__', '')
    if frame.globals.get('__package__') is None and '__path__' not in frame.globals:
        package = package.rpartition('.')[0]
    for _ in range(level - 1):
        package = package.rpartition('.')[0]
    if not package:
        raise ImportError('attempted relative import with no known parent package')
    return package + '.' + name if name else package


def import_one(module, name):
    if not hasattr(module, name):
        try:
            __import__(module.__name__ + '.' + name)
        except ModuleNotFoundError:
            raise ImportError("cannot import name '%s' from '%s' (%s)"
                              % (name, module.__name__, getattr(module, '__file__', 'unknown location')),
                              name=module.__name__) from None
    return getattr(module, name)


def import_all(module, names):
    public = getattr(module, '__all__', None)
    if public is None:
        public = [name for name in vars(module) if not name.startswith('_')]
    for name in public:
        names[name] = getattr(module, name)


_STATEMENTS = {
    A.Expr: Compiler.expression_statement, A.Pass: Compiler.nothing, A.Break: Compiler.nothing,
    A.Continue: Compiler.nothing, A.Global: Compiler.nothing, A.Nonlocal: Compiler.nothing,
    A.Return: Compiler.return_, A.Assign: Compiler.assign, A.AugAssign: Compiler.augmented,
    A.AnnAssign: Compiler.annotated, A.Delete: Compiler.delete, A.If: Compiler.if_, A.While: Compiler.while_,
    A.For: Compiler.for_, A.Try: Compiler.try_, A.With: Compiler.with_, A.Raise: Compiler.raise_,
    A.Assert: Compiler.assert_, A.Import: Compiler.import_, A.ImportFrom: Compiler.import_from,
    A.FunctionDef: Compiler.function_statement, A.AsyncFunctionDef: Compiler.function_statement,
    A.ClassDef: Compiler.class_}
_STORES = {A.Name: Compiler.store_name, A.Attribute: Compiler.store_attribute, A.Subscript: Compiler.store_item,
           A.Tuple: Compiler.store_sequence, A.List: Compiler.store_sequence}
_EXPRESSIONS = {
    A.Constant: Compiler.constant, A.Name: Compiler.name, A.Attribute: Compiler.attribute,
    A.Subscript: Compiler.item, A.Slice: Compiler.slice, A.BinOp: Compiler.binary, A.UnaryOp: Compiler.unary,
    A.BoolOp: Compiler.boolean, A.Compare: Compiler.compare, A.IfExp: Compiler.choice, A.NamedExpr: Compiler.walrus,
    A.Tuple: Compiler.sequence, A.List: Compiler.sequence, A.Set: Compiler.sequence, A.Dict: Compiler.dict,
    A.JoinedStr: Compiler.joined, A.FormattedValue: Compiler.formatted, A.Call: Compiler.call,
    A.Lambda: Compiler.function, A.ListComp: Compiler.comprehension, A.SetComp: Compiler.comprehension,
    A.DictComp: Compiler.comprehension, A.GeneratorExp: Compiler.comprehension}


_CODE_FIELDS = frozenset((
    'co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_stacksize', 'co_flags',
    'co_firstlineno', 'co_code', 'co_consts', 'co_names', 'co_varnames', 'co_freevars', 'co_cellvars',
    'co_filename', 'co_name', 'co_qualname', 'co_linetable', 'co_exceptiontable'))


class Code:
    """What compile() answers: a text that is ready to run."""

    co_flags = 64
    co_argcount = co_posonlyargcount = co_kwonlyargcount = co_nlocals = 0
    co_freevars = co_cellvars = co_varnames = ()
    co_consts = ()
    co_firstlineno = 1

    def __init__(self, tree, filename):
        scope = Scope('text')
        compiler = Compiler(scope, filename)
        self.co_filename = filename
        self.co_name = self.co_qualname = '<module>'
        self.co_names = ()
        self.is_expression = isinstance(tree, A.Expression)
        if self.is_expression:
            self.run = compiler.expression(tree.body)
        else:
            scope.collect(tree.body)
            self.run = (self.shown(compiler, tree) if isinstance(tree, A.Interactive)
                        else self.documented(compiler.block(tree.body), docstring(tree.body)))

    @staticmethod
    def documented(run, doc):
        """The body of a module, which first names what the module says of itself."""
        if doc is None:
            return run

        def run_with_doc(frame):
            frame.names['__doc__'] = doc
            run(frame)

        return run_with_doc

    def shown(self, compiler, tree):
        steps = [(isinstance(node, A.Expr), compiler.expression(node.value) if isinstance(node, A.Expr)
                  else compiler.statement(node)) for node in tree.body]

        def run(frame):
            for is_expression, step in steps:
                value = step(frame)
                if is_expression:
                    sys.displayhook(value)

        return run

    def replace(self, /, **changes):
        """The same text under other names; what it does is not changed by numbers and names in it."""
        other = Code.__new__(Code)
        vars(other).update(vars(self))
        for name, value in changes.items():
            if name not in _CODE_FIELDS:
                raise TypeError(f"'{name}' is an invalid keyword argument for replace()")
            setattr(other, name, value)
        return other

    def __repr__(self):
        return '<code object %s at %#x, file "%s", line 1>' % (self.co_name, id(self), self.co_filename)


def compile_text(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, _feature_version=-1):
    """compile(): a Code; a tree with PyCF_ONLY_AST."""
    source, filename = read_text(source, filename, mode)
    return source if flags & A.PyCF_ONLY_AST else Code(source, filename)


def run_text(code, mode, global_names, local_names):
    """exec and eval."""
    if local_names is None:
        local_names = global_names
    if not isinstance(global_names, dict):
        raise TypeError('%s() globals must be a dict, not %s' % (mode, type(global_names).__name__))
    if '__builtins__' not in global_names:
        global_names['__builtins__'] = builtins
    if not isinstance(code, Code):
        if mode == 'eval' and isinstance(code, (str, bytes)):
            code = code.lstrip(' \t' if isinstance(code, str) else b' \t')
        code = compile_text(code, '<string>', mode)
    known = global_names['__builtins__']
    if not isinstance(known, dict):
        known = vars(known)
    result = code.run(Frame(local_names, global_names, known, None))
    return result if mode == 'eval' and code.is_expression else None
