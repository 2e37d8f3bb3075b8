"""In which year a statement puts what it says; relative words are counted from the day of the story."""

import re

from articles.intake.sums.clauses import REACH

YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:년(?!\s?까지)|(?![\d년%]))")
RELATIVE_YEARS = {"지난해": -1, "작년": -1, "올해": 0, "내년": 1, "last year": -1, "this year": 0, "next year": 1,
                  "năm ngoái": -1, "năm nay": 0, "năm tới": 1}  # fmt: skip
# A day without its year makes the statement the news of that day.
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
NEWS_DAY = re.compile(
    r"(?<![\d.])(?:(?P<ko_month>\d{1,2})월\s?)?\d{1,2}일(?!\s?(?:까지|간|동안|만))|이날|오늘|어제|이달"
    r"|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|this (?:week|month))\b"
    r"|\b(?P<en_month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b(?!,? \d{4})"
    r"|\bngày \d{1,2}(?:/| tháng )(?P<vi_month>\d{1,2})\b(?![/\d])|\b(?:hôm (?:nay|qua)|tuần này|tháng này)\b",
    re.I,
)


def find_year(clause, at):
    """Return the year that the sentence gives before `at`, or None; a deadline is not the year of the event.

    Without one, a statement dated by a mere day (`11일`, `on Tuesday`) belongs to the year of the story.
    """
    before = clause.sentence[max(0, at - REACH) : at]
    years = list(YEAR.finditer(before))
    if years:
        return int(years[-1]["year"])
    if clause.printed_on is None:
        return None
    lowered = before.lower()
    relative = next((distance for word, distance in RELATIVE_YEARS.items() if word in lowered), None)
    if relative is not None:
        return clause.printed_on.year + relative
    return _year_of_news(clause)


def _year_of_news(clause):
    day = NEWS_DAY.search(clause.sentence[:1000])
    if day is None:
        return None
    english = day["en_month"]
    month = MONTHS.index(english.lower()) + 1 if english else int(day["ko_month"] or day["vi_month"] or 0)
    # News of December may be printed in January.
    return clause.printed_on.year - (month > clause.printed_on.month)
