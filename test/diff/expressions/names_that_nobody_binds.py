# The method is looked up before an argument that is a name which nobody binds: which error comes first.
import math
from datetime import time


class Thing:
    def method(self, *arguments, **keywords):
        return arguments, keywords


def inside(value):
    try:
        value.nothing(undefined)
    except (NameError, AttributeError) as error:
        print(error)
    try:
        value.nothing(1, key=(2, undefined))
    except (NameError, AttributeError) as error:
        print(error)
    try:
        print(value.method(undefined))
    except (NameError, AttributeError) as error:
        print(error)


for value in Thing(), Thing, time, math, 3, 'text', [], None:
    inside(value)
for call in (lambda: Thing().nothing(undefined), lambda: time.strptime(undefined, format), lambda: math.nothing(-1, undefined),
             lambda: Thing().method(undefined), lambda: Thing().nothing(*undefined), lambda: undefined.nothing(other)):
    try:
        print(call())
    except (NameError, AttributeError) as error:
        print(error)
globals()['undefined'] = 5
print(Thing().method(undefined), Thing().method(key=undefined))
inside(Thing())
