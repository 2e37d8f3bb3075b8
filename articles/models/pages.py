"""What the newsroom says about itself: who it is, by which rules it works, and how to reach it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.models.fields import Line, RichText
from articles.text import excerpt
from articles.vocabulary import CODES, PageKey, languages_from

# A page is longer than a paragraph: it has headings, too.
WITH_HEADINGS = {"extensions": {**RichText.EXTENSIONS, "Heading": {"levels": [2, 3]}}}
SUMMARY = 200


def written_in(code):
    """Return the condition that a language has title and text."""
    return ~Q(**{f"title_{code}": ""}) & ~Q(**{f"text_{code}": ""})


def absent_in(code):
    """Return the condition that a language has neither."""
    return Q(**{f"title_{code}": "", f"text_{code}": ""})


class Page(models.Model):
    """One of the pages that a newsroom owes its readers. It has a language with title and text, or not at all."""

    key = models.CharField(_("page"), max_length=20, choices=PageKey.choices, unique=True)
    title_ko = Line(_("title in Korean"), max_length=120, blank=True)
    title_en = Line(_("title in English"), max_length=120, blank=True)
    title_vi = Line(_("title in Vietnamese"), max_length=120, blank=True)
    text_ko = RichText(_("text in Korean"), blank=True, config=WITH_HEADINGS)
    text_en = RichText(_("text in English"), blank=True, config=WITH_HEADINGS)
    text_vi = RichText(_("text in Vietnamese"), blank=True, config=WITH_HEADINGS)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=written_in("ko") | written_in("en") | written_in("vi"),
                name="page_has_text",
                violation_error_message=_("Give title and text in at least one language."),
            ),
            *(
                models.CheckConstraint(
                    condition=written_in(code) | absent_in(code),
                    name=f"page_whole_in_{code}",
                    violation_error_message=_("A language needs both title and text, or neither."),
                )
                for code in CODES
            ),
        ]

    def __str__(self):
        return self.get_key_display()

    def get_absolute_url(self):
        """Return the path of the page in the active language."""
        return reverse(self.key)

    @property
    def languages(self):
        """The codes of the languages it is written in."""
        return [code for code in CODES if getattr(self, f"text_{code}")]

    @property
    def language(self):
        """The language it is read in: the active one, else the first it has."""
        return next(code for code in languages_from(get_language()) if code in self.languages)

    @property
    def title(self):
        """The title in the language it is read in."""
        return getattr(self, f"title_{self.language}")

    @property
    def text(self):
        """The text in the language it is read in, as HTML that was sanitised when it was written."""
        return getattr(self, f"text_{self.language}")

    @property
    def summary(self):
        """The beginning of the text, for search engines."""
        return excerpt(strip_tags(self.text.replace("</", " </")), SUMMARY)
