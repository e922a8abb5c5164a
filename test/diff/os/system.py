# difftest: no-wasi (processes and signals)
"""platform, getpass, errno, gc, atexit, signal, subprocess, weakref, contextlib, types: a walk."""
import atexit
import collections
import contextlib
import errno
import functools
import gc
import getpass
import os
import platform
import signal
import subprocess
import sys
import types
import typing
import weakref

print(platform.system(), platform.machine() == os.uname().machine, platform.node() == os.uname().nodename, platform.python_version_tuple()[:2], platform.release() == os.uname().release,
      platform.python_implementation() in ("CPython", "pyasyncc"), len(platform.uname()), platform.architecture()[0], bool(platform.platform()), platform.python_version().startswith("3.11"), len(platform.libc_ver()), bool(platform.version()), platform.freedesktop_os_release()["ID"] != "")
os.environ["LOGNAME"] = "someone"
print(getpass.getuser(), errno.ENOENT, errno.errorcode[errno.EAGAIN], len(errno.errorcode) > 100)


class Cycle:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("deleted")


gc.collect()
Cycle()
print(gc.collect() > 0, gc.isenabled(), len(gc.get_threshold()), len(gc.get_count()), gc.is_tracked([]), gc.is_tracked(1), gc.garbage, gc.get_debug(), gc.DEBUG_LEAK, gc.get_freeze_count(), gc.is_finalized([]))
gc.freeze()
gc.unfreeze()
gc.disable()
print(gc.isenabled())
gc.enable()

gc.collect()


done = subprocess.run(["sh", "-c", "echo out; echo err >&2; exit 3"], capture_output=True, text=True)
print(done, done.returncode, done.stdout, done.stderr)
try:
    done.check_returncode()
except subprocess.CalledProcessError as error:
    print(error, error.cmd, error.returncode, error.output)
print(subprocess.check_output("echo $X", shell=True, env={"X": "var", "PATH": os.environ["PATH"]}), subprocess.call(["true"]), subprocess.getoutput("echo a b"), subprocess.getstatusoutput("exit 2"))
try:
    subprocess.run(["sleep", "5"], timeout=0.05)
except subprocess.TimeoutExpired as error:
    print(str(error).split(" after")[0])
with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
    print(process.communicate("through cat"), process.poll(), process.args, process.returncode)
process = subprocess.Popen(["sleep", "10"])
process.send_signal(signal.SIGTERM)
print(process.wait(), repr(process), signal.Signals(15).name)
try:
    subprocess.run(["no-such-program"])
except FileNotFoundError as error:
    print(str(error).split(" after")[0])
a = subprocess.Popen(["echo", "piped"], stdout=subprocess.PIPE)
b = subprocess.Popen(["tr", "a-z", "A-Z"], stdin=a.stdout, stdout=subprocess.PIPE)
a.stdout.close()
print(b.communicate()[0], a.wait(), subprocess.list2cmdline(["a b", 'c"d']))

got = []
old = signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
print(got, old is signal.SIG_DFL, signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.strsignal(9), signal.SIGTERM, repr(signal.SIGKILL), len(signal.valid_signals()) > 30)
signal.signal(signal.SIGALRM, lambda *a: print("alarm"))
print(signal.setitimer(signal.ITIMER_REAL, 0.01))
signal.pause()
print(signal.alarm(0), signal.getitimer(signal.ITIMER_REAL)[1])
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
os.kill(os.getpid(), signal.SIGUSR2)
print(signal.sigpending(), signal.sigwait({signal.SIGUSR2}), signal.sigtimedwait([signal.SIGUSR2], 0.01))
pid = os.fork()
if pid == 0:
    os._exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
pid = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 4"], os.environ)
print(os.waitpid(pid, 0)[1] >> 8, os.system("exit 5") >> 8, os.popen("echo popen").read(), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 6"))


class Target:
    def method(self):
        return "m"

    def __len__(self):
        return 4


target = Target()
ref, proxy, method = weakref.ref(target, lambda r: print("gone", r())), weakref.proxy(target), weakref.WeakMethod(target.method)
final = weakref.finalize(target, print, "finalized", end="!\n")
print(ref() is target, proxy.method(), len(proxy), method()(), final.alive, weakref.getweakrefcount(target) >= 2, type(proxy).__name__, isinstance(proxy, weakref.ProxyType), final.peek()[2])
values, keys, items = weakref.WeakValueDictionary(a=target), weakref.WeakKeyDictionary({target: 1}), weakref.WeakSet([target])
print(len(values), len(keys), len(items), list(values), target in items)
del target
print(ref(), method(), final.alive, len(values), len(keys), len(items))
try:
    proxy.method()
except ReferenceError as error:
    print(str(error).split(" after")[0])


@contextlib.contextmanager
def manage(name):
    print("enter", name)
    try:
        yield name
    except KeyError:
        print("swallowed")
    finally:
        print("exit", name)


with contextlib.ExitStack() as stack:
    stack.enter_context(manage("one"))
    stack.callback(print, "callback")
    stack.push(lambda *exc: print("pushed", exc[0]))
    moved = stack.pop_all()
moved.close()
with manage("k"):
    raise KeyError
with contextlib.suppress(ValueError), contextlib.nullcontext(3) as three, contextlib.closing(open(os.devnull)):
    print(three)
    raise ValueError


@functools.singledispatch
def show(value):
    return "object"


@show.register
def _(value: int):
    return "int"


@show.register(list)
def _(value):
    return "list"


@functools.lru_cache(maxsize=2)
def cached(x):
    return x


print(show(1), show([]), show(""), [cached(i) for i in (1, 2, 1, 3)], cached.cache_info(), functools.reduce(lambda a, b: a * b, [1, 2, 3]), functools.partial(int, base=2)("11"))
print(types.SimpleNamespace(a=1), types.MappingProxyType({1: 2}), types.new_class("Made", (), {}, lambda ns: ns.update(x=1)).x, types.GenericAlias(list, (int,)), types.FunctionType.__name__, types.resolve_bases((int,)), isinstance(len, types.BuiltinFunctionType))
print(typing.get_type_hints(manage), typing.Optional[int], typing.get_args(dict[str, int]), typing.get_origin(list[int]), typing.cast(int, "x"), typing.NamedTuple("N", [("a", int)])(1), typing.TypedDict("TD", {"a": int}).__annotations__)
print(collections.ChainMap({1: 2}, {3: 4})[3], collections.Counter("abca").most_common(1), collections.UserDict(a=1), collections.UserList([1]), collections.UserString("s"))
atexit.register(print, "first registered")
atexit.register(print, "last registered", end=" first run\n")
unwanted = atexit.register(lambda: print("never"))
atexit.unregister(unwanted)
print(sys.getsizeof(1) > 0, sys.intern("x"), sys.getrefcount(None) > 0, sys.version_info[:2], sys.byteorder, sys.maxsize, sys.flags.optimize, sys.float_info.max, sys.api_version, sys.thread_info.name, sys.call_tracing(max, (1, 2)))
sys.addaudithook(lambda event, args: print("audit", event, args) if event == "my.event" else None)
sys.audit("my.event", 1, "two")
