"""What other sites show of a link: a picture from the record, its card, or the newsroom's own."""

from dataclasses import dataclass

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language

from articles.addresses import absolute, in_language
from articles.cards import can_draw
from articles.models.blocks import SHARE_SIZE


@dataclass(frozen=True)
class Picture:
    """A picture as large as cards are."""

    url: str
    alt: str = ""
    width: int = SHARE_SIZE[0]
    height: int = SHARE_SIZE[1]


def picture_of(collection, record, beside):
    """Return what stands for a record; `beside` is what its page shows beside it."""
    figure = collection.figure_of(record, beside)
    if figure:
        return Picture(absolute(figure.image.share), "" if figure.decorative else figure.alt)
    if collection.has_cards and can_draw():
        return Picture(absolute(card_url(collection, record)), str(record))
    return own_picture()


def card_url(collection, record):
    """Return the path of a record's card, in the record's own language if it has one."""
    path = reverse(f"{collection.name}-card", args=[record.public_id])
    return in_language(path, collection.language_of(record))


def own_picture():
    """Return the newsroom's own, with its motto in the active language."""
    return Picture(absolute(static(f"cards/{get_language()}.png")))
