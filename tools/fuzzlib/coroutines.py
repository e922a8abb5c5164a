"""Cases of coroutines and asynchronous generators without a loop: random bodies with every statement that awaits, driven
by hand through a random sequence of send, throw, close, asend, athrow and aclose. What ends because it is dropped says nothing:
in CPython the traceback of an exception that is still alive keeps the variables of its functions."""

HELPERS = '''
class Step:
    """Hands a value to whoever drives, and answers what that sends."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


class AsyncGuard:
    def __init__(self, name, suppress, waits):
        self.name, self.suppress, self.waits = name, suppress, waits

    async def __aenter__(self):
        print("async enter", self.name, self.waits and await Step(("enter", self.name)))
        return self.name

    async def __aexit__(self, kind, value, traceback):
        if kind is not GeneratorExit:
            print("async exit", self.name, kind and kind.__name__, self.waits and await Step(("exit", self.name)))
        return kind is not None and self.suppress is not None and issubclass(kind, self.suppress)


class Countdown:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.count:
            raise StopAsyncIteration
        self.count -= 1
        return await Step(("next", self.count)) or self.count


async def numbers(count):
    try:
        for number in range(count):
            got = yield number
            if got is not None:
                print("numbers got", got)
            await Step(("number", number))
    except ValueError as error:
        print("numbers caught", tell(error))
        yield -1
    print("numbers end")


async def relay(value):
    try:
        value = await Step(("relay", value)) or value
    except KeyError as error:
        return len(error.args)
    print("relay ends")
    return value


def run(awaitable, most=40):
    """Drives it to its end; every third question is answered."""
    iterator = awaitable.__await__()
    sent = None
    for count in range(most):
        try:
            asked = iterator.send(sent)
        except StopIteration as stop:
            return stop.value
        print("asked", text(asked))
        sent = count if count % 3 == 2 else None
    return iterator.throw(Fault("too long"))


def finish_async(generator):
    for _ in range(10):
        try:
            run(generator.aclose())
            return
        except Exception as error:
            print("closing", tell(error))
'''

FAULTS = ["Fault", "ValueError", "KeyError", "(LookupError, TypeError)", "Exception", "StopAsyncIteration", "RuntimeError"]


class Body:
    """Writes the body of one asynchronous function."""

    def __init__(self, writer, yields):
        self.writer = writer
        self.yields = yields
        self.loops = 0

    def function(self, depth, name):
        self.writer.line(depth, f"async def {name}(value):")
        self.writer.line(depth + 1, "budget = 30")
        self.block(depth + 1, 3)
        self.writer.line(depth + 1, "await Step('last')" if not self.yields else "yield 'last'")
        if not self.yields and self.writer.chance(70):
            self.writer.line(depth + 1, "return value")

    def block(self, depth, budget):
        for _ in range(self.writer.number(1, 3)):
            simple = [self.say, self.wait, self.wait, self.call, self.comprehension, self.leave, self.pull]
            if self.yields:
                simple += [self.give, self.give, self.give]
            compound = [self.attempt, self.attempt, self.within, self.each, self.loop, self.branch, self.groups]
            self.writer.pick(simple + compound if budget else simple)(depth, budget - 1)

    def line(self, depth, text):
        self.writer.line(depth, text)

    def say(self, depth, _):
        self.line(depth, f"print('at {self.writer.number(1, 99)}', text(value))")

    def wait(self, depth, _):
        number = self.writer.number(1, 99)
        self.line(depth, self.writer.pick([f"value = await Step({number}) or value", f"await Step({number})", f"print('got', text(await Step({number})))",
                                           f"value = [await Step({number}), await Step(0)][1] or 2", f"value = {number} if await Step({number}) else value",
                                           f"print(f'{{await Step({number})!r:>5}}')", "value = await (await Step(Step('inner')) or Step('other')) or 1"]))

    def call(self, depth, _):
        self.line(depth, self.writer.pick(["value = await relay(value)", "value = await (lambda: relay(1))()", "await relay('ignored')", "value = await anext(numbers(2), 'none')",
                                           "value = await anext(numbers(0), 'none')", "value = await Countdown(0).__anext__()", "value = await relay(await relay(3))", "value = await value",
                                           "value = await functools.partial(relay, 5)()", "await 5", "value = (yielded := await relay(7)) and yielded"]))

    def comprehension(self, depth, _):
        count = self.writer.number(0, 3)
        self.line(depth, "value = " + self.writer.pick([
            f"[x async for x in numbers({count})]", f"{{x: await relay(x) async for x in numbers({count})}}", f"[await relay(x) for x in range({count})]",
            f"{{x async for x in Countdown({count}) if await Step(x) is None}}", f"[y async for x in numbers({count}) for y in range(x)]",
            f"[x async for x in (y * 2 async for y in numbers({count}) if y)]", f"sum([x async for x in numbers({count})])", f"[[x async for x in numbers({count})] for _ in 'ab']",
            f"await anext((x async for x in numbers({count}) if x > 5), 'no item')", f"[lambda: x async for x in numbers({count})][-1]()"]))

    def leave(self, depth, _):
        forms = ["raise Fault('left')", "raise ValueError(value)", "raise KeyError", "return" if self.yields else "return value, 'early'", "raise StopIteration(1)", "raise StopAsyncIteration",
                 "raise ValueError('chained') from Fault('cause')"]
        if self.loops:
            forms += ["break", "continue"]
        self.line(depth, f"if value {self.writer.pick(['and', '!= 1 and', '== 2 and'])} budget % {self.writer.number(2, 4)} == {self.writer.number(0, 1)}: {self.writer.pick(forms)}")

    def pull(self, depth, _):
        self.line(depth, "generator = numbers(2)")
        for _ in range(self.writer.number(1, 3)):
            self.line(depth, self.writer.pick(["value = await generator.asend(None)", "value = await anext(generator, 'over')", "await generator.aclose()", "value = await generator.athrow(ValueError('pulled'))",
                                               "value = await generator.asend('sent')"]))

    def give(self, depth, _):
        number = self.writer.number(1, 99)
        self.line(depth, self.writer.pick([f"yield {number}", f"value = (yield {number}) or value", "print('given', text((yield value)))", "yield await relay(value)", f"value = yield await Step({number})",
                                           "async for value in numbers(2): yield value"]))

    def attempt(self, depth, budget):
        self.line(depth, "try:")
        self.block(depth + 1, budget)
        kinds = self.writer.some(FAULTS, 2)
        for kind in kinds:
            self.line(depth, f"except {kind} as error:")
            self.line(depth + 1, "print('handles', tell(error))")
            self.block(depth + 1, 0)
        if kinds and self.writer.chance(25):
            self.line(depth, "else:")
            self.block(depth + 1, 0)
        if not kinds or self.writer.chance(40):
            self.line(depth, "finally:")
            self.line(depth + 1, "print('finally', tell(sys.exc_info()[1])) if not isinstance(sys.exc_info()[1], GeneratorExit) else None")
            self.block(depth + 1, 0)

    def groups(self, depth, budget):
        self.line(depth, "try:")
        self.block(depth + 1, budget)
        loops, self.loops = self.loops, 0
        for kind in self.writer.some(["Fault", "ValueError", "LookupError", "Exception"], 2) or ["Fault"]:
            self.line(depth, f"except* {kind} as group:")
            self.line(depth + 1, f"print('group', tell(group), await Step('grouped'))")
        self.loops = loops

    def within(self, depth, budget):
        suppress = self.writer.pick(["None", "Fault", "Exception", "(KeyError, ValueError)"])
        manager = f"AsyncGuard({self.writer.number(1, 99)}, {suppress}, {self.writer.chance(50)})"
        if self.writer.chance(25):
            manager += f" as value, AsyncGuard(0, {self.writer.pick(['None', 'Fault'])}, True)"
        self.line(depth, f"async with {manager}:")
        self.block(depth + 1, budget)

    def each(self, depth, budget):
        source = self.writer.pick(["numbers({})", "Countdown({})", "(x async for x in numbers({}))", "numbers({})"]).format(self.writer.number(0, 3))
        self.line(depth, f"async for value in {source}:")
        self.counted(depth, budget)

    def loop(self, depth, budget):
        self.line(depth, f"for value in range({self.writer.number(0, 3)}):")
        self.counted(depth, budget)

    def counted(self, depth, budget):
        self.line(depth + 1, "budget -= 1")
        self.line(depth + 1, "if budget < 0: break")
        self.loops += 1
        self.block(depth + 1, budget)
        self.loops -= 1
        if self.writer.chance(25):
            self.line(depth, "else:")
            self.line(depth + 1, "print('loop else', text(value))")

    def branch(self, depth, budget):
        self.line(depth, self.writer.pick(["if value:", "if await Step('condition'):", "if value == 1:", "while (budget := budget - 9) > 0:"]))
        self.block(depth + 1, budget)
        if self.writer.chance(50):
            self.line(depth, "else:")
            self.block(depth + 1, 0)


def coroutine_case(writer, name):
    Body(writer, False).function(0, name + "_body")
    writer.line(0, f"def {name}():")
    for _ in range(2):
        writer.line(1, f"coroutine = {name}_body({writer.number(0, 3)})")
        if writer.chance(30):
            writer.line(1, "show(lambda: run(coroutine))")
        for _ in range(writer.number(2, 7)):
            step = writer.pick(["coroutine.send(None)", "coroutine.send(None)", "coroutine.send(3)", "coroutine.throw(Fault('thrown'))", "coroutine.throw(ValueError)", "coroutine.close()",
                                "coroutine.throw(KeyError, 'k')", "next(coroutine.__await__())", "coroutine.__await__().send(4)", "coroutine.throw(GeneratorExit)", "coroutine.cr_running",
                                "coroutine.cr_suspended", "coroutine.throw(StopIteration(2))", "coroutine.cr_frame is None"])
            writer.line(1, f"show(lambda: {step})")
        writer.line(1, "finish(coroutine)")


def async_generator_case(writer, name):
    Body(writer, True).function(0, name + "_body")
    writer.line(0, f"def {name}():")
    for _ in range(2):
        writer.line(1, f"generator = {name}_body({writer.number(0, 3)})")
        for _ in range(writer.number(2, 6)):
            step = writer.pick(["run(generator.__anext__())", "run(generator.__anext__())", "run(generator.asend(None))", "run(generator.asend(3))", "run(generator.athrow(Fault('thrown')))",
                                "run(generator.athrow(ValueError))", "run(generator.aclose())", "generator.ag_running", "generator.__anext__().send(None)", "run(anext(generator, 'default'))",
                                "generator.asend(None).throw(Fault('into'))", "generator.aclose().send(None)", "generator.athrow(KeyError, 'k').send(None)", "generator.__anext__().close()",
                                "run(generator.athrow(GeneratorExit))", "run(generator.athrow(StopAsyncIteration))", "generator.asend(1).send(2)"])
            writer.line(1, f"show(lambda: {step})")
        if writer.chance(40):
            writer.line(1, "kept = generator.asend(None)")
            for _ in range(writer.number(1, 4)):
                step = writer.pick(["kept.send(None)", "kept.throw(Fault('kept'))", "kept.close()", "run(generator.aclose())", "run(generator.asend(None))", "kept.send(1)"])
                writer.line(1, f"show(lambda: {step})")
        writer.line(1, "finish_async(generator)")
