import pluggy

spec, impl = pluggy.HookspecMarker("app"), pluggy.HookimplMarker("app")


class Spec:
    @spec
    def run(self, arg):
        "runs"

    @spec(firstresult=True)
    def first(self):
        pass


class One:
    @impl
    def run(self, arg):
        return arg + 1

    @impl(tryfirst=True)
    def first(self):
        return "one"


class Two:
    @impl(hookwrapper=True)
    def run(self, arg):
        print("before")
        outcome = yield
        print("after", outcome.get_result())

    @impl
    def first(self):
        return "two"


manager = pluggy.PluginManager("app")
manager.add_hookspecs(Spec)
manager.register(One())
manager.register(Two(), name="two")
print(manager.hook.run(arg=3), manager.hook.first(), manager.list_name_plugin()[1][0])
