"""A worker that ends in order when it is told to: handlers set flags, children are reaped, nested handlers, reload, restored ones."""
# difftest: no-wasi (signals and processes are not there)
import contextlib
import os
import signal
import sys
import time


class Worker:
    def __init__(self, jobs):
        self.jobs, self.done, self.stopping, self.generation = list(jobs), [], False, 0

    @contextlib.contextmanager
    def handling(self):
        old = {number: signal.signal(number, action) for number, action in ((signal.SIGTERM, self.stop), (signal.SIGHUP, self.reload), (signal.SIGUSR2, self.report))}
        try:
            yield self
        finally:
            for number, action in old.items():
                signal.signal(number, action)

    def stop(self, number, frame):
        self.stopping = True
        print('told to stop by', signal.Signals(number).name)

    def reload(self, number, frame):
        self.generation += 1
        if self.generation < 3:
            signal.raise_signal(signal.SIGHUP)
        print('reloaded', self.generation)

    def report(self, number, frame):
        print('report:', len(self.done), 'done', len(self.jobs), 'left', frame is not None)

    def run(self):
        while self.jobs and not self.stopping:
            job = self.jobs.pop(0)
            self.done.append(job())
        return self.done


def tell(number):
    def job():
        os.kill(os.getpid(), number)
        return number.name
    return job


with Worker([lambda: 'first', tell(signal.SIGHUP), tell(signal.SIGUSR2), lambda: 'second', tell(signal.SIGTERM), lambda: 'never']).handling() as worker:
    print(worker.run(), len(worker.jobs))
print([signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGUSR2)])

reaped = {}


def reap(number, frame):
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        reaped[pid] = os.waitstatus_to_exitcode(status)


signal.signal(signal.SIGCHLD, reap)
sys.stdout.flush()
children = []
for code in (0, 3, 7):
    pid = os.fork()
    if not pid:
        os._exit(code)
    children.append(pid)
deadline = time.monotonic() + 10
while len(reaped) < 3 and time.monotonic() < deadline:
    time.sleep(0.01)
print([reaped.get(pid) for pid in children])
signal.signal(signal.SIGCHLD, signal.SIG_DFL)

pid = os.fork()
if not pid:
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(40 + number))
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(10)
    except SystemExit as error:
        os._exit(error.code)
    os._exit(1)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
for action in ('default', 'ignored', 'masked'):
    pid = os.fork()
    if not pid:
        if action == 'ignored':
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        if action == 'masked':
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
        os.kill(os.getpid(), signal.SIGTERM)
        os._exit(5)
    print(action, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


def failing(number, frame):
    raise ValueError('from the handler')


signal.signal(signal.SIGUSR1, failing)
try:
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
    finally:
        print('cleaned up')
except ValueError as error:
    print(error, error.__context__)
total = 0
signal.signal(signal.SIGUSR1, lambda number, frame: globals().__setitem__('total', total + 1))
for _ in range(100):
    os.kill(os.getpid(), signal.SIGUSR1)
print(total)
