"""A small program with classes: a vending machine as a state machine with handlers in a table."""


class State:
    def __init__(self, machine):
        self.machine = machine

    def coin(self, value):
        return self.refuse("coin")

    def choose(self, slot):
        return self.refuse("choose")

    def cancel(self):
        return self

    def refuse(self, action):
        print(f"  {action} not possible while {type(self).__name__.lower()}")
        return self


class Idle(State):
    def coin(self, value):
        self.machine.credit += value
        return Paying(self.machine)


class Paying(State):
    def coin(self, value):
        self.machine.credit += value
        return self

    def choose(self, slot):
        machine = self.machine
        name, price, stock = machine.slots[slot]
        if not stock:
            print(f"  {name} sold out")
            return self
        if machine.credit < price:
            print(f"  {name} costs {price}, credit {machine.credit}")
            return self
        machine.slots[slot] = (name, price, stock - 1)
        change, machine.credit = machine.credit - price, 0
        print(f"  {name}, change {change}")
        return Idle(machine)

    def cancel(self):
        print("  refund", self.machine.credit)
        self.machine.credit = 0
        return Idle(self.machine)


class Machine:
    def __init__(self, **slots):
        self.slots = slots
        self.credit = 0
        self.state = Idle(self)

    def __getattr__(self, event):
        if event.startswith("_") or not hasattr(State, event):
            raise AttributeError(event)

        def handler(*args):
            print(event, *args)
            self.state = getattr(self.state, event)(*args)
            return self
        return handler


machine = Machine(a=("tea", 120, 1), b=("cake", 200, 5))
machine.choose("a").coin(100).choose("a").coin(50).choose("a")
machine.cancel().coin(200).choose("a").choose("b").coin(10).cancel()
print(type(machine.state).__name__, machine.slots)
try:
    machine.explode()
except AttributeError as error:
    print("AttributeError:", error)
