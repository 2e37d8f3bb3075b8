"""The kinds of block that make up an article. A new kind is one class here and one template in `blocks/`."""

import csv
from html import unescape

from content_editor.models import create_plugin_base
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article
from articles.models.directory import Term
from articles.models.fields import Line, Picture, Prose, RichText
from articles.text import excerpt

# What other sites show of a shared link: cards are as large.
SHARE_SIZE = (1200, 630)


class Block(create_plugin_base(Article)):
    """A piece of an article, in its place. The class is the kind: editor, page and search text follow from it.

    `layout` groups the fields in the editor, as pairs of a title and field names; without it all stand together.
    """

    parent = models.ForeignKey(Article, models.CASCADE, related_name="%(class)s_blocks", verbose_name=_("article"))
    region = models.CharField(max_length=20, default="main")

    icon = "notes"
    autocomplete = ()
    layout = ()

    class Meta:
        abstract = True
        ordering = ["ordering", "pk"]

    def __str__(self):
        return excerpt(self.plain_text(), 60) or str(self._meta.verbose_name)

    @classmethod
    def template_name(cls):
        """Return the template that shows this kind."""
        return f"blocks/{cls._meta.model_name}.html"

    @property
    def article(self):
        """The article, by the name the rest of the newsroom uses."""
        return self.parent

    @property
    def is_shown(self):
        """Whether readers see the block; a card never shows a record that is not public."""
        return True

    def plain_text(self):
        """Return the words that readers of the article see in this block; never those of a record behind it."""
        return ""


def block_kinds():
    """Return every kind of block, in the order they are declared."""
    return [model for model in apps.get_app_config("articles").get_models() if issubclass(model, Block)]


class Text(Block):
    """One or more paragraphs."""

    html = RichText(_("text"))

    class Meta(Block.Meta):
        verbose_name = _("text")
        verbose_name_plural = _("texts")

    def plain_text(self):
        """The words without the marks, one paragraph a line."""
        return unescape(strip_tags(self.html.replace("</p><p>", "</p>\n<p>")))


class Heading(Block):
    """A sub-heading."""

    text = Line(_("sub-heading"), max_length=300)

    icon = "title"

    class Meta(Block.Meta):
        verbose_name = _("sub-heading")
        verbose_name_plural = _("sub-headings")

    def plain_text(self):
        """The heading."""
        return self.text


class Figure(Block):
    """A captioned picture. One that came without a file stays in the draft and is not shown to readers."""

    image = Picture(
        _("picture"),
        upload_to="figures/%Y",
        blank=True,
        auto_add_fields=True,
        formats={
            "small": ["default", ("thumbnail", (480, 960))],
            "medium": ["default", ("thumbnail", (800, 1600))],
            "large": ["default", ("thumbnail", (1280, 1920))],
            "wide": ["default", ("thumbnail", (1920, 2880))],
            # Cut around the focal point: for links shared elsewhere, and for small frames.
            "share": ["default", ("crop", SHARE_SIZE)],
            "card": ["default", ("crop", (640, 360))],
        },
    )
    caption = Prose(_("caption"), blank=True)
    credit = Line(_("credit"), max_length=200, blank=True)
    alt = Line(_("text alternative"), max_length=300, blank=True, help_text=_("What the picture shows."))
    decorative = models.BooleanField(_("decorative"), default=False, help_text=_("It tells nothing by itself."))

    icon = "image"
    layout = ((None, ("image", "image_ppoi", "alt", "decorative", "caption", "credit")),)

    class Meta(Block.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def clean(self):
        """Ask for a text alternative."""
        super().clean()
        if self.image and not (self.alt or self.decorative):
            raise ValidationError({"alt": _("Describe the picture or mark it as decorative.")})

    @property
    def is_shown(self):
        """A figure without a picture waits for one."""
        return bool(self.image)

    def __str__(self):
        return excerpt(self.caption or self.alt, 60) or str(self._meta.verbose_name)

    def plain_text(self):
        """Caption and alternative, once there is a picture."""
        return " ".join(filter(None, (self.caption, self.alt))) if self.image else ""


class InvestmentCard(Block):
    """Shows an investment with its current figures."""

    investment = models.ForeignKey("Investment", models.PROTECT, related_name="+", verbose_name=_("investment"))

    icon = "paid"
    autocomplete = ("investment",)

    class Meta(Block.Meta):
        verbose_name = _("investment card")
        verbose_name_plural = _("investment cards")

    @classmethod
    def get_queryset(cls):
        """Bring the investment and what its figures come from."""
        return cls.objects.select_related("investment__adopted", "investment__destination")

    @property
    def is_shown(self):
        """As long as the investment is public."""
        return self.investment.is_public

    def __str__(self):
        return str(self.investment) if self.investment_id else str(self._meta.verbose_name)


class Definition(Block):
    """Shows a term of the glossary."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="+", verbose_name=_("term"))

    icon = "menu_book"
    autocomplete = ("term",)

    class Meta(Block.Meta):
        verbose_name = _("definition")
        verbose_name_plural = _("definitions")

    @classmethod
    def get_queryset(cls):
        """Bring the term."""
        return cls.objects.select_related("term")

    @property
    def is_shown(self):
        """As long as the term is public."""
        return self.term.is_public

    def __str__(self):
        return str(self.term) if self.term_id else str(self._meta.verbose_name)


class Table(Block):
    """A small table, pasted from a spreadsheet."""

    caption = Line(_("caption"), max_length=300)
    cells = Prose(
        _("cells"), help_text=_("One row a line, cells separated by tabs or by |. The first row is the header.")
    )

    icon = "table_chart"

    class Meta(Block.Meta):
        verbose_name = _("table")
        verbose_name_plural = _("tables")

    def rows(self):
        """Return the cells, row by row."""
        lines = [line for line in self.cells.splitlines() if line.strip()]
        separator = "\t" if any("\t" in line for line in lines) else "|"
        return [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=separator)]

    def clean(self):
        """Every row must be as wide as the header."""
        super().clean()
        widths = [len(row) for row in self.rows()]
        for number, width in enumerate(widths, start=1):
            if width != widths[0]:
                message = _("Row %(row)d has %(cells)d cells, the header has %(header)d.")
                raise ValidationError({"cells": message % {"row": number, "cells": width, "header": widths[0]}})

    def plain_text(self):
        """Caption and cells."""
        return f"{self.caption} {' '.join(self.cells.replace('|', ' ').split())}"
