"""match inside coroutines: a command interpreter whose cases await and whose captures survive."""
import asyncio


class Robot:
    def __init__(self):
        self.x = self.y = 0
        self.log = []

    async def execute(self, command):
        match command.split():
            case ["go", ("north" | "south" | "east" | "west") as direction, *steps]:
                count = int(*steps) if steps else 1
                await asyncio.sleep(0)
                match direction:
                    case "north":
                        self.y += count
                    case "south":
                        self.y -= count
                    case "east":
                        self.x += count
                    case "west":
                        self.x -= count
                return f"went {direction} {count}"
            case ["say", *words] if words:
                for word in words:
                    await asyncio.sleep(0)
                    self.log.append(word)
                return " ".join(words)
            case ["wait", amount] if (n := await self.number(amount)) is not None:
                for _ in range(n):
                    await asyncio.sleep(0)
                return f"waited {n}"
            case ["repeat", times, *rest]:
                return [await self.execute(" ".join(rest)) for _ in range(int(times))]
            case []:
                return "nothing"
            case [unknown, *_]:
                return f"cannot {unknown}"

    async def number(self, text):
        await asyncio.sleep(0)
        return int(text) if text.isdigit() else None


async def main():
    robot = Robot()
    for command in ("go north 3", "go east", "say hello  there", "wait 2", "wait long", "fly", "",
                    "repeat 2 go west 4", "say", "go up"):
        print(repr(command), "->", await robot.execute(command))
    print(robot.x, robot.y, robot.log)
    print(await asyncio.gather(*(robot.execute(c) for c in ("say a b c", "say d", "go south", "wait 1"))), robot.log)


asyncio.run(main())
