"""The demo's pictures, drawn by code: quiet geometry, one motif a subject."""

import io
import math

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

SIZE = (1600, 900)
GROUND, HAZE, INK, ACCENT = "#e9e4d8", "#cfd8d6", "#2f4858", "#c8553d"


def draw(motif):
    """Return a JPEG file of the motif, the same bytes' worth of picture on every machine."""
    picture = Image.new("RGB", SIZE, GROUND)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 640, *SIZE), fill=HAZE)
    MOTIFS[motif](pen)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return ContentFile(out.getvalue(), name=f"{motif}.jpg")


def skyline(pen):
    """Buildings of different height along a river."""
    for number in range(14):
        left, height = 60 + number * 108, 140 + (number * 137) % 330
        pen.rectangle((left, 640 - height, left + 84, 640), fill=ACCENT if number % 5 == 2 else INK)


def wafer(pen):
    """A round wafer with its dies."""
    pen.ellipse((450, 100, 1150, 800), fill=INK)
    for row in range(14):
        for column in range(14):
            left, top = 464 + column * 49, 114 + row * 49
            if math.dist((left + 22, top + 22), (800, 450)) < 310:
                pen.rectangle((left, top, left + 40, top + 40), fill=ACCENT if (row * 5 + column) % 17 == 0 else HAZE)


def port(pen):
    """Cranes over a quay and stacked containers."""
    for left in (240, 640, 1040):
        pen.line((left, 640, left + 60, 220, left + 120, 640), fill=INK, width=16)
        pen.line((left - 140, 300, left + 320, 300), fill=INK, width=14)
        pen.line((left - 60, 300, left - 60, 470), fill=INK, width=4)
    for number in range(18):
        left, top = 120 + (number % 9) * 150, 660 + (number // 9) * 70
        pen.rectangle((left, top, left + 132, top + 58), fill=ACCENT if number % 4 == 1 else INK)


def turbine(pen):
    """Three wind turbines at sea."""
    for middle, hub, arm in ((380, 330, 170), (800, 250, 220), (1240, 350, 160)):
        pen.line((middle, hub, middle, 700), fill=INK, width=14)
        for angle in (90, 210, 330):
            tip = (middle + arm * math.cos(math.radians(angle)), hub - arm * math.sin(math.radians(angle)))
            pen.line((middle, hub, *tip), fill=ACCENT, width=18)
        pen.ellipse((middle - 16, hub - 16, middle + 16, hub + 16), fill=INK)


def circuit(pen):
    """Traces that run to a chip."""
    for number in range(9):
        level = 130 + number * 80
        pen.line((0, level, 420 + number * 20, level, 620, 300 + number * 38), fill=INK, width=8)
        pen.line((1600, level, 1180 - number * 20, level, 980, 300 + number * 38), fill=INK, width=8)
    pen.rectangle((610, 260, 990, 640), fill=ACCENT)


def harvest(pen):
    """Rows of a field under a low sun."""
    pen.ellipse((1080, 180, 1360, 460), fill=ACCENT)
    for number in range(-8, 17):
        pen.line((800, 560, number * 200, 900), fill=INK, width=10)


MOTIFS = {motif.__name__: motif for motif in (skyline, wafer, port, turbine, circuit, harvest)}
