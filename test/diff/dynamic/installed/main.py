"""Packages that make code of texts and trees when they run need no option of the compiler."""
import asyncio

import recordkit
from recordkit import compat, templates


@recordkit.record
class Point:
    x: int
    y: int = 7

    def total(self):
        return self.x + self.y


async def main():
    point = Point(5)
    print(point, point == Point(5, 7), point.total(), Point.__init__.__code__.co_filename)
    try:
        Point()
    except TypeError as error:
        print(error)
    print(recordkit.evaluate("a * (b + 1)", {"a": 6, "b": 6}))
    space = {}
    compat.exec_("def double(x):\n    return 2 * x\n", space)
    print(space["double"](21))
    render = templates.compile_template("Hello {name}, you are {age}!")
    print(render(name="Ann", age=30), render.__name__)
    print(await recordkit.gather_all("[f(i) for i in range(3)]", f=lambda i: asyncio.sleep(0, i * i)))


asyncio.run(main())
# What is there for the package runs the program's own texts too.
print(eval("sorted({3, 1, 2})"), Point(1, 2))
