# A program's settings from several layers of files: defaults, site, user, command line; references across sections,
# converters, checks with messages, and writing back what was changed.
import configparser
import io
import sys

DEFAULTS = '''
[DEFAULT]
root = /srv/app
name = app
[server]
host = 0.0.0.0
port = 8000
workers = 4
debug = off
timeout = 2.5
[paths]
data = ${DEFAULT:root}/data
logs = ${root}/log/${name}
socket = ${logs}/${server:port}.sock
[features]
enabled = search, export,
    import
'''
SITE = '''
# site-wide
[server]
port: 9090
debug: yes
[paths]
cache = /var/cache/$${literal}
[limits]
memory = 64M
files = 1k
'''
USER = '''
[DEFAULT]
name = mine
[features]
enabled =
    search
    # a comment within the value's lines
    beta
[limits]
memory = 1G
'''


def size(text):
    factor = {'k': 1 << 10, 'm': 1 << 20, 'g': 1 << 30}.get(text[-1].lower())
    return int(text[:-1]) * factor if factor else int(text)


def words(text):
    return [word.strip() for line in text.splitlines() for word in line.split(',') if word.strip()]


def load(*layers):
    config = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), converters={'size': size, 'words': words})
    for name, text in layers:
        config.read_string(text, source=name)
    return config


config = load(('defaults', DEFAULTS), ('site', SITE), ('user', USER))
for section in config.sections():
    print(f'[{section}]')
    for key, value in config[section].items():
        print(f'  {key} = {value!r}')
server = config['server']
print(server.getint('port') + 1, server.getboolean('debug'), server.getfloat('timeout'), config.getsize('limits', 'memory'), config['limits'].getsize('files'), config['limits'].getsize('absent', fallback=-1), config['features'].getwords('enabled'), config.getwords('features', 'none', fallback=None))

for setting in ('server.port=70000', 'server.workers=many', 'server.new = x=y', 'nosection.key=1', 'bad', 'paths.data=${server:none}', 'paths.data=${a:b:c}', 'paths.data=${unclosed', 'paths.data=$x'):
    try:
        place, separator, value = setting.partition('=')
        if not separator:
            raise ValueError(f'no "=" in {setting!r}')
        section, _, key = place.strip().partition('.')
        config.set(section, key, value.strip())
        print(setting, '->', config.get(section, key))
    except (configparser.Error, ValueError) as error:
        print(setting, '->', type(error).__name__, str(error).replace('\n', ' / '))
        if config.has_section(section):
            config.remove_option(section, key)
config['paths'].pop('data', None)


def check(config):
    rules = [('server', 'port', config.getint, lambda port: 0 < port < 65536), ('server', 'workers', config.getint, lambda count: count > 0), ('server', 'debug', config.getboolean, lambda value: True), ('paths', 'data', config.get, lambda path: path.startswith('/')), ('database', 'url', config.get, bool)]
    for section, key, get, test in rules:
        try:
            value = get(section, key)
            if not test(value):
                yield f'{section}.{key}: {value!r} is out of range'
        except configparser.NoSectionError as error:
            yield f'missing section {error.section}: {error}'
        except configparser.NoOptionError as error:
            yield f'missing option {error.option} in {error.section}: {error}'
        except ValueError as error:
            yield f'{section}.{key}: {error}'


print(*check(config), sep='\n')
config.remove_option('server', 'workers')
config['server'].update(workers='8', port='443')
config['database'] = {'url': 'sqlite://${paths:cache}/db', 'Pool Size': 5}
print(*check(config), sep='\n')
out = io.StringIO()
config.write(out)
print(out.getvalue())
config.write(sys.stdout, space_around_delimiters=False)
again = load(('written', out.getvalue()))
print(again == config, {section: dict(again.items(section, raw=True)) for section in again} == {section: dict(config.items(section, raw=True)) for section in config})
