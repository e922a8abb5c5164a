# A planner printed from calendar: months side by side with marks, week numbers, holidays that move, an HTML month with events.
import calendar
from datetime import date, timedelta


def easter(year):
    a, b, c = year % 19, *divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth(year, month, weekday, n):
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[n - 1 if n > 0 else n])


def holidays(year):
    sunday = easter(year)
    return {date(year, 1, 1): 'New Year', sunday - timedelta(2): 'Good Friday', sunday + timedelta(1): 'Easter Monday', sunday + timedelta(49): 'Pentecost',
            nth(year, 5, calendar.MONDAY, -1): 'Spring', nth(year, 11, calendar.THURSDAY, 4): 'Thanks', date(year, 12, 25): 'Christmas'}


for year in (1961, 2000, 2024, 2025, 2038):
    print(year, {name: f'{day:%a %d %b}' for day, name in sorted(holidays(year).items())}, calendar.isleap(year), calendar.leapdays(1900, year))


class Marked(calendar.TextCalendar):
    def __init__(self, marks, **named):
        super().__init__(**named)
        self.marks = marks

    def formatday(self, day, weekday, width):
        if day and (self.year, self.month, day) in self.marks:
            return f'*{day}'.rjust(width)
        return super().formatday(day, weekday, width)

    def formatmonth(self, year, month, w=0, l=0):
        self.year, self.month = year, month
        return super().formatmonth(year, month, w, l)


class Numbered(Marked):
    def formatweek(self, week, width):
        first = next((day for day, weekday in week if day), 0)
        number = date(self.year, self.month, first).isocalendar().week if first else 0
        return f'{number:2}|' + super().formatweek(week, width)

    def formatweekheader(self, width):
        return '  |' + super().formatweekheader(width)


marks = {(day.year, day.month, day.day) for day in holidays(2024)}
for cls, month in ((Marked, 5), (Numbered, 4), (Numbered, 12)):
    print(cls(marks).formatmonth(2024, month, 3))
print(Numbered(marks, firstweekday=calendar.SUNDAY).formatmonth(2023, 1, 4, 2))
print(calendar.TextCalendar(6).formatyear(2023, w=2, l=1, c=2, m=4))


class Events(calendar.HTMLCalendar):
    cssclasses = ['work'] * 5 + ['free'] * 2
    cssclass_month_head = 'head'
    cssclass_noday = 'none'
    cssclasses_weekday_head = ['w' + str(n) for n in range(7)]

    def __init__(self, events):
        super().__init__(calendar.MONDAY)
        self.events = events

    def formatday(self, day, weekday):
        cell = super().formatday(day, weekday)
        return cell.replace('</td>', f'<br>{self.events[day]}</td>') if day in self.events else cell


print(Events({3: 'start', 14: '&pi;', 29: 'end'}).formatmonth(2024, 2))
print(Events({}).formatmonth(2024, 2, withyear=False).count('none'), len(Events({}).formatyear(2024, 4)), Events({}).formatyearpage(2024, 3, None, 'ascii')[:120])


def workdays(start, end, free):
    day = start
    while day <= end:
        if day.weekday() < calendar.SATURDAY and day not in free:
            yield day
        day += timedelta(1)


for month in range(1, 13):
    first, (weekday, length) = date(2024, month, 1), calendar.monthrange(2024, month)
    days = list(workdays(first, first.replace(day=length), holidays(2024)))
    print(f'{calendar.month_abbr[month]} starts {calendar.day_abbr[weekday]}, {length} days, {len(days)} of work, last {days[-1]:%a %d}', end='; ')
print()
friday13 = [f'{year}-{month:02}' for year in range(2020, 2027) for month in range(1, 13) if calendar.weekday(year, month, 13) == calendar.FRIDAY]
print(friday13, sum(calendar.monthrange(year, 2)[1] == 29 for year in range(1600, 2001)))
