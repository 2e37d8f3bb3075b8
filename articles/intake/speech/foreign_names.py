"""Foreign names that Korean stories print in two words: given names of the West, and family names of Japan."""

from articles.intake.speech.words import CHARGE, COUNTRY, FIELD, NOBODY, PLACE, TITLE_WORD

WESTERN_TEXT = (
    "가브리엘 개리 게르트 그레이엄 그레이스 글렌 기예르모 나디아 나탈리 니나 니콜 니콜라 니콜라스 닉 닐 닐스 "
    "다니엘 다비드 대니얼 댄 더그 데니스 데렉 데보라 데이브 데이비드 데이빗 도널드 도리스 디디에 디미트리 "
    "디르크 디에고 라르스 라스 라울 라이언 라파엘 랄프 래리 레베카 레나 레나테 레이첼 레이먼드 로라 로랑 "
    "로버트 로베르토 로저 로렌스 루이 루이스 루카 루카스 루크 리사 리아 리자 리처드 리타 린다 릭 마르코 "
    "마르쿠스 마르타 마르틴 마리 마리아 마리오 마이크 마이클 마커스 마크 마티아스 마틴 막스 매튜 맥스 메리 "
    "멜라니 멜리사 모니카 미겔 미하엘 미셸 밀란 바바라 바버라 발터 버나드 베른트 베르나르 벤 벤자민 벤저민 "
    "볼프강 브라이언 브래드 브루노 브루스 브리짓 블라디미르 비비안 비요른 빅터 빅토리아 빌 빌럼 빌헬름 사라 "
    "사만다 산드라 산드로 새뮤얼 샌드라 샘 샤를 샬럿 세르게이 세바스찬 세바스티안 소피 소피아 수전 스벤 스콧 "
    "스테판 스테파니 스티브 스티븐 스펜서 시몬 아가타 아나 아담 아돌프 아르노 아르투르 아서 안나 안네 "
    "안데르스 안드레 안드레아 안드레아스 안야 안토니오 알랭 알렉산더 알렉세이 알렉스 알리시아 알베르토 앙리 "
    "애나 애덤 애슐리 앤 앤드루 앤드류 앤디 앤서니 앨런 앨리스 야나 야코프 얀 에드워드 에르네스토 에리카 "
    "에릭 에마 에마뉘엘 에밀리 에바 엘레나 엘리스 엘리자베스 엠마 오스카 올가 올라프 올리버 올리비아 올리비에 "
    "요나스 요하네스 요한 외르겐 우르줄라 울리히 월터 윌리엄 이네스 이반 이사벨 이사벨라 잉그리드 잉리드 잭 "
    "저스틴 제니 제니퍼 제라드 제레미 제롬 제리 제시카 제이슨 제이콥 제인 제임스 제프 제프리 조나단 조너선 "
    "조르조 조지 조셉 존 줄리아 줄리안 줄리앙 찰스 카렌 카를 카를로스 카린 카밀라 카트린 카타리나 카타지나 "
    "칼 캐런 캐서린 캐롤 커트 케네스 케빈 켈리 코레 크레이그 크리스 크리스토퍼 크리스토프 크리스티나 "
    "크리스티안 클라라 클라우디아 클라우스 클레어 클로에 타냐 테레사 테리 토니 토드 토마스 토머스 토비아스 "
    "토르 톰 트레이시 티나 티모시 파블로 파비오 파스칼 파올로 패트릭 페드로 페르난도 페터 펠릭스 폴 "
    "프란체스코 프랑수아 프랑크 프랭크 프레드 프레드리크 프레데릭 프리드리히 플로리안 피에르 피오트르 피터 필 "
    "필리프 필립 하랄드 하이디 한스 해리 헤더 헤르만 헨리 헨리크 헬렌 헬레나 호르헤 호세 후안 휴고 힐러리 "
    "레이 션 숀 얀 라제시 라지브 아닐 수닐 산제이 산자이 비제이 "
    "라비 아룬 라훌 프라카시 아미트 마로시 슈테판 부디 아흐마드 아흐메드 무함마드 모하메드 "
    "오마르 칼리드 파티마 유수프 "
)
WESTERN = frozenset(WESTERN_TEXT.split())
JAPANESE_TEXT = (
    "가네코 가네다 가와무라 가와사키 가와카미 가와이 가와구치 가타야마 가토 고가 고노 고다 고마쓰 고미야 "
    "고바야시 고이즈미 고지마 고토 곤노 곤도 구도 구로다 구로사와 구로카와 구보 구보타 기노시타 기무라 기시다 "
    "기쿠치 기타가와 기타무라 나가노 나가사와 나가시마 나가이 나가타 나루세 나리타 나이토 나카가와 나카노 "
    "나카니시 나카무라 나카바야시 나카시마 나카야마 나카이 나카지마 노구치 노무라 니시다 니시무라 니시야마 "
    "니시카와 다나베 다나카 다니구치 다무라 다지마 다카기 다카노 다카다 다카시마 다카야마 다카하시 다케다 "
    "다케우치 다케나카 다테 도미타 도요다 마쓰다 마쓰모토 마쓰무라 마쓰시타 마쓰오 마쓰오카 마쓰이 마쓰자키 "
    "마스다 마에다 마에카와 마키노 모리 모리모토 모리시타 모리야마 모리타 무라카미 무라타 무라야마 미무라 "
    "미쓰이 미야모토 미야자키 미야자와 미야케 미우라 미즈노 미즈타니 미타니 바바 사노 사사키 사에키 사와다 "
    "사이토 사카이 사카모토 사토 스가와라 스기모토 스기야마 스즈키 스도 시게마쓰 시노하라 시마다 시미즈 시바타 "
    "아라이 아라카와 아베 아사노 아오야마 아오키 아키야마 안도 야노 야마구치 야마나카 야마다 야마모토 야마무라 "
    "야마사키 야마시타 야마우치 야마자키 야마카와 야스다 에노모토 에구치 엔도 오가와 오구라 오노 오노데라 "
    "오니시 오다 오모리 오시마 오쓰카 오오타 오이시 오카다 오카모토 오카무라 오쿠다 오타 오하시 와다 와타나베 "
    "요코야마 요시노 요시다 요시무라 요시카와 우에노 우에다 우에무라 우치다 이나가키 이노우에 이다 이마이 "
    "이시다 이시무라 이시바시 이시야마 이시이 이시카와 이시하라 이와모토 이와사키 이와이 이와타 이이다 이케다 "
    "이토 쓰다 쓰지 쓰치야 하기와라 하나다 하라 하라다 하마다 하세가와 하시모토 하야시 하야카와 핫토리 호리 "
    "호리구치 호소카와 혼다 혼마 후루카와 후쿠다 후쿠시마 후쿠이 후지 후지모토 후지와라 후지이 후지타 히라노 "
    "히라야마 히라타 히구치 "
)
JAPANESE = frozenset(JAPANESE_TEXT.split())
# Words of a family name that stand before its last one: `빌럼 더 프리스`.
JOINTS_TEXT = "더 드 데 디 델 라 르 폰 반 판 벤 빈 알 엘 다 도스 두 뒤 텐 반더 판데르 폰데어 "
JOINTS = frozenset(JOINTS_TEXT.split())
LONGEST_WORD = 7  # syllables


def find_foreign_pair(texts, is_body):
    """Return (first, last + 1) of the words that are a name beginning with one of these, or None.

    `is_body` tells of a word whether it is a body's: `하야시 가나전자 사장` gives the family name alone.
    """
    for first, text in enumerate(texts[:-1]):
        if text not in WESTERN and text not in JAPANESE:
            continue
        last = first + 1
        while text in WESTERN and texts[last] in JOINTS and last + 1 < len(texts):
            last += 1
        if _may_end_name(texts[last]) and (text in WESTERN or not is_body(texts[last])):
            return first, last + 1
    return None


def _may_end_name(word):
    """Whether a word may be the second of a name."""
    refused = (NOBODY, COUNTRY, PLACE, CHARGE, FIELD, TITLE_WORD)
    is_hangul = 1 < len(word) <= LONGEST_WORD and all("가" <= letter <= "힣" for letter in word)
    return is_hangul and not any(pattern.fullmatch(word) for pattern in refused)
