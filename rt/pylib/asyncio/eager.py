"""Factories of eager tasks of the program's own classes (3.12)."""


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    factory._takes_name = True    # the loop hands the name on, so that the first step sees it
    return factory
