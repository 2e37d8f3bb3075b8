"""A story as ninjs 3.0, in which agencies and newsrooms hand news to each other: https://iptc.org/standards/ninjs/."""

from django.conf import settings

from articles.addresses import absolute
from articles.clock import as_iso
from articles.collections.linked_data import address_of, entity, filled, moments, original_of, speaker_of
from articles.models import Figure, Quote
from articles.vocabulary import Precision

STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}
RENDITIONS = ("small", "medium", "large", "wide")


def export(collection, article, beside):
    """Return a public story, with what its page shows beside it."""
    seen = moments(collection, article)
    is_exact = article.published_precision == Precision.MINUTE
    return filled(
        {
            "uri": address_of(article, article.language),
            "standard": STANDARD,
            "type": "text",
            "representationType": "full",
            "pubStatus": "usable",
            "language": article.language,
            "firstCreated": seen["datePublished"],
            "versionCreated": seen["dateModified"],
            "contentCreated": as_iso(article.published_at) if is_exact else None,
            "headlines": [{"role": "main", "value": article.headline}],
            "descriptions": [{"role": "standfirst", "value": article.standfirst}] if article.standfirst else [],
            "bodies": [body_of(beside["blocks"])],
            "by": article.byline,
            "slugline": article.slug,
            "infoSources": sources_of(article),
            "subjects": [about(topic, "about") for topic in beside["topics"]],
            **voices_in(beside["loaded"]["quotes"]),
            "associations": [
                picture_of(block, number)
                for number, block in enumerate((b for b in beside["blocks"] if isinstance(b, Figure)), start=1)
            ],
            "altIds": [{"role": "public id", "value": article.public_id}],
            # What others have written is theirs to license.
            "rightsInfo": None if original_of(article) else {"linkedRights": settings.DATA_LICENCE_URL},
        }
    )


def body_of(blocks):
    """Return the words of a story, without the captions of its pictures, a block a paragraph."""
    words = [words_of(block) for block in blocks if not isinstance(block, Figure)]
    text = "\n\n".join(filter(None, words))
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return {"role": "main", "contentType": "text/plain", **counts, "value": text}


def words_of(block):
    """Return the words of a block; what is quoted verbatim in its marks."""
    words = block.plain_text()
    return f"“{words}”" if words and isinstance(block, Quote) and block.has_marks else words


def sources_of(article):
    """Return where a story comes from."""
    outlets = {"originator": article.outlet, "distributor": article.republished_from}
    return [filled({"name": str(o), "role": role, "uri": o.url}) for role, o in outlets.items() if o]


def voices_in(quotes):
    """Return the people and the organisations that speak in a story, each once, by the names of their lists."""
    speakers = {node["@id"]: node for node in map(speaker_of, quotes) if node}.values()
    kinds = {"people": "Person", "organisations": "Organization"}
    return {
        name: [
            {"name": node["name"], "rel": "speaker", "uri": node["url"]} for node in speakers if node["@type"] == kind
        ]
        for name, kind in kinds.items()
    }


def about(record, relation):
    """Return a record of the directory as something that a story has to do with."""
    node = entity("Thing", record)
    return {"name": node["name"], "rel": relation, "uri": node["url"]}


def picture_of(figure, number):
    """Return a picture in its sizes, with what stands below it."""
    texts = {"caption": figure.caption, "alternative text": "" if figure.decorative else figure.alt}
    return filled(
        {
            "name": f"picture {number}",
            "uri": absolute(figure.image.large),
            "type": "picture",
            "by": figure.credit,
            "descriptions": [{"role": role, "value": text} for role, text in texts.items() if text],
            "renditions": [{"name": name, "href": absolute(getattr(figure.image, name))} for name in RENDITIONS],
        }
    )
