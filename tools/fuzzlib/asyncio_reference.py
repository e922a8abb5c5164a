"""Runs a program under CPython with the choices that it leaves to the order of sets made as our runtime makes them:
the tasks of a group, those that are left at the end of asyncio.run and the arguments of as_completed count in the
order of their making."""

import asyncio
import runpy
import sys


class OrderedSet(set):
    """A set whose items come in the order in which they were added."""

    def __init__(self, items=()):
        super().__init__()
        self.order = {}
        for item in items:
            self.add(item)

    def __iter__(self):
        return iter(list(self.order))

    def add(self, item):
        super().add(item)
        self.order[item] = None

    def remove(self, item):
        super().remove(item)
        del self.order[item]

    def discard(self, item):
        super().discard(item)
        self.order.pop(item, None)

    def clear(self):
        super().clear()
        self.order.clear()


def all_tasks_in_order(loop=None):
    return sorted(plain_all_tasks(loop), key=lambda task: int(task.get_name()[5:]))


plain_all_tasks = asyncio.tasks.all_tasks
asyncio.tasks.all_tasks = all_tasks_in_order
asyncio.tasks.set = asyncio.taskgroups.set = OrderedSet
runpy.run_path(sys.argv[1], run_name="__main__")
