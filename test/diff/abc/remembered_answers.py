# What abstract classes remember of issubclass(): which answers are kept and for how long, what the hook may say, and that classes are not kept alive.
import abc
import gc
import weakref

asked = []


class Walks(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        asked.append(other.__name__)
        return 'walk' in vars(other) or NotImplemented


class Dog:
    walk = None


class Fish:
    pass


class Stone:
    pass


for question in range(3):
    print(issubclass(Dog, Walks), isinstance(Dog(), Walks), issubclass(Fish, Walks), isinstance(Fish(), Walks))
print(asked)
del Dog.walk    # a yes stays
Fish.walk = 1   # a no stays as well, until something is registered anywhere
print(issubclass(Dog, Walks), issubclass(Fish, Walks), asked)
token = abc.get_cache_token()


class Elsewhere(abc.ABC):
    pass


print(Elsewhere.register(Stone) is Stone, abc.get_cache_token() - token, Elsewhere.register(Stone) is Stone, abc.get_cache_token() - token)
asked.clear()
print(issubclass(Dog, Walks), issubclass(Fish, Walks), issubclass(Stone, Walks), asked)
Walks.register(Stone)
print(issubclass(Stone, Walks), issubclass(type('Pebble', (Stone,), {}), Walks), isinstance(Stone(), Elsewhere))


class Wrong(abc.ABC):
    answer = 1

    @classmethod
    def __subclasshook__(cls, other):
        return cls.answer


class Odd(abc.ABCMeta):
    def __subclasses__(cls):
        return cls.below


class Strange(metaclass=Odd):
    below = ()


class Foreign(abc.ABC):
    pass


for question in (lambda: issubclass(Dog, Wrong), lambda: isinstance(Dog(), Wrong), lambda: issubclass(Dog, Strange), lambda: issubclass(3, Walks), lambda: abc.ABCMeta.register(Walks, 3), lambda: Walks.register(Walks), lambda: type('Sub', (Walks,), {}).register(Walks)):
    try:
        print(question())
    except Exception as error:
        print(type(error).__name__, error)
Strange.below = [Fish]
print(issubclass(Fish, Strange), issubclass(type('Carp', (Fish,), {}), Strange), issubclass(Stone, Strange))
del Foreign._abc_impl
try:
    issubclass(Dog, Foreign)
except AttributeError as error:
    print(error)
Foreign._abc_impl = 5
try:
    isinstance(Dog(), Foreign)
except TypeError as error:
    print(error)
print(type(Walks._abc_impl), list(vars(Elsewhere)))


# Neither what was registered nor what was asked about is kept.
def passing():
    registered, asked_about = type('Registered', (), {}), type('AskedAbout', (), {})
    Walks.register(registered)
    print(issubclass(registered, Walks), issubclass(asked_about, Walks))
    return weakref.ref(registered), weakref.ref(asked_about)


references = passing()
gc.collect()
print([reference() for reference in references])
for number in range(200):
    issubclass(type(f'Short{number}', (), {'walk': number}), Walks)
gc.collect()
print(len(object.__subclasses__()) < 1000, issubclass(Stone, Walks))


# An instance that says it is of another class: both are asked.
class Claims:
    @property
    def __class__(self):
        return Dog


class Marked:
    __class__ = 'no class'


print(isinstance(Claims(), Walks), isinstance(Claims(), Elsewhere), Elsewhere.register(Claims) is Claims, isinstance(Claims(), Elsewhere))
try:
    print(isinstance(Marked(), Walks))
except TypeError as error:
    print(error)


# What is abstract is what the values themselves say, when the class is made and when it is asked for anew.
class Says:
    def __init__(self, mark):
        self.mark = mark

    @property
    def __isabstractmethod__(self):
        return self.mark


class Truth:
    def __bool__(self):
        raise ValueError('no truth')


class Marks(abc.ABC):
    yes, no = Says(True), Says(0)

    @abc.abstractmethod
    def method(self):
        pass

    @property
    @abc.abstractmethod
    def shown(self):
        pass

    @classmethod
    @abc.abstractmethod
    def made(cls):
        pass


print(sorted(Marks.__abstractmethods__), type(Marks.__abstractmethods__))
try:
    type(abc.ABC)('Bad', (), {'bad': Says(Truth())})
except ValueError as error:
    print(error)


class Filled(Marks):
    yes = method = 1
    made = abc.abstractmethod(len) if False else None


print(sorted(Filled.__abstractmethods__))
Filled.shown = 'x'
Filled.late = abc.abstractmethod(lambda self: None)
print(abc.update_abstractmethods(Filled) is Filled, sorted(Filled.__abstractmethods__))


# answers that were at hand go when classes are registered, made anew or change their bases
class Shape(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return True if 'area' in vars(other) else NotImplemented


class Plain:
    pass


class Other(Plain):
    pass


print([isinstance(Plain(), Shape) for _ in range(3)], [isinstance(3, Shape) for _ in range(3)])
Shape.register(Plain)
print(isinstance(Plain(), Shape), isinstance(Other(), Shape), isinstance(3, Shape))
Shape.register(int)
print(isinstance(3, Shape), isinstance(True, Shape), isinstance('', Shape))
for turn in range(20):
    made = type('Made', (), {'area': 1} if turn % 3 else {})
    print(isinstance(made(), Shape), issubclass(made, Shape), end=' ')
    del made
print()
