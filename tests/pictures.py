"""Picture files for tests, good and hostile, made on the spot."""

import io
import struct
import zlib

from PIL import Image, ImageCms, PngImagePlugin

PAYLOAD = b"<script>alert('PAYLOAD')</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>1</script></svg>'
HTML = b"<!doctype html><html><script>1</script></html>"


def file_of(picture, kind="JPEG", **options):
    """Return the bytes of a picture in a format."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def plain(kind="JPEG", size=(40, 20), mode="RGB", colour="red", **options):
    """Return a picture of one colour."""
    return file_of(Image.new(mode, size, colour), kind, **options)


def noisy(size=(320, 240)):
    """Return a picture that does not compress."""
    return Image.effect_noise(size, 90).convert("RGB")


# PNG, chunk by chunk


def chunks(data):
    """Yield the (kind, content) chunks of a PNG."""
    position = 8
    while position < len(data):
        (size,) = struct.unpack_from(">I", data, position)
        yield data[position + 4 : position + 8], data[position + 8 : position + 8 + size]
        position += size + 12


def png(parts):
    """Return the PNG of these chunks, with right checksums."""
    framed = (struct.pack(">I", len(c)) + kind + c + struct.pack(">I", zlib.crc32(kind + c)) for kind, c in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


def sized_png(width, height):
    """Return a PNG that says it is that large and is not."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return png([(b"IHDR", header), *list(chunks(plain("PNG")))[1:]])


def flat_png(width, height, kind=2, damaged=False):
    """Return a PNG of that size in a short file; when damaged, its last rows are missing under a right checksum."""
    packer = zlib.compressobj(level=1)
    row = b"\0" * (1 + width * {0: 1, 2: 3, 6: 4}[kind])
    data = packer.compress(row * height) + packer.flush()
    if damaged:
        data = data[: len(data) * 3 // 4]
    return png([(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)), (b"IDAT", data), (b"IEND", b"")])


def png_with(*parts):
    """Return a small PNG with more chunks."""
    first, *rest = chunks(plain("PNG"))
    return png([first, *parts, *rest])


# Other formats, with another size written into their headers


def sized_jpeg(width, height, **options):
    """Return a JPEG that says it is that large."""
    data = bytearray(plain("JPEG", **options))
    frame = data.find(b"\xff\xc2" if options.get("progressive") else b"\xff\xc0")
    struct.pack_into(">HH", data, frame + 5, height, width)
    return bytes(data)


def sized_webp(width, height):
    """Return a lossless WebP that says it is that large: a bomb of 34 bytes."""
    data = bytearray(plain("WEBP", lossless=True))
    place = data.find(b"VP8L") + 9
    (bits,) = struct.unpack_from("<I", data, place)
    struct.pack_into("<I", data, place, bits & ~0xFFFFFFF | (height - 1) << 14 | (width - 1))
    return bytes(data)


def sized_avif(width, height):
    """Return an AVIF that says it is that large."""
    data = bytearray(plain("AVIF"))
    struct.pack_into(">II", data, data.find(b"ispe") + 8, width, height)
    return bytes(data)


def scanned_jpeg(times):
    """Return a progressive JPEG that is drawn over and over."""
    data = plain("JPEG", progressive=True)
    scan = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + scan * times + b"\xff\xd9"


def animated(kind):
    """Return a picture that is red first and blue then."""
    frames = [Image.new("RGB", (40, 20), colour) for colour in ("red", "blue")]
    return file_of(frames[0], kind, save_all=True, append_images=frames[1:])


def broken(data):
    """Return the first half of a file."""
    return data[: len(data) // 2]


def hostile():
    """Return files that must be refused, by name."""
    deflated = zlib.compress(b"a" * 80_000_000, level=1)
    text = zlib.compress(b"a" * 1_000_000)
    many = [(b"zTXt", b"k%d\0\0" % n + text) for n in range(100)]
    return {
        "empty.jpg": b"",
        "garbage.jpg": zlib.compress(bytes(range(256)) * 40),
        "zeros.png": b"\0" * 5000,
        "only-a-signature.png": b"\x89PNG\r\n\x1a\n",
        "only-a-signature.jpg": b"\xff\xd8\xff",
        "drawing.svg": SVG,
        "drawing-named.png": SVG,
        "drawing-with-prolog.png": b'<?xml version="1.0"?>' + SVG,
        "page-named.jpg": HTML,
        "page-after-signature.jpg": b"\xff\xd8\xff\xe0" + HTML,
        "picture.gif": plain("GIF"),
        "picture-named.jpg": plain("GIF"),
        "script-in-a.gif": b"GIF89a/*" + plain("GIF")[8:] + b"*/=1;" + PAYLOAD,
        "moving.gif": animated("GIF"),
        "picture.tiff": plain("TIFF"),
        "picture.bmp": plain("BMP"),
        "picture.ico": plain("ICO"),
        "picture.ppm": plain("PPM"),
        "picture.pdf": plain("PDF"),
        "picture.jp2": plain("JPEG2000"),
        "picture.tga": plain("TGA"),
        "truncated.jpg": broken(file_of(noisy())),
        "truncated-progressive.jpg": broken(file_of(noisy(), progressive=True)),
        "truncated.png": broken(file_of(noisy(), "PNG")),
        "truncated.webp": broken(file_of(noisy(), "WEBP")),
        "truncated.avif": broken(file_of(noisy(), "AVIF")),
        "no-rows.png": sized_png(5000, 4900),
        "wrong-rows.png": flat_png(4000, 4000, damaged=True),
        "nothing.png": sized_png(0, 0),
        "no-height.png": sized_png(10, 0),
        "line.png": flat_png(1, 4000),
        "long-line.png": flat_png(20_000, 10),
        "bomb-30.png": flat_png(6000, 5000, kind=0),
        "bomb-88.png": flat_png(11_000, 8000, kind=0),
        "bomb-144.png": sized_png(12_000, 12_000),
        "bomb-400.png": sized_png(20_000, 20_000),
        "bomb-4000000.png": sized_png(2**31 - 1, 2**31 - 1),
        "bomb-48.jpg": sized_jpeg(8000, 6000),
        "bomb-4000.jpg": sized_jpeg(65_500, 65_500),
        "bomb-progressive.jpg": sized_jpeg(6000, 5000, progressive=True),
        "bomb-20.webp": sized_webp(5000, 4000),
        "bomb-268.webp": sized_webp(16_383, 16_383),
        "bomb-20.avif": sized_avif(5000, 4000),
        "bomb-4000.avif": sized_avif(65_000, 65_000),
        "drawn-over.jpg": scanned_jpeg(500),
        "text-bomb.png": png_with((b"zTXt", b"k\0\0" + deflated)),
        "international-text-bomb.png": png_with((b"iTXt", b"k\0\1\0\0\0" + deflated)),
        "profile-bomb.png": png_with((b"iCCP", b"k\0\0" + deflated)),
        "many-texts.png": png_with(*many),
        "fat.jpg": plain() + b"\0" * 20_000_001,
    }


# Harmless files with something in them that nobody must see


def exif():
    """Return what a camera notes: where it was, what it saw, which side is up (turned by 90 degrees)."""
    notes = Image.Exif()
    notes[0x0112] = 6
    notes[0x010E] = PAYLOAD.decode()
    notes.get_ifd(0x8825).update({1: "N", 2: (37.0, 33.0, 59.0), 3: "E", 4: (126.0, 58.0, 41.0), 27: PAYLOAD})
    return notes


def texts():
    """Return the texts of a PNG, one of them packed."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", PAYLOAD.decode())
    info.add_itxt("XML:com.adobe.xmp", PAYLOAD.decode())
    info.add_text("Packed", PAYLOAD.decode(), zip=True)
    return info


def profile():
    """Return a valid ICC profile with something behind it."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + PAYLOAD


def loaded():
    """Return good pictures that carry more than a picture, by name."""
    archive = b"PK\x03\x04" + PAYLOAD + b"PK\x05\x06" + b"\0" * 18
    return {
        "archive-behind.jpg": plain() + archive,
        "script-behind.jpg": plain() + PAYLOAD,
        "script-behind.png": plain("PNG") + PAYLOAD,
        "script-behind.webp": plain("WEBP") + PAYLOAD,
        "script-behind.avif": plain("AVIF") + PAYLOAD,
        "comment.jpg": plain(comment=PAYLOAD),
        "comment-and-gif.jpg": plain(comment=b"GIF89a" + PAYLOAD),
        "notes.jpg": plain(exif=exif()),
        "notes.png": plain("PNG", exif=exif(), pnginfo=texts()),
        "notes.webp": plain("WEBP", exif=exif(), xmp=PAYLOAD),
        "notes.avif": plain("AVIF", exif=exif(), xmp=PAYLOAD),
        "xmp.jpg": plain(xmp=PAYLOAD),
        "profile.jpg": plain(icc_profile=profile()),
        "profile.png": plain("PNG", icc_profile=profile()),
        "profile.webp": plain("WEBP", icc_profile=profile()),
        "profile.avif": plain("AVIF", icc_profile=profile()),
        "odd-profile.jpg": plain(icc_profile=PAYLOAD * 100),
        "second-picture.jpg": file_of(
            Image.new("RGB", (40, 20)), "MPO", save_all=True, append_images=[Image.new("RGB", (40, 20))], exif=exif()
        )
        + PAYLOAD,
        "png-named.jpg": plain("PNG") + PAYLOAD,
        "jpeg-named.html": plain() + HTML + PAYLOAD,
    }
