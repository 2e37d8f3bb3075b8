"""Items of a list: what each of them begins with is what it is about."""

import re

ITEM = re.compile(
    r"(?:[△▲▷▶►▪▸○●◦◎■□◆◇·ㆍ•*※-]|\d{1,2}[.)]|[①-⑳])\s?(?P<head>[^:=,，|()\n]{2,40}?)(?:\s?[:=,，|–—(]|[은는이가]\s)"
)


def find_item_head(text):
    """Return what a list item begins with: `일본 가나화학` of `▲ 일본 가나화학, 태국에 …`; else an empty string."""
    match = ITEM.match(text)
    return match["head"].strip() if match else ""
