# What ended the program stays, with all that its frames hold, until functions of atexit have run.
import atexit
import sys
import traceback


class Loud:
    def __init__(self, name, fail=False):
        self.name, self.fail = name, fail

    def __del__(self):
        print('ends', self.name, flush=True)
        if self.fail:
            raise ValueError('in ' + self.name)


def at_exit():
    print('atexit', sys.last_type, sys.last_value, sys.last_traceback is sys.last_value.__traceback__, flush=True)
    traceback.print_last(file=sys.stdout)


atexit.register(at_exit)
MODULE = Loud('global')


async def never():
    pass


def inner(argument):
    local = Loud('local of inner')
    broken = Loud('broken', fail=True)
    coroutine = never()
    raise LookupError('nothing')


def main():
    keeper = Loud('local of main')
    inner(Loud('argument'))


main()
