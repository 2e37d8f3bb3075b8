"""Pictures from outside."""

import io
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from articles.images import FORMATS, reencode


def picture(kind="JPEG", size=(40, 20), **options):
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, kind, **options)
    return out.getvalue()


def bomb():
    """A PNG of 88 million pixels in a few kilobytes."""
    out = io.BytesIO()
    Image.new("1", (11_000, 8_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        b"<html><script>1</script></html>",
        picture("GIF"),
        picture("TIFF"),
        picture("BMP"),
        picture()[:200],
        picture("PNG")[:60],
        bomb(),
        zlib.compress(b"x" * 1000),
    ],
)
def test_hostile_file_is_refused(data):
    with pytest.raises(ValidationError):
        reencode(ContentFile(data, name="x.jpg"))


@pytest.mark.parametrize("kind", FORMATS)
def test_picture_is_reencoded_under_a_random_name(kind):
    clean = reencode(ContentFile(picture(kind) + b"<script>1</script>", name="../../evil.html"))
    assert b"script" not in clean.read()
    stem, extension = clean.name.split(".")
    assert len(stem) == 24
    assert extension == FORMATS[kind][0]


def test_metadata_is_dropped_and_orientation_applied():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010E] = "where it was taken"
    clean = Image.open(reencode(ContentFile(picture(exif=exif), name="x.jpg")))
    assert clean.size == (20, 40)
    assert not clean.getexif()
