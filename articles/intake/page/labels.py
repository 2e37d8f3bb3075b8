"""The words of which websites make their furniture: buttons, counters, menus, headings of lists of other stories.

Everything is written as `key()` folds it: lower case, without spaces, digits and punctuation.
"""

import re

NOT_LETTERS = re.compile(r"[\W\d_]+")


def key(text):
    """Return what of a label does not change from site to site: its letters, without case, spaces and counters."""
    return NOT_LETTERS.sub("", text).casefold()


def _keys(words):
    return frozenset(key(word) for word in words.replace("\n", "|").split("|") if key(word))


# Buttons, counters and notes. A line that is made of these alone is furniture.
LABELS = _keys(
    """
    사진설명 | 사진 설명 | top | top으로 | 탑 | 맨위로 | 맨 위로 | 위로 | 위로가기 | 본문 바로가기 | 본문바로가기
    메뉴 바로가기
    전체메뉴 | 전체 메뉴 | 메뉴 | 메뉴 열기 | 메뉴열기 | 검색 | 검색창
    로그인 | 로그아웃 | 회원가입 | 구독 | 구독하기 | 구독신청 | 구독 신청 | 신문구독 | 신문 구독 | 정기구독 | 구독중
    뉴스레터 | 뉴스레터 구독 | 뉴스레터 구독하기 | 알림 | 알림 설정 | 마이페이지
    홈 | home | pdf | pdf지면보기 | 지면보기 | 지면 | 지난호 보기 | 지난 호 | 지난 레터 보기 | 호수 | 면 | 1면
    전체기사 | 기사검색 | 제보 | 제보하기 | 기사제보 | 독자투고 | 광고문의 | 고객센터
    글자크기 | 글자 크기 | 글자크기 설정 | 글자크기조정 | 글자 크기 변경 | 글자크기 변경 | 글자 크게 | 글자 작게
    글씨크기 | 글씨 크기 | 글씨크기 조절 | 글씨크기 작게 | 글씨크기 크게 | 폰트 | 본문 글씨 | 크게 | 작게 | 보통
    기사 듣기 | 뉴스 듣기 | 기사 읽기 | 다른 공유 찾기 | 공유 찾기 | 메일보내기 | 기사 스크랩하기
    가 | 가가 | 가가가 | 가나다
    작게보기 | 크게보기 | 화면크기 | 다크모드 | 폰트 1단계 | 단계 | px | 기본설정 | 기본
    공유 | 공유하기 | 기사공유 | 기사공유하기 | 기사 공유 | 기사 공유하기 | 이 기사를 공유합니다 | 이 기사 공유하기
    sns 공유 | 인쇄 | 인쇄하기 | 프린트 | 출력 | 스크랩 | 기사 스크랩 | 스크랩하기 | 저장 | 기사 저장 | 북마크
    책갈피 | 보관
    url | url복사 | url 복사 | 주소복사 | 주소 복사 | 링크복사 | 링크 복사 | 링크 | 복사 | 퍼가기 | 메일
    메일보내기 | 이메일 | 이메일 보내기 | 이메일로 보내기 | 의견 보내기 | 보내기
    페이스북 | 트위터 | 엑스 | 카카오톡 | 카톡 | 카카오스토리 | 카카오 | 네이버 | 네이버블로그 | 네이버 블로그
    블로그 | 밴드 | 라인 | 텔레그램 | 인스타그램 | 유튜브 | 링크드인 | 핀터레스트 | 왓츠앱 | 스레드 | 새창열림 | x
    재생목록 | 이어보기 | 고정 | 자동재생 | 화질선택 | 재생목록 이어보기 | current time | duration | 종합 | 상보 | 보
    찜 | 찜하기 | 조회수 | 팔로잉 | 소리 켜기 | 음소거 | 기사저장 | 밴드로 공유 | 카톡 공유 | 링크 공유 | 최종 | 원문
    댓글 | 댓글쓰기 | 댓글 쓰기 | 댓글보기 | 댓글 보기 | 댓글달기 | 의견 | 의견쓰기 | 기사 댓글 | 이 기사의 댓글
    댓글삭제 | 댓글 삭제 | 댓글수정 | 댓글 정렬 | 최신순 | 공감순 | 비공감 | 공감
    좋아요 | 좋아요 이미지 | 싫어요 | 슬퍼요 | 슬퍼요 이미지 | 화나요 | 화나요 이미지 | 훈훈해요 | 감동이에요
    후속기사 원해요 | 후속기사원해요 | 후속기사원해요 이미지 | 응원해요 | 놀랐어요 | 추천 | 비추천 | 반대 | 만족
    불만족 | 개 | 명
    쏠쏠정보 | 흥미진진 | 공감백배 | 분석탁월 | 후속강추 | 100자평 | 원해요 | 후속 | 바로가기
    좋았어요 | 아쉬워요 | 이 기사에 좋아요 | 클린뷰 | 읽어주기 | 기사 읽어주기 | 음성으로 듣기 | 듣기
    기사를 읽어드립니다 | ai 요약 | 요약 | 요약보기 | 번역 | 번역beta | 자동요약 | 요약beta
    사이즈 | 남성 | 여성 | 느리게
    빠르게 | 재생 | 일시정지 | 재생 속도 | 속도 | 화질 | 화질 선택 | 전체화면 | 다시보기 | 조회 | 조회수 | 조회 수
    동영상 영역 시작 | 동영상 영역 끝 | 동영상 | 이미지 크게 보기 | 이미지 확대 | 사진 확대 | 확대 | 축소 | 닫기
    더보기 | 더 보기 | 펼치기 | 접기 | 목록 | 목록보기 | 목록으로 | 이전 | 다음 | 이전글 | 다음글 | 이전기사
    다음기사 | 이전다음기사 | 이전 기사 | 다음 기사 | 처음 | 마지막
    광고 | ad | ads | advertisement | advertising | sponsored | sponsored content | about sponsored content | 배너
    프리미엄 | premium | 유료 | 단독 | 구독자 한정 | 회원전용 | exclusive content
    피드백 | 기타 | 태그 | tags | tag | 토픽 | 이슈 | 키워드 | 기자 페이지 | 기자페이지 | 다른기사 보기 | 다른기사
    다른 기사 | 기사 더보기 | 기자의 다른기사 | 기자 구독 | 기사 정보 | 기사정보 | 출처 명기 후 전재 가능
    배포 안내 | 보도자료 공급하기 | 한국어 | english | tiếng việt | 日本語 | 中文 | ไทย
    이전글 | 다음글 | 끝 | 계속 | 스크롤 이동 상태바 | 스크롤 | 이 뉴스 공유하기 | 이 뉴스 공유 | 세 줄 요약
    3줄 요약
    연합뉴스tv | 앵커 | 리포트 | 기자 | vod | live | 속보 | 업데이트순 | 기사원문 | 원문보기
    기사 본문 | 본문 | 본문내용 | 기사내용 | 바로가기 | 앱 다운로드 | 앱에서 보기 | 로딩중 | 전송 | 글쓰기 | 수정
    삭제 | 신고 | 신고하기 | 취소 | 확인
    브라우저에서 보기 | 웹에서 보기 | 수신거부 | 구독 취소 | 지난 호 보기 | 친구에게 추천하기 | 의견 남기기
    view online | view in browser | view in your browser | unsubscribe | manage preferences | update preferences
    sms | continue reading | read full story | view pdf | for immediate release | summarise | summarize | follow topic
    share | share this | share this article | share this story | share this page | share this release | share on
    tweet | post | pin | print | print this | print article | email | e-mail | mail | facebook | twitter | x
    linkedin | whatsapp | telegram | reddit | zalo | copy | copy link | link copied | link | url
    comment | comments | leave a comment | add comment | post a comment | view comments | like | likes | save
    restacks | restack | reposts | repost | retweets | shares | reactions | resize | sale | mute | unmute | see more
    saved | save article | bookmark | add to favorites | favorites | listen | listen to article | play | pause
    font size | text size | aa | a a | a | aaa
    subscribe | subscribe now | subscribe here | sign up | sign up here | sign in | log in | login | register
    my news | my account | follow | follow us | following | newsletter | newsletters | menu | search
    skip to content | skip to main content | skip navigation | open menu | close | show more | read more | load more
    see all | view all | more | next | previous | prev | back | back to top | top | gallery | view gallery | enlarge
    expand | dictionary | terms of service | terms | privacy | privacy policy | cookie policy | contact us | contact
    about us | about | donate | advertise | advertise with us | careers | help | faq | feedback | others | other
    end of article | min read | mins read | minute read | read | views | view | ad | advertisement | companies
    summary | editor | the editor | premium | subscriber only | members only | get the app | reprint | reprints
    purchase licensing rights | licensing | opens new tab | in | f | t | z | n | k | image | photo | video | audio
    podcast
    chia sẻ | chia sẻ bài viết | chia sẻ ngay | thích | like | bình luận | bình luận bài viết này | ý kiến
    ý kiến bạn đọc | gửi bình luận | gửi bình luận của bạn | gửi | gửi bài | gửi email | gửi email cho bạn bè
    email | in | in bài | in bài viết | bản in | lưu | lưu bài | lưu bài viết | lưu tin | copy link
    copy link thành công | sao chép | sao chép liên kết | theo dõi | theo dõi chúng tôi | nghe | nghe bài viết
    nghe đọc bài | giọng nữ | giọng nam | giọng nữ miền bắc | giọng nữ miền nam | giọng nam miền bắc | tốc độ
    cỡ chữ | cỡ chữ nhỏ | cỡ chữ lớn | tăng cỡ chữ | giảm cỡ chữ
    đăng nhập | đăng ký | đăng kí | đăng xuất | tìm kiếm | tìm | menu | trang chủ | liên hệ | liên hệ quảng cáo
    thông tin tòa soạn | tòa soạn | đặt báo | quảng cáo | tài trợ | báo in | rss | xem | xem thêm | đọc thêm
    đọc tiếp | về trang chủ đề | về đầu trang | trở lại | quay lại | đầu trang | trước | sau | tiếp theo | mới nhất
    quan tâm nhất | gửi ý kiến | ý kiến của bạn | đọc bài viết | nam miền bắc | nữ miền bắc
    phản hồi | khác | góp ý | báo lỗi | từ khóa | từ khoá | chủ đề | tags | zalo | facebook
    twitter | messenger | viber | hotline | đường dây nóng | phát hành ngay | tặng sao
    trở thành người đầu tiên tặng sao cho bài viết | vui lòng gõ tiếng việt có dấu | tin mới nhất | font
    """
)
# The parts of which buttons put their names together. No heading of a story is made of these alone.
PARTS = _keys(
    """
    기사 | 뉴스 | 본문 | 글자 | 글씨 | 폰트 | 크기 | 조절 | 조정 | 설정 | 변경 | 크게 | 작게 | 보통 | 확대 | 축소
    줄이기 | 키우기 | 공유 | 하기
    인쇄 | 프린트 | 출력 | 스크랩 | 저장 | 북마크 | 복사 | 링크 | 주소 | url | sns | 댓글 | 의견 | 보기 | 쓰기
    듣기 | 읽기 | 요약 | 번역
    음성 | 구독 | 신청 | 알림 | 메일 | 이메일 | 보내기 | 가기 | 바로 | 메뉴 | 열기 | 닫기 | 더보기 | 목록 | 맨위로
    이미지 | 사진 | 영상 | 동영상
    페이스북 | 트위터 | 카카오톡 | 카카오스토리 | 카카오 | 네이버 | 블로그 | 밴드 | 라인 | 텔레그램 | 인스타그램
    유튜브 | 링크드인 | 로그인 | 회원 | 가입
    검색 | 좋아요 | 싫어요 | 추천 | 비추천 | 신고 | 삭제 | 등록 | 전체 | 기자 | 페이지 | 프로필 | 홈 | 화면
    다크모드 | 라이트모드 | 입력 | 수정
    후속 | 원해요 | 채널
    다른 | 지면 | pdf | beta | ai | 창 | 새창 | 열림 | share | print | email | save | copy | link | comment
    comments | text | size | small | medium | large | font | listen | article | story | this | on | to
    via | now | follow | subscribe | login | sign | in | up | menu | search | news | gift | bookmark
    resize | chia | sẻ | bình | luận | lưu | thích | theo | dõi | bài | viết | cỡ | chữ | nghe | đọc
    gửi | sao | chép | liên | kết | tin
    """
)
# Headings of lists of other stories. What follows them, up to the next paragraph, is another story's.
RELATED = _keys(
    """
    관련기사 | 관련 기사 | 관련뉴스 | 관련 뉴스 | 관련 소식 | 관련콘텐츠 | 관련 콘텐츠 | 관련 영상 | 관련 글
    관련 보도 | 관련 키워드 기사 | 연관기사 | 연관 기사 | 연관뉴스 | 연관 뉴스 | 이 기사와 관련된 기사
    함께 보면 좋은 기사 | 함께 보면 좋은 뉴스 | 함께 보면 좋은 글 | 함께 읽으면 좋은 기사 | 함께 읽으면 좋은 글
    함께 읽기 좋은 콘텐츠 | 함께 볼만한 기사 | 함께 본 기사 | 함께 본 뉴스 | 이 기사와 함께 본 뉴스
    이 기사와 함께 본 기사 | 같이 읽으면 좋은 기사 | 같이 보면 좋은 기사
    많이 본 뉴스 | 많이 본 기사 | 많이본 기사 | 많이본 뉴스 | 가장 많이 본 뉴스 | 가장 많이 본 기사
    실시간 인기기사 | 실시간 뉴스 | 실시간 급상승 | 인기기사 | 인기 기사 | 인기뉴스 | 인기 뉴스 | 주요기사
    주요 기사 | 주요뉴스 | 주요 뉴스 | 최신기사 | 최신 기사 | 최신뉴스 더보기 | 오늘의 주요뉴스 | 오늘의 뉴스
    추천기사 | 추천 기사 | 추천뉴스 | 추천 뉴스 | 추천 콘텐츠 | 추천콘텐츠 | 이 기사를 추천합니다
    당신이 좋아할 만한 기사 | 당신만 안 본 뉴스 | 놓치면 안 되는 기사 | 이 시각 주요뉴스 | 이 시각 추천뉴스
    이 시각 뉴스 | 이 시간 핫뉴스 | 핫이슈 | 핫뉴스 | hot 뉴스 | 베스트 클릭 | 랭킹뉴스 | 랭킹 뉴스 | 뉴스 랭킹
    섹션 주요뉴스 | 섹션뉴스 | 에디터 추천 | 이슈 기사 | 이 기사 어때요 | 다른 소식 | 다른 뉴스 | 다른 기사
    기사 모아보기 | 기사 더보기 | 연재 더보기 | 시리즈 더보기 | 이전 기사 | 헤드라인 뉴스 | ai 추천기사 | ai추천
    파워링크 | 스폰서 링크 | 지금 뜨는 뉴스 | 지금 뜨는 기사 | 이 기사를 본 독자들이 함께 본 기사 | 동영상 뉴스
    기타 | 태그 | 해시태그 | tags | topics | suggested topics | từ khóa | see more
    what to read next | what to watch next
    핫클릭 | 오늘의 핫클릭
    포토뉴스 | 포토 뉴스 | 카드뉴스 | 관련 이슈 | 바로가기 기사 | 영상 뉴스 | 다른 보도자료
    related | related article | related articles | related news | related story | related stories | related content
    related coverage | related topics | related reading | related posts | related links | more on this story
    more on this topic | more on this | more from | more stories | more news | more like this | more to read
    most read | most popular | most viewed | most read stories | top stories | trending | trending now | popular
    popular now | recommended | recommended for you | recommended stories | recommended reading | read next
    read this next | read more | read also | also read | see also | you may also like | you might also like
    you may like | further reading | latest news | latest stories | latest | the latest | don't miss
    in case you missed it | editor's picks | editors' picks | other news | other stories | keep reading | up next
    from the archive | elsewhere | must read | must reads | suggested for you | stories for you
    what others are reading | in other news | sponsored links | paid content | from our partners | around the web
    tin liên quan | tin bài liên quan | bài liên quan | bài viết liên quan | tin, bài liên quan | tin tức liên quan
    tin cùng chuyên mục | cùng chuyên mục | bài cùng chuyên mục | tin cùng chủ đề | cùng chủ đề | tin mới
    tin mới nhất | tin mới hơn | tin cũ hơn | tin khác | tin tức khác | các tin khác | bài khác | bài mới
    bài viết khác | bài viết mới | đọc nhiều | đọc nhiều nhất | tin đọc nhiều | tin xem nhiều | xem nhiều
    xem nhiều nhất | được quan tâm | tin nổi bật | nổi bật | đọc thêm | đọc tiếp | xem thêm | có thể bạn quan tâm
    bạn có thể quan tâm | mời bạn đọc | mời độc giả xem thêm | đừng bỏ lỡ | tin tiêu điểm | tiêu điểm | tin tài trợ
    gợi ý cho bạn | dành cho bạn | bài đọc nhiều | tin hot | sự kiện liên quan | video nổi bật | tin nóng
    tin tham khảo
    """
)
# Headings of what stands below a story, to the end of the page: whom to ask, who wrote it, what lawyers want said.
CLOSING = _keys(
    """
    제보하기 | 기사제보 | 댓글 | 이 기사의 댓글 | 기자 소개 | 필자 소개 | 기자 프로필 | 문의 | 문의처 | 언론 문의
    미디어 문의 | 보도자료 문의 | 담당자 | 연락처
    about the author | about the authors | about the writer | media contact | media contacts | press contact
    press contacts | contact | contacts | contact information | for media inquiries | for more information
    for further information | media inquiries | media relations | investor relations | investor contact
    investor contacts | forward-looking statements | forward looking statements | cautionary statement
    safe harbor statement | disclaimer | comments | reader comments | notes to editors | our standards
    thông tin liên hệ | liên hệ | liên hệ báo chí | liên hệ truyền thông | thông tin liên hệ báo chí
    mọi chi tiết xin liên hệ | bình luận | ý kiến bạn đọc | tác giả | về tác giả
    """
)
# Words that name a section of a newspaper.
SECTIONS = _keys(
    """
    최신뉴스 | 최신 뉴스 | 뉴스 | 속보 | 주요뉴스 | 정치 | 북한 | 정치·외교 | 외교 | 경제 | 경제·금융 | 경제일반
    경제·산업 | 금융 | 금융·증권 | 증권 | 증시 | 마켓 | 시장 | 마켓·투자 | 투자 | 투자·산단 | 산단 | 부동산 | 산업
    산업·기업 | 산업일반 | 기업 | 기업·산업 | 중기 | 중소기업 | 중기·벤처 | 중소·벤처 | 벤처 | 스타트업
    스타트업·벤처 | 창업 | 재계 | 반도체 | 배터리 | 이차전지 | 2차전지 | 자동차 | 모빌리티 | 조선 | 조선·해양
    조선·중공업 | 철강 | 철강·조선 | 중공업 | 화학 | 에너지 | 에너지·자원 | 에너지·환경 | 자원 | 바이오 | 제약
    제약·바이오 | 제약바이오 | 헬스케어 | 의료 | 유통 | 유통·식품 | 식품 | 소비자 | 생활경제 | 물류 | 항공 | 건설
    건설·부동산 | 통신 | it | it·과학 | it·통신 | it과학 | it·테크 | 과학 | 과학·기술 | 기술 | 테크 | 디지털
    인공지능 | ai | 사회 | 사회일반 | 전국 | 지방 | 지역 | 지역뉴스 | 지역경제 | 수도권 | 영남 | 호남 | 충청 | 강원
    제주 | 노동 | 국제 | 국제일반 | 국제·글로벌 | 국제경제 | 글로벌 | 글로벌경제 | 글로벌 마켓 | 세계 | 월드 | 아시아
    아세안 | 동남아 | 베트남 | 인도 | 중국 | 일본 | 미국 | 미국·중남미 | 중남미 | 유럽 | 중동 | 아프리카 | 한반도
    문화 | 생활 | 생활·문화 | 라이프 | 교육 | 환경 | 건강 | 관광 | 여행 | 스포츠 | 연예 | 사람 | 사람들 | 인물
    피플 | 인터뷰 | 오피니언 | 사설 | 칼럼 | 기고 | 논단 | 시론 | 특집 | 기획 | 기획·특집 | 기획특집 | 심층 | 분석
    해설 | 이슈 | 현장 | 르포 | 해외 | 해외투자 | 국내 | 무역 | 통상 | 수출 | 수출입 | 정책 | 정책뉴스 | 도정 | 시정
    행정 | 자치 | m&a | ib | 투자유치 | 딜 | 보도자료 | 경제 > 산업 | 농업 | 농업·농촌 | 수산 | 해양 | 법률 | 정보
    포토 | 사진 | 영상 | 주간 m&a·투자
    newsroom | media center
    latest | latest news | news | breaking news | politics | national | nation | business | business news | economy
    economics | finance | markets | market | money | companies | company news | corporate | deals | m&a | industry
    industries | manufacturing | energy | technology | tech | science | startups | start-ups | property
    real estate | transport | logistics | shipping | aviation | autos | automotive | healthcare | health | pharma
    retail | trade | investment | investments | investing | world | international | asia | asia pacific | asean
    southeast asia | south asia | vietnam | india | korea | japan | china | region | regional | local | society
    culture | lifestyle | life | sports | sport | travel | opinion | editorial | commentary | analysis | features
    feature | interviews | interview | people | education | environment | climate | perspectives | spotlight
    in depth | infrastructure | semiconductors | agriculture | press release | press releases | datacentres
    data centres
    tin mới | tin tức | thời sự | chính trị | kinh doanh | kinh tế | kinh tế - đầu tư | kinh tế thế giới | tài chính
    tài chính - ngân hàng | ngân hàng | chứng khoán | thị trường | doanh nghiệp | doanh nhân | đầu tư
    đầu tư - tài chính | khởi nghiệp | bất động sản | công nghệ | công nghệ - ai | số hóa | khoa học
    khoa học - công nghệ | công nghiệp | công thương | năng lượng | nông nghiệp | thủy sản | xuất nhập khẩu
    thương mại | logistics | giao thông | hạ tầng | khu công nghiệp | thế giới | quốc tế | asean | châu á
    trong nước | xã hội | pháp luật | văn hóa | văn hoá | thể thao | giải trí | du lịch | giáo dục | sức khỏe
    môi trường | đời sống | ý kiến | góc nhìn | bình luận | phân tích | phỏng vấn | điểm tin | chuyên đề | phóng sự
    địa phương | tỉnh thành | tin địa phương | hội nhập | chính sách | quốc phòng | tiêu dùng | xe | ô tô
    """
)
