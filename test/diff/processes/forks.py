"""os.fork: threads, locks and event loops of the child; mmap and fcntl; descriptors sent over sockets."""
# difftest: no-wasi (processes)
import asyncio
import fcntl
import mmap
import os
import socket
import sys
import tempfile
import threading


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def wait(pid):
    sys.stdout.flush()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


async def short():
    await asyncio.sleep(0.001)
    return await asyncio.to_thread(lambda: 7)


def child_of_threads():
    """Forks while another thread waits for a lock and the main thread has thread-local data."""
    lock, local = threading.Lock(), threading.local()
    local.name = 'main'
    lock.acquire()
    waiter = threading.Thread(target=lock.acquire)
    waiter.start()
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        print(threading.active_count(), threading.current_thread() is threading.main_thread(), local.name)
        lock.release()
        print(lock.acquire(timeout=1), lock.locked())
        seen = []
        thread = threading.Thread(target=lambda: seen.append(hasattr(local, 'name')))
        thread.start()
        thread.join()
        print(seen, asyncio.run(short()))
        sys.stdout.flush()
        os._exit(3)
    print(wait(pid))
    lock.release()
    waiter.join()


async def child_of_loop():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(int)
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        attempt(asyncio.get_running_loop)
        print(asyncio.run(short()))
        sys.stdout.flush()
        os._exit(4)
    print(await loop.run_in_executor(None, wait, pid), await short())


def hooks():
    order = []
    os.register_at_fork(before=lambda: order.append('before'), after_in_child=lambda: order.append('child'),
                        after_in_parent=lambda: order.append('parent'))
    os.register_at_fork(before=lambda: order.append('before 2'))
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        print(order)
        sys.stdout.flush()
        os._exit(0)
    wait(pid)
    print(order)


def maps():
    memory = mmap.mmap(-1, 20)
    memory[:5] = b'hello'
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        memory[0] = 72
        os._exit(0)
    wait(pid)
    print(memory[:8], memory, memory.find(b'l'), memory.rfind(b'l'), len(memory), list(memory)[:3], memory[-20:2:1])
    view = memoryview(memory)
    view[1:3] = b'EE'
    attempt(memory.close)
    attempt(lambda: memory.resize(40))
    del view
    print(memory.read(6), memory.tell(), memory.readline(), memory.read(3))
    memory.seek(0)
    print(memory.read_byte(), memory.write(b'xyz'), memory[:6], memory.move(10, 0, 5), memory[8:])
    memory.resize(40)
    print(len(memory), memory.flush(), memory.madvise(mmap.MADV_NORMAL))
    for bad in (lambda: memory[50], lambda: memory['x'], lambda: memory.__setitem__(0, 300), lambda: memory.seek(99),
                lambda: memory.__setitem__(slice(0, 2), b'abc'), lambda: memory.move(0, 30, 20)):
        attempt(bad)
    memory.close()
    print(memory, memory.closed)
    attempt(memory.read)
    with tempfile.TemporaryFile() as file:
        file.write(b'abc\ndef\n')
        file.flush()
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as read:
            print(read, list(iter(read.readline, b'')), read.size(), read.find(b'e', 0), read.find(b'e', 0, -3))
            attempt(lambda: read.__setitem__(0, 1))
        with mmap.mmap(file.fileno(), 4, access=mmap.ACCESS_COPY) as copy:
            copy[0] = 65
            print(copy[:])
        attempt(lambda: mmap.mmap(file.fileno(), 100))
        print(fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB), fcntl.lockf(file, fcntl.LOCK_UN))
        print(fcntl.fcntl(file, fcntl.F_GETFD), fcntl.fcntl(file, fcntl.F_GETFL) & os.O_ACCMODE)
    for bad in (lambda: mmap.mmap(-1, -1), lambda: mmap.mmap(-1, 1, offset=-1), lambda: mmap.mmap(-1, 5, access=9),
                lambda: fcntl.fcntl('x', 1), lambda: fcntl.flock(99, 2), lambda: fcntl.lockf(0, 64)):
        attempt(bad)


def messages():
    left, right = socket.socketpair()
    end, other = os.pipe()
    print(socket.send_fds(left, [b'hello', b' fd'], [end]))
    data, descriptors, flags, address = socket.recv_fds(right, 100, 4)
    os.write(other, b'through')
    print(data, len(descriptors), flags, address, os.read(descriptors[0], 10))
    first, second = bytearray(3), bytearray(5)
    print(left.sendmsg([b'ab', bytearray(b'cd')]), right.recvmsg_into([first, second]), first, second)
    print(socket.CMSG_LEN(4), socket.CMSG_SPACE(4))
    for bad in (lambda: left.sendmsg(5), lambda: right.recvmsg(-1), lambda: left.sendmsg([b''], [(1, 2)]),
                lambda: right.recvmsg_into([b'x']), lambda: left.sendmsg([b'x'], 5)):
        attempt(bad)


child_of_threads()
asyncio.run(child_of_loop())
hooks()
maps()
messages()
