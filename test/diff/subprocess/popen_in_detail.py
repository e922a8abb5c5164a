"""subprocess: every argument of Popen and run, CompletedProcess, errors' attributes and texts, pipes and text modes, timeouts, groups, environment, descriptors."""
# difftest: no-wasi (no processes)
import io
import os
import pickle
import re
import signal
import subprocess
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, re.sub(r'after [0-9.]+ seconds', 'after SOME seconds', str(error)))


PIPE, DEVNULL, STDOUT = subprocess.PIPE, subprocess.DEVNULL, subprocess.STDOUT
print(PIPE, STDOUT, DEVNULL, sorted(subprocess.__all__))
for args, kwargs in ((['echo', 'a b'], {'capture_output': True}), ('echo $((1+2)); exit 3', {'shell': True, 'capture_output': True, 'text': True}), (['sh', '-c', 'echo $0 $1', 'zero', 'one'], {'stdout': PIPE}), (['cat'], {'input': b'in', 'stdout': PIPE}), (['cat'], {'input': 'ïn', 'stdout': PIPE, 'encoding': 'utf-8'}),
                     (['sh', '-c', 'echo out; echo err >&2'], {'stdout': PIPE, 'stderr': STDOUT}), (['sh', '-c', 'echo out; echo err >&2'], {'stdout': DEVNULL, 'stderr': PIPE}), (['sh', '-c', 'kill -9 $$'], {}), ('exit 7', {'shell': True}), (['cat'], {'stdin': DEVNULL, 'stdout': PIPE}), (['pwd'], {'cwd': '/', 'stdout': PIPE, 'text': True}),
                     (['sh', '-c', 'echo $VAR'], {'env': {'VAR': 'value', 'PATH': os.environ['PATH']}, 'stdout': PIPE}), (['printf', 'a\\r\\nb\\n'], {'stdout': PIPE, 'universal_newlines': True}), (['printf', '\\303\\050'], {'stdout': PIPE, 'text': True, 'errors': 'replace'}), (['sh', '-c', 'umask'], {'umask': 0o27, 'stdout': PIPE}),
                     ('echo $0', {'shell': True, 'executable': '/bin/sh', 'stdout': PIPE}), (['faked', '-c', 'echo run'], {'executable': 'sh', 'stdout': PIPE}), ([b'echo', b'bytes'], {'stdout': PIPE}), ('echo', {'stdout': PIPE}), (('echo', 'tuple'), {'stdout': PIPE})):
    print(subprocess.run(args, **kwargs))
done = subprocess.run('exit 5', shell=True)
attempt('check', done.check_returncode)
for code in (1, -9, -99, 300):
    error = subprocess.CalledProcessError(code, ['cmd', 'x'], b'out', b'err')
    print(str(error), error.returncode, error.cmd, error.output, error.stdout, error.stderr, repr(error), pickle.loads(pickle.dumps(error)).cmd)
error = subprocess.TimeoutExpired('cmd', 1.5, b'part')
print(str(error), repr(error), error.timeout, error.stdout, error.stderr)
error.stdout = 'new'
print(error.output, subprocess.SubprocessError.__mro__[1])
print(repr(subprocess.CompletedProcess(['a'], 0)), repr(subprocess.CompletedProcess('a', 1, b'o', 'e')), subprocess.CompletedProcess[str])

attempt('missing', subprocess.run, ['no-such-program'])
attempt('missing path', subprocess.run, ['./none', 'x'])
attempt('missing shell', subprocess.run, 'x', shell=True, executable='/no/shell')
attempt('missing cwd', subprocess.run, ['echo'], cwd='no/folder')
attempt('not executable', subprocess.run, ['/etc/passwd'])
attempt('folder', subprocess.run, ['/'])
attempt('empty', subprocess.run, [])
attempt('none', subprocess.run, None)
attempt('number', subprocess.run, [5])
attempt('null', subprocess.run, ['a\0b'])
attempt('check', subprocess.run, ['false'], check=True)
attempt('check', subprocess.run, 'kill -15 $$', shell=True, check=True)
attempt('timeout', subprocess.run, ['sleep', '5'], timeout=0.05)
attempt('timeout', subprocess.run, 'echo early; exec sleep 5', shell=True, timeout=0.3, capture_output=True)
attempt('both', subprocess.run, ['x'], capture_output=True, stdout=PIPE)
attempt('both', subprocess.run, ['x'], input='', stdin=PIPE)
attempt('both', subprocess.run, ['echo'], text=True, universal_newlines=False)
attempt('input', subprocess.run, ['cat'], input='text')
attempt('input', subprocess.run, ['cat'], input=b'bytes', text=True)
attempt('bufsize', subprocess.Popen, ['true'], bufsize='x')
attempt('unknown', subprocess.Popen, ['true'], unknown=1)
attempt('env', subprocess.run, ['true'], env={'a=b': 'c'})
attempt('env', subprocess.run, ['true'], env={'a': 5})
attempt('env', subprocess.run, ['true'], env=5)
attempt('stdout', subprocess.run, ['true'], stdout='name')
attempt('stdout', subprocess.run, ['true'], stdout=-99)
attempt('umask', subprocess.run, ['true'], umask='x')
attempt('group', subprocess.run, ['true'], process_group='x')
attempt('user', subprocess.run, ['true'], user='no such user')
attempt('user', subprocess.run, ['true'], user=-5)
attempt('group', subprocess.run, ['true'], group='no such group')
attempt('groups', subprocess.run, ['true'], extra_groups='x')
attempt('pass', lambda: subprocess.run(['sh', '-c', 'echo to 7 >&9'], pass_fds=[2**31]).returncode)
attempt('preexec', subprocess.run, ['true'], preexec_fn=5)

with subprocess.Popen(['sh', '-c', 'read x; echo got $x; read y || echo end; exit 4'], stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as child:
    print(child.args[0], child.pid > 0, child.returncode, child.poll(), repr(child), child.stdin.write('line\n'), child.stdout.readline(), child.stdin.close(), child.stdout.read(), child.wait(), child.returncode, child.poll(), repr(child), child.universal_newlines, child.text_mode if hasattr(child, 'text_mode') else '')
print(child.stdout.closed, child.wait(timeout=1), child.send_signal(15), child.kill(), child.terminate(), child.communicate() if False else '')
child = subprocess.Popen(['sleep', '10'])
attempt('wait', child.wait, timeout=0.01)
attempt('communicate', child.communicate, timeout=0.01)
child.send_signal(signal.SIGTERM)
print(child.wait(), repr(child))
child = subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE, stderr=PIPE)
print(child.communicate(b'x' * 200000)[0] == b'x' * 200000, child.returncode)
attempt('again', child.communicate, b'y')
child = subprocess.Popen(['cat'], stdin=PIPE, stdout=PIPE)
child.stdin.write(b'first ')
child.stdin.flush()
attempt('partly', child.communicate, timeout=0.01)
print(child.communicate())
first = subprocess.Popen(['echo', 'through'], stdout=PIPE)
second = subprocess.Popen(['tr', 'a-z', 'A-Z'], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate()[0], first.wait())
read, write = os.pipe()
print(subprocess.run(['sh', '-c', f'echo passed >&{write}'], pass_fds=(write,)).returncode, os.read(read, 20), subprocess.run(['sh', '-c', f'echo closed 2>/dev/null >&{write}'], stderr=DEVNULL).returncode != 0)
with open('out', 'w') as out:
    print(subprocess.call(['echo', 'to file'], stdout=out), subprocess.call(['sh', '-c', 'echo by number'], stdout=out.fileno()))
print(open('out').read(), subprocess.check_call(['true']), subprocess.check_output(['echo', 'checked']), subprocess.check_output('cat', input=b'given', shell=True), subprocess.getoutput('echo a; echo b >&2; exit 3'), subprocess.getstatusoutput('printf "x\\n\\n"; exit 3'), subprocess.getstatusoutput('kill -9 $$')[0])
attempt('check_call', subprocess.check_call, 'exit 9', shell=True)
attempt('check_output', subprocess.check_output, ['sh', '-c', 'echo part; exit 2'])
attempt('check_output', subprocess.check_output, ['true'], stdout=PIPE)
attempt('check_output', subprocess.check_output, ['true'], input=None, stdin=PIPE)
print(subprocess.run(['sh', '-c', 'ps -o pgid= -p $$ > /dev/null; echo ok'], start_new_session=True, stdout=PIPE).stdout, subprocess.run(['true'], process_group=0).returncode, subprocess.run(['true'], restore_signals=False, close_fds=False).returncode)
print(subprocess.run(['sh', '-c', 'echo $PRE'], preexec_fn=lambda: os.putenv('PRE', 'set') or os.environ.update(PRE='x'), stdout=PIPE).returncode, subprocess.list2cmdline(['a b', 'c"d', 'e\\', '', 'f\\"g h']))
os.close(read)
os.close(write)
