"""What is the same for the intake's scores: each kind of text without the differences that do not count.

The rules are those of the intake schema: compatibility forms, invisible characters and white space never count; marks,
final stops, honorifics and legal forms of companies do not count where a name or a quotation is compared.
"""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from articles.text import INVISIBLE

MARKS = set("\"'`´“”„‟‘’‚‛′″«»‹›「」『』〝〞＂＇《》")
DASHES = set("-‐‑‒–—―−~∼〜～•·▲△▶▷■□○◇◆※▼▽_*")
DOUBLE_MARKS = str.maketrans(dict.fromkeys("“”„‟「」", '"') | dict.fromkeys("‘’‚‛", "'"))
IN_BRACKETS = re.compile(r"\([^()]*\)")
NUMBERED = re.compile(r"(?:사진|그림|figure|photo|hình|ảnh)\s?\d+\s*[.:]")
CREDIT_KEY = r"/?(?:사진=?|사진제공|ảnh|photo|=)?"
HONORIFIC = re.compile(r"^(?:(?:mr|mrs|ms|dr|ông|bà|anh|chị)\.?\s+)|\s*씨$")
LEGAL_FORM = re.compile(
    r"\b(?:group|corporation|corp|inc|ltd|limited|co|company|plc|ag|jsc|tập đoàn|công ty|cổ phần|tnhh|ctcp)\b\.?"
    r"|주식회사|그룹(?=\s|$)"
)


def plain(text):
    """Return text in compatibility form, on one line, with single spaces; None is empty."""
    return " ".join(unicodedata.normalize("NFKC", str(text or "").translate(INVISIBLE)).split())


def headline_key(text):
    """Return a headline with one style of quotation marks."""
    return plain(text).translate(DOUBLE_MARKS)


def words_key(text):
    """Return the words of a quotation without marks, leading dashes and a final stop."""
    bare = "".join(c for c in plain(text) if c not in MARKS and not c.isspace())
    return bare.lstrip("".join(DASHES)).rstrip(".,;").casefold()


def body_key(text):
    """Return a passage of a story without marks, dashes and spaces."""
    return "".join(c for c in plain(text) if c not in MARKS | DASHES and not c.isspace()).casefold()


def caption_key(text):
    """Return a caption without its number and punctuation."""
    bare = NUMBERED.sub("", plain(text).casefold(), count=1) if NUMBERED.match(plain(text).casefold()) else plain(text)
    return "".join(c for c in bare.casefold() if c not in MARKS | DASHES | set(".,:;()[]<>{}") and not c.isspace())


def is_credited(caption, wanted, credit):
    """Whether a caption key is the wanted one with the credit left in it."""
    rest = caption[len(wanted) :] if wanted and caption.startswith(wanted) else None
    if not (credit and rest):
        return False
    return re.fullmatch(rf"{CREDIT_KEY}{re.escape(credit)}(?:재판매및db금지|=)?", rest) is not None


def person_key(name):
    """Return a name without brackets, honorifics, spaces and points."""
    bare = HONORIFIC.sub("", IN_BRACKETS.sub(" ", plain(name).casefold()).strip())
    return re.sub(r"[\s.\-·‧]", "", HONORIFIC.sub("", bare))


def body_name_key(name):
    """Return the name of an organisation without legal form."""
    whole = plain(name).casefold()
    bare = LEGAL_FORM.sub(" ", IN_BRACKETS.sub(" ", whole))
    return "".join(filter(str.isalnum, bare)) or "".join(filter(str.isalnum, whole))


def money_key(money):
    """Return (amount, currency) of a dict with both, or None when there is no amount."""
    try:
        amount = Decimal(re.sub(r"[, ]", "", str(money["amount"])))
    except (InvalidOperation, TypeError, KeyError):
        return None
    return (amount.normalize(), plain(money.get("currency")).upper()) if amount.is_finite() else None
