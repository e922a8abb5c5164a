"""A process that removes what its users forgot: names of semaphores and of shared memory.

It is a fork of the first process that registers something and ends when all processes that hold the
other end of its pipe have ended.
"""

import os
import signal
import sys
import threading
import warnings

import _multiprocessing
import _posixshmem

__all__ = ['ensure_running', 'register', 'unregister']

_IGNORED_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_CLEANUP_FUNCS = {
    'noop': lambda: None,
    'semaphore': _multiprocessing.sem_unlink,
    'shared_memory': _posixshmem.shm_unlink,
}


class ResourceTracker:
    def __init__(self):
        self._lock = threading.Lock()
        self._fd = None
        self._pid = None

    def _stop(self):
        with self._lock:
            if self._fd is not None:
                self._let_go()

    def _let_go(self):
        """Closes the pipe, which ends the process, and waits for it if it is a child of this one."""
        fd, pid = self._fd, self._pid
        self._fd = self._pid = None
        os.close(fd)
        try:
            os.waitpid(pid, 0)
        except ChildProcessError:
            pass

    def getfd(self):
        self.ensure_running()  # CPython: 75
        return self._fd

    def ensure_running(self):
        """Starts the process, or another one if it has ended."""
        with self._lock:
            if self._fd is not None and not self._check_alive():
                self._let_go()
                warnings.warn('resource_tracker: process died unexpectedly, '
                              'relaunching.  Some resources might leak.')
            if self._fd is None:
                self._start()

    def _start(self):
        reader, self._fd = os.pipe()
        try:
            self._pid = self._fork(reader)
        finally:
            os.close(reader)

    def _fork(self, reader):
        # the signals stay blocked until the child ignores them
        signal.pthread_sigmask(signal.SIG_BLOCK, _IGNORED_SIGNALS)
        try:
            sys.stdout.flush()
            pid = os.fork()
            if pid:
                return pid
            try:
                os.dup2(reader, 0)
                os.closerange(3, os.sysconf('SC_OPEN_MAX'))
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
                main(0)
            finally:
                os._exit(0)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _IGNORED_SIGNALS)

    def _check_alive(self):
        try:
            os.write(self._fd, b'PROBE:0:noop\n')
        except OSError:
            return False
        return True

    def register(self, name, rtype):
        """The resource is to be removed if nobody does."""
        self._send('REGISTER', name, rtype)  # CPython: 155

    def unregister(self, name, rtype):
        self._send('UNREGISTER', name, rtype)  # CPython: 159

    def _send(self, command, name, rtype):
        self.ensure_running()  # CPython: 162
        message = '{0}:{1}:{2}\n'.format(command, name, rtype).encode('ascii')
        if len(message) > 512:
            raise ValueError('msg too long')  # longer ones would not be written in one piece  # CPython: 167
        written = os.write(self._fd, message)
        assert written == len(message)


_resource_tracker = ResourceTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd


def _obey(line, cache):
    command, name, rtype = line.strip().decode('ascii').split(':')
    if rtype not in _CLEANUP_FUNCS:
        raise ValueError(f'Cannot register {name} for automatic cleanup: '
                         f'unknown resource type {rtype}')
    if command == 'REGISTER':
        cache[rtype].add(name)
    elif command == 'UNREGISTER':
        cache[rtype].remove(name)
    elif command != 'PROBE':
        raise RuntimeError('unrecognized command %r' % command)


def _remove_all(rtype, names):
    warnings.warn('resource_tracker: There appear to be %d '
                  'leaked %s objects to clean up at shutdown' % (len(names), rtype))
    for name in names:
        try:
            _CLEANUP_FUNCS[rtype](name)
        except Exception as error:
            warnings.warn('resource_tracker: %r: %s' % (name, error))


def main(fd):
    """What the process does: `fd` is its end of the pipe."""
    for number in _IGNORED_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _IGNORED_SIGNALS)
    cache = {rtype: set() for rtype in _CLEANUP_FUNCS}
    with open(fd, 'rb') as lines:
        for line in lines:
            try:
                _obey(line, cache)
            except Exception:
                sys.excepthook(*sys.exc_info())
    for rtype, names in cache.items():
        if names:
            _remove_all(rtype, names)
