"""Tags and filters of the public templates: amounts, dates, links, and where a page is in other languages."""

from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date, format_skeleton, get_datetime_format, get_timezone_name
from babel.numbers import format_decimal
from django import template
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from articles.addresses import text_fragment
from articles.clock import as_iso, in_editorial_zone
from articles.collections.amounts import print_claimed, qualified
from articles.money import print_amount
from articles.vocabulary import Attribution, Language, Precision, Qualifier, languages_from

register = template.Library()

LOCALES = {"ko": "ko", "en": "en_GB", "vi": "vi"}
SIGNIFICANT = 3


def active():
    """Return the code of the active language."""
    return (translation.get_language() or Language.KO)[:2]


def locale():
    """Return the Babel locale of the active language."""
    return LOCALES[active()]


# Numbers and amounts


@register.filter
def number(value):
    """Return a number with the separators of the active language."""
    return print_number(value, locale())


@lru_cache(maxsize=2_000)
def print_number(value, locale_name):
    """Return a number as a locale prints it. A page prints hundreds of small counts, mostly the same ones."""
    return format_decimal(value, locale=locale_name)


@register.filter
def counted(found):
    """Return how many rows a list or a search has found; "10,000+" where it counts no further."""
    return f"{number(found.total)}{'+' if found.is_more else ''}"


@register.filter
def money(value, currency):
    """Return an amount of a currency as the active language prints it; empty when there is none."""
    return "" if value is None else print_amount(value, currency, active())


@register.filter
def amount(claim):
    """Return what a claim says an investment is worth, with its qualifier, in the active language."""
    return print_claimed(claim, active())


@register.filter
def usd(investment):
    """Return a converted worth in US dollars, to three significant figures; empty when it is unknown."""
    low, high = significant(investment.usd_min), significant(investment.usd_max)
    if low is None and high is None:
        return ""
    if low == high:
        return qualified(money(low, "USD"), Qualifier.ABOUT)
    if high is None:
        return qualified(money(low, "USD"), Qualifier.AT_LEAST)
    if low is None:
        return qualified(money(high, "USD"), Qualifier.UP_TO)
    return print_amount(low, "USD", active(), high)


def significant(value):
    """Return a number rounded to significant figures; None stays None."""
    return value and value.quantize(Decimal(1).scaleb(value.adjusted() - SIGNIFICANT + 1))


# Dates


@register.filter
def when(record, name):
    """Return the record's date called `name` as exactly as it is known; empty when it is not."""
    moment = getattr(record, f"{name}_at", None) or getattr(record, f"{name}_on", None)
    return dated(moment, getattr(record, f"{name}_precision")) if moment else ""


@register.filter
def when_briefly(record, name):
    """Return the same for a line of a list: never more than the day."""
    moment = getattr(record, f"{name}_at", None) or getattr(record, f"{name}_on", None)
    precision = getattr(record, f"{name}_precision")
    return dated(moment, Precision.DAY if precision == Precision.MINUTE else precision) if moment else ""


@register.filter
def day(value):
    """Return a date or the day of a moment; empty when there is none."""
    return dated(value, Precision.DAY) if value else ""


@register.filter
def minute(value):
    """Return a moment to the minute, in the editorial zone; empty when there is none."""
    return dated(value, Precision.MINUTE) if value else ""


@register.filter
def moment(value):
    """Return a moment for machines, by the newsroom's clock."""
    return as_iso(value)


def dated(value, precision):
    """Return a date as a <time> that says no more than its precision."""
    if isinstance(value, datetime):
        value = in_editorial_zone(value)
    if precision == Precision.MINUTE and isinstance(value, datetime):
        return timed(value.isoformat(timespec="minutes"), to_the_minute(value))
    day = value.date() if isinstance(value, datetime) else value
    return print_day(day, Precision.DAY if precision == Precision.MINUTE else precision, locale())


def timed(machine, printed):
    """Return a moment for machines and for people."""
    return format_html('<time datetime="{}">{}</time>', machine, printed)


@lru_cache(maxsize=2_000)
def print_day(value, precision, locale_name):
    """Return a day as a <time> that says no more than its precision. Few days make up the dates of a long list."""
    shape, skeleton = SHAPES[precision]
    if skeleton is None:
        return timed(f"{value:{shape}}", format_date(value, "long", locale=locale_name))
    return timed(f"{value:{shape}}", format_skeleton(skeleton, value, locale=locale_name))


def to_the_minute(value):
    """Return day, time and the name of the zone."""
    zone = get_timezone_name(value, "long", locale=locale())
    time = f"{format_skeleton('Hm', value, tzinfo=value.tzinfo, locale=locale())} ({zone})"
    pattern = "{1} {0}" if active() == Language.VI else str(get_datetime_format("medium", locale=locale()))
    return pattern.replace("{1}", format_date(value, "long", locale=locale())).replace("{0}", time)


# How a day is printed for machines, and of what it consists for people: None is the language's own long form.
SHAPES = {Precision.DAY: ("%Y-%m-%d", None), Precision.MONTH: ("%Y-%m", "yMMMM"), Precision.YEAR: ("%Y", "y")}


# Records


@register.filter
def linked(record):
    """Return the name of a record, as a link when readers may see its page."""
    if record is None:
        return ""
    if record.previewed or not record.is_public:
        return str(record)
    return format_html('<a href="{}">{}</a>', record.get_absolute_url(), record)


@register.filter
def breakable(text):
    """Return verbatim words with spaces at which a line may break; files give them as the source printed them."""
    return text.replace("\u00a0", " ")


@register.filter
def attributed(quote):
    """Return who said it: speaker, role and organisation, as links or as printed; anonymous stays anonymous."""
    parts = [
        linked(quote.speaker) or printed_in(quote.language, quote.speaker_text),
        printed_in(quote.language, quote.role_text),
        linked(quote.organisation) or printed_in(quote.language, quote.organisation_text),
    ]
    parts = [part for part in parts if part]
    if not parts or quote.attribution == Attribution.ANONYMOUS:
        parts.insert(0, capfirst(quote.get_attribution_display()))
    return format_html_join(", ", "{}", ([part] for part in parts))


def printed_in(language, text):
    """Return text as a story in that language prints it; empty when it prints none."""
    return format_html('<span lang="{}">{}</span>', language, text) if text else ""


@register.filter
def language_of(record, field):
    """Return the language in which `translated(field)` answers, which is not always the active one."""
    return next((code for code in languages_from(active()) if getattr(record, f"{field}_{code}")), active())


@register.filter
def names_beside(named):
    """Return the names in the other languages, each once."""
    return " · ".join(dict.fromkeys(name for name in named.names if name != named.name))


@register.filter
def own_url(article):
    """Return the path of an article under the prefix of its own language."""
    with translation.override(article.language):
        return article.get_absolute_url()


@register.simple_tag
def place_in(article, words):
    """Return the address of words where they stand in an article."""
    return own_url(article) + text_fragment(words)


@register.simple_tag
def srcset(figure):
    """Return the sizes of a figure's picture with their true widths, for the browser to choose from."""
    sources = {}
    for name, (*_steps, (step, (width, height))) in figure.image.field.formats.items():
        if step == "thumbnail":
            scale = min(1, width / figure.image_width, height / figure.image_height)
            sources.setdefault(int(figure.image_width * scale), getattr(figure.image, name))
    return ", ".join(f"{url} {width}w" for width, url in sources.items())
