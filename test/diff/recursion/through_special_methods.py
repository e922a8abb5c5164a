# difftest: no-wasi (the calls nest in the host's stack, whose end the program cannot see)
# Special methods that lead to themselves without a function of the program between: RecursionError ends them.


class CallsItself:
    pass


CallsItself.__call__ = CallsItself()


class ShowsItself:
    pass


ShowsItself.__repr__ = ShowsItself.__str__


class AddsItself:
    pass


AddsItself.__add__ = CallsItself()


class Bases:
    @property
    def __bases__(self):
        return (self,)


shows = ShowsItself()
for case in (lambda: CallsItself()(), lambda: str(shows), lambda: repr(shows), lambda: AddsItself() + 1):
    try:
        print(case())
    except RecursionError:
        print("RecursionError")
