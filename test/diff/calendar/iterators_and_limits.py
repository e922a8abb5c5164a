# Every iterator of Calendar for odd months, first weekdays, the smallest and largest years, names as sequences, errors, timegm.
import calendar
import time
from calendar import Calendar

for first in (0, 3, 6):
    c = Calendar(first)
    print(first, c.firstweekday, list(c.iterweekdays()), list(c.itermonthdays(2021, 2)), list(c.itermonthdays2(2015, 2))[-4:], list(c.itermonthdays3(2024, 12))[-3:], list(c.itermonthdays4(2024, 1))[:3], [str(day) for day in c.itermonthdates(2023, 10)][::14])
    print([week[0].isoformat() for week in c.monthdatescalendar(2022, 1)], c.monthdays2calendar(2022, 5)[0], c.monthdayscalendar(2022, 5)[-1], len(c.yeardatescalendar(2024, 5)), [len(row) for row in c.yeardays2calendar(2024, 5)], c.yeardayscalendar(2024)[3][2][-1])
for year, month in ((1, 1), (9999, 12), (0, 1), (-1, 5), (10000, 1), (2024, 0), (2024, 13), (1582, 10), (1900, 2), (2000, 2)):
    for call in (lambda: calendar.monthrange(year, month), lambda: list(Calendar().itermonthdays3(year, month))[:1], lambda: len(list(Calendar().itermonthdates(year, month))), lambda: calendar.weekday(year, month, 1), lambda: calendar.monthcalendar(year, month)[0], lambda: len(calendar.TextCalendar().formatmonth(year, month))):
        try:
            print(year, month, call(), end='; ')
        except Exception as error:
            print(year, month, type(error).__name__, error, end='; ')
    print()
print(calendar.isleap(0), calendar.isleap(-4), calendar.isleap(2100), calendar.leapdays(2000, 2001), calendar.leapdays(2001, 1990), calendar.leapdays(1, 10000))
for names in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr):
    print(list(names), len(names), names[-1], names[1:3], names[5], end='; ')
    try:
        names[13]
    except IndexError as error:
        print('IndexError', error)
print([getattr(calendar, name) for name in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'January', 'February', 'EPOCH', 'mdays')])
print(calendar.firstweekday(), calendar.weekheader(1), calendar.weekheader(2), calendar.weekheader(10), repr(calendar.week([(1, 0), (0, 1)], 3) if hasattr(calendar, 'week') else ''))
calendar.setfirstweekday(calendar.WEDNESDAY)
print(calendar.firstweekday(), calendar.weekheader(3), calendar.monthcalendar(2024, 2)[0])
print(calendar.month(2024, 2), calendar.month(2024, 2, 4, 1), calendar.calendar(2024, m=6, w=1, c=1).count('\n'), sep='\n')
calendar.setfirstweekday(0)
c = Calendar(9)
print(c.firstweekday, c.getfirstweekday())
c.firstweekday = -2
print(c.firstweekday, list(c.iterweekdays()))
text = calendar.TextCalendar()
print(repr(text.formatday(5, 2, 4)), repr(text.formatday(0, 2, 4)), repr(text.formatweekday(2, 5)), repr(text.formatweekday(2, 12)), repr(text.formatmonthname(2024, 9, 20, False)), repr(text.formatmonthname(2024, 9, 4)), repr(text.formatweek([(1, 0), (0, 6)], 3)))
page = calendar.HTMLCalendar()
print(page.formatday(0, 0), page.formatday(9, 6), page.formatweekday(1), page.formatweekheader(), page.formatmonthname(2024, 3), page.formatmonthname(2024, 3, False), page.formatweek([(1, 0)]), sep='\n')
print(page.formatyear(2024, 12)[:200], len(page.formatyearpage(2024)), page.formatyearpage(2024, 3, 'a&b.css', 'utf-8')[:160])
for moment in (0, 1, 951868799, 1709251200, -1, -10 ** 9, 2 ** 31, 253402300799):
    assert calendar.timegm(time.gmtime(moment)) == moment
print(calendar.timegm((2024, 2, 29, 12, 30, 15)), calendar.timegm((1969, 12, 31, 23, 59, 59, 0, 0, 0)), calendar.timegm((2024, 1, 31, 25, -5, 100)), calendar.timegm((2000, 1, 1, 0, 0, 0.5)))
for call in (lambda: calendar.setfirstweekday(7), lambda: calendar.setfirstweekday(-1), lambda: calendar.setfirstweekday('x'), lambda: calendar.timegm((2024,)), lambda: calendar.timegm((2024, 13, 1, 0, 0, 0)), lambda: calendar.timegm((2024, 2, 30, 0, 0, 0)), lambda: calendar.monthrange(2024, 2.0), lambda: calendar.weekday(2024, 2, 30), lambda: calendar.weekday('x', 1, 1), lambda: calendar.isleap('2024'), lambda: Calendar('x').monthdayscalendar(2024, 1), lambda: calendar.monthrange(2024), lambda: text.formatmonth(2024, 'x'), lambda: calendar.month_name['x'], lambda: list(Calendar().itermonthdays(2024, 14))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(calendar.IllegalMonthError(13), repr(calendar.IllegalWeekdayError(9)), calendar.IllegalMonthError(13).args, issubclass(calendar.IllegalMonthError, ValueError), [name for name in calendar.__all__ if not hasattr(calendar, name)])
