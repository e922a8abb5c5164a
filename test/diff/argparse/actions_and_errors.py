# argparse: every action, nargs, types, groups, subparsers, help texts, errors, Namespace, parents, prefixes, files of arguments.
import argparse
import os
import sys

os.environ['COLUMNS'] = '80'


def show(parser, *lines):
    for line in lines:
        try:
            print(line, '->', parser.parse_args(line.split()))
        except SystemExit as stop:
            print(line, '-> exit', stop.code)
        except argparse.ArgumentError as error:
            print(line, '-> error', error)


sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog='tool', description='What it does.', epilog='The end.', exit_on_error=True)
p.add_argument('src', help='the source of %(prog)s')
p.add_argument('rest', nargs='*', type=int, metavar='N')
p.add_argument('-v', '--verbose', action='count', default=0, help='more (default: %(default)s)')
p.add_argument('--flag', action=argparse.BooleanOptionalAction, default=True, help='on or off')
p.add_argument('-l', '--list', action='append', choices=['a', 'b'])
p.add_argument('-e', action='extend', nargs='+', type=float)
p.add_argument('-c', action='store_const', const=42)
p.add_argument('-x', dest='many', action='append_const', const='X')
p.add_argument('-o', '--opt', nargs='?', const='bare', default='none')
p.add_argument('--pair', nargs=2, metavar=('A', 'B'))
p.add_argument('--version', action='version', version='%(prog)s 1.0')
p.add_argument('--hidden', help=argparse.SUPPRESS)
print(p.format_help(), p.format_usage())
show(p, 'a', 'a 1 2 -vvv --no-flag -l a -l b', 's -e 1 2.5 -e 3 -c -x -x', 's -o', 's -o val --pair 1 2', 's --opt=x', 's --verb --ver', '--version', '', 's x', 's -l z', 's --pair 1', 's --nope', 's -e', 's --opt= 5', 's -- -5', '-h')
g = argparse.ArgumentParser(prog='g', allow_abbrev=False, add_help=False, argument_default=argparse.SUPPRESS, prefix_chars='-+', fromfile_prefix_chars='@')
group = g.add_argument_group('things', 'about things')
group.add_argument('+p', type=int)
group.add_argument('--long-name')
ex = g.add_mutually_exclusive_group(required=True)
ex.add_argument('--one', action='store_true')
ex.add_argument('--two', action='store_false')
print(g.format_help())
with open('args.txt', 'w') as f:
    f.write('--one\n+p\n7\n')
show(g, '--one', '--one --two', '+p 3', '+p x --one', '--long x --one', '@args.txt', '@missing.txt', '--one +p')
s = argparse.ArgumentParser(prog='s')
s.set_defaults(top=1)
subs = s.add_subparsers(title='commands', dest='cmd', required=True, metavar='CMD', help='one of')
add = subs.add_parser('add', aliases=['a'], help='adds')
add.add_argument('n', type=int)
add.set_defaults(func='add')
rm = subs.add_parser('rm', description='removes', prefix_chars='+')
rm.add_argument('++all', action='store_true')
print(s.format_help(), add.format_help())
show(s, 'add 5', 'a 6', 'rm ++all', '', 'nope', 'add', 'add x', 'add 1 2')
print(s.parse_known_args(['add', '1', '--extra', 'y']), s.get_default('top'), p.parse_known_args(['s', '--zzz'])[1])


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (values.upper(), option_string))


def even(text):
    n = int(text)
    if n % 2:
        raise argparse.ArgumentTypeError(f'{n} is odd')
    return n


parent = argparse.ArgumentParser(add_help=False)
parent.add_argument('--even', type=even)
q = argparse.ArgumentParser(prog='q', parents=[parent], formatter_class=argparse.ArgumentDefaultsHelpFormatter, exit_on_error=False)
q.add_argument('-u', action=Upper, default='d', help='upper')
q.add_argument('--num', type=int, default='5', help='a number')
q.add_argument('tail', nargs=argparse.REMAINDER)
print(q.format_help())
show(q, '-u abc --even 4', '--even 3', '--even x', '--num 1 x -u y', '--num z')
n = argparse.Namespace(a=1, **{'b c': 2})
print(n, n == argparse.Namespace(**{'a': 1, 'b c': 2}), 'a' in n, vars(n), p.parse_args(['x'], namespace=argparse.Namespace(old=1)).old)
raw = argparse.ArgumentParser(prog='raw', description='line one\n  line two', formatter_class=argparse.RawDescriptionHelpFormatter, usage='%(prog)s [x]')
raw.add_argument('--long-option-name-here', metavar='VALUE', help='help text that is long enough to be wrapped over more than one line of the terminal')
print(raw.format_help(), repr(raw), raw.parse_intermixed_args([]))
for call in (lambda: p.add_argument('-v'), lambda: p.add_argument('--a', action='nope'), lambda: p.add_argument('x', required=True), lambda: p.add_argument('y', nargs=0), lambda: p.add_argument('-', '--q', 'z'), lambda: p.add_argument('--t', type='int'), lambda: s.add_subparsers(), lambda: p.add_argument('--p2', nargs=2, metavar=('A',)), lambda: p.add_argument(), lambda: p.error('custom'), lambda: p.exit(3, 'bye\n'), lambda: p.add_argument('--b', action=argparse.BooleanOptionalAction, nope=1)):
    try:
        print(call())
    except SystemExit as stop:
        print('exit', stop.code)
    except Exception as error:
        print(type(error).__name__, error)
