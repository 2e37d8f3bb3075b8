"""Which words between marks are somebody's, and not a term, a title, a slogan or a nickname."""

import re

from articles.intake.speech.words import SAYS

# What a Korean sentence says behind words that somebody said.
CITED = re.compile(r"\s?(?:이?라고[도만]?|이?라고까지|이?라며|이?라면서도?|고도?|며|면서|하고)(?=[\s,.]|$)")
CARRIED = re.compile(r"\s?(?:이?라며|이?라면서도?|며|면서)(?=[\s,])")
SAID = re.compile(rf"(?:[^\s.]{{1,14}}\s){{0,6}}?{SAYS}")
# Whatever else somebody did with the words: `“…길”이라고 맞섰다`.
ACTED = re.compile(
    r"(?:[^\s.]{1,10}\s){0,3}?[가-힣]{1,8}[했었았였섰쳤졌랐냈췄웠렸봤놨뒀꼈켰꼽](?:다|어요|죠|습니다|지만|으나|고|으며|는데|습니다)"
    r"|봤(?:다|지만|으나|고|으며|는데|습니다)|하(?:자|면서|며)(?=\s)"
)
# `“녹색 물결”이라고 불린다`, `“강철 거인”이란 별명`: names and titles.
CALLED = re.compile(
    r"\s?(?:이?라고도?|이?라는|이?란|고|는|라)\s?(?:[^\s]{1,8}\s){0,2}?(?:불리|불린|불렸|불러|불렀|부르|부른|이름|별명"
    r"|별칭|명칭|명명|지칭|칭하|칭했|일컫"
    r"|쓰인|적힌|적혀|쓰여|새겨|표기|제목|제하|주제|문구|구호"
    r"|슬로건|표어|현수막|캠페인|노래|책|영화|보고서|프로그램|프로젝트|사업|브랜드|단어|용어|표현(?![했하])|개념|뜻의|의미의"
    r"|이름표|간판|상표|법안|조항|전시|행사|포럼|세미나|비전)"
)
# `구호는 “휴업 철회!”다`
LABELLED = re.compile(r"(?:구호|슬로건|표어|제목|문구|이름|별명|주제|과정명|브랜드명)[은는이가]\s?[“\"]?$")
NAMED = re.compile(r"\s?(?:이?라는|이?란|는)\s?\S{0,10}")
# What a clause is said to be: `“…”라는 것이다`, `“…”는 입장이다`.
OPINION = re.compile(
    r"\s?(?:이?라는|이?란|는)\s?(?:[^\s]{1,8}\s){0,3}?(?:것|게|말|뜻|설명|입장|의견|반응|평가|지적|분석|전망|우려"
    r"|목소리|주장|비판|이유|취지|얘기|이야기|구상"
    r"|판단|답|생각|각오|포부|메시지|관측|기대|희망|바람|속내|심경|글|제안|하소연|계산|심산"
    r"|진단|시각|견해|논리|소감|경고|당부|불만|요구|호소|결론|확신|자신감|의지|다짐|방침|계획|발언|해석|조언|볼멘소리"
    r"|쓴소리|불평|성토|토로|푸념|탄식|후문|전언|질문)"
)
# An opinion that is the subject's own and not what others say of it.
OWN = re.compile(
    r"\s?(?:이?라는|이?란|는)\s?(?:(?:것|게|것이)\s(?:[^\s]{1,14}\s){1,4}?)?(?:설명|입장|해명|답변|반박|전언|소감|각오"
    r"|당부|주장|판단|말)(?:이다"
    r"|입니다|이에요|예요|이죠|이었다|을|만|이라)"
)
EXPLAINED = re.compile(
    r"\s?(?:이?라는|이?란|는)\s?(?:[^\s]{1,8}\s){0,2}?(?:것|게|설명|입장|구상|판단|생각|각오|포부|계산|방침|계획|견해"
    r"|소감|결론|의지|뜻|취지|얘기|이야기"
    r"|전언)(?:이다|입니다|이에요|예요|이죠|이었다|였다|다|이라고)"
)
# How a Korean clause ends; nouns such as `수요`, `투자`, `바다` end otherwise.
PREDICATE = re.compile(
    r"(?:(?<!바)(?<!마)(?<!소)다|[아어여해세에예네지죠데거와워돼줘려져봐구군니]요|[니는은인런던]가|[까죠]"
    r"|[하가보되나오내치키지]자|[이하겠었았였]네|[는었았였하]군|니까|는데|거든"
    r"|라고|[가-힣]라|[했됐있없었았였겠]음"
    r"|[됨함]|[는은을할될든린인긴] ?것|[는을할] ?[때뿐]|[는은]지|[느]냐|[하되]길|[는은할] ?셈)[.?!…~]{0,4}\s{0,3}$"
    r"|[.?!…]\s{0,3}$"
)
# A clause whose copula is dropped, and an opinion that only clauses are: `“…이 더 큰 문제”라는 진단을 내놨다`.
CLAUSE = re.compile(r"[가-힣A-Z](?:이|가|[것게]은|건)\s(?:\S{1,14}\s){0,6}\S{2,12}$")
JUDGED = re.compile(
    r"\s?(?:이?라는)\s(?:[^\s]{1,8}\s){0,2}?(?:진단|지적|분석|평가|판단|견해|시각|경고|우려|전망|반응|설명|게\s(?:[^\s]{1,10}\s){0,3}?공통)"
)
OBJECT = re.compile(r"(?:이란|은|이|가|을|를|의|과|와|로|으로|에|에서|등|도|까지|부터|처럼|보다|이나|나|만)(?=[\s,]|$)")
STANDALONE = re.compile(r"\s*(?:$|[.\x00]|,\s?[“\"]|[A-Za-z가-힣(“\"-])")


def _is_judged(words, after):
    return CLAUSE.search(words[-80:]) is not None and JUDGED.match(after) is not None


def is_korean_speech(words, after, before=""):
    """Whether Korean words between marks, with the text after them, are what somebody said."""
    if not words.strip() or LABELLED.search(before):
        return False
    has_predicate = PREDICATE.search(words) is not None
    if CALLED.match(after) and not (has_predicate and SAID.match(after)):
        return False
    cited = CITED.match(after)
    if cited:
        rest = after[cited.end() :].lstrip(" ,")
        return has_predicate or CARRIED.match(after) or SAID.match(rest) is not None or ACTED.match(rest) is not None
    if OPINION.match(after):
        return has_predicate or OWN.match(after) is not None or _is_judged(words, after)
    if NAMED.match(after) or OBJECT.match(after):
        return False
    return has_predicate and STANDALONE.match(after) is not None
