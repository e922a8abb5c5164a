"""Coroutines driven by hand with send, throw and close, without any event loop."""


class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return answer


async def conversation():
    name = await Ask("name?")
    try:
        age = await Ask(f"age of {name}?")
    except ValueError as error:
        print("  caught", error)
        age = -1
    return name, age


def drive(coro, *answers):
    try:
        print("asks", coro.send(None))
        for answer in answers:
            if isinstance(answer, Exception):
                print("asks", coro.throw(answer))
            else:
                print("asks", coro.send(answer))
    except StopIteration as stop:
        print("returned", stop.value)


drive(conversation(), "ada", 36)
drive(conversation(), "bob", ValueError("no age"))

coro = conversation()
try:
    coro.send("too early")
except TypeError as error:
    print("TypeError:", error)
print(coro.cr_running, coro.cr_await)
coro.send(None)
try:
    coro.throw(KeyError("out"))
except KeyError as error:
    print("KeyError came out:", error)
try:
    coro.send(None)
except RuntimeError as error:
    print("RuntimeError:", error)
coro.close()
fresh = conversation()
fresh.close()
print("closed twice", fresh.close())
