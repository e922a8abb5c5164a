"""Help in every formatter, wrapped usage, groups, suppressed things, abbreviations, intermixed arguments, misuse of the module."""
import argparse
import sys


def attempt(label, function, *args, **kwargs):
    sys.stderr = sys.stdout
    try:
        print(label, repr(function(*args, **kwargs)))
    except SystemExit as error:
        print(label, 'exit', error.code)
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])
    finally:
        sys.stderr = sys.__stderr__


TEXT = 'First line of a longer\n  text that has its own ends of lines.\n\nAnd another paragraph, which is long enough to be wrapped when it is filled by the formatter.'
for formatter in (argparse.HelpFormatter, argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter, argparse.MetavarTypeHelpFormatter):
    parser = argparse.ArgumentParser(prog='prog', description=TEXT, epilog=TEXT, formatter_class=formatter)
    parser.add_argument('first', type=int, help='a position\nwith two lines')
    parser.add_argument('rest', type=str, nargs='*', default=['x'], help='more of them')
    parser.add_argument('-o', '--option-with-a-long-name', type=float, default=2.5, help='an option')
    parser.add_argument('--flag', action='store_true', help='a flag')
    parser.add_argument('--hidden', type=int, help=argparse.SUPPRESS)
    group = parser.add_argument_group('a group', 'described here')
    group.add_argument('--in-group', type=int, choices=[1, 2, 3], help='one of %(choices)s, for %(prog)s')
    parser.print_help()
    print('-' * 20)
parser = argparse.ArgumentParser(prog='wide', usage='%(prog)s [anything]')
parser.print_usage()
wide = argparse.ArgumentParser(prog='a-rather-long-program-name')
for number in range(12):
    wide.add_argument(f'--option-number-{number}', metavar=f'VALUE_{number}')
wide.add_argument('positional', nargs=argparse.REMAINDER)
either = wide.add_mutually_exclusive_group(required=True)
either.add_argument('--left', action='store_const', const='L', dest='side')
either.add_argument('--right', action='store_const', const='R', dest='side')
wide.print_usage()
attempt('none', wide.parse_args, [])
attempt('both', wide.parse_args, ['--left', '--right'])
attempt('rest', lambda: vars(wide.parse_args(['--left', 'cmd', '--right', '-x']))['positional'])

parser = argparse.ArgumentParser(prog='p', allow_abbrev=False, exit_on_error=False, argument_default=argparse.SUPPRESS, conflict_handler='resolve')
parser.add_argument('--verbose', action='append_const', const=1)
parser.add_argument('--level', type=int)
parser.add_argument('--level', type=float, help='replaces the other')
parser.add_argument('-x', action='extend', nargs='+')
for line in ([], ['--level', '2'], ['--verb'], ['--verbose', '--verbose'], ['-x', 'a', 'b', '-x', 'c'], ['--level', 'q'], ['-xa']):
    attempt(line, parser.parse_args, line)
mixed = argparse.ArgumentParser(prog='m')
mixed.add_argument('--foo')
mixed.add_argument('cmd')
mixed.add_argument('rest', nargs='*', type=int)
attempt('intermixed', mixed.parse_intermixed_args, 'doit 1 --foo bar 2 3'.split())
attempt('plain', mixed.parse_args, 'doit 1 --foo bar 2 3'.split())
attempt('known', mixed.parse_known_intermixed_args, 'doit 1 --nope 2 --foo=b'.split())
numbers = argparse.ArgumentParser(prog='n')
numbers.add_argument('-1', dest='one', action='store_true')
numbers.add_argument('values', nargs='*')
attempt('digit option', numbers.parse_args, ['-1', '-2'])
negative = argparse.ArgumentParser(prog='n')
negative.add_argument('values', nargs='*', type=int)
attempt('negative', negative.parse_args, ['-1', '-2'])
attempt('negative', negative.parse_args, ['--', '-x'])

p = argparse.ArgumentParser(prog='misuse')
for label, call in {'no flag': lambda: p.add_argument('--x', action='nothing'), 'positional dest': lambda: p.add_argument('a', dest='b'), 'mixed': lambda: p.add_argument('a', '-b'), 'required': lambda: p.add_argument('a', required=True), 'nargs 0': lambda: p.add_argument('--n', nargs=0),
                    'type': lambda: p.add_argument('--t', type='int'), 'const': lambda: p.add_argument('--c', action='store_true', const=5), 'twice': lambda: (p.add_argument('--d'), p.add_argument('--d')), 'metavar': lambda: p.add_argument('--m', nargs=2, metavar=('A', 'B', 'C')), 'two subs': lambda: (p.add_subparsers(), p.add_subparsers()),
                    'group required': lambda: p.add_mutually_exclusive_group().add_argument('pos'), 'dash': lambda: p.add_argument('--'), 'bad nargs': lambda: p.add_argument('--bad', nargs='x') and p.format_help(), 'sub alone': lambda: argparse.ArgumentParser(prog='s').parse_args(5),
                    'namespace': lambda: argparse.Namespace(a=1, b='x', **{'odd name': 2}), 'equal': lambda: (argparse.Namespace(a=1) == argparse.Namespace(a=1), 'a' in argparse.Namespace(a=1), argparse.Namespace(a=1) == 5), 'error': lambda: p.error('own words'), 'exit': lambda: p.exit(4, 'bye\n')}.items():
    attempt(label, call)
for error in (argparse.ArgumentError(None, 'no argument'), argparse.ArgumentError(p._actions[0], 'of help'), argparse.ArgumentTypeError('type')):
    print(type(error).__name__, error)
print(argparse.FileType('w')('-') is sys.stdout, repr(argparse.FileType('r', encoding='utf-8')), repr(argparse.FileType()))
attempt('file', argparse.FileType(), 'no-such-file')
print(p.get_default('d'), p.set_defaults(d='new'), p.get_default('d'), repr(p._actions[0]), p)
