# configparser: interpolations, converters, options of the constructor, errors with their texts, proxies of sections.
import configparser
import io

base = '''
[DEFAULT]
home = /srv
level: 3
[paths]
data = %(home)s/data
deep = %(data)s/deep
percent = 100%%
multi = one
  two

  three
[empty]
flag
[other]
yes = Yes
off = OFF
pi = 3.14
'''
p = configparser.ConfigParser(allow_no_value=True)
p.read_string(base)
print(p.sections(), p.defaults(), p['paths']['deep'], p.get('paths', 'data', raw=True), p['paths']['percent'])
print(repr(p['paths']['multi']), p['empty']['flag'], p.has_option('empty', 'home'), 'flag' in p['empty'], 'paths' in p)
print(p.getboolean('other', 'yes'), p['other'].getboolean('off'), p.getfloat('other', 'pi'), p.getint('other', 'level'),
      p.get('other', 'nope', fallback='fb'), p['other'].get('nope'), p['other'].getint('nope', 7), p.get('other', 'pi', vars={'pi': 'x'}))
print(list(p['other']), p.items('other'), dict(p['empty']), len(p), len(p['other']), list(p))
for action in (lambda: p.get('none', 'x'), lambda: p.get('other', 'x'), lambda: p['none'], lambda: p['other']['x'],
               lambda: p.getboolean('other', 'pi'), lambda: p.getint('other', 'pi'), lambda: p.add_section('other'),
               lambda: p.add_section('DEFAULT'), lambda: p.set('none', 'a', 'b'), lambda: p.set('other', 'a', 5),
               lambda: p.set('other', 'bad', '50%'), lambda: p.add_section(3), lambda: p.remove_section('none'),
               lambda: p.options('none'), lambda: p.read_dict({'other': {'X': 1}, 'new': {'a': None}}), lambda: p.items('none')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for text in ('no header\n', '[a]\n[a]\n', '[a]\nx=1\nx=2\n', '[a]\n=1\n', '[a]\nkey\n', '[a\n', '[a]\nx=%(y)s\n[b]', '[a]\nx=%(x)s\n',
             '[a]\nx=%y\n', '[a]\nx=%(y\n', '[]\n', '[a]\n  x=1\n y=2\n'):
    q = configparser.ConfigParser()
    try:
        q.read_string(text, source='<text>')
        print(repr(q.get('a', 'x')))
    except configparser.Error as error:
        print(type(error).__name__, str(error).replace('\n', ' | '))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_string('[a]\nx=1\ny=${x}${b:z}\nm=$$\n[b]\nz=${a:x}0\nw=${nope}\nv=${a:b:c}\nu=$q\n')
print(e['a']['y'], e['a']['m'], e['b']['z'])
for name in 'wvu':
    try:
        e['b'][name]
    except configparser.Error as error:
        print(type(error).__name__, str(error).replace('\n', ' | '))
r = configparser.RawConfigParser(delimiters=(':',), comment_prefixes=('#',), inline_comment_prefixes=(';',), strict=False,
                                 empty_lines_in_values=False, default_section='common', converters={'list': str.split})
r.optionxform = str
r.read_string('[common]\nA: 1 ; note\n[s]\nKey: x=y\nKey: a b\n# no\n[s]\nk: %(z)s\n')
print(r.items('s'), r.getlist('s', 'Key'), r['s'].getlist('Key'), r.default_section)
out = io.StringIO()
p.remove_option('other', 'pi')
p['other']['new'] = 'a\nb'
p.write(out, space_around_delimiters=False)
print(out.getvalue())
p.clear()
print(p.sections(), p.defaults(), repr(e['a']), p.popitem() if p.sections() else 'empty')
