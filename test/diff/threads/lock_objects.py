# Locks in one thread: taking, timeouts, errors, RLock's counting. Runs where there are no threads.
import _thread

lock = _thread.allocate_lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(True, 0.01))
lock.release()
with lock as entered:
    print(entered, lock.locked())
print(lock.locked())
for call in (lambda: lock.release(), lambda: lock.acquire(False, 2), lambda: lock.acquire(True, -3),
             lambda: lock.acquire(True, 1e20), lambda: lock.acquire(True, 'x'),
             lambda: _thread.start_new_thread(1, ()), lambda: _thread.start_new_thread(print, []),
             lambda: _thread.start_new_thread(print, (), 1), lambda: _thread.stack_size(3),
             lambda: _thread.stack_size(-3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
rlock = _thread.RLock()
print(rlock.acquire(), rlock.acquire(), rlock._is_owned())
state = rlock._release_save()
print(state[0], rlock._is_owned())
rlock._acquire_restore(state)
print(rlock._is_owned())
rlock.release()
rlock.release()
try:
    rlock.release()
except RuntimeError as error:
    print(error)
print(_thread.error, _thread.TIMEOUT_MAX, repr(lock).split(' at ')[0], repr(rlock).split(' at ')[0])
print(type(lock), _thread.LockType, _thread.stack_size())
try:
    _thread.exit()
except SystemExit:
    print('exit')

local = _thread._local()
local.x = 1


class Point(_thread._local):
    kind = 'point'

    def __init__(self, x, y=2):
        self.x, self.y = x, y


point = Point(3, y=4)
print(local.x, local.__dict__, point.x, point.kind, point.__dict__)
del local.x
for call in (lambda: local.x, lambda: _thread._local(1), lambda: setattr(local, '__dict__', {})):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
