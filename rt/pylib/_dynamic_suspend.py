"""Functions that yield or await in text that is only known when the program runs (see _dynamic.py).

Their statements become generator functions of the frame. Expressions that yield in the middle are taken apart:
what comes before is kept in variables that have no name a program could use, so that only whole statements
suspend. A coroutine awaits an object whose __await__ is such a generator; in an asynchronous generator what it
yields itself is told from what it awaits by a mark.
"""
import _ast as A
from _dynamic import _BREAK, _RETURN, Frame, chosen
from _dynamic_scope import suspends


class _Keep(A.AST):
    """A statement: the variable `name` gets the value of an expression, or of what suspends there."""

    _fields = ('value',)

    def __init__(self, name, value):
        self.name = name
        self.value = value


class _Kept(A.AST):
    """An expression: what _Keep kept."""

    def __init__(self, name):
        self.name = name


class _Yielded:
    """What an asynchronous generator yields itself."""

    __slots__ = ('value',)

    def __init__(self, value):
        self.value = value


class Suspender:
    """Makes generator functions for the statements of one function."""

    def __init__(self, compiler, is_async):
        self.compiler = compiler
        self.is_async = is_async
        self.count = 0

    def block(self, nodes):
        steps = [self.statement(node) for node in nodes]

        def run(frame):
            for suspending, step in steps:
                signal = (yield from step(frame)) if suspending else step(frame)
                if signal is not None:
                    return signal

        return run

    def statement(self, node):
        """Does the statement suspend, and the closure or generator function for it."""
        if isinstance(node, _Keep):
            return self.keep(node)
        if not suspends(node):
            return False, self.compiler.statement(node)
        make = _STATEMENTS.get(type(node))
        if make is not None:
            return True, make(self, node)
        before = []
        node = self.apart(node, before)
        return True, self.sequence(before, [self.compiler.statement(node)])

    def sequence(self, before, plain):
        run_before = self.block(before)

        def run(frame):
            yield from run_before(frame)
            for step in plain:
                signal = step(frame)
                if signal is not None:
                    return signal

        return run

    # ---- expressions that suspend ----

    def keep_value(self, value, before):
        self.count += 1
        name = '.%d' % self.count
        before.append(_Keep(name, value))
        return _Kept(name)

    def apart(self, node, before):
        """The node without what suspends in it; that is done by the statements added to `before`."""
        if not suspends(node):
            return node
        if isinstance(node, (A.Yield, A.YieldFrom, A.Await)):
            value = self.apart(node.value, before) if node.value is not None else None
            return self.keep_value(type(node)(value), before)
        if isinstance(node, A.BoolOp):
            return self.boolean_apart(node, before)
        if isinstance(node, A.IfExp):
            return self.choice_apart(node, before)
        return self.fields_apart(node, before)

    def fields_apart(self, node, before):
        copy = type(node)(**{name: getattr(node, name, None) for name in node._fields})
        for name in node._attributes:
            setattr(copy, name, getattr(node, name, None))
        slots = []
        for field in node._fields:
            value = getattr(copy, field)
            if isinstance(value, list):
                value = list(value)
                setattr(copy, field, value)
                slots += [(value, i) for i, item in enumerate(value) if isinstance(item, A.AST)]
            elif isinstance(value, A.AST):
                slots.append((copy, field))
        last = max(i for i, slot in enumerate(slots) if suspends(_get(slot)))
        for slot in slots[:last + 1]:
            _set(slot, self.value_apart(_get(slot), before))
        return copy

    def value_apart(self, node, before):
        """An operand in front of one that suspends: its value is kept."""
        if isinstance(node, (A.Starred, A.keyword)):
            copy = type(node)(**{name: getattr(node, name) for name in node._fields})
            copy.value = self.value_apart(node.value, before)
            return copy
        if isinstance(node, (A.Constant, A.operator, A.unaryop, A.cmpop, A.expr_context)) or not isinstance(
                node, (A.expr, _Kept)) or isinstance(getattr(node, 'ctx', None), (A.Store, A.Del)):
            return node
        if suspends(node):
            node = self.apart(node, before)
        return node if isinstance(node, (_Kept, A.Slice, A.FormattedValue)) else self.keep_value(node, before)

    def boolean_apart(self, node, before):
        kept = self.keep_value(self.apart(node.values[0], before), before)
        for value in node.values[1:]:
            inner = []
            inner.append(_Keep(kept.name, self.apart(value, inner)))
            test = kept if isinstance(node.op, A.And) else A.UnaryOp(A.Not(), kept)
            before.append(A.If(test, inner, []))
            before = inner
        return kept

    def choice_apart(self, node, before):
        kept = self.keep_value(A.Constant(None), before)
        branches = []
        test = self.apart(node.test, before)
        for value in (node.body, node.orelse):
            inner = []
            inner.append(_Keep(kept.name, self.apart(value, inner)))
            branches.append(inner)
        before.append(A.If(test, *branches))
        return kept

    def keep(self, node):
        """The only statement in which suspension happens."""
        name, kind = node.name, type(node.value)
        if kind not in (A.Yield, A.YieldFrom, A.Await):
            value = self.compiler.expression(node.value)

            def run(frame):
                frame.names[name] = value(frame)

            return False, run
        value = self.compiler.optional(node.value.value)
        marked = self.is_async

        def run(frame):
            given = value(frame)
            if kind is A.Yield:
                frame.names[name] = yield _Yielded(given) if marked else given
            elif kind is A.YieldFrom:
                frame.names[name] = yield from given
            else:
                frame.names[name] = yield from awaited(given)

        return True, run

    # ---- compound statements ----

    def if_(self, node):
        before = []
        test = self.compiler.expression(self.apart(node.test, before))
        run_before, body, orelse = self.block(before), self.block(node.body), self.block(node.orelse)

        def run(frame):
            yield from run_before(frame)
            return (yield from (body if test(frame) else orelse)(frame))

        return run

    def while_(self, node):
        before = []
        test = self.compiler.expression(self.apart(node.test, before))
        run_before, body, orelse = self.block(before), self.block(node.body), self.block(node.orelse)

        def run(frame):
            while True:
                yield from run_before(frame)
                if not test(frame):
                    break
                signal = yield from body(frame)
                if signal is _BREAK:
                    return None
                if signal is _RETURN:
                    return signal
            return (yield from orelse(frame))

        return run

    def for_(self, node):
        before = []
        source = self.compiler.expression(self.apart(node.iter, before))
        save = self.compiler.store(node.target)
        run_before, body, orelse = self.block(before), self.block(node.body), self.block(node.orelse)

        def run(frame):
            yield from run_before(frame)
            for item in source(frame):
                save(frame, item)
                signal = yield from body(frame)
                if signal is _BREAK:
                    return None
                if signal is _RETURN:
                    return signal
            return (yield from orelse(frame))

        return run

    def async_for(self, node):
        before = []
        source = self.compiler.expression(self.apart(node.iter, before))
        save = self.compiler.store(node.target)
        run_before, body, orelse = self.block(before), self.block(node.body), self.block(node.orelse)

        def run(frame):
            yield from run_before(frame)
            items = aiter(source(frame))
            while True:
                try:
                    item = yield from awaited(anext(items))
                except StopAsyncIteration:
                    break
                save(frame, item)
                signal = yield from body(frame)
                if signal is _BREAK:
                    return None
                if signal is _RETURN:
                    return signal
            return (yield from orelse(frame))

        return run

    def try_(self, node):
        body, orelse, final = self.block(node.body), self.block(node.orelse), self.block(node.finalbody)
        handlers = self.compiler.handlers(node, self.block)

        def attempt(frame):
            try:
                signal = yield from body(frame)
            except BaseException as error:
                found = chosen(handlers, frame, error)
                if found is None:
                    raise
                _, name, place, handle = found
                if name is None:
                    return (yield from handle(frame))
                place(frame)[name] = error
                try:
                    return (yield from handle(frame))
                finally:
                    place(frame).pop(name, None)
            return signal if signal is not None else (yield from orelse(frame))

        def run(frame):
            try:
                signal = yield from attempt(frame)
                result = frame.result
            except BaseException:
                ending = yield from final(frame)
                if ending is None:
                    raise
                return ending
            ending = yield from final(frame)
            if ending is not None:
                return ending
            frame.result = result
            return signal

        return run if node.finalbody else attempt

    def with_(self, node):
        if len(node.items) > 1:
            node = type(node)(node.items[:1], [type(node)(node.items[1:], node.body)])
        item, before = node.items[0], []
        context = self.compiler.expression(self.apart(item.context_expr, before))
        save = self.compiler.store(item.optional_vars) if item.optional_vars is not None else None
        run_before, body = self.block(before), self.block(node.body)
        if isinstance(node, A.AsyncWith):
            return self.async_with(run_before, context, save, body)

        def run(frame):
            yield from run_before(frame)
            signal = None
            with context(frame) as value:
                if save:
                    save(frame, value)
                signal = yield from body(frame)
            return signal

        return run

    def async_with(self, run_before, context, save, body):
        def run(frame):
            yield from run_before(frame)
            manager = context(frame)
            leave = type(manager).__aexit__
            value = yield from awaited(type(manager).__aenter__(manager))
            try:
                if save:
                    save(frame, value)
                signal = yield from body(frame)
            except BaseException as error:
                if not (yield from awaited(leave(manager, type(error), error, error.__traceback__))):
                    raise
                return None
            yield from awaited(leave(manager, None, None, None))
            return signal

        return run


def _get(slot):
    return slot[0][slot[1]] if isinstance(slot[0], list) else getattr(*slot)


def _set(slot, value):
    if isinstance(slot[0], list):
        slot[0][slot[1]] = value
    else:
        setattr(*slot, value)


_STATEMENTS = {A.If: Suspender.if_, A.While: Suspender.while_, A.For: Suspender.for_, A.Try: Suspender.try_,
               A.With: Suspender.with_, A.AsyncFor: Suspender.async_for, A.AsyncWith: Suspender.with_}


def _kept(compiler, node):
    name = node.name
    return lambda frame: frame.names[name]


def awaited(value):
    """The iterator that awaiting a value means."""
    method = getattr(type(value), '__await__', None)
    if method is None:
        raise TypeError("object %s can't be used in 'await' expression" % type(value).__name__)
    return method(value)


class _Await:
    """Awaiting it runs a generator."""

    def __init__(self, generator):
        self.generator = generator

    def __await__(self):
        return (yield from self.generator)


class _Step:
    """Awaiting it runs a generator up to what it yields itself; None if it ended."""

    def __init__(self, generator, send, value):
        self.generator = generator
        self.send = send
        self.value = value

    def __await__(self):
        send, value = self.send, self.value
        while True:
            try:
                item = send(value)
            except StopIteration:
                return None
            if isinstance(item, _Yielded):
                return item
            try:
                value = yield item
                send = self.generator.send
            except BaseException as error:
                value = error
                send = self.generator.throw


async def _coroutine(generator):
    return await _Await(generator)


async def _async_generator(generator):
    send, value = generator.send, None
    try:
        while True:
            item = await _Step(generator, send, value)
            if item is None:
                return
            try:
                value = yield item.value
                send = generator.send
            except GeneratorExit:
                raise
            except BaseException as error:
                send, value = generator.throw, error
    finally:
        generator.close()


def entry(compiler, body, names, is_async, is_generator):
    """See Compiler.entry."""
    from _dynamic import _EXPRESSIONS
    _EXPRESSIONS[_Kept] = _kept
    run = Suspender(compiler, is_async and is_generator).block(body)
    wrap = (_async_generator if is_generator else _coroutine) if is_async else None

    def generate(frame):
        yield from run(frame)
        return frame.result

    def enter(global_names, builtin_names, around):
        def call(*values):
            made = generate(Frame(dict(zip(names, values)), global_names, builtin_names, around))
            return made if wrap is None else wrap(made)

        return call

    return enter
