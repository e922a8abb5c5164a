"""Context variables: defaults, tokens, each task has a copy, callbacks run in theirs."""
import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")
user = contextvars.ContextVar("user")


async def handler(name):
    token = request.set(name)
    await asyncio.sleep(0)
    print(name, "sees", request.get())
    await nested()
    request.reset(token)
    print(name, "after reset sees", request.get())


async def nested():
    await asyncio.sleep(0)
    print("  nested in", request.get())
    request.set(request.get() + "+nested")


async def main():
    request.set("main")
    await asyncio.gather(handler("a"), handler("b"))
    print("main still sees", request.get())
    await nested()
    print("direct await changes it:", request.get())
    asyncio.get_running_loop().call_soon(lambda: print("callback sees", request.get()))
    request.set("changed after call_soon")
    await asyncio.sleep(0)
    context = contextvars.copy_context()
    print(context[request], request in context, user in context, context.get(user, "no user"))
    print(context.run(set_and_get, "inside"), request.get())
    task = asyncio.create_task(nested(), context=context)
    await task
    print(context[request])


def set_and_get(value):
    request.set(value)
    return request.get()


print(request.get(), request.name)
try:
    user.get()
except LookupError as error:
    print(type(error).__name__, user.get("fallback"))
token = user.set("ann")
print(user.get(), token.old_value is contextvars.Token.MISSING, token.var is user)
user.reset(token)
try:
    user.reset(token)
except RuntimeError as error:
    print("RuntimeError: token used twice", str(error).endswith("has already been used once"))
asyncio.run(main())
print(request.get())
