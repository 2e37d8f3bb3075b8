"""To whom a story gives words: names, titles and bodies beside the words, and people introduced before."""

import re
from dataclasses import dataclass, replace

from articles.intake.parties import COMPANY_TAIL, join_company
from articles.text import LATIN_CAPITALS, last_noun_phrase
from articles.vocabulary import Attribution


@dataclass(frozen=True)
class Source:
    """To whom words are given, as printed; what the story does not say is None."""

    attribution: Attribution = Attribution.UNKNOWN
    speaker: str | None = None
    speaker_romanised: str | None = None
    title: str | None = None
    organisation: str | None = None
    rule: str = "unattributed@1"


UNKNOWN = Source()
ANONYMOUS = Source(Attribution.ANONYMOUS, rule="dash-bullet@1")
# Korean. Titles stand behind the name, the subject's particle behind the title.
TITLE = (
    r"(?:(?:수석|선임|책임)\s(?:[가-힣]{1,4}\s)?)?고문|최고\s?[가-힣]{1,6}\s?책임자|최고경영자|(?:부|공동|명예)?회장"
    r"|(?:부|법인|수석부)?사장|(?:공동|부)?대표|(?:대표|전무|상무)?이사|전무|상무"
    r"|(?:부)?교수|(?:부)?총리|장관|차관|대통령|주석|서기장|의원"
    r"|국장|과장|실장|팀장|부장|처장|청장|본부장|센터장|법인장|지점장"
    r"|공장장|부?소장|부?원장|학장|(?:사무)?총장|단장|위원장|총재|지사|시장|대사|총영사|대변인"
    r"|(?:수석|책임|선임)?(?:연구원|연구위원)|전문위원|애널리스트|이코노미스트|창[업립]자|설립자|변호사|박사|감독"
    r"|이사장|의장|행장|작가|씨|C[ETFOI]O"
)
NOBODY = (
    r"(?:고위\s?|익명의\s?)?(?:관계자|소식통|당국자|주민|시민|누리꾼|참석자"
    r"|투자자|전문가|직원|근로자|노동자|학생|수강생|수료생|농민|상인|업계)들?"
)
SUBJECT = r"(?:은|는|이|가|도|께서는?|에\s따르면)(?=[\s,.\x00]|$)"
TITLED = re.compile(rf"(?P<title>{TITLE}){SUBJECT}")
UNNAMED = re.compile(rf"(?P<title>{NOBODY}){SUBJECT}")
BODY = re.compile(
    r"(?P<body>[^\s,\x00]{0,24}"
    r"(?:전자|그룹|은행|위원회|공사|협회|재단|신문|통신|방송|정부|[가-힣]부|[가-힣]청|테크놀로지|홀딩스|회사|측"
    r"|클라우드|로지스틱스|캐피[털탈]|코퍼레이션|인더스트리|일렉트로닉스))"
    rf"{SUBJECT}"
)
# Whoever speaks in a statement is a body, whatever its name ends in.
STATEMENT = re.compile(
    r"(?P<body>[^\s,\x00]{2,24})(?:은|는|이|가)\s(?:[^\s\x00]{1,8}\s)?(?:성명서?|보도자료|입장문|공시)(?:에서|[를을]\s통해)"
)
PERSON = re.compile(rf"(?P<title>{TITLE})(?:은|는|이|가|을|를|과|와|도|의|에게|께서?)?(?=[\s,.\x00“‘\"]|$)")
SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노"
    "하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길"
)
KOREAN_NAME = re.compile(rf"[{SURNAMES}][가-힣]{{1,2}}")
ROMANISED = re.compile(
    r"(?P<name>[가-힣·-]{1,12}(?:의? [가-힣·-]{1,12}){0,7})"
    rf"\((?P<roman>[{LATIN_CAPITALS}][A-Za-zÀ-ỹ .'’-]{{2,60}})\)\s?(?P<rest>[^()\x00]{{0,40}})$"
)
# `가나 데이터 아시아 담당 부사장`: the charge belongs neither to the body nor to the title.
CHARGE = re.compile(r"\s\S{1,12}\s담당$")
HE = re.compile(r"(?:^|\s)(?:그는|그녀는|그가|이어|이어서|또한?|아울러|그러면서)(?=[\s,]|$)")
SAYS = r"(?:말|밝|전[했하]|강조|설명|덧붙|답|언급|평가|주장|지적|분석|전망|토로|호소|당부|역설|촉구)"
GLUED = re.compile(r"^\S{1,12}")
# Whom an interview is with: `가나 대표를 만났다`, `spoke to`, `trao đổi với`.
MET = {
    "ko": re.compile(
        rf"(?P<title>{TITLE})(?:를|을|과|와|에게|께)\s[^.]{{0,60}}?(?:만났|만나|인터뷰|대담|이야기를\s(?:나눴|나누|들었)|물었|들어\s?봤)"
    ),
    "en": re.compile(
        r"\b(?:spoke (?:to|with)|talked (?:to|with)|sat down with|met|interviewed) (?P<party>[^.]{3,120})"
    ),
    "vi": re.compile(r"(?:phỏng vấn|trao đổi với|trò chuyện với|gặp) (?P<party>[^.]{3,120})"),
}
INTERVIEW_HEADLINE = re.compile(r"인터뷰|대담|일문일답|만난\s사람")
LABEL = re.compile(r"^[\[<(【][^\]>)】]{1,20}[\]>)】]\s?")

# English and Vietnamese. Names begin with capitals, the verb stands beside the name.
CAPITALISED = rf"[{LATIN_CAPITALS}][\wÀ-ỹ’'&-]{{0,24}}"
NAME = re.compile(
    r"(?!(?:The|An?|One|Một|Các) )"
    r"(?:(?:Ministry|Department|University|Bank|Institute) of (?:the )?|Công ty (?:TNHH |cổ phần )?|Tập đoàn )?"
    rf"{CAPITALISED}\.?(?: (?:& )?{CAPITALISED}){{0,6}}"
)
VERBS = {
    "en": r"(?:said|says|added|told|noted|stated|explained|remarked|commented|warned|stressed|argued|recalled)",
    "vi": r"(?:nói|cho biết|chia sẻ|khẳng định|nhấn mạnh|phát biểu|nhận định|bày tỏ|cho rằng|cho hay|đánh giá)",
}
PARTY_END = re.compile(r"([;:\x00]|(?<!M[rs])(?<!Dr)(?<!Mrs)(?<!Co)(?<!Inc)(?<!Ltd)(?<!Corp)\.)")
VERB = {language: re.compile(rf"(?<!\w){verbs}(?!\w)", re.I) for language, verbs in VERBS.items()}
HONORIFIC = re.compile(r"(?<!\w)(?:mr|mrs|ms|dr|prof|ông|bà|anh|chị|gs|ts|pgs)\.? ", re.I)
PRONOUN = re.compile(
    r"(?:.* )?(?:he|she|they|ông|bà|ông ấy|bà ấy|vị này)(?: also| cũng)?|He|She|They|(?:Ông|Bà)(?: ấy)?"
)
SOMEBODY = re.compile(
    r"\b(?:officials?|spokes(?:man|woman|person)|sources?|residents?|analysts?|experts?|workers?"
    r"|người phát ngôn|nguồn tin|người dân|chuyên gia|đại diện|cán bộ)\b",
    re.I,
)
OF = re.compile(r"\b(?:of|at|for|from|with|của|tại)(?: the)? $")
ROLE = re.compile(
    r"(?:(?:phó |tổng ){0,2}giám đốc(?: điều hành)?|(?:phó )?chủ tịch|(?:thứ|bộ) trưởng|(?:phó )?thủ tướng"
    r"|(?:phó )?trưởng \w+|(?:vice |deputy |co-|managing |senior |general |chief ){0,3}"
    r"(?:chief executive(?: officer)?|\w{1,20} officer|president|chair(?:man|woman|person)?"
    r"|director|manager|minister|professor|founder|ceo|cto|cfo|economist|head|mayor|governor))\b",
    re.I,
)
BODY_WORD = re.compile(
    r"\b(?:Corp|Inc|Ltd|Group|Ministry|Bank|Company|Co|University|Agency|Committee|Authority|Department|Association"
    r"|Tập đoàn|Công ty|Bộ|Ngân hàng|Ủy ban|UBND|Sở|Cục|Hiệp hội)\b"
)


def find_source(before, after, language, known):
    """Return the Source of words from what stands before and after them; `known` are the quotes so far."""
    if language != "ko":
        return _find_latin_source(before, after, language, known)
    found = _find_korean_source(before, known) or _find_korean_source(GLUED.sub("", after), known)
    if found is None and (HE.search(before) or HE.search(after)):
        found = _recall(known)
    return found or UNKNOWN


def _recall(known, is_meant=lambda quote: True, rule="back-reference@1"):
    """Return the Source of the latest quote of a named speaker who is meant, or None."""
    for quote in reversed(known):
        if quote.speaker and is_meant(quote):
            return Source(
                quote.attribution, quote.speaker, quote.speaker_romanised, quote.title, quote.organisation, rule
            )
    return None


def find_people(text):
    """Return (end, Source) of everybody whom a Korean passage names with title and organisation."""
    people = []
    for match in PERSON.finditer(text):
        source = _read_titled(text[max(0, match.start() - 120) : match.start()].rstrip(), match["title"], [])
        if source.speaker and source.organisation:
            people.append((match.end(), replace(source, rule="introduced@1")))
    return people


def find_interviewee(text, language, known):
    """Return the Source whom a passage says that the newsroom met or asked, or None."""
    met = MET[language].search(text)
    if met is None:
        return None
    if language == "ko":
        source = _read_titled(text[max(0, met.start() - 120) : met.start()].rstrip(), met["title"], known)
    else:
        source = _read_party(met["party"], known, language)
    return source if source.speaker else None


def find_headline_interviewee(headline):
    """Return the person named in the Korean headline of an interview, or None."""
    if not INTERVIEW_HEADLINE.search(headline):
        return None
    return next((source for _end, source in find_people(LABEL.sub("", headline))), None)


def _find_korean_source(text, known):
    """Return the Source that is the last subject of a Korean passage, or None."""
    subjects = [match for pattern in (TITLED, UNNAMED, STATEMENT, BODY) for match in pattern.finditer(text)]
    if not subjects:
        return None
    last = max(subjects, key=lambda match: (match.end(), -match.start()))
    if last.re in (BODY, STATEMENT):
        return _read_body(last["body"].removesuffix("측"), text[: last.start()])
    if last.re is UNNAMED:
        body = last_noun_phrase(text[: last.start()])
        return Source(Attribution.ANONYMOUS, title=last["title"], organisation=body or None, rule="ko-unnamed@1")
    return _read_titled(text[: last.start()].rstrip(), last["title"], known)


def _read_body(body, before):
    if COMPANY_TAIL.fullmatch(body):
        body = join_company(body, before) or body
    return Source(Attribution.ORGANISATION, organisation=None if body in ("", "회사") else body, rule="ko-body@1")


def _read_titled(phrase, title, known):
    """Return the Source of a title and of the name and organisation printed before it."""
    romanised = ROMANISED.search(phrase)
    if romanised:
        return _read_romanised(phrase, romanised, title)
    words = last_noun_phrase(phrase).split()
    if not words:
        return _recall(known, lambda quote: quote.title == title) or Source(title=title, rule="ko-title-alone@1")
    if len(words[-1]) == 1:
        recalled = _recall(known, lambda quote: quote.speaker.startswith(words[-1]), "ko-surname-title@1")
        return recalled or Source(title=title, rule="ko-surname-title@1")
    for at, rest in ((-1, words[:-1]), (0, words[1:])):
        if len(words[at]) == 3 and KOREAN_NAME.fullmatch(words[at]):
            body = " ".join(rest) or last_noun_phrase(phrase[: phrase.rfind(words[at])].rstrip().removesuffix("의"))
            return Source(Attribution.NAMED, words[at], None, title, body or None, "ko-name-title@1")
    mentioned = _recall(known, lambda quote: words[-1] in quote.speaker.split(), "ko-name-again@1")
    return mentioned or Source(title=title, rule="ko-title-alone@1")


def _read_romanised(phrase, match, title):
    """Return the Source of `ORG의 NAME(Roman) TITLE` or `NAME(Roman) ORG TITLE`.

    A name is as many words long as its Latin spelling, or one word with a syllable for each of them.
    """
    words, count = match["name"].split(), len(match["roman"].split())
    if count >= 3 and len(words[-1]) == count:
        count = 1
    owned = next((i for i in range(len(words) - 1, 0, -1) if words[i - 1].endswith("의")), 0)
    name = " ".join(words[max(owned, len(words) - count) :])
    lead = phrase[: match.start("name") + match["name"].rfind(name)].rstrip()
    body = CHARGE.sub("", match["rest"].strip()) or last_noun_phrase(lead.removesuffix("의"))
    return Source(Attribution.NAMED, name, match["roman"].strip(), title, body or None, "ko-romanised-name@1")


def _find_latin_source(before, after, language, known):
    """Return the Source named beside the verb of saying, in English or Vietnamese."""
    lead = VERB[language].split(before)[:-1]
    tail = PARTY_END.split(after, maxsplit=1)
    behind = VERB[language].split(tail[0], maxsplit=1) if ":" not in tail[1:2] else []
    if lead and (len(behind) < 2 or before.rstrip().endswith((":", ","))):
        return _read_party(lead[-1].strip(' ,.\x00”"'), known, language)
    if len(behind) == 2:
        return _read_party((behind[0].strip(" ,-–") or behind[1]).strip(" ,"), known, language)
    carries_on = known and getattr(known[-1], "inline", False) and (not before.strip() or "\x00" in before)
    return (carries_on and _recall(known[-1:])) or UNKNOWN


def _read_party(party, known, language):
    """Return the Source of the words beside the verb: a pronoun, a name with its role, somebody, or a body."""
    if PRONOUN.fullmatch(party):
        return _recall(known) or UNKNOWN
    party = HONORIFIC.sub("", party)
    names = list(NAME.finditer(party))
    bodies = [m for m in names if OF.search(party[: m.start()]) or BODY_WORD.search(m.group())]
    people = [m.group() for m in names if m not in bodies and not ROLE.fullmatch(m.group())]
    body = bodies[0].group() if bodies else None
    if people:
        return _read_person(people[0], ROLE.search(party), body, known, language)
    somebody = SOMEBODY.search(party)
    if somebody:
        return Source(Attribution.ANONYMOUS, title=somebody.group(), organisation=body, rule="unnamed@1")
    return Source(Attribution.ORGANISATION, organisation=body, rule="body@1") if body else UNKNOWN


def _read_person(name, role, body, known, language):
    """Return the Source of a name; part of a name that was quoted before stands for the whole."""
    recalled = _recall(known, lambda quote: name != quote.speaker and name in quote.speaker.split(), "surname@1")
    return recalled or Source(Attribution.NAMED, name, None, role and role.group(), body, f"{language}-named@1")
