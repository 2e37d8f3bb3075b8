"""Draws a card: what it is about above, the words as large as they have room, and below them whose they are."""

import io
from dataclasses import dataclass
from threading import Lock

from PIL import Image, ImageDraw

from articles.cards.fonts import sans, serif
from articles.cards.lines import fit, shorten
from articles.models.blocks import SHARE_SIZE
from articles.text import excerpt

# The room between the edges.
MARGIN, TOP, BOTTOM = 80, 136, 496
WIDTH = SHARE_SIZE[0] - 2 * MARGIN
GAP = 20
# Those of the pages, see tokens.css.
GROUND, INK, QUIET, RULE, LINK, MARK = "#fbfaf7", "#1c1c19", "#5b5850", "#d8d3c8", "#174a82", "#8a2b1d"
SIZES = (80, 72, 64, 58, 52, 46, 42)
FIGURE_SIZES = (108, 92, 76, 60)
SMALL = 32
# More words than this have no room on any card.
MOST_WORDS = 400
COLOURS = 64
ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Card:
    """What a card says: the kind of record, its words, whose they are, and the newsroom. A figure stands above all."""

    kicker: str
    words: str
    below: str
    publisher: str
    figure: str = ""


def draw(card):
    """Return the card as a PNG file. One at a time: fonts belong to no thread, and pages should not wait for cards."""
    with ONE_AT_A_TIME:
        return draw_alone(card)


def draw_alone(card):
    """Return the card as a PNG file, while no other is drawn."""
    image = Image.new("RGB", SHARE_SIZE, GROUND)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SHARE_SIZE[0], 14), fill=MARK)
    small = sans(SMALL)
    write(pen, small, (MARGIN, 92), shorten(card.kicker, WIDTH, small.width), MARK)
    write_words(pen, card)
    pen.line((MARGIN, 530, SHARE_SIZE[0] - MARGIN, 530), fill=RULE, width=2)
    left = SHARE_SIZE[0] - MARGIN - small.width(card.publisher)
    write(pen, small, (left, 582), card.publisher, INK)
    write_mark(pen, left - 46)
    write(pen, small, (MARGIN, 582), shorten(card.below, left - 46 - MARGIN - 40, small.width), QUIET)
    file = io.BytesIO()
    image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


def write_words(pen, card):
    """Write the figure and the words, one below the other in the middle of their room."""
    room, parts = BOTTOM - TOP, []
    if card.figure:
        face, lines = fit(card.figure, WIDTH, FIGURE_SIZES[0] * 3 // 2, [serif(size) for size in FIGURE_SIZES])
        parts.append((face, lines, LINK))
        room -= face.leading * len(lines) + GAP
    sizes = SIZES[3:] if card.figure else SIZES
    face, lines = fit(excerpt(card.words, MOST_WORDS), WIDTH, room, [serif(size) for size in sizes])
    parts.append((face, lines, INK))
    height = sum(face.leading * len(lines) for face, lines, _colour in parts) + GAP * (len(parts) - 1)
    top = TOP + (BOTTOM - TOP - height) // 2
    for face, lines, colour in parts:
        for line in lines:
            top += face.leading
            write(pen, face, (MARGIN, top - (face.leading - face.size) // 2 - face.size // 8), line, colour)
        top += GAP


def write(pen, face, place, text, colour):
    """Write one line, its base line beginning at a place."""
    left, base = place
    for font, part in face.runs(text):
        pen.text((left, base), part, font=font, fill=colour, anchor="ls")
        left += font.getlength(part)


def write_mark(pen, left):
    """Draw the newsroom's mark: quotation marks on a dark square."""
    pen.rounded_rectangle((left, 554, left + 34, 588), radius=5, fill=INK)
    face = serif(44)
    write(pen, face, (left + 17 - face.width("“") / 2, 600), "“", GROUND)
