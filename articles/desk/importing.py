"""From the plan of a story to a draft with its blocks, quotes and claims: all of it, or nothing."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.clock import editorial_moment
from articles.desk.history import remark
from articles.desk.naming import Names
from articles.desk.plausibility import find_doubts
from articles.desk.visibility import refresh_article
from articles.models import Article, Claim, Figure, Heading, Quote, Section, Term, Text
from articles.text import fold, slug
from articles.vocabulary import Attribution, Precision, Qualifier, Review

ORDERING_STEP = 10


@dataclass(frozen=True)
class Imported:
    """The article of an import, and whether this import made it."""

    article: Article
    created: bool


def save_draft(plan, section="", owner=None):
    """Save a plan as a draft of its owner, a user; a story imported before is left as it is.

    `section`, a Section or the name of one, overrides the printed one.
    """
    stored = Article.objects.filter(import_key=plan.import_key)
    if existing := stored.first():
        return Imported(existing, created=False)
    try:
        return Imported(create_draft(plan, section, owner), created=True)
    except IntegrityError:
        if other := stored.first():  # somebody else imported the same story in this very moment
            return Imported(other, created=False)
        raise


@transaction.atomic
def create_draft(plan, section, owner):
    """Create the article with everything in it."""
    remark(_("Imported"))
    names = Names.of(plan)
    article = Article.objects.create(
        language=plan.language,
        section=find_section(section or plan.section, plan.language),
        headline=fit(Article, "headline", plan.headline),
        byline=fit(Article, "byline", plan.byline),
        published_at=printed_moment(plan.published_on),
        published_precision=plan.published_precision,
        owner=owner,
        import_key=plan.import_key,
        source_text=plan.source_text,
        doubts=[doubt.as_json() for doubt in find_doubts(plan, names)],
    )
    save_blocks(article, plan, names)
    save_claims(article, plan)
    save_terms(article, plan)
    refresh_article(article)
    return article


def fit(model, name, text):
    """Return text as long as the column takes; the whole of it stays in the article's source text."""
    longest = model._meta.get_field(name).max_length
    text = text or ""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def find_section(name, language):
    """Return the section called `name`, entered when it is new; None without a name. A Section is returned as it is."""
    if not name:
        return None
    if isinstance(name, Section):
        return name
    for section in Section.objects.all():
        if slug(name, 40) == section.slug or fold(name) in map(fold, section.names):
            return section
    return Section.objects.create(**{f"name_{language}": fit(Section, "name_ko", name)}, slug=slug(name, 40))


def printed_moment(day):
    """Return the moment of an ISO day or time in the editorial time zone; None stays None."""
    return editorial_moment(datetime.fromisoformat(day)) if day else None


def save_blocks(article, plan, names):
    """Save the blocks in reading order, each inline quote after the paragraph it stands in."""
    ordering = 0
    for block in plan.blocks:
        ordering += ORDERING_STEP
        place = {"parent": article, "region": "main", "ordering": ordering}
        if block.quote is not None:
            save_quote(plan.quotes[block.quote], article.language, place, names)
            continue
        BLOCK_SAVERS[block.kind](block, place)
        for quote in plan.quotes:
            if quote.inline and block.start <= quote.start < block.end:
                ordering += ORDERING_STEP
                save_quote(quote, article.language, place | {"ordering": ordering}, names)


def save_paragraph(block, place):
    """Save a paragraph; its words are text, never markup."""
    Text.objects.create(html=f"<p>{escape(block.text).replace(chr(10), '<br>')}</p>", **place)


def save_subhead(block, place):
    """Save a sub-heading; a line too long for one is a paragraph."""
    if len(block.text) > Heading._meta.get_field("text").max_length:
        save_paragraph(block, place)
    else:
        Heading.objects.create(text=block.text, **place)


def save_figure(block, place):
    """Save a figure that still lacks its picture."""
    Figure.objects.create(caption=block.text, credit=fit(Figure, "credit", block.credit), **place)


BLOCK_SAVERS = {"paragraph": save_paragraph, "subhead": save_subhead, "figure": save_figure, "quote": save_paragraph}


def save_quote(planned, language, place, names):
    """Save a quote as a suggestion, with the speaker and organisation that the directory knows."""
    named = planned.attribution == Attribution.NAMED
    Quote.objects.create(
        text=planned.text,
        language=language,
        kind=planned.kind,
        attribution=planned.attribution,
        speaker=names.speaker(planned) if named else None,
        organisation=names.organisations.get(planned.organisation),
        speaker_text=fit(Quote, "speaker_text", planned.speaker),
        speaker_romanised=fit(Quote, "speaker_romanised", planned.speaker_romanised),
        role_text=fit(Quote, "role_text", planned.title),
        organisation_text=fit(Quote, "organisation_text", planned.organisation),
        sentence=planned.sentence,
        start=planned.start,
        inline=planned.inline,
        marks_balanced=planned.marks_balanced,
        review=Review.SUGGESTED,
        extracted_by=f"rule:{planned.rule}",
        **place,
    )


def bounds(planned):
    """Return the least and the greatest amount that the printed one allows; None is an open end."""
    if planned.amount is None:
        return None, None
    amount = planned.amount.amount
    return {
        Qualifier.AT_LEAST: (amount, None),
        Qualifier.UP_TO: (None, amount),
        Qualifier.BETWEEN: (amount, planned.amount_max),
    }.get(planned.qualifier, (amount, amount))


def save_claims(article, plan):
    """Save the claims as suggestions, none of them matched yet."""
    for planned in plan.claims:
        low, high = bounds(planned)
        equivalent = planned.equivalent
        Claim.objects.create(
            article=article,
            sentence=planned.sentence,
            start=planned.start,
            amount_text=fit(Claim, "amount_text", planned.amount_text),
            amount_min=low,
            amount_max=high,
            currency=planned.amount.currency if planned.amount else "",
            qualifier=planned.qualifier,
            per=planned.per,
            basis=planned.basis,
            equivalent_text=fit(Claim, "equivalent_text", planned.equivalent_text),
            equivalent_amount=equivalent.amount if equivalent else None,
            equivalent_currency=equivalent.currency if equivalent else "",
            stage=planned.stage,
            stage_text=fit(Claim, "stage_text", planned.stage_text),
            investor_text=fit(Claim, "investor_text", planned.investor),
            place_text=fit(Claim, "place_text", planned.place),
            activity=planned.activity,
            event_on=date(planned.year, 1, 1) if planned.year else None,
            event_precision=Precision.YEAR if planned.year else Precision.UNKNOWN,
            extracted_by=f"rule:{planned.rule}",
        )


def save_terms(article, plan):
    """Suggest the terms that the story defines and the glossary does not have yet."""
    field = f"name_{article.language}"
    for planned in plan.terms:
        if Term.objects.filter(**{field: planned.term}).exists():
            continue
        Term.objects.create(
            **{field: fit(Term, field, planned.term), f"definition_{article.language}": planned.sentence},
            article=article,
            sentence=planned.sentence,
            threshold_amount=planned.threshold.amount if planned.threshold else None,
            threshold_currency=planned.threshold.currency if planned.threshold else "",
            review=Review.SUGGESTED,
        )
