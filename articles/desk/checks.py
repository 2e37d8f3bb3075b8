"""What stands between a draft and its readers."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Claim, Quote
from articles.text import excerpt
from articles.vocabulary import Review


@dataclass(frozen=True)
class Problem:
    """Something to put right before publishing: what, in which record, and at which of its fields."""

    message: str | Promise
    record: models.Model
    field: str

    @property
    def passage(self):
        """The words in question, for a record inside the article."""
        return "" if isinstance(self.record, Article) else str(self.record)

    def __str__(self):
        return f"{self.message} “{excerpt(self.passage, 40)}”" if self.passage else str(self.message)


def problems(article):
    """Return everything that keeps the article from being published, in the order of the form."""
    return [*problems_of_story(article), *problems_of_figures(article), *problems_of_records(article)]


def problems_of_story(article):
    """Yield what is missing in the article itself."""
    if not article.headline:
        yield Problem(_("The headline is missing."), article, "headline")
    if not (article.outlet_id or article.source_url):
        yield Problem(_("Give the source: where the story first appeared, or its address."), article, "outlet")


def problems_of_figures(article):
    """Yield the pictures that a blind reader would not get."""
    for figure in article.figure_blocks.exclude(image="").filter(alt="", decorative=False):
        yield Problem(_("Describe the picture or mark it as decorative."), figure, "alt")


def problems_of_records(article):
    """Yield the quotes, claims and terms that are not decided or not whole."""
    for quote in Quote.objects.filter(parent=article).exclude(review=Review.REJECTED):
        if quote.review == Review.SUGGESTED:
            yield Problem(_("Accept or reject the suggested quote."), quote, "review")
        if not quote.marks_balanced:
            yield Problem(
                _("Check where the quote begins and ends; its marks are not balanced."), quote, "marks_balanced"
            )
    for claim in Claim.objects.filter(article=article).exclude(review=Review.REJECTED):
        if claim.review == Review.SUGGESTED:
            yield Problem(_("Accept or reject the suggested claim."), claim, "review")
        if not claim.sentence.strip():
            yield Problem(_("Give the sentence that the claim rests on."), claim, "sentence")
    for term in article.terms.filter(review=Review.SUGGESTED):
        yield Problem(_("Accept or reject the suggested term."), term, "review")
