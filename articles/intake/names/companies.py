"""How Korean stories name companies: how their names end, what stands before them, names of several words."""

import re

from articles.intake.names.countries import COUNTRY_NAMES
from articles.text import strip_particle

# Words that many companies end in: alone they name nobody, with the noun before them they name one.
STRONG_TAIL = (
    r"정공|산전|기전|특장|하이텍|테크윈|옵틱스|일렉|모빌|로지스|첨단소재|기술지주|경제지주|금융지주|지주|공사"
    r"|공제회|연금|조합|협동조합"
    r"|그룹|전자|테크놀로지|테크놀로지스|테크|코퍼레이션|홀딩스|인더스트리|인더스트리즈|중공업|로지스틱스|캐피털|캐피탈"
    r"|포츠|파마|파마슈티컬|파마슈티컬스|바이오로직스|모터스|모빌리티|솔루션즈|솔루션스|시스템즈|시스템스|세미컨덕터"
    r"|일렉트로닉스|일렉트릭|머티리얼즈|머티리얼|머트리얼즈|케미칼|케미컬|케미칼스|파트너스|인베스트먼트|인베스트먼츠"
    r"|벤처스|벤처투자|기술투자|창업투자|네트웍스|네트웍|엔지니어링|푸드|푸즈|증권|생명|화재|제약|정밀|스틸|메탈|로보틱스|텔레콤|통운"
    r"|해운|물산|상사|제지|제과|유업|헬스케어|메디컬|사이언스|테라퓨틱스|게임즈|엔터테인먼트|스튜디오|이노텍"
    r"|이노베이션|자산운용|리츠|애셋|에셋|에쿼티|컴퍼니|오토모티브|인터내셔널|코리아|비나|공업|기공|제강|특수강"
    r"|저축은행|소프트|랩스|제철|중전기|인프라|첨단소재|바이오텍|파이낸스|이노베이티브|어드밴스드|컨스트럭션|오션|마린"
    r"|실업|상선|세라믹|세라믹스|방직|방적|모직|제분|제당|요업|광업|광산|광학|어패럴|코스메틱|코스메틱스|호스피탈리티"
    r"|에어로|스페이스|다이나믹스|다이내믹스|팜스|리소시스|리소스|메디|글라스|칩스"
)
# What stands before the name of a body and says of which kind it is: `특수강 업체 가나`, `인도 조선소 마란 마린`.
KIND = (
    r"기업|업체|회사|자회사|모회사|스타트업|운용사|투자사|제조사|통신사|플랫폼|개발사|대기업|강소기업|계열사|운영사"
    r"|협력사|공급사"
    r"|공급업체|벤처캐피[털탈]|사모펀드|재벌|메이커|조선소|제련소|은행|그룹|합작사|시행사|건설사|완성차|연기금"
    r"|매체|경제지|일간지|주간지|월간지|조사기관|평가기관|시민단체|환경단체|노동단체"
    r"|국부펀드|브랜드|유통사|국영|국유|전문지"
    r"|(?:부품|소재|장비|제약|보험|카드|증권|항공|해운|게임|식품|정유|화학|철강|조선|물류|의류|여행|시공|설계|발전"
    r"|바이오|통신|반도체|배터리)사"
)
OF_KIND = re.compile(
    rf"[^\s\x00]{{0,8}}(?:{KIND})(?:\([A-Z]{{2,4}}\))?(?:인|이자\s\S{{1,10}}인)? [‘'“]?(?=[가-힣A-Za-z0-9&])"
)
# What a company does stands before its name: `선박용 펌프를 만드는 가나펌프가`, `부산에 본사를 둔 가나는`.
OF_TRADE = re.compile(
    r"[을를] (?:만드는|생산하는|제조하는|개발하는|운영하는|판매하는|파는|공급하는|납품하는|유통하는|수출하는|대는|둔"
    rf"|만들어 온|거느린|보유한|서비스하는) (?:(?:{COUNTRY_NAMES})(?:의)? )?(?=[가-힣A-Za-z0-9&])"
)
ACTS = re.compile(r"[^.\n]{0,80}(?:투자|짓|지[었을어]|세[우운웠]|들여|들인|투입|인수|증설|출자|설립)")
WORD = re.compile(r"[가-힣A-Za-z0-9&]{1,14}")
NAME_WORDS = 3
# Words behind a kind that are no names: `이 회사 전체 매출`.
NO_NAME = re.compile(
    r"(?:업체|기업(?!은행)|회사|자회사|계열사|제조사|운용사).*"
    r"|\d.*|지난|올해|작년|내년|최근|전체|내부|안팎|이름|가치|규모|설립|차원|입장|로고|직원|임원|매출|관련|중|등|수|측"
    r"|쪽|간|들|대표|사장|회장"
    r"|임직원|관계자|노동자|투자|주식|지분|공장|제품"
    r"|사업|시장|한|두|세|이|그|및|또는|입주|유치|육성|지원|전용|인수|경영|운영|고객|협력|출신|전환|홈페이지"
)
POINTING = re.compile(r"(?:이|그|동|해당|같은|두|양|각|여러|세|네|다른|이들|대형|국내|주요|글로벌|해외)\s$")


def find_described(text, is_noun):
    """Yield the names behind words that say of which kind a body is, of up to three words up to one with a particle.

    `is_noun` tells of a word whether it may be a part of a name.
    """
    for match in (*OF_KIND.finditer(text), *OF_TRADE.finditer(text)):
        is_pointing = POINTING.search(text[max(0, match.start() - 4) : match.start()])
        if is_pointing or match.re is OF_TRADE and not ACTS.match(text, match.end()):
            continue
        words, at = [], match.end()
        while len(words) < NAME_WORDS and (word := WORD.match(text, at)):
            stem = strip_particle(word.group())
            if NO_NAME.fullmatch(stem) or not is_noun(stem):
                break
            if stem.endswith("다") and text[word.end() : word.end() + 1] == ".":  # `가나 이야기다.`
                yield from [" ".join(words)] if words else []
                break
            words.append(stem)
            if stem != word.group() or text[word.end() : word.end() + 1] != " ":
                yield " ".join(words)
                break
            at = word.end() + 1


# What a story leaves out when it names a company again: `어스본` of `어스본캐피탈`.
WHOLE = re.compile(
    rf"(?P<short>[가-힣A-Za-z0-9&]{{2,10}}?) ?(?:(?:{STRONG_TAIL}|은행|화학|건설|에너지|바이오|배터리|시스템|솔루션"
    r"|자동차|산업|식품|항공|물류|투자|인수|데이터|로봇|리테일|철강|제련|텔레콤|클라우드|그린|팜|랩|벤처|캐피털매니지먼트)){1,2}"
)


def find_short_names(text, names):
    """Return {short name: whole} for the companies of a story that it names again without what they end in.

    A short name that may be of two, or that stands before the whole, is that of none.
    """
    found = {}
    for name in names:
        match = WHOLE.fullmatch(name)
        short, first = match["short"] if match else "", text.find(name)
        again = rf"(?<![가-힣A-Za-z0-9]){re.escape(short)}(?=[은는이가의도]\s|\s(?:측|관계자)|에서 )"
        alone = re.search(again, text) if short and first >= 0 else None
        if alone and alone.start() > first:
            found.setdefault(short, set()).add(name)
    return {short: wholes.pop() for short, wholes in found.items() if len(wholes) == 1}
