import sys
import dacite, injector, dataclasses, typing, json
@dataclasses.dataclass
class B: x: int; y: typing.Optional[str] = None
@dataclasses.dataclass
class A: b: B; l: typing.List[B]; u: typing.Union[int, str]; d: typing.Dict[str, B]; t: typing.Tuple[int, ...] = ()
print(dacite.from_dict(A, {"b": {"x": 1}, "l": [{"x": 2, "y": "q"}], "u": "s", "d": {"k": {"x": 3}}, "t": (1, 2)}))
for bad in ({"b": {"x": "no"}, "l": [], "u": 1, "d": {}}, {"b": {"x": 1}, "l": [], "u": 1.5, "d": {}}, {"l": []}):
    try: dacite.from_dict(A, bad)
    except dacite.DaciteError as e: print(type(e).__name__, e)
try: dacite.from_dict(B, {"x": 1, "zz": 1}, dacite.Config(strict=True))
except dacite.UnexpectedDataError as e: print(e)
print(dacite.from_dict(B, {"x": "5"}, dacite.Config(type_hooks={int: int}, cast=[])))
class Db:
    def __init__(self, url): self.url = url
class Repo:
    @injector.inject
    def __init__(self, db: Db, n: int): self.db, self.n = db, n
@injector.singleton
class Service:
    @injector.inject
    def __init__(self, repo: Repo): self.repo = repo
class Mod(injector.Module):
    def configure(self, binder): binder.bind(int, to=7)
    @injector.singleton
    @injector.provider
    def db(self) -> Db: print("make db"); return Db("u://")
i = injector.Injector([Mod()]); s = i.get(Service); print(s is i.get(Service), s.repo.db is i.get(Db), s.repo.n, s.repo.db.url)
@injector.inject
def f(a, r: Repo): return a, r.n
print(i.call_with_injection(f, args=(1,)))
class I: pass
try: injector.Injector(auto_bind=False).get(I)
except injector.UnsatisfiedRequirement as e: print(e)
