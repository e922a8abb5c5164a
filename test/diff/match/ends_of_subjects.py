"""When the subject of a match ends, beside the names that its patterns bind."""


class Ending:
    __match_args__ = ("held",)

    def __init__(self, name, *held):
        self.name, self.held = name, held

    def __del__(self):
        print("end of", self.name)


def first_of_many(name):
    taken = Ending("old")
    match (Ending(name), Ending("rest")):
        case [taken, *_]:
            print("body", taken.name)
        case Ending() as taken:
            print("another", taken.name)


def the_last(name):
    taken = Ending("old")
    match [Ending(name), Ending("rest")]:
        case 1:
            print("one")
        case [taken, other]:
            print("body", taken.name, other.name)


def the_only(name):
    taken = Ending("old")
    match [Ending(name), Ending("rest")]:
        case [taken, other]:
            print("body", taken.name, other.name)


def with_default(name):
    taken = Ending("old")
    match [Ending(name), Ending("rest")]:
        case [taken, other]:
            print("body", taken.name, other.name)
        case _:
            print("default")


def with_guarded_default(name, holds):
    taken = Ending("old")
    match [Ending(name), Ending("rest")]:
        case [taken]:
            print("body", taken.name)
        case _ if holds:
            print("default")
    print("after")


def with_guard(name, holds):
    taken = Ending("old")
    match [Ending(name), Ending("rest")]:
        case [taken, *_] if print("guard", taken.name) or holds:
            print("body", taken.name)
        case [_, taken]:
            print("second", taken.name)
        case {}:
            print("mapping")
    print("after")


def of_attributes(name):
    taken = Ending("old")
    match Ending("subject", Ending(name), Ending("held")):
        case Ending([taken, _]):
            print("body", taken.name)
        case [taken]:
            print("sequence")


def of_keys(name):
    taken = rest = Ending("old")
    match {"a": Ending(name), "b": Ending("rest"), "c": Ending("more")}:
        case {"a": taken, "b": _, **rest}:
            print("body", taken.name, [*rest])
        case {"a": taken}:
            print("second")


def in_loops(names):
    taken = None
    for name in names:
        match [taken, Ending(name)]:
            case [None, taken]:
                print("first")
                continue
            case [_, taken, *_]:
                print("next", taken.name)
            case _:
                print("never")
        print("round ends")


def none_matches(name):
    match [Ending(name), Ending("rest")]:
        case [_]:
            print("one")
        case {"a": _}:
            print("mapping")
    print("after")


first_of_many("a")
the_last("b")
the_only("c")
with_default("d")
with_guarded_default("e", True)
with_guarded_default("f", False)
with_guard("g", True)
with_guard("h", False)
of_attributes("i")
of_keys("j")
in_loops("klm")
none_matches("n")
