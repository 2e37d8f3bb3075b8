"""Names written in capitals, and which of them are those of bodies."""

import re

from articles.intake.names.latin import trim_latin
from articles.intake.names.latin_words import VIETNAMESE_SURNAME
from articles.intake.speech.english_words import LONG_BODY, PLACES
from articles.intake.speech.latin_words import (
    BODY_WORD,
    CAPITALISED,
    INNER_WORDS,
    VIETNAMESE_BODY,
)
from articles.text import LATIN_CAPITALS

NOT_A_NAME = re.compile(
    r"(?:The|A|An|In|On|At|It|He|She|They|We|But|And|As|For|To|From|With|By|This|That|These|Those|His|Her|Its"
    r"|Their|Our|One|Both|Two|If|Another|Some|Many|Most|Several|Analysts?|Officials?|Residents|Villagers|Farmers"
    r"|Workers|Investors|Critics|Experts|Executives|Sources|Traders|Economists|Locals|Few|Such|There|Here|Now|Then|Yet"
    r"|Still|Also|Even|Not|No|Yes|You|I|My|What|Who|Why|How|Where|Once|Since|Under|Over|During|Despite|Following|Last"
    r"|Next|Meanwhile|However|Mr|Mrs|Ms|When|While|After|Before|Asked|Speaking|According|Theo|Trong|Tại|Ngày|Năm|Một"
    r"|Các|Những|Đây|Khi|Sau|Trước|Nói|Về|Với|Từ|Ông|Bà|Anh|Chị|Đại|Chia|Trả|Cũng|Phát|Còn|Phía|Nhóm|Nữ|Vị|FDI|GDP|FTA"
    r"|KCN|KCX|CCN|KKT|Khu|Cụm|AI|USD|VND|EUR|ESG|IPO|ODA|BĐS|VC|EV|IT|HR|PR|Hãng|Chuỗi|Mọi|Riêng|Dòng|Giá|Thứ|Tổng|Giám|Chủ|Phó"
    r"|Bộ|Viện|Cục|Nhưng|Tuy|Nếu|Chúng|Tôi|Đến|Nay|Hiện|Cuối|Đầu|Hai|Ba|Đó|Song|Và|Nhiều|Đối|Bên|Mới|Ngoài|Việc|Để|Vì"
    r"|Do|Nguồn|Người|Lãnh|Nhà"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday)"
)


def blotted(text, spans):
    for start, end, _name in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


RUN = re.compile(r"(?<![\w'’-])[A-Z][\w'’&-]{0,24}(?: (?:& )?[A-Z][\w'’&-]{0,24}){1,4}")
OWN_NAME = re.compile(rf"{CAPITALISED}(?: {CAPITALISED}){{1,5}}$")


def find_public_bodies(text, language):
    """Return the names that say by a word of their own that they are of a body, be it an office, a union or a house."""
    if language == "vi":
        found = {name for line in text.splitlines() for _start, _end, name in find_vietnamese_bodies(line)}
        return found | {own.group() for own in map(OWN_NAME.search, found) if own and not VIETNAMESE_BODY.match(own[0])}
    runs = (trim_latin(match.group()) for match in RUN.finditer(text))
    named = {match.group() for match in LONG_BODY.finditer(text)}
    named |= {name for name in runs if " " in name and BODY_WORD.search(name) and not PLACES.fullmatch(name)}
    return {re.sub(r"['’]s?$", "", name) for name in named}


def find_vietnamese_bodies(text, is_cut=True):
    """Return (start, end, name) of the Vietnamese bodies that a passage names by a word that says what they are.

    Where it is `cut`, a name ends before that of a person.
    """
    found, reached = [], 0
    for match in VIETNAMESE_BODY.finditer(text):
        inside = match.start() and CAPITAL_BEFORE.search(text, max(0, match.start() - 12), match.start())
        if match.start() < reached or (inside and match.group() in NAMES_TOO):
            continue  # `Năng lượng Xanh Trường Sơn` is no school
        reached = _end_of_body(text, match.end(), is_cut)
        name = ASIDE.sub("", text[match.start() : reached].strip(" .,–-"))
        if reached > match.end() and (match.group()[0].isupper() or re.search(rf" [{LATIN_CAPITALS}&]", name)):
            found.append((match.start(), reached, name))
    return found


ASIDE = re.compile(r" \([^()]{1,30}\)$")
NAMES_TOO = ("Trường", "Hội", "Báo", "Khoa", "Đoàn")  # words of names as well as of bodies
CAPITAL_BEFORE = re.compile(r"(?<![\wÀ-ỹ])[A-ZĐ][a-zà-ỹđ]{2,7} $")
LEGAL_FORMS = ("CP", "TNHH", "MTV", "TMCP")
# `Sở Công Thương Bà Rịa - Vũng Tàu`
TWIN_PLACE = re.compile(r" ?[-–] ?(?:Vũng Tàu|Huế)(?!\w)")
WORD_OF_BODY = re.compile(r" (?P<word>\([^()\x00]{1,30}\)|[^\s,;:|()\x00“”\"]{1,30})")


# A person named right behind the body: `Công ty Nuri Nguyễn Văn An`, `Công ty Vina Orrin Kim Dong-hyun`.
PERSON_BEHIND = re.compile(rf" (?:{VIETNAMESE_SURNAME} {CAPITALISED} {CAPITALISED}|{CAPITALISED} {CAPITALISED}-\w)")


# `Hiệp hội Doanh nghiệp Nhật Bản tại Việt Nam`: the country is part of the name.
ABROAD_BODY = re.compile(r"Hiệp hội|Đại sứ quán|Văn phòng|Phòng Thương mại|lãnh sự quán|Phái đoàn|Liên minh|Thương vụ")
ABROAD = re.compile(rf" (?:tại|ở) {CAPITALISED}(?: {CAPITALISED}){{0,3}}")


def _end_of_body(text, at, is_cut):
    """Return where the name of a body ends that has been read up to `at`."""
    end, before, forms = at, "", 0
    for place, match in enumerate(WORD_OF_BODY.finditer(text, at, at + 140)):
        word = match["word"]
        is_part = word[0].isupper() or word[0] in "(&" or word.isdigit() or word.lower() in INNER_WORDS
        is_part = is_part or (word == "không" and before.lower() == "hàng")
        forms += place == forms and word.upper() in LEGAL_FORMS
        if not is_part and (
            place == forms + 1 or before.islower()
        ):  # `Công ty Điện gió Tân Thành`, `Kỹ thuật bay Sơn Ca`
            is_part = not VERB_OF_BODY.fullmatch(word) and text[match.end() + 1 :][:1].isupper()
        if match.start() != end or not is_part or (is_cut and PERSON_BEHIND.match(text, match.start())):
            break
        end, before = match.end(), word
        if word.endswith(".") and text[end : end + 1] == " " and len(word) > 4:
            break
    end = end - 3 if text[at:end].endswith(" và") else end
    place = TWIN_PLACE.match(text, end)
    end = place.end() if place and text[at:end].endswith(("Bà Rịa", "Thừa Thiên")) else end
    abroad = ABROAD.match(text, end) if ABROAD_BODY.search(text[max(0, at - 14) : end]) else None
    return abroad.end() if abroad else end


# Words that follow the name of a body instead of being part of it.
VERB_OF_BODY = re.compile(
    r"của|tại|cho|là|đã|sẽ|ở|với|từ|để|khi|trong|vừa|đang|cũng|này|được|bị|không|có|vào|ra|nói|kể|mua|bán|ký|xây|rót"
    r"|góp"
    r"|tiếp|đón|gặp|thăm|mời|trao|giao|họp|cấp|phê|khởi|khánh|triển|hỗ|phối|kiểm|đề|yêu|chọn|nhận|thuê|tặng|vận|khai"
    r"|bắt|nắm|chi|vay|tăng|giảm|đạt|muốn|gửi|cùng|hôm|nêu|theo|do|trên|về|thuộc|lên|đến|tới|mở|ông|bà|anh|chị|hay|hoặc"
)
