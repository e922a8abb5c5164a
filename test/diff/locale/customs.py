"""locale over the C library: settings asked and set, customs for numbers and money, order of texts, names of days, messages, errors."""
# difftest: no-wasi (there the module has no C library behind it)
import locale


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


NAMES = ['LC_ALL', 'LC_COLLATE', 'LC_CTYPE', 'LC_MESSAGES', 'LC_MONETARY', 'LC_NUMERIC', 'LC_TIME']
for name in NAMES[1:]:
    print(name, getattr(locale, name), locale.setlocale(getattr(locale, name)) if name != 'LC_CTYPE' else '')
print(locale.setlocale(locale.LC_ALL, 'C'), locale.setlocale(locale.LC_ALL), locale.getlocale(), locale.getlocale(locale.LC_TIME), locale.localeconv())
print(locale.setlocale(locale.LC_CTYPE, 'C.UTF-8'), locale.getlocale(locale.LC_CTYPE), 'LC_CTYPE=C.UTF-8' in locale.setlocale(locale.LC_ALL), locale.setlocale(locale.LC_NUMERIC, 'POSIX'), locale.setlocale(locale.LC_TIME, ''.join(['C'])))
print(locale.setlocale(locale.LC_ALL, ('C', None)) if False else locale.setlocale(locale.LC_ALL, 'C'), locale.getencoding().upper() in ('UTF-8', 'ANSI_X3.4-1968'), locale.resetlocale.__name__)
print([locale.nl_langinfo(getattr(locale, f'DAY_{n}')) for n in range(1, 8)], [locale.nl_langinfo(getattr(locale, f'ABMON_{n}')) for n in (1, 5, 12)], locale.nl_langinfo(locale.RADIXCHAR), locale.nl_langinfo(locale.D_T_FMT), locale.nl_langinfo(locale.YESEXPR), locale.nl_langinfo(locale.AM_STR), repr(locale.nl_langinfo(locale.ERA)), repr(locale.nl_langinfo(locale.THOUSEP)))
print(sorted(['b', 'a', 'B', 'A', 'é', 'z'], key=locale.strxfrm), locale.strcoll('a', 'b') < 0, locale.strcoll('b', 'a') > 0, locale.strcoll('é', 'é'), locale.strxfrm('xyz'), locale.strcoll('', 'x') < 0)
print(locale.format_string('%d items at %.2f', (1234567, 9.5), grouping=True), locale.format_string('%(n)s%%', {'n': 5}), locale.str(1.5), locale.atof('1.25'), locale.atoi('42'), locale.delocalize('1.5'), locale.localize('1234.5'), f'{1234567:n}', f'{1.5:n}')
attempt('currency', locale.currency, 5)
for text in ('de', 'de_DE', 'en_US.utf8', 'C', 'fr_FR@euro', 'nonsense', 'ja_JP.eucJP', 'de_DE.ISO-8859-15', '', 'POSIX'):
    print(text, locale.normalize(text))
print(locale.gettext('hello'), locale.dgettext(None, 'x'), locale.dcgettext('domain', 'y', locale.LC_MESSAGES), locale.textdomain(None), locale.textdomain('mine'), locale.textdomain(None), locale.bindtextdomain('mine', '/tmp'), locale.bind_textdomain_codeset('mine', 'UTF-8'), locale.gettext('not translated'))
for label, call in {'unknown': lambda: locale.setlocale(locale.LC_ALL, 'xx_YY'), 'category': lambda: locale.setlocale(99), 'category type': lambda: locale.setlocale('x'), 'name type': lambda: locale.setlocale(locale.LC_ALL, 5), 'pair': lambda: locale.setlocale(locale.LC_ALL, ('xx', 'yy')), 'langinfo': lambda: locale.nl_langinfo(5), 'langinfo type': lambda: locale.nl_langinfo('x'), 'strcoll': lambda: locale.strcoll('a', 5), 'strxfrm': lambda: locale.strxfrm(5), 'nul': lambda: locale.strxfrm('a\0b'), 'domain': lambda: locale.bindtextdomain('', ''), 'getlocale': lambda: locale.getlocale(locale.LC_ALL), 'error': lambda: (locale.Error.__module__, issubclass(locale.Error, Exception)), 'char_max': lambda: locale.CHAR_MAX}.items():
    attempt(label, call)
