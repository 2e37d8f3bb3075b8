"""To whom the words between marks are given: by their sentence, by the sentences around it, by who spoke before."""

import re
from dataclasses import replace

from articles.intake.speech.introductions import find_korean_people
from articles.intake.speech.korean import find_candidates
from articles.intake.speech.latin import find_latin_source
from articles.intake.speech.latin_parties import find_person, read_party
from articles.intake.speech.latin_people import find_latin_people, is_corporate
from articles.intake.speech.latin_words import VERBS
from articles.intake.speech.sources import UNKNOWN
from articles.intake.speech.tagging import CITED, EXPLAINED, OPINION
from articles.intake.speech.vietnamese_words import UNNAMED_BODY
from articles.intake.speech.words import SAYS
from articles.text import find_quoted, mask_quoted, sentences
from articles.vocabulary import Attribution

WINDOW = 300
INTRODUCED = {
    "ko": re.compile(
        rf"(?:다음과\s같이|이렇게|아래와\s같이|이같이|이와\s같이)\s[^.]{{0,20}}?{SAYS}\S{{0,6}}$|{SAYS}\S{{0,6}}\s?:$"
        rf"|(?:말문을"
        rf"|입을)\s(?:열었|뗐)다$|(?:다음은|아래는)\s.{{2,80}}(?:일문일답|말|발언|답변)이?다?$|일문일답\S{{0,4}}$"
    ),
    "en": re.compile(rf"\b{VERBS['en']}(?: [^:.]{{0,60}})?:$|:$", re.I),
    "vi": re.compile(rf"{VERBS['vi']}(?: [^:.]{{0,60}})?:$|:$", re.I),
}
MET_REACH = 120
# Whom an interview is with: `가나 대표를 만났다`, `spoke to`, `trao đổi với`.
MET = {
    "ko": re.compile(r"만났|만나|인터뷰|대담|이야기를\s(?:나눴|나누|들었)|물었|들어\s?봤|일문일답|들어봤|물어봤"),
    "en": re.compile(
        r"\b(?:spoke (?:to|with)|talked (?:to|with)|speaks (?:to|with)|talks (?:to|with)|sat down with"
        r"|sits down with|met(?: with)?|interviewed|interview with|conversation with) (?P<party>[^.]{3,160})",
        re.I,
    ),
    "vi": re.compile(
        r"(?:trả lời (?:phỏng vấn|các câu hỏi)|phỏng vấn(?: với)?|trao đổi(?: về)?|chia sẻ về|trao đổi (?:nhanh "
        r"|riêng )?(?:cùng|với)|trò chuyện (?:với|cùng)|gặp(?: gỡ)?"
        r"|đối thoại với|cuộc trò chuyện với) (?P<party>[^.]{0,160})",
        re.I,
    ),
}
INTERVIEW_HEADLINE = re.compile(r"인터뷰|대담|일문일답|만난\s사람|interview|Q&A|phỏng vấn|trò chuyện|đối thoại", re.I)
LABEL = re.compile(r"^[\[<(【][^\]>)】]{1,20}[\]>)】]\s?")
# Whoever bears one of these titles speaks for no company unless the story says so.
INDEPENDENT = re.compile(
    r"의원|장관|차관|총리|대통령|지사|시장|군수|구청장|교수|박사|연구원|연구위원|애널리스트|변호사|씨|주석|서기|대사"
    r"|영사|이코노미스트|위원장|회계사|작가|기자|이장|어촌계장|노조|조합장"
    r"|조합원|노동자|근로자|농민|어민|상인|노무사|세무사|약사|수의사|활동가|주민|교사|의사|학생|주부|농부|선장"
)


# What a title without a body is the head of: `강민석 시장` of the town that the story names most.
SEATS = {
    "시장": "시",
    "부시장": "시",
    "군수": "군",
    "구청장": "구",
    "지사": "도",
    "도지사": "도",
    "부지사": "도",
    "부군수": "군",
}
# Who is called so, and no more, heads the company that the whole story is about.
TOP = re.compile(
    r"(?:(?:co-?)?founder and )?(?:CEO|chief executive(?: officer)?|president"
    r"|chair(?:man|woman|person)?|managing director)",
    re.I,
)
# `“…” ― 김하늘 가나전자 전무`
SIGNED = re.compile(r"[”\"]?\s{0,2}[―—–-]\s?(?P<who>[^.“”]{2,60})$")


def attribute(before, after, language, cast, carried):
    """Return the Source of words from what stands before and after them in their sentence (other words blotted out).

    `carried` is who goes on speaking when the sentence names nobody.
    """
    if language != "ko":
        return complete(find_latin_source("", before, after, language, cast) or carried, language, cast)
    signed = SIGNED.match(after)
    people = find_korean_people(signed["who"], cast) if signed else []
    if people:
        return complete(people[-1], language, cast)
    weak = []
    pieces = [piece for piece in re.split(r"\x00+", before) if piece.strip(' ”“"')]
    for place, piece in enumerate(reversed(pieces)):
        found = find_candidates(piece, cast)
        strong = [candidate for candidate in found if not candidate.is_weak]
        if strong:
            return complete(best(strong), language, cast)
        weak += found if place == len(pieces) - 1 or not weak else []
    behind = [candidate for candidate in find_candidates(_behind(after), cast) if not candidate.is_weak]
    if behind:
        return complete(best(behind), language, cast)
    is_opinion = OPINION.match(after) and not CITED.match(after) and not EXPLAINED.match(after)
    if weak:
        return complete(best(weak), language, cast)
    return complete(UNKNOWN if is_opinion else carried, language, cast)


def best(candidates):
    """Return the Source of the likeliest Candidate; of equals, the last."""
    top = max(candidate.score for candidate in candidates)
    return [candidate for candidate in candidates if candidate.score == top][-1].source


def _behind(after):
    """Return what of the text behind words may name who says them: not who is spoken of in an opinion on them."""
    if not after[:1].isspace() and CITED.match(after):
        return GLUED.sub("", after)
    if OPINION.match(after) and not CITED.match(after):
        explained = EXPLAINED_BY.search(after[:200])
        return after[: explained.end()] if explained else ""
    return after


GLUED = re.compile(r"^\S{1,12}")
EXPLAINED_BY = re.compile(
    r"\S{1,20}의\s(?:말|설명|판단|지적|입장|전망|주장|평가|분석|얘기|이야기|생각|진단|관측|견해|구상|계획|조언"
    r"|예상)(?:이다|이었다|이라|다)?"
)


def complete(source, language, cast):
    """Return a Source with the body that the story says the person belongs to, where the passage does not."""
    if source.attribution != Attribution.NAMED or source.organisation:
        return source
    source = cast.complete(source)
    if language == "ko" and not source.organisation and source.title in SEATS:
        return replace(source, organisation=cast.most_told(SEATS[source.title]))
    office = (source.title or "").lower() if language == "en" and not source.organisation else ""
    if office in ("mayor", "governor"):
        seat = cast.town if office == "mayor" else cast.state
        source = replace(source, organisation=seat) if seat else source
    if source.organisation or not speaks_for_a_company(source.title, language):
        return source
    if language != "ko" and (own := cast.find_namesake(source.speaker)):
        return replace(source, organisation=own)
    if language == "en" and source.title and TOP.fullmatch(source.title) and not cast.is_fresh and cast.main:
        return replace(source, organisation=cast.main)
    return replace(source, organisation=_told_of(source, language, cast))


# Who works for a house of capital; anybody else speaks for the company that it bought or gave money to.
INVESTING = re.compile(r"심사역|투자역|파트너|펀드매니저|투자본부")


def _told_of(source, language, cast):
    """Return the body that the story speaks of where it introduces somebody, or None."""
    if language != "ko":
        return cast.told_of or (cast.last and cast.last.organisation) or None
    is_bought = cast.is_of_capital and not INVESTING.search(source.title)
    return cast.company if is_bought else cast.told_of


def speaks_for_a_company(title, language):
    """Whether whoever bears a title speaks for the company that the story is about, if it says nothing else."""
    if language == "ko":
        return title is not None and not INDEPENDENT.search(title)
    return is_corporate(title) and not UNNAMED_BODY.search(f"{title} ")


def find_introduction(text, language, cast):
    """Return the Source that a paragraph announces at its end (`… 다음과 같이 말했다.`), or None."""
    end = text[-2 * WINDOW :].rstrip(" .")
    if not INTRODUCED[language].search(end):
        return None
    last = end[sentences(end)[-1][0] :] if sentences(end) else end
    last = mask_quoted(last, find_quoted(last))
    if language != "ko":
        source = find_latin_source("", last, "", language, cast) or read_party(last.rstrip(": "), language, cast)
        if source is None and not re.search(rf"(?<!\w){VERBS[language]}(?!\w)", last, re.I):
            return None  # what follows the colon is a list
    else:
        found = find_candidates(last, cast) or find_candidates(end, cast)
        source = best(found) if found else cast.focus
    return replace(complete(source or UNKNOWN, language, cast), rule=f"{language}-attribution-before@1")


def find_interviewee(text, language, cast):
    """Return the Source whom a passage says that the newsroom met or asked, or None."""
    met = MET[language].search(text)
    if met is None:
        return None
    if language == "ko":
        ahead = text[max(0, met.start() - MET_REACH) : met.end()].rpartition(".")[-1]
        people = find_korean_people(ahead, cast) or find_korean_people(text, cast)
        return complete(people[-1], language, cast) if people else None
    named = [find_person(met["party"], language, cast), *find_latin_people(text, language, cast)]
    people = [complete(source, language, cast) for source in named if source and source.speaker]
    return next((source for source in people if source.title), next(iter(people), None))


def find_headline_interviewee(headline, language, cast):
    """Return the person named in the headline of an interview, or None."""
    if not INTERVIEW_HEADLINE.search(headline):
        return None
    bare = LABEL.sub("", headline)
    people = find_korean_people(bare, cast) if language == "ko" else find_latin_people(bare, language, cast)
    return people[0] if people else None
