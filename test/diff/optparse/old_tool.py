"""A tool written before argparse: optparse with groups, callbacks, types of its own, conflicts, help, version, and its errors."""
import optparse
import re
import sys
from copy import copy


def attempt(label, function, *args, **kwargs):
    sys.stderr = sys.stdout
    try:
        print(label, re.sub(' at 0x[0-9a-f]+', '', repr(function(*args, **kwargs))))
    except SystemExit as error:
        print(label, 'exit', error.code)
    except Exception as error:
        print(label, type(error).__name__, error)
    finally:
        sys.stderr = sys.__stderr__


def check_pair(option, opt, value):
    key, mark, rest = value.partition('=')
    if not mark:
        raise optparse.OptionValueError(f'option {opt}: {value!r} is no pair')
    return key, rest


class PairOption(optparse.Option):
    TYPES = optparse.Option.TYPES + ('pair',)
    TYPE_CHECKER = copy(optparse.Option.TYPE_CHECKER)
    TYPE_CHECKER['pair'] = check_pair
    ACTIONS = optparse.Option.ACTIONS + ('extend',)
    STORE_ACTIONS = optparse.Option.STORE_ACTIONS + ('extend',)
    TYPED_ACTIONS = optparse.Option.TYPED_ACTIONS + ('extend',)

    def take_action(self, action, dest, opt, value, values, parser):
        if action == 'extend':
            values.ensure_value(dest, []).extend(value.split(','))
        else:
            super().take_action(action, dest, opt, value, values, parser)


def vararg(option, opt, value, parser, *extra, **named):
    taken = []
    while parser.rargs and not parser.rargs[0].startswith('-'):
        taken.append(parser.rargs.pop(0))
    setattr(parser.values, option.dest, (opt, taken, extra, named))


parser = optparse.OptionParser(usage='usage: %prog [options] FILE...', version='%prog 2.1', prog='tool', description='Does what tools do. ' * 5, epilog='Written long ago.', option_class=PairOption)
parser.add_option('-v', '--verbose', action='count', default=0, help='say more')
parser.add_option('-q', '--quiet', action='store_false', dest='loud', default=True, help='say nothing [default: %default]')
parser.add_option('-n', '--number', type='int', metavar='N', default=5, help='how many [default: %default]')
parser.add_option('-f', type='float', dest='factor')
parser.add_option('--long', type='long')
parser.add_option('--complex', type='complex')
parser.add_option('-c', '--choice', type='choice', choices=['one', 'two'], help='one of two')
parser.add_option('-p', '--pair', type='pair', action='append', dest='pairs')
parser.add_option('-e', '--extend', action='extend', dest='many', type='string')
parser.add_option('--point', nargs=2, type='int')
parser.add_option('--const', action='store_const', const='C')
parser.add_option('--add', action='append_const', const='A', dest='added')
parser.add_option('--all', action='callback', callback=vararg, callback_args=(1,), callback_kwargs={'k': 2}, dest='all')
parser.add_option('--secret', help=optparse.SUPPRESS_HELP)
group = optparse.OptionGroup(parser, 'Dangerous', 'Think before.')
group.add_option('--force', action='store_true', help='do it ' + 'really ' * 10)
parser.add_option_group(group)
for line in ('', '-vv a b', '--num 0x1F -f 2.5 x', '-n7 -qv', '--number=8 --verb', '-c two -p a=b -pc=d', '-e a,b -e c', '--point 1 2 x', '--const --add --add', '--all 1 2 -v', '-- -v', 'x -v y', '--long 0b101 --complex 1+2j', '--no', '-z', '-n x', '-n', '-c three', '-p x', '--point 1', '--quiet=1', '--verb=3', '--fo', '--c one', '--version', '-f q', '--complex q', '-'):
    attempt(line, parser.parse_args, line.split())
for line in ('--help', '-h'):
    attempt(line, parser.parse_args, line.split())
print(parser.format_option_help(optparse.TitledHelpFormatter()), parser.get_usage(), parser.get_version(), parser.get_prog_name(), parser.has_option('-n'), parser.get_option('--number').dest, parser.get_option_group('--force').title, parser.remove_option('--secret'), parser.has_option('--secret'))
parser.disable_interspersed_args()
parser.set_defaults(number=9, other='x')
options, rest = parser.parse_args(['-v', 'x', '-n', '1'])
print(options, rest, options.ensure_value('other', 5), options.ensure_value('new', 6), vars(options)['number'], options == vars(options), options.read_file if hasattr(options, 'x') else '')
attempt('error', parser.error, 'own words')
attempt('exit', parser.exit, 3, 'bye\n')
for label, call in {'conflict': lambda: parser.add_option('-n'), 'no dash': lambda: parser.add_option('x'), 'short long': lambda: parser.add_option('-xy'), 'action': lambda: parser.add_option('-x', action='nope'), 'type': lambda: parser.add_option('-x', type='nope'), 'choices': lambda: parser.add_option('-x', type='choice'), 'choices type': lambda: parser.add_option('-x', choices=['a']), 'callback': lambda: parser.add_option('-x', action='callback', callback=5), 'const': lambda: parser.add_option('-x', action='store', const=5), 'nargs': lambda: parser.add_option('-x', action='store_true', nargs=2), 'keyword': lambda: parser.add_option('-x', nope=1), 'nothing': lambda: parser.add_option(), 'remove': lambda: parser.remove_option('--none'), 'group': lambda: parser.add_option_group(optparse.OptionGroup(optparse.OptionParser(), 'x')), 'handler': lambda: optparse.OptionParser(conflict_handler='x'), 'ambiguous': lambda: str(optparse.AmbiguousOptionError('--a', ['--ab', '--ac'])), 'bad': lambda: str(optparse.BadOptionError('-z')), 'option error': lambda: str(optparse.OptionError('why', parser.get_option('-n')))}.items():
    attempt(label, call)
resolve = optparse.OptionParser(conflict_handler='resolve', add_help_option=False, usage=optparse.SUPPRESS_USAGE)
resolve.add_option('-n', '--noisy')
resolve.add_option('-n', '--dry-run')
print(resolve.format_help(), resolve.get_usage() == '', [str(option) for option in resolve.option_list])
