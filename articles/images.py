"""Pictures from outside: refused when hostile, re-encoded when not, so that nothing hidden in a file is served."""

import io
import secrets

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

# Pillow format → (extension, options for saving)
FORMATS = {
    "JPEG": ("jpg", {"quality": 88, "optimize": True}),
    "PNG": ("png", {"optimize": True}),
    "WEBP": ("webp", {"quality": 88}),
    "AVIF": ("avif", {"quality": 75}),
}
MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000


def open_picture(file):
    """Return the opened, not yet decoded picture of an allowed format and size, else raise ValidationError."""
    if file.size > MAX_BYTES:
        raise ValidationError(_("The picture is larger than %d MB.") % (MAX_BYTES // 1_000_000))
    file.seek(0)
    try:
        picture = Image.open(file, formats=list(FORMATS))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(_("This is not a JPEG, PNG, WebP or AVIF picture.")) from error
    if picture.width * picture.height > MAX_PIXELS:
        raise ValidationError(_("The picture has more than %d million pixels.") % (MAX_PIXELS // 1_000_000))
    return picture


def reencode(file):
    """Return the picture as a new file with a random name, upright and without metadata.

    Raises ValidationError for anything that is not wholly decodable. The size is checked before decoding.
    """
    picture = open_picture(file)
    # Phones write several pictures into one JPEG; the first is the one that was taken.
    kind = "JPEG" if picture.format == "MPO" else picture.format
    extension, options = FORMATS[kind]
    try:
        upright = ImageOps.exif_transpose(picture)
        clean = Image.new(upright.mode, upright.size)
        clean.paste(upright)
        if upright.mode == "P":
            clean = upright.convert("RGBA")
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("The picture is damaged.")) from error
    if kind == "JPEG":
        clean = clean.convert("RGB")
    out = io.BytesIO()
    try:
        clean.save(out, kind, **options)
    except (OSError, ValueError) as error:
        raise ValidationError(_("The picture is damaged.")) from error
    return ContentFile(out.getvalue(), name=f"{secrets.token_hex(12)}.{extension}")
