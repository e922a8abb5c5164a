# calendar: text, HTML, iterators, week starts, leap years, month ranges, errors.
import calendar
import datetime

print(calendar.calendar(2024, m=4)[:400])
for first in (0, 6, 3):
    c = calendar.TextCalendar(first)
    print(c.formatmonth(2023, 2), c.formatweekheader(2), list(c.iterweekdays()), c.firstweekday, c.getfirstweekday())
c = calendar.Calendar()
print(list(c.itermonthdays(2024, 9)), list(c.itermonthdays2(2021, 2))[:4], list(c.itermonthdays3(2021, 1))[:2], list(c.itermonthdays4(2021, 1))[-2:], list(c.itermonthdates(2021, 2))[0])
print(c.monthdatescalendar(2021, 2)[0][:2], c.monthdays2calendar(2021, 2)[0], c.monthdayscalendar(2021, 3)[-1], len(c.yeardatescalendar(2021)), c.yeardayscalendar(2021, 6)[0][0][0], c.yeardays2calendar(2021, 12)[0][1][0][:3])
h = calendar.HTMLCalendar(6)
print(h.formatmonth(2020, 2), h.formatday(0, 1), h.formatday(5, 6), h.formatweekday(0), h.formatmonthname(2020, 5, False), h.cssclass_noday)
page = h.formatyearpage(2021, encoding='ascii')
print(page[:260], len(h.formatyear(2021)))
print(calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(1900, 2001), calendar.weekday(2024, 2, 29), calendar.monthrange(2023, 2), calendar.timegm((1970, 1, 2, 0, 0, 5)), calendar.weekday(20000, 1, 1))
print(list(calendar.month_name), list(calendar.day_abbr), calendar.month_abbr[1:4], calendar.day_name[-1], len(calendar.month_name), calendar.MONDAY, calendar.SUNDAY, calendar.January, calendar.February)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.monthcalendar(2024, 2), calendar.month(2024, 2, 3, 1), calendar.weekheader(3))
calendar.prmonth(2021, 1)
calendar.setfirstweekday(0)
calendar.TextCalendar().pryear(2021, m=6) if False else None
for call in (lambda: calendar.monthrange(2020, 13), lambda: calendar.monthrange(2020, 0), lambda: calendar.setfirstweekday(7), lambda: calendar.weekday(2020, 2, 30), lambda: calendar.IllegalMonthError(5), lambda: calendar.IllegalWeekdayError(9), lambda: calendar.month_name[13], lambda: calendar.month(2020, 14),
             lambda: calendar.setfirstweekday(-1), lambda: calendar.timegm((1970,))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Mine(calendar.HTMLCalendar):
    cssclasses = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    cssclass_month = 'mm'

    def formatday(self, day, weekday):
        return f'[{day}]'


print(Mine().formatmonth(2021, 2), datetime.date(2021, 2, 1).weekday())
