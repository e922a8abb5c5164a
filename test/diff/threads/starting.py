# difftest: no-wasi (threads)
# Threads started by hand: their arguments, their own attributes of _local, exceptions in them.
import _thread
import time

done = _thread.allocate_lock()
done.acquire()
out = []


def work(number, *, tag):
    out.append((number, tag))
    done.release()


print(type(_thread.start_new_thread(work, (1,), {'tag': 'k'})))
done.acquire()
print(out)


class Local(_thread._local):
    y = 5

    def __init__(self, a, b=2):
        self.a, self.b = a, b


plain = _thread._local()
plain.x = 1
made = Local(3, b=4)
made.a = 77


class Loud:
    def __del__(self):
        print('dropped')


def see():
    print(hasattr(plain, 'x'), made.a, made.b, made.y, sorted(plain.__dict__), sorted(made.__dict__))
    plain.x = Loud()
    done.release()


_thread.start_new_thread(see, ())
done.acquire()
while _thread._count():
    time.sleep(0.001)
print(plain.x, made.a, made.__dict__, plain.__dict__)


def quiet():
    done.release()
    _thread.exit()


_thread.start_new_thread(quiet, ())
done.acquire()
while _thread._count():
    time.sleep(0.001)
try:
    _thread.interrupt_main()
    time.sleep(5)
except KeyboardInterrupt:
    print('interrupted')
print(_thread.get_ident() == _thread.get_ident(), _thread.get_native_id() > 0)
