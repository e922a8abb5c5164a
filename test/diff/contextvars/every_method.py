# contextvars: variables, tokens, contexts as mappings, run, copies, tasks, errors.
import asyncio
import contextvars

v = contextvars.ContextVar('v', default='d')
w = contextvars.ContextVar('w')
print(v.name, v.get(), v.get('other'), w.get('none'), repr(v).split(' at ')[0], repr(w).split(' at ')[0])
try:
    w.get()
except LookupError as error:
    print(type(error).__name__, str(error).split(' at ')[0])
t = v.set(1)
print(v.get(), t.var is v, t.old_value is contextvars.Token.MISSING, repr(t.old_value), repr(t).split(' at ')[0])
t2 = v.set(2)
print(t2.old_value, v.reset(t2), v.get(), v.reset(t), v.get())
for call in (lambda: v.reset(t), lambda: w.reset(v.set(3)), lambda: v.reset(5), lambda: contextvars.ContextVar(5), lambda: contextvars.Token(), lambda: v.set(), lambda: hash(contextvars.copy_context())):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0].split('<Token')[0])
v.set('outer')
ctx = contextvars.copy_context()
print(v in ctx, w in ctx, ctx[v], ctx.get(w, 'no'), len(ctx) >= 1, list(ctx.keys())[0] is not None, (v, 'outer') in ctx.items(), 'outer' in ctx.values(), ctx == contextvars.copy_context(), ctx == contextvars.Context(), ctx.get(w))


def change(x, *, k=0):
    v.set(x)
    w.set(k)
    return v.get(), w.get()


print(ctx.run(change, 'inner', k=5), v.get(), w.get('unset'), ctx[v], ctx[w], ctx.copy()[v])
for call in (lambda: ctx[contextvars.ContextVar('q')], lambda: ctx['v'], lambda: 'v' in ctx, lambda: ctx.get('v'), lambda: ctx.run(), lambda: ctx.run(ctx.run, print), lambda: ctx.run(lambda: 1 / 0), lambda: ctx.run(5), lambda: ctx.__setitem__(v, 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])
token = ctx.run(v.set, 'from ctx')
try:
    v.reset(token)
except ValueError as error:
    print(str(error).split(' at 0x')[0].split('<Token')[0])


async def task(name):
    before = v.get()
    v.set(name)
    await asyncio.sleep(0)
    return before, v.get()


async def main():
    v.set('main')
    print(await asyncio.gather(task('a'), task('b')), v.get())
    print(await task('direct'), v.get())
    loop = asyncio.get_running_loop()
    fresh = contextvars.Context()
    done = loop.create_future()
    loop.call_soon(lambda: done.set_result((v.get(), len(fresh))), context=fresh)
    print(await done)
    made = asyncio.create_task(task('given'), context=ctx)
    print(await made, ctx[v], v.get())


asyncio.run(main())
print(v.get(), contextvars.ContextVar[int], contextvars.Token[int])


def tried(*args, **kwargs):
    try:
        print(contextvars.ContextVar(*args, **kwargs).get())
    except (LookupError, TypeError) as error:
        print(type(error).__name__, error if isinstance(error, TypeError) else '')


tried()
tried(1)
tried('a', 1)
tried('a', 1, 2)
tried('a', default=1, x=2)
tried('a', x=2)
tried(name='a')
tried('a', default=5)
tried('a')


for args, kwargs in (((1,), {}), ((1,), {'a': 1}), ((), {'a': 1}), ((), {})):
    try:
        print(len(contextvars.Context(*args, **kwargs)))
    except TypeError as error:
        print(error)
