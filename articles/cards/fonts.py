"""The fonts that cards are drawn with: the one that CARD_FONT names, or those that systems bring."""

from contextlib import suppress
from functools import lru_cache
from itertools import count

from django.conf import settings
from PIL import ImageFont

FOLDERS = (
    "/usr/share/fonts/opentype/noto/",
    "/usr/share/fonts/noto-cjk/",
    "/usr/share/fonts/google-noto-cjk/",
    "/usr/share/fonts/truetype/nanum/",
    "/usr/share/fonts/truetype/dejavu/",
    "/usr/share/fonts/dejavu-sans-fonts/",
    "/System/Library/Fonts/",
    "/System/Library/Fonts/Supplemental/",
    "C:/Windows/Fonts/",
)
# For words, and for what stands around them; a sign that one font lacks is drawn by the next.
SERIF = (
    *("NotoSerifCJK-Bold.ttc", "NanumMyeongjoBold.ttf", "AppleMyungjo.ttf", "batang.ttc"),
    *("NotoSansCJK-Bold.ttc", "NanumGothicBold.ttf", "AppleSDGothicNeo.ttc", "malgunbd.ttf"),
    *("DejaVuSerif-Bold.ttf", "Georgia Bold.ttf", "georgiab.ttf"),
)
SANS = (
    *("NotoSansCJK-Regular.ttc", "NanumGothic.ttf", "AppleSDGothicNeo.ttc", "malgun.ttf"),
    *("DejaVuSans.ttf", "Helvetica.ttc", "arial.ttf"),
)
HANGUL = "한"
# No font has a picture of it but the one for what it lacks.
NOTHING = "\U0010fffe"
LEADING = 1.36


class Typeface:
    """Fonts of one size."""

    def __init__(self, names, size):
        self.size, self.leading = size, round(size * LEADING)
        paths = [settings.CARD_FONT] if settings.CARD_FONT else []
        paths += [folder + name for name in names for folder in FOLDERS]
        self.fonts = [font for font in (open_font(path, size) for path in paths) if font]
        # To lay out lines, the same beginnings of them are measured again and again.
        self.width = lru_cache(maxsize=2_000)(self.measure)

    def has(self, sign):
        """Whether one of the fonts has a sign."""
        return any(covers(font, sign) for font in self.fonts)

    def runs(self, text):
        """Return text in (font, part) pairs, each sign with the first font that has it."""
        runs = []
        for sign in text:
            font = next((font for font in self.fonts if covers(font, sign)), self.fonts[0])
            if runs and (runs[-1][0] is font or sign == " "):
                runs[-1] = runs[-1][0], runs[-1][1] + sign
            else:
                runs.append((font, sign))
        return runs

    def measure(self, text):
        """Return how wide text is."""
        return sum(font.getlength(part) for font, part in self.runs(text))


def open_font(path, size):
    """Return a font, of several in one file the Korean one; None when there is no such file."""
    index = index_in(path)
    return None if index is None else ImageFont.truetype(path, size, index=index)


@lru_cache
def index_in(path):
    """Return which of the fonts in a file is the Korean one, else the first; None when there is no such file."""
    names = list(names_in(path))
    return next((index for index, name in enumerate(names) if "KR" in name), 0 if names else None)


def names_in(path):
    """Yield the names of the fonts in a file; most have one, a collection has some."""
    with suppress(OSError):  # there is no such file, or no further font in it
        for index in count():
            yield ImageFont.truetype(path, index=index).getname()[0]


@lru_cache(maxsize=10_000)
def covers(font, sign):
    """Whether a font has a sign: it draws it otherwise than what it lacks."""
    return bytes(font.getmask(sign)) != bytes(font.getmask(NOTHING))


@lru_cache
def serif(size):
    """Return the typeface of words."""
    return Typeface(SERIF, size)


@lru_cache
def sans(size):
    """Return the typeface of what stands around them."""
    return Typeface(SANS, size)


@lru_cache
def can_draw():
    """Whether there are fonts with Hangul; without them cards would be rows of empty boxes."""
    return all(make(20).has(HANGUL) for make in (serif, sans))
