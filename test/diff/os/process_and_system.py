"""What os says of the process and the system: identities, limits, names of settings, exit statuses, fork and wait."""
# difftest: no-wasi (processes and users are not there)
import os
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


print(os.name, os.sep, os.altsep, os.extsep, os.pathsep, repr(os.linesep), os.devnull, os.curdir, os.pardir, os.defpath)
print(os.uname().sysname, os.uname().__match_args__, type(os.uname()).__name__, os.uname()[0] == os.uname().sysname)
print(os.getpid() > 1, os.getppid() > 0, os.getuid() == os.geteuid(), os.getgid() == os.getegid(), len(os.getresuid()), len(os.getresgid()), os.getpgid(0) == os.getpgrp(), os.getsid(0) > 0)
print(isinstance(os.getgroups(), list), os.cpu_count() > 0, len(os.sched_getaffinity(0)) > 0, len(os.getloadavg()), os.getpriority(os.PRIO_PROCESS, 0) >= -20)
old = os.umask(0o027)
print(oct(os.umask(old)), os.sysconf('SC_PAGE_SIZE') % 4096, os.sysconf_names['SC_OPEN_MAX'] == 4, os.pathconf('/', 'PC_NAME_MAX'), os.confstr('CS_PATH'), len(os.times()), os.times().__match_args__)
print(type(os.times()).__name__, len(os.urandom(8)), os.urandom(0), len(os.getrandom(4)))
for label, call in {'sysconf': lambda: os.sysconf('SC_NOTHING'), 'sysconf type': lambda: os.sysconf(2.5), 'pathconf': lambda: os.pathconf('nowhere', 'PC_NAME_MAX'), 'confstr': lambda: os.confstr('x'),
                    'getpgid': lambda: os.getpgid(99999999), 'kill': lambda: os.kill(99999999, 0), 'kill type': lambda: os.kill('x', 0), 'setuid': lambda: os.setuid('root'), 'urandom': lambda: os.urandom(-1),
                    'urandom type': lambda: os.urandom('x'), 'nice': lambda: os.nice('x'), 'chroot': lambda: os.chroot('nowhere'), 'execv': lambda: os.execv('nowhere', ['x']), 'execv empty': lambda: os.execv('nowhere', []),
                    'execv name': lambda: os.execv('nowhere', ['']), 'execv args': lambda: os.execv('nowhere', 'x'), 'execve': lambda: os.execve('nowhere', ['a'], {'a=b': 'c'}), 'execvp': lambda: os.execvp('no-such-command', ['x']),
                    'waitpid': lambda: os.waitpid(-1, 0), 'spawnv': lambda: os.spawnv(os.P_WAIT, 'nowhere', ['x']), 'spawn args': lambda: os.spawnv(os.P_WAIT, 'nowhere', []), 'ttyname': lambda: os.ttyname(0) and None if os.isatty(0) else os.ttyname(999)}.items():
    attempt(label, call)
sys.stdout.flush()


def child(action):
    """Runs `action` in a child and answers how it ended."""
    pid = os.fork()
    if pid == 0:
        action()
        os._exit(99)
    return os.waitpid(pid, 0)[1]


def ended(status):
    return os.WIFEXITED(status), os.WIFSIGNALED(status), os.WEXITSTATUS(status), os.WTERMSIG(status), os.WCOREDUMP(status), os.WIFSTOPPED(status), os.waitstatus_to_exitcode(status)


print(ended(child(lambda: os._exit(3))), ended(child(lambda: os.kill(os.getpid(), 15))), ended(child(lambda: None)))
print(ended(child(lambda: os.execv('/bin/sh', ['sh', '-c', 'exit 7']))), ended(child(lambda: os.execve('/bin/sh', ['sh', '-c', 'exit $CODE'], {'CODE': '9'}))), ended(child(lambda: os.execlp('sh', 'sh', '-c', 'exit 5'))))
attempt('exitcode', os.waitstatus_to_exitcode, 'x')
attempt('exitcode', os.waitstatus_to_exitcode, 0x7f)
reading, writing = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(reading)
    os.write(writing, b'from the child')
    os._exit(0)
os.close(writing)
print(os.read(reading, 100), os.waitpid(pid, 0)[1], os.read(reading, 1))
print(os.system('exit 4') >> 8, os.waitstatus_to_exitcode(os.system('exit 4')), os.popen('echo text').read(), os.popen('exit 3').close(), os.popen('true').close())
with os.popen('cat > piped', 'w') as out:
    out.write('into it')
print(open('piped').read())
attempt('popen', os.popen, 'x', 'q')
attempt('popen', os.popen, 5)
print(os.spawnlp(os.P_WAIT, 'sh', 'sh', '-c', 'exit 6'), os.waitpid(os.spawnl(os.P_NOWAIT, '/bin/sh', 'sh', '-c', 'exit 8'), 0)[1] >> 8)
print(os.waitpid(os.posix_spawn('/bin/sh', ['sh', '-c', 'exit 2'], {}), 0)[1] >> 8, os.waitid(os.P_PID, os.posix_spawnp('true', ['true'], os.environ), os.WEXITED).si_status)
attempt('posix_spawn', os.posix_spawn, 'nowhere', ['x'], {})
attempt('getlogin', lambda: isinstance(os.get_exec_path(), list))
print(os.get_exec_path({'PATH': 'a:b'}), os.get_exec_path({}), os.terminal_size((3, 4)), os.terminal_size((3, 4)).columns)
attempt('terminal', os.get_terminal_size, 999)
attempt('terminal_size', os.terminal_size, (3,))
