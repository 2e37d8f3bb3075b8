"""Pictures from outside: refused when hostile, re-encoded when not, so that nothing hidden in a file is served."""

import io
import mimetypes
import re
import secrets
import struct
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageCms


@dataclass(frozen=True)
class Format:
    """How a format is kept, and how many million pixels of it may be decoded: some take far more room than others."""

    extension: str
    megapixels: int
    options: dict


# By Pillow's names.
FORMATS = {
    "JPEG": Format("jpg", 40, {"quality": 88, "optimize": True}),
    "PNG": Format("png", 25, {}),
    "WEBP": Format("webp", 16, {"quality": 88}),
    "AVIF": Format("avif", 16, {"quality": 75, "speed": 8}),
}
MAX_BYTES = 20_000_000
# The decoder of a progressive JPEG keeps the whole of it beside the picture.
PROGRESSIVE_MEGAPIXELS = 25
# The longest side that is kept; the widest rendition has less than half of it.
MAX_SIDE = 4096
# Narrower than this no rendition can be made of it.
MAX_RATIO = 50
# A progressive JPEG is drawn over and over, once a scan; cameras and programs write about ten.
MAX_SCANS = 50
MAX_PROFILE = 4_000_000
SRGB = ImageCms.createProfile("sRGB")
# What Pillow raises on broken files: each of its decoders has its own way to fail.
BROKEN = (
    *(OSError, EOFError, SyntaxError, ValueError, TypeError),
    *(LookupError, ArithmeticError, RuntimeError, struct.error),
)
BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
START_OF_SCAN, END_OF_IMAGE, ALONE = 0xDA, 0xD9, {0x01, 0xD8}

# Python before 3.13 does not know it, and a browser shows no picture of an unknown type.
mimetypes.add_type("image/webp", ".webp")


class CleanPicture(ContentFile):
    """A picture that was re-encoded here, under a random name."""

    @property
    def dimensions(self):
        """Its width and height in pixels."""
        self.seek(0)
        return Image.open(self).size


def reencode(file):
    """Return the picture as a new file: its first frame, upright, in the colours of the web, without metadata.

    Raises ValidationError for anything that is not wholly decodable. The size is checked before decoding; a picture
    with more than `MAX_SIDE` pixels on a side is made smaller.
    """
    picture = open_picture(file)
    form = FORMATS[format_of(picture)]
    out = io.BytesIO()
    try:
        decoded(picture).save(out, format_of(picture), **form.options)
    except BROKEN as error:
        raise ValidationError(_("The picture is damaged.")) from error
    return CleanPicture(out.getvalue(), name=f"{secrets.token_hex(12)}.{form.extension}")


def describe_size(width, height, size):
    """Return the pixels and bytes of a picture in words of the active language: 4032 × 3024, 2.1 MB."""
    return f"{width} × {height}, {filesizeformat(size)}"


def open_picture(file):
    """Return the opened, not yet decoded picture of an allowed format and size, else raise ValidationError."""
    if file.size > MAX_BYTES:
        raise ValidationError(_("The picture is larger than %d MB.") % (MAX_BYTES // 1_000_000))
    file.seek(0)
    try:
        picture = Image.open(file, formats=list(FORMATS))
    except BOMB as error:
        raise too_many_pixels(FORMATS["JPEG"].megapixels) from error
    except BROKEN as error:
        raise ValidationError(_("This is not a JPEG, PNG, WebP or AVIF picture.")) from error
    check_shape(picture)
    if format_of(picture) == "JPEG" and count_scans(file) > MAX_SCANS:
        raise ValidationError(_("The picture is damaged."))
    return picture


def format_of(picture):
    """Return the format. Phones write several pictures into one JPEG; the first is the one that was taken."""
    return "JPEG" if picture.format == "MPO" else picture.format


def check_shape(picture):
    """Refuse a picture with more pixels than may be decoded, or one that is a mere line."""
    most = PROGRESSIVE_MEGAPIXELS if picture.info.get("progressive") else FORMATS[format_of(picture)].megapixels
    if picture.width * picture.height > most * 1_000_000:
        raise too_many_pixels(most)
    if max(picture.size) > MAX_RATIO * min(picture.size):
        size = {"width": picture.width, "height": picture.height}
        raise ValidationError(_("The picture is too narrow: %(width)d × %(height)d pixels.") % size)


def too_many_pixels(most):
    """Return the error that says how many million pixels a picture may have."""
    return ValidationError(_("The picture has more than %d million pixels.") % most)


def count_scans(file):
    """Return how often the first picture in a JPEG file is drawn over."""
    file.seek(0)
    data = file.read()
    scans, position = 0, 0
    while found := MARKER.search(data, position):
        marker, position = found[1][0], found.end()
        if marker == END_OF_IMAGE:
            break
        scans += marker == START_OF_SCAN
        if marker not in ALONE:
            position += int.from_bytes(data[position : position + 2])
    file.seek(0)
    return scans


def decoded(picture):
    """Return the picture decoded, with nothing but its pixels."""
    profile, turn = picture.info.get("icc_profile", b""), turning(picture)
    # A JPEG is decoded at half its size or less when that is still enough: it saves the room.
    shrinking = -(-max(picture.size) // MAX_SIDE)
    picture.draft(None, (picture.width // shrinking, picture.height // shrinking))
    picture.load()
    picture = in_full_depth(picture)
    picture.thumbnail((MAX_SIDE, MAX_SIDE), reducing_gap=None)
    picture = in_srgb(picture, profile)
    if turn is not None:
        picture = picture.transpose(turn)
    picture.info = {}
    return picture


def turning(picture):
    """Return how the picture must be turned to stand upright, or None; a camera's broken note of it is ignored."""
    try:
        return TURNS.get(picture.getexif().get(ExifTags.Base.Orientation))
    except BROKEN:
        return None


def in_full_depth(picture):
    """Return the picture with eight bits a colour and no palette. CMYK waits for its profile."""
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in {"L", "RGB", "RGBA", "CMYK"} and "transparency" not in picture.info:
        return picture
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def in_srgb(picture, profile):
    """Return the picture in the colours of the web; a profile that does not fit it is ignored."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    try:
        if 0 < len(profile) <= MAX_PROFILE:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            picture = ImageCms.profileToProfile(picture, source, SRGB, outputMode=mode)
    except (ImageCms.PyCMSError, *BROKEN):
        pass
    return picture.convert(mode)
