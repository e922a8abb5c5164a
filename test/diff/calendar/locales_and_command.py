# Locale calendars in the C locale, the command line of the module with its options, printing functions, contexts of names.
import calendar
import contextlib
import io
import locale


def captured(function, *args, **named):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            function(*args, **named)
        except SystemExit as end:
            print('exit', end.code)
        except Exception as error:
            print(type(error).__name__, error)
    return out.getvalue()


text = calendar.LocaleTextCalendar(6, 'C')
print(text.formatmonth(2024, 2), text.formatweekday(0, 3), text.formatweekday(0, 9), text.formatmonthname(2024, 2, 15), text.formatmonthname(2024, 2, 15, False), sep='\n')
page = calendar.LocaleHTMLCalendar(0, 'C')
print(page.formatmonth(2023, 2)[:300], page.formatweekday(6), page.formatmonthname(2023, 2, False))
with calendar.different_locale('C') as previous:
    print(calendar.month_name[3], calendar.day_abbr[2], locale.setlocale(locale.LC_TIME), previous)
for method, args in (('prmonth', (2024, 6)), ('prmonth', (2024, 6, 3, 2)), ('prweek', ([(1, 0), (2, 1), (0, 2)], 4)), ('pryear', (2024, 1, 1, 1, 12))):
    print(method, args, captured(getattr(calendar.TextCalendar(), method), *args)[:400])
print(captured(calendar.prmonth, 2024, 6, 1), captured(calendar.prcal, 2024, 1, 1, 1, 6)[:150], captured(calendar.prweek, [(1, 0)], 2), captured(calendar.format, ['a', 'bb', 'ccc'], 5, 1), repr(calendar.formatstring(['x', 'y'], 4, 2)), sep='\n')
for command in (['2024', '3'], ['2024'], ['-w', '3', '-l', '2', '2023', '5'], ['-s', '1', '-m', '6', '2022'], ['-t', 'text', '1999', '12'], ['-w', '0', '2024', '1']):
    output = captured(calendar.main, ['calendar.py'] + command)
    print(command, len(output), output[:230].rstrip('\n'), sep='\n')


class Swedish(calendar.TextCalendar):
    names = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']
    days = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag']

    def formatweekday(self, day, width):
        return self.days[day][:width].center(width)

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        return (self.names[themonth - 1] + (f' {theyear}' if withyear else '')).center(width)


print(Swedish().formatmonth(2024, 5), Swedish(6).formatyear(2024, 2, 1, 3, 6)[:700], sep='\n')
print(Swedish().formatmonth(2024, 9, w=9, l=1))


class Short(calendar.Calendar):
    """Weeks of the working days only."""

    def iterweekdays(self):
        return iter(range(5))

    def weeks(self, year, month):
        return [[day for day, weekday in week if weekday < 5] for week in self.monthdays2calendar(year, month)]


print(list(Short().iterweekdays()), Short().weeks(2024, 3))
