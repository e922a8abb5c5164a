import datetime
from dateutil import parser, relativedelta, rrule, tz, easter

print(parser.parse("Thu Sep 25 10:36:28 2003"), parser.parse("2003-09-25T10:49:41.5-03:00"), parser.isoparse("2020-W01-1"), parser.parse("10 pm", default=datetime.datetime(2020, 1, 1)))
print(datetime.date(2024, 1, 31) + relativedelta.relativedelta(months=+1), relativedelta.relativedelta(datetime.date(2024, 3, 1), datetime.date(2020, 2, 29)))
print(list(rrule.rrule(rrule.WEEKLY, count=3, dtstart=datetime.datetime(2024, 1, 1), byweekday=(rrule.MO, rrule.FR))), rrule.rrulestr("FREQ=MONTHLY;COUNT=2;BYDAY=-1FR", dtstart=datetime.datetime(2024, 1, 1))[1])
print(tz.tzoffset("X", 3600), tz.UTC, easter.easter(2024))
try:
    parser.parse("no date")
except parser.ParserError as error:
    print(error)
