"""Names written in capitals, and which of them are those of bodies."""

import re

from articles.intake.speech.latin_words import (
    BODY_WORD,
    CAPITALISED,
    INNER_WORDS,
    LOWER_BODY,
    ROLE,
    VIETNAMESE_BODY,
    VIETNAMESE_SURNAME,
)

JOINER = (
    r"(?: (?:of|and|for|the|de|van|von|bin|&|và|của|các|khu|công nghiệp|kế hoạch|đầu tư|tỉnh|thành phố"
    r"|quốc gia|quản lý|nghiên cứu|kinh tế|phát triển|thương mại|cổ phần|nhân dân|huyện|xây dựng|nước ngoài"
    r"|tài chính|công thương))"
)


NAME = re.compile(rf"{CAPITALISED}(?:(?:{JOINER}){{0,4}} {CAPITALISED}){{0,9}}")


PERSON = re.compile(rf"{CAPITALISED}(?:[ -]{CAPITALISED}){{0,4}}")


NOT_A_NAME = re.compile(
    r"(?:The|A|An|In|On|At|It|He|She|They|We|But|And|As|For|To|From|With|By|This|That|These|Those|His|Her|Its"
    r"|Their|Our|One|Both|Two|If|When|While|After|Before|Asked|Speaking|According|Theo|Trong|Tại|Ngày|Năm|Một"
    r"|Các|Những|Đây|Khi|Sau|Trước|Nói|Về|Với|Từ|Ông|Bà|Anh|Chị|Đại|Chia|Trả|Cũng|Phát|Còn"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday)"
)


LEAD = re.compile(rf"{NOT_A_NAME.pattern} ")


OWNER = re.compile(r"['’]s?$")


OF = re.compile(r"\b(?:of|at|for|from|with|của|tại|thuộc|-|–)(?: the)? ?$")


def find_bodies_in(party, cast):
    """Return (start, end, name) of the bodies that a passage names, in order."""
    found = find_vietnamese_bodies(party)
    blank = blotted(party, found)
    for match in NAME.finditer(blank):
        start, end = match.span()
        while (
            NOT_A_NAME.match(party[start:end])
            and " " in party[start:end]
            and re.match(rf"{NOT_A_NAME.pattern} ", party[start:end])
        ):
            start += party[start:end].index(" ") + 1
        name = OWNER.sub("", party[start:end]).strip(" .,")
        if not name or NOT_A_NAME.fullmatch(name) or ROLE["en"].fullmatch(name):
            continue
        if is_latin_body(name, party, start, cast):
            found.append((start, end, name))
    lower = LOWER_BODY.search(party)
    if lower and not found:
        found.append((*lower.span("name"), lower["name"]))
    return found


def is_latin_body(name, party, start, cast):
    """Whether a capitalised name is that of a body, by its words, by what stands before it, or since it is known."""
    if name in cast.bodies or BODY_WORD.search(name):
        return True
    if any(name in person.speaker for person in cast.people):
        return False
    if "&" in name:
        return True
    return bool(OF.search(party[:start])) or (name.isupper() and len(name) >= 2) or cast.counts.get(name, 0) >= 2


def blotted(text, spans):
    for start, end, _name in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


def find_vietnamese_bodies(text):
    """Return (start, end, name) of the Vietnamese bodies that a passage names by a word that says what they are."""
    found, reached = [], 0
    for match in VIETNAMESE_BODY.finditer(text):
        if match.start() < reached:
            continue
        reached = _end_of_body(text, match.end())
        name = text[match.start() : reached].strip(" .,–-")
        if " " in name:
            found.append((match.start(), reached, name))
    return found


WORD_OF_BODY = re.compile(r" (?P<word>\([^()\x00]{1,30}\)|[^\s,;:|()\x00“”\"]{1,30})")


# A person named right behind the body: `Công ty Nuri Nguyễn Văn An`, `Công ty Vina Orrin Kim Dong-hyun`.
PERSON_BEHIND = re.compile(rf" (?:{VIETNAMESE_SURNAME} {CAPITALISED} {CAPITALISED}|{CAPITALISED} {CAPITALISED}-\w)")


def _end_of_body(text, at):
    """Return where the name of a body ends that has been read up to `at`."""
    end = at
    for match in WORD_OF_BODY.finditer(text, at, at + 140):
        word = match["word"]
        is_part = word[0].isupper() or word[0] in "(&" or word.isdigit() or word.lower() in INNER_WORDS
        if match.start() != end or not is_part or PERSON_BEHIND.match(text, match.start()):
            break
        end = match.end()
    return end - 3 if text[at:end].endswith(" và") else end


def without_lead(name):
    """Return a name without the words before it that begin sentences."""
    while LEAD.match(name):
        name = name[name.index(" ") + 1 :]
    return name
