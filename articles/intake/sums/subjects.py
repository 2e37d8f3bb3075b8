"""The subject of a Korean clause: the noun before 은/는 or 이/가 that may be a body which invests."""

import re

from articles.intake.names import is_body
from articles.intake.names.korean import is_part_of_name
from articles.intake.names.words import (
    COMPANY_TAIL,
    COUNTRY,
    GOVERNMENT,
    GOVERNMENTAL,
    NAMED_LIKE_COMPANY,
    NO_GOVERNMENT,
    THE_COMPANY,
    TIME_WORD,
    VERBAL,
)
from articles.text import last_noun_phrase, strip_particle

NO_FORENAME = re.compile(f"{COUNTRY.pattern}|{TIME_WORD.pattern}")
# `베트남에는`, `지난해에는` say where and when; such a topic is no subject.
ADVERBIAL = re.compile(
    r".+(?:에|에서|에게|으로|까지|부터|와|(?<!제)(?<!다)과|보다|만큼|대로)[는은]|.+(?:에|에서|에게|으로|까지|부터)도"
)
AS = re.compile(r"(?:으로서|로서|의\s경우)는?$")  # `가나로서는`
BULLETS = "△▲▷○■·ㆍ"
ADNOMINAL = re.compile(r"[가-힣]{1,6}(?:는|던|[한된할될운린간])")
BRACKET = re.compile(r"\((?P<inner>[^()]{0,60})\)|\[\d{6}\]")
MARKS = re.compile(r"㈜|\(주\)|[‘’]")
UNNAMED = "unnamed"  # stands for an investor whom the story does not name
INVESTOR_KIND = re.compile(
    r"\S{0,6}(?:펀드|기업|업체|회사|그룹|투자자|투자사|은행|운용사|기관|스타트업|캐피[털탈]|자산가|큰손|기금|연금"
    r"|제조사|개발사|시행사|건설사|유통사|선사|법인|모회사|파트너|사업가|부품사|통신사|제약사|보험사|증권사|항공사|합작사)"
)
SOME = re.compile(r"한|어느|모|익명의|(?:밝히|공개하|알려지)지|않은")
HOLDS = re.compile(r"쥐[고었]|쥔|보유|들고|가지고|갖고|가진|찍는|찍은|발행하는|발행한")  # whoever does so sells
POINTING = ("이", "그", "해당", "동")
DETERMINER = re.compile(r"이|그|동|해당|양|두|세|같은|이들|한")
NEAR_START = 6  # words of a sentence among which a subject with 이/가 acts in all of it
EMBEDDED = 2  # words behind the subject within which the verb of its clause stands
JOINT = "\ue000"  # keeps the words of one name together where a passage is cut at its spaces
LATIN_WORDS = re.compile(r"[A-Z][\wÀ-ỹ&.'’-]{0,30}(?: [\wÀ-ỹ&.'’-]{1,30}){1,4}")


def may_invest(name):
    return COMPANY_TAIL.fullmatch(name) is not None or (is_body(name, "ko") and VERBAL.fullmatch(name) is None)


def find_subject(before, bodies, recalled):
    """Return the nearest subject before an amount, GOVERNMENTAL for a public one, None without one.

    A body that the story knows goes before a nearer noun that merely looks like a name.
    """
    words = before.split()
    for at in range(len(words) - 1, -1, -1):
        stem = stem_of(words[at], "은는도이가측")
        if is_embedded(words, at) or (words[at][-1] in "이가" and any(map(HOLDS.match, words[at + 1 : at + 4]))):
            continue
        if words[at].rstrip(",") in ("측은", "측이", "측도", "쪽은") and at and is_known(words[at - 1], bodies):
            return words[at - 1]
        if words[at] in ("곳이", "곳은", "곳도") and at and words[at - 1] == "한":
            return UNNAMED
        if not stem:
            continue
        acts, name = _read_subject(words, at, stem, bodies, recalled)
        if acts:
            return name
    return _likely_subject(words, bodies)


def find_embedded(before, bodies):
    """Return the known body that acts in a clause inside another before an amount: `누리가 짓는 공장에`, or None."""
    words = before.split()
    inner = [at for at in range(len(words) - 1, -1, -1) if is_embedded(words, at)]
    stems = [stem_of(words[at], "이가") for at in inner if not any(map(HOLDS.match, words[at + 1 : at + 4]))]
    known = next((stem for stem in stems if stem and bodies.knows(stem)), None)
    return known or (GOVERNMENTAL if any(stem and is_public(stem) for stem in stems) else None)


def _read_subject(words, at, stem, bodies, recalled):
    """Return (whether words[at] is a subject that may invest, whom it means)."""
    name = whole_name(stem, " ".join(words[max(0, at - 4) : at]))
    if _is_unnamed(words, at, stem):
        return True, UNNAMED
    pointed = _pointed_at(words, at, stem, bodies, recalled)
    if pointed:
        return True, pointed
    if means_the_company(stem, name) and not (stem == "그" and words[at][-1] in "이가"):
        if stem in ("그룹", "은행", "재단", "조합"):
            return True, bodies.latest_of(stem, recalled)
        return True, bodies.about(recalled) if _is_bare(words, at) else recalled
    if name and is_known(name, bodies):
        return True, bodies.complete(name, " ".join(words[: at - name.count(" ")]))
    if words[at][-1] in "은는" and is_public(stem):
        return True, GOVERNMENTAL
    if at and COUNTRY.fullmatch(words[at - 1]) and name and _is_likely(words[at], name, bodies):  # `덴마크 가나가`
        return True, name
    return bool(name and _opens_clause(words, at) and _may_act(words[at], name, bodies)), name


def _may_act(word, name, bodies):
    return _is_likely(word, name, bodies) or may_invest(name)


def _likely_subject(words, bodies):
    """Return the noun in the place of a subject that may be a body nothing else tells of, GOVERNMENTAL, or None."""
    for at in range(len(words) - 1, -1, -1):
        is_led = at == 0 or COUNTRY.fullmatch(words[at - 1]) is not None or words[at - 1] in AT_HOME
        stem = stem_of(words[at], ("은는이가" if at < NEAR_START else "은는") + "도" * is_led)
        name = stem and whole_name(stem, " ".join(words[max(0, at - 4) : at]))
        if stem and is_public(stem):
            return GOVERNMENTAL
        if name and not is_embedded(words, at) and _is_likely(words[at], name, bodies):
            return bodies.complete(name, " ".join(words[: at - name.count(" ")]))
    return None


AT_HOME = ("현지", "국영", "국유", "토종", "향토", "현지의")


def _opens_clause(words, at):
    """Tell whether a topic opens a clause behind another: `…을 짓고, 누리는 …`, or stands right before the amount."""
    return words[at][-1] in "은는" and at > 0 and (words[at - 1].endswith(",") or words[at][0] in BULLETS)


def _is_likely(word, name, bodies):
    """Tell whether a noun that nothing else tells of may be a body; verbs that end like topics (`바꾸는`) are none."""
    is_verb = (
        word.endswith(("다가", "서가", "고가"))
        or word.endswith("는")
        and (VERBAL.fullmatch(name) or name not in bodies.nouns and len(name) < 3)
    )
    return is_body(name, "ko") and not is_verb and name not in bodies.people


def is_public(stem):
    return bool(COUNTRY.fullmatch(stem) or (GOVERNMENT.fullmatch(stem) and not NO_GOVERNMENT.fullmatch(stem)))


def is_embedded(words, at):
    """Tell whether a subject belongs to a clause that describes a noun: `가람이 찍는 신주를 3억 달러에`."""
    rest = words[at + 1 :]
    if words[at][-1] not in "이가" or len(rest) < 2 or rest[0] == "또한":
        return False
    return any(ADNOMINAL.fullmatch(word) for word in rest[:EMBEDDED] if word is not rest[-1])


def is_known(word, bodies):
    return bodies.knows(word) or (NAMED_LIKE_COMPANY.fullmatch(word) is not None and is_body(word, "ko"))


def _is_unnamed(words, at, stem):
    """Tell whether a subject is some body that the story does not name: `중동의 한 국부펀드가`, `투자사 한 곳이`."""
    lead = words[max(0, at - 3) : at]
    return INVESTOR_KIND.fullmatch(stem) is not None and any(SOME.fullmatch(word) for word in lead)


def _pointed_at(words, at, stem, bodies, recalled):
    """Return whom a subject of a kind means: `이 물류기업은` the body recalled, `일본 회사는` that of the country."""
    lead = words[at - 1] if at else ""
    if lead and stem in ("회사", "업체", "기업") and is_known(lead, bodies):  # `가나정밀 회사도`
        return lead
    if lead == "쪽" and at > 1:
        lead = words[at - 2]
    if INVESTOR_KIND.fullmatch(stem) is None or not lead:
        return None
    if lead in POINTING and not THE_COMPANY.fullmatch(stem):
        return recalled or UNNAMED
    return _of_country(lead, bodies, words[at][-1] in "은는도" and recalled) if COUNTRY.fullmatch(lead) else None


def _of_country(country, bodies, recalled):
    """Return the body that `일본 회사는` means: the one told to be from there, else one recalled beside the main."""
    return bodies.of_country(country) or (recalled if recalled and recalled != bodies.main else UNNAMED)


def _is_bare(words, at):
    """Tell whether `회사는` stands alone: then it means the company that the story is about, not the one named last."""
    is_company = stem_of(words[at], "은는이가도") in ("회사", "업체")
    return is_company and not (at and DETERMINER.fullmatch(words[at - 1]))


def means_the_company(stem, name):
    """Tell whether a subject only points back (`이 회사`, `그`); `가람 그룹` is a name, `그룹` alone is none."""
    return THE_COMPANY.fullmatch(stem) is not None and not (name and " " in name)


def stem_of(word, particles):
    bare = word.rstrip(",").lstrip(BULLETS)
    if bare.endswith("측") and "측" in particles:
        return bare[:-1]
    bare = bare.removesuffix("측은") + "은" if bare.endswith("측은") else bare
    if AS.search(bare) and "는" in particles:
        return AS.sub("", bare)
    if not bare or bare[-1] not in particles or ADVERBIAL.fullmatch(bare):
        return ""
    stem = strip_particle(bare)
    if stem == bare:
        return bare[:-1] if THE_COMPANY.fullmatch(bare[:-1]) or bare[-1] == "도" and len(bare) > 2 else ""
    return stem


def without_brackets(text):
    """Return text without its brackets; words that a Latin name of several words explains become one."""
    pieces, at = [], 0
    for match in BRACKET.finditer(text):
        lead = text[at : match.start()]
        if LATIN_WORDS.fullmatch(match["inner"] or ""):
            lead = _joined(lead, min(len(match["inner"].split()), 3))
        pieces.append(lead)
        at = match.end()
    return MARKS.sub("", "".join([*pieces, text[at:]]))


def _joined(text, longest):
    words = last_noun_phrase(text, longest).split()
    while words and not (may_invest(words[0]) or is_part_of_name(words[0])):
        words.pop(0)
    name = " ".join(words)
    return text[: -len(name)] + name.replace(" ", JOINT) if name and text.endswith(name) else text


def whole_name(stem, before):
    """Return `가나 그룹` for `그룹` behind `가나`; a general word that nothing stands before is no name."""
    if not COMPANY_TAIL.fullmatch(stem):
        return stem.replace(JOINT, " ")
    forename = last_noun_phrase(before, 1)
    if not forename or NO_FORENAME.fullmatch(forename):
        return None
    if COMPANY_TAIL.fullmatch(forename):  # `가나 파워 시스템즈`
        forename = whole_name(forename, before[: before.rindex(forename)]) or forename
    return f"{forename} {stem}"
