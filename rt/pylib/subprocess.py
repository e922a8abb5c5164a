"""Child processes."""
__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output',
           'run', 'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']

import io
import os
import select
import sys
import time
from _posixsubprocess import fork_exec, still_running

PIPE = -1
STDOUT = -2
DEVNULL = -3
_MAXFD = 2 ** 31 - 1
_USE_VFORK = True    # may be set to False, as in CPython


_active = []    # dropped before they ended: waited for when the next child is made


def _cleanup():
    for child in _active[:]:
        if child.poll() is not None and child in _active:
            _active.remove(child)


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if not self.returncode or self.returncode > 0:
            return "Command '%s' returned non-zero exit status %s." % (self.cmd, self.returncode)
        import signal
        try:
            return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
        except ValueError:
            return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        words = ['args=%r' % (self.args,), 'returncode=%r' % (self.returncode,)]
        if self.stdout is not None:
            words.append('stdout=%r' % (self.stdout,))
        if self.stderr is not None:
            words.append('stderr=%r' % (self.stderr,))
        return '%s(%s)' % (type(self).__name__, ', '.join(words))

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)  # CPython: 502


def list2cmdline(seq):
    """Quotes arguments as programs of Microsoft's C library read them."""
    words = []
    for argument in map(os.fsdecode, seq):
        quoted = not argument or ' ' in argument or '\t' in argument
        text = ''
        backslashes = 0
        for character in argument:
            if character == '\\':
                backslashes += 1
                continue
            if character == '"':
                backslashes = 2 * backslashes + 1
            text += '\\' * backslashes + character
            backslashes = 0
        text += '\\' * (2 * backslashes if quoted else backslashes)
        words.append('"%s"' % text if quoted else text)
    return ' '.join(words)


# -- starting ---------------------------------------------------------------------------------------------------

def _is_path(value):
    return isinstance(value, (str, bytes)) or hasattr(value, '__fspath__')


def _programs(executable, env):
    """Where the program may be, as bytes."""
    executable = os.fsencode(executable)
    if b'/' in executable:
        return [executable]
    path = (os.environ if env is None else env).get('PATH')
    if path is None:
        path = os.defpath
    return [os.path.join(os.fsencode(folder), executable)
            for folder in os.fsdecode(path).split(os.pathsep)]


def _environment(env):
    if env is None:
        return None
    entries = []
    for name, value in env.items():
        name = os.fsencode(name)
        if b'=' in name:
            raise ValueError('illegal environment variable name')
        entries.append(name + b'=' + os.fsencode(value))
    return entries


def _child_stream(file, place, opened):
    """Descriptors (of the parent, of the child) for one standard stream; -1: none, inherited."""
    if file is None:
        return -1, -1
    if file == PIPE:
        reading, writing = os.pipe()
        for fd in (reading, writing):
            os.set_inheritable(fd, False)
        opened.extend((reading, writing))
        return (writing, reading) if place == 0 else (reading, writing)
    if file == DEVNULL:
        fd = os.open('/dev/null', os.O_RDWR)
        opened.append(fd)
        return -1, fd
    return -1, file if isinstance(file, int) else file.fileno()


def _user_number(user, look_up, kind):
    """The number of a user or group given by name or number; None if there is none."""
    if user is None:
        return None
    if isinstance(user, str):
        return look_up(user)
    if isinstance(user, int):
        if user < 0:
            raise ValueError('%s ID cannot be negative, got %d' % (kind, user))
        return user
    raise TypeError('%s must be a string or an integer, not %s' % (kind, type(user)))


def _user_named(name):
    import pwd
    return pwd.getpwnam(name).pw_uid


def _group_named(name):
    import grp
    return grp.getgrnam(name).gr_gid


class Popen:
    _started = False

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None,
                 preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None,
                 universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1,
                 process_group=None):
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')  # CPython: 835
        if not isinstance(pipesize, int):
            raise TypeError('pipesize must be an integer')  # CPython: 840
        if pass_fds and not close_fds:
            import warnings
            warnings.warn('pass_fds overriding close_fds.', RuntimeWarning)
            close_fds = True
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')  # CPython: 852
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')  # CPython: 855
        if (text is not None and universal_newlines is not None
                and bool(universal_newlines) != bool(text)):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are '  # CPython: 871
                                  'supplied but different. Pass one or the other.')
        _cleanup()  # CPython: 822
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self._started = False
        self._unsent = None
        self._sent = 0
        self._received = {}
        opened = []
        try:
            parent_in, child_in = _child_stream(stdin, 0, opened)
            parent_out, child_out = _child_stream(stdout, 1, opened)
            if stderr == STDOUT:
                parent_err, child_err = -1, child_out if child_out != -1 else 1
            else:
                parent_err, child_err = _child_stream(stderr, 2, opened)
            self._start(args, executable, shell, cwd, env, preexec_fn, close_fds, pass_fds,  # CPython: 1024
                        restore_signals, start_new_session,
                        -1 if process_group is None else process_group, user, group,
                        extra_groups, umask, (child_in, parent_in, parent_out, child_out,
                                              parent_err, child_err))
        except:
            for fd in opened:
                os.close(fd)
            raise
        ours = (parent_in, parent_out, parent_err)
        for fd in opened:
            if fd not in ours:
                os.close(fd)
        self._open_files(ours, bufsize)

    def _open_files(self, descriptors, bufsize):
        for name, fd, mode in zip(('stdin', 'stdout', 'stderr'), descriptors, 'wrr'):
            if fd == -1:
                continue
            if self.text_mode:
                line = bufsize == 1 and mode == 'w'
                file = open(fd, mode, -1 if bufsize in (0, 1) and not line else bufsize,
                            encoding=self.encoding, errors=self.errors)
            else:
                file = open(fd, mode + 'b', -1 if bufsize == 1 else bufsize)
            setattr(self, name, file)

    def _start(self, args, executable, shell, cwd, env, preexec_fn, close_fds, pass_fds,
               restore_signals, start_new_session, process_group, user, group, extra_groups,
               umask, streams):
        if _is_path(args):
            args = [args]
        else:
            args = list(args)  # CPython: 1759 _execute_child
        if shell:
            args = ['/bin/sh', '-c'] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]  # CPython: 1770 _execute_child
        user = _user_number(user, _user_named, 'User')
        group = _user_number(group, _group_named, 'Group')
        if extra_groups is not None:
            if isinstance(extra_groups, str):
                raise ValueError('Groups must be a list, not a string')
            extra_groups = [_user_number(item, _group_named, 'Group') for item in extra_groups]
        errors_in, errors_out = os.pipe()
        if errors_out < 3:   # the standard streams of the child come there
            low = [errors_out]
            while errors_out < 3:
                errors_out = os.dup(errors_out)
                low.append(errors_out)
            for fd in low[:-1]:
                os.close(fd)
        for fd in (errors_in, errors_out):
            os.set_inheritable(fd, False)
        try:
            try:
                keep = sorted(set(pass_fds) | {errors_out})
                variables = _environment(env)
                self.pid = fork_exec(
                    args, _programs(executable, env), close_fds, keep,
                    cwd, variables, *streams, errors_in, errors_out, restore_signals,
                    start_new_session, process_group, group, extra_groups, user, umask,
                    preexec_fn, _USE_VFORK)
                self._started = True
            finally:
                os.close(errors_out)
            report = b''
            while part := os.read(errors_in, 50000):
                report += part
        finally:
            os.close(errors_in)
        if report:
            self._raise_report(report, executable, cwd)  # CPython: -

    def _raise_report(self, report, executable, cwd):
        self.returncode = _exit_code(self.pid)
        kind, _, rest = report.partition(b':')
        number, _, note = rest.partition(b':')
        note = note.decode(errors='surrogatepass')
        if kind != b'OSError':
            raise SubprocessError(note)
        number = int(number, 16)
        if not number:
            raise SubprocessError(note)
        if note == 'noexec:chdir':
            executable = cwd
        elif note == 'noexec':
            executable = None
        raise OSError(number, os.strerror(number), executable)  # CPython: 1901 _execute_child

    def __repr__(self):
        args = list(self.args) if isinstance(self.args, tuple) else self.args
        text = '<%s: returncode: %s args: %r>' % (type(self).__name__, self.returncode, args)
        return text if len(text) <= 80 else text[:76] + '...>'

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __del__(self, _warn=still_running):
        if (self._started and self.returncode is None and _warn(self, self.pid)
                and self.poll() is None):
            _active.append(self)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for file in (self.stdout, self.stderr):
            if file:
                file.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type is not KeyboardInterrupt:
                self.wait()  # CPython: 1116

    # -- waiting --

    def poll(self):
        if self.returncode is None and self._started:
            try:
                ended, status = os.waitpid(self.pid, os.WNOHANG)
                if ended == self.pid:
                    self.returncode = os.waitstatus_to_exitcode(status)
            except ChildProcessError:
                self.returncode = 0
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is not None:
            return self.returncode
        if timeout is None:
            self.returncode = _exit_code(self.pid)
            return self.returncode
        end = time.monotonic() + timeout
        delay = 0.0005
        while self.poll() is None:
            remaining = end - time.monotonic()
            if remaining <= 0:
                raise TimeoutExpired(self.args, timeout)  # CPython: 1262, 1989 _wait
            delay = min(delay * 2, remaining, .05)
            time.sleep(delay)
        return self.returncode

    def send_signal(self, sig):
        self.poll()
        if self.returncode is not None:
            return
        try:
            os.kill(self.pid, sig)
        except ProcessLookupError:
            pass

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    # -- talking --

    def communicate(self, input=None, timeout=None):
        if self._received and input:
            raise ValueError('Cannot send input after starting communication')  # CPython: 1182
        if timeout is None and [self.stdin, self.stdout, self.stderr].count(None) >= 2:
            return self._communicate_one(input)
        end = None if timeout is None else time.monotonic() + timeout
        outputs = self._communicate(input, end, timeout)
        self.wait(None if end is None else max(end - time.monotonic(), 0))  # CPython: 1207, 2085 _communicate
        return outputs

    def _communicate_one(self, input):
        stdout = stderr = None
        if self.stdin:
            try:
                if input:
                    self.stdin.write(input)
                self.stdin.close()
            except BrokenPipeError:
                pass
        elif self.stdout:
            stdout = self.stdout.read()
            self.stdout.close()
        elif self.stderr:
            stderr = self.stderr.read()
            self.stderr.close()
        self.wait()
        return stdout, stderr

    def _communicate(self, input, end, timeout):
        if self._unsent is None:
            if input is not None and self.text_mode:
                input = input.encode(self.encoding or 'utf-8', self.errors or 'strict')
            self._unsent = memoryview(input) if input else b''  # CPython: 2039 _communicate
            if self.stdin:
                try:
                    self.stdin.flush()
                    if not input:
                        self.stdin.close()
                except BrokenPipeError:
                    pass
            for file in (self.stdout, self.stderr):
                if file:
                    self._received[file] = []
        poller = select.poll()
        files = {}
        if self.stdin and not self.stdin.closed and self._sent < len(self._unsent):
            poller.register(self.stdin, select.POLLOUT)
            files[self.stdin.fileno()] = self.stdin
        for file in self._received:
            if not file.closed:
                poller.register(file, select.POLLIN | select.POLLPRI)
                files[file.fileno()] = file
        while files:
            left = None if end is None else end - time.monotonic()
            if left is not None and left < 0:
                self._raise_timeout(timeout)
            ready = poller.poll(None if left is None else left * 1000)
            for fd, _ in ready:
                if self._exchange(fd, files[fd]):
                    poller.unregister(fd)
                    files.pop(fd).close()
        return tuple(self._decoded(file) if file else None for file in (self.stdout, self.stderr))

    def _exchange(self, fd, file):
        """Reads or writes what can be; True: this file is done."""
        if file is not self.stdin:
            data = os.read(fd, 32768)
            self._received[file].append(data)
            return not data
        try:
            self._sent += os.write(fd, self._unsent[self._sent:self._sent + select.PIPE_BUF])
        except BrokenPipeError:
            return True
        return self._sent >= len(self._unsent)

    def _raise_timeout(self, timeout):
        outputs = [b''.join(self._received[file]) if self._received.get(file) else None
                   for file in (self.stdout, self.stderr)]
        raise TimeoutExpired(self.args, timeout, output=outputs[0], stderr=outputs[1])

    def _decoded(self, file):
        data = b''.join(self._received[file])
        if not self.text_mode:
            return data
        text = data.decode(self.encoding or 'utf-8', self.errors or 'strict')
        return text.replace('\r\n', '\n').replace('\r', '\n')


def _exit_code(pid):
    try:
        _, status = os.waitpid(pid, 0)
    except ChildProcessError:
        return 0
    return os.waitstatus_to_exitcode(status)


# -- functions -------------------------------------------------------------------------------------------------------

def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:  # CPython: 389
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    returncode = call(*popenargs, **kwargs)
    if returncode:
        command = kwargs.get('args')
        raise CalledProcessError(returncode, popenargs[0] if command is None else command)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for name in ('stdout', 'check'):
        if name in kwargs:
            raise ValueError('%s argument not allowed, it will be overridden.' % name)  # CPython: 454
    if 'input' in kwargs and kwargs['input'] is None:
        text = kwargs.get('universal_newlines') or kwargs.get('text') or kwargs.get('encoding') \
            or kwargs.get('errors')
        kwargs['input'] = '' if text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout  # CPython: 466


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')  # CPython: 538
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')  # CPython: 543
        kwargs['stdout'] = kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:  # CPython: 548
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)  # CPython: 550
        except TimeoutExpired:
            process.kill()
            process.wait()  # CPython: 563
            raise
        except:
            process.kill()
            raise
        returncode = process.poll()
        if check and returncode:
            raise CalledProcessError(returncode, process.args, output=stdout, stderr=stderr)  # CPython: 571
    return CompletedProcess(process.args, returncode, stdout, stderr)


def _args_from_interpreter_flags():
    """The options that this interpreter was started with: a compiled program has none."""
    return []


def _optim_args_from_interpreter_flags():
    return []


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding,
                            errors=errors)
        status = 0
    except CalledProcessError as error:
        data = error.output
        status = error.returncode
    return status, data[:-1] if data[-1:] == '\n' else data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]  # CPython: 691
