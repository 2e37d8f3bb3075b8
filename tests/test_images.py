"""Pictures from outside: what is refused, what is kept of the rest, and what it costs."""

import io
import json
import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image, ImageCms

from articles import images
from articles.images import FORMATS, describe_size, reencode
from articles.models import Figure
from tests import pictures
from tests.factories import ArticleFactory

pytestmark = pytest.mark.slow
HOSTILE = pictures.hostile()
LOADED = pictures.loaded()
# Run alone, so that what it costs can be told from what the tests cost.
MEASURE = """
import json, pathlib, resource, sys, time
from django.conf import settings
settings.configure(USE_I18N=False)
from django.core.exceptions import ValidationError
from django.core.files import File
from articles.images import reencode
from PIL import Image
Image.init()
room = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
before, taken = room(), {}
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    start = time.process_time()
    try:
        reencode(File(path.open("rb")))
    except ValidationError:
        taken[path.name] = time.process_time() - start
print(json.dumps({"megabytes": room() - before, "seconds": taken}))
"""


def opened(data, name="x.jpg"):
    """Return the picture that is kept of a file."""
    picture = Image.open(reencode(ContentFile(data, name=name)))
    picture.load()
    return picture


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused(name):
    with pytest.raises(ValidationError):
        reencode(ContentFile(HOSTILE[name], name=name))


def test_hostile_files_cost_little(tmp_path):
    worst = {
        "worst.jpg": pictures.broken(pictures.file_of(pictures.noisy((7300, 5400)), quality=50)),
        "worst.png": pictures.flat_png(5000, 5000, kind=6, damaged=True),
    }
    for name, data in (HOSTILE | worst).items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run([sys.executable, "-c", MEASURE, tmp_path], capture_output=True, text=True, check=True)
    cost = json.loads(done.stdout)
    assert cost["seconds"].keys() == HOSTILE.keys() | worst.keys()
    assert cost["megabytes"] <= 200
    assert max(cost["seconds"].values()) <= 2


@pytest.mark.parametrize("name", LOADED)
def test_nothing_but_the_picture_is_kept(name):
    clean = reencode(ContentFile(LOADED[name], name=name))
    data = clean.read()
    assert b"PAYLOAD" not in data
    assert b"PK\x03\x04" not in data
    picture = Image.open(clean)
    assert not picture.getexif()
    assert not {"icc_profile", "comment", "xmp", "Comment", "Packed", "exif"} & picture.info.keys()


@pytest.mark.parametrize("name", ["../../evil.html", "a\0b.jpg", "한" * 200 + ".jpg", "", "x.php.jpg"])
@pytest.mark.parametrize("kind", FORMATS)
def test_name_is_random_and_tells_the_format(kind, name):
    stem, extension = reencode(ContentFile(pictures.plain(kind), name=name)).name.split(".")
    assert len(stem) == 24
    assert extension == FORMATS[kind].extension


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("turn", range(1, 9))
def test_picture_stands_upright(kind, turn):
    wide = Image.new("RGB", (64, 32), "blue")
    wide.paste("red", (0, 0, 16, 32))
    notes = Image.Exif()
    notes[0x0112] = turn
    picture = opened(pictures.file_of(wide, kind, exif=notes)).convert("RGB")
    corners = {1: (2, 16), 2: (61, 16), 3: (61, 16), 4: (2, 16), 5: (16, 2), 6: (16, 2), 7: (16, 61), 8: (16, 61)}
    red, _green, blue = picture.getpixel(corners[turn])
    assert picture.size == ((64, 32) if turn < 5 else (32, 64))
    assert red > 200 > 100 > blue


@pytest.mark.parametrize(
    ("mode", "kind", "colour", "expected"),
    [
        ("L", "JPEG", 200, (200, 200, 200)),
        ("L", "PNG", 200, (200, 200, 200)),
        ("1", "PNG", 1, (255, 255, 255)),
        ("I;16", "PNG", 0x8080, (128, 128, 128)),
        ("P", "PNG", "red", None),
        ("LA", "PNG", (200, 100), (200, 200, 200, 100)),
        ("LA", "WEBP", (200, 100), (200, 200, 200, 100)),
        ("RGBA", "PNG", (255, 0, 0, 100), (255, 0, 0, 100)),
        ("RGBA", "WEBP", (255, 0, 0, 100), (255, 0, 0, 100)),
        ("RGBA", "AVIF", (255, 0, 0, 100), (255, 0, 0, 100)),
        ("CMYK", "JPEG", (0, 255, 255, 0), (255, 0, 0)),
        ("YCbCr", "JPEG", (76, 85, 255), (255, 0, 0)),
    ],
)
def test_every_kind_of_pixel_comes_out_right(mode, kind, colour, expected):
    picture = opened(pictures.plain(kind, mode=mode, colour=colour))
    expected = expected or Image.new("P", (1, 1), "red").convert("RGB").getpixel((0, 0))
    assert picture.mode == ("RGBA" if len(expected) == 4 else "RGB")
    assert all(abs(got - wanted) <= 4 for got, wanted in zip(picture.getpixel((9, 9)), expected, strict=True))


def test_transparent_palette_stays_transparent():
    palette = Image.new("P", (20, 20), 1)
    palette.putpalette([255, 0, 0, 0, 0, 255])
    palette.paste(0, (0, 0, 10, 20))
    picture = opened(pictures.file_of(palette, "PNG", transparency=0))
    assert picture.getpixel((2, 2))[3] == 0
    assert picture.getpixel((15, 2)) == (0, 0, 255, 255)


@pytest.mark.parametrize("kind", ["WEBP", "PNG", "AVIF"])
def test_first_frame_of_an_animation_is_kept(kind):
    picture = opened(pictures.animated(kind))
    assert getattr(picture, "n_frames", 1) == 1
    red, _green, blue = picture.convert("RGB").getpixel((20, 10))
    assert red > 200 > 100 > blue


def test_colours_are_brought_to_those_of_the_web():
    grey = Image.new("L", (8, 8), 128)
    linear = ImageCms.createProfile("XYZ")
    assert opened(pictures.file_of(grey, icc_profile=ImageCms.ImageCmsProfile(linear).tobytes())).mode == "RGB"
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    odd = opened(pictures.plain(colour=(10, 200, 30), icc_profile=lab))
    assert odd.getpixel((4, 4)) == opened(pictures.plain(colour=(10, 200, 30))).getpixel((4, 4))


@pytest.mark.parametrize("size", [(6000, 1000), (5000, 4800), (1000, 5000)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_larger_picture_is_made_smaller_in_its_proportions(kind, size):
    data = pictures.flat_png(*size) if kind == "PNG" else pictures.plain(size=size)
    width, height = opened(data).size
    assert images.MAX_SIDE / 2 < max(width, height) <= images.MAX_SIDE
    assert width / height == pytest.approx(size[0] / size[1], rel=0.01)


def test_broken_note_of_a_camera_is_ignored(recwarn):
    data = pictures.plain(exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03")
    assert opened(data).size == (40, 20)
    recwarn.clear()


def test_size_is_described_in_the_language_of_the_page():
    assert describe_size(4032, 3024, 2_200_000) == "4032 × 3024, 2.1\xa0MB"


@pytest.mark.django_db
def test_column_refuses_and_cleans_whoever_writes(settings):
    place = {"parent": ArticleFactory(), "region": "main", "ordering": 1, "alt": "x"}
    with pytest.raises(ValidationError) as refused:
        Figure(image=ContentFile(HOSTILE["drawing.svg"], name="x.png"), **place).full_clean()
    assert list(refused.value.message_dict) == ["image"]
    with pytest.raises(ValidationError), transaction.atomic():
        Figure.objects.create(image=ContentFile(HOSTILE["truncated.png"], name="x.png"), **place)
    figure = Figure.objects.create(image=ContentFile(LOADED["notes.jpg"], name="../../evil.html"), **place)
    assert (figure.image_width, figure.image_height) == (20, 40)
    stored = [path.read_bytes() for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert len(stored) == 1 + len(figure.image.field.formats)
    assert not any(b"PAYLOAD" in data or Image.open(io.BytesIO(data)).getexif() for data in stored)
