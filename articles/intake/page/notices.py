"""The words of notices: what nobody writes in a paragraph of news, wherever on the page it stands.

A word that news uses as well (`구독`, `copyright`, `app`) counts only with what the notice says of it.
"""

import re

RIGHTS = (
    r"무단\s?전재",
    r"무단\s?복제\s?(?:및|·|,|금지|를\s금)",
    r"재배포\s?금지|재배포를\s금|전재\s?및\s?재배포|db\s?금지",
    r"저작권자\s?(?:[ⓒ©(:]|와|의\s허락|$)|저작권법(?:에|의)\s?(?:따라|의해|의거|보호)|공공누리",
    r"ai\s?학습(?:\s?(?:및|·)?\s?(?:활용|이용))?\s?(?:금지|을\s금)",
    r"^copyright|copyrights?\s?(?:©|ⓒ|\(c\)|\d{4}|by\b)|all rights reserved",
    r"^[<(\[]?\s?(?:저작권자\s?)?[ⓒ©]|\(c\)\s?\S",
    r"bản quyền (?:thuộc|bài viết|©)|giữ bản quyền|cấm sao chép|ghi rõ nguồn|^®",
    r"^giấy phép (?:số|hoạt động|xuất bản)|giấy phép .{0,30}(?:báo chí|bộ tt|ttđt)|trust principles|licensing rights",
    r"terms of (?:use|service)|privacy policy|advertising policy|advertis(?:e|ing) with us",
)
SUBSCRIPTION = (
    r"구독과\s?좋아요|구독하고\s.{0,30}(?:받|보|만나)|구독하시|(?:구독|읽어)해?\s?주(?:세요|셔서|시)|구독자\s?한정",
    r"구독\s?신청\s?(?:하기|은|$)|뉴스레터를?\s(?:구독|신청|받아)|네이버에서\s구독|언론사홈|수신\s?거부\s?(?:$"
    r"|[^가-힣\s])",
    r"(?:카카오톡|카톡|네이버|플러스친구).{0,20}채널\s?추가|채널\s?추가(?:하|해|$)|카카오톡\s?:"
    r"|카카오톡에서\s.{0,20}(?:구독|검색|추가)",
    r"유료\s?(?:회원|구독자?)\s?(?:전용|만\s|에게만|한정)|유료\s?기사|로그인\s?(?:후|이\s필요)",
    r"회원\s?가입\s?(?:후\s|하시|하기|$)|^회원\s?가입|앱에서\s(?:보기|더)|앱\s?(?:다운로드|설치)(?:하기|하세요"
    r"|하고\s|$)",
    r"후원으로\s만들|후원하기(?!로)|후원해\s주|읽어\s?드립|사용하실\s수\s있습니다|복구할\s수\s없습니다",
    r"follow (?:us|@)|^sign up\b|sign up (?:here|now)|sign up (?:for|to) (?:our|the newsletter|receive|get|read)",
    r"^subscribe\b|subscribe (?:now|here)|subscribe to (?:our|my|continue|read)|newsletter sign|our newsletter"
    r"|unsubscribe",
    r"view (?:this email|in browser)|forwarded this email|forward this (?:e-?mail|newsletter)"
    r"|you (?:are receiving|received) this",
    r"click here|read the (?:full|vietnamese|english|korean) (?:story|version|article)|^(?:please )?log ?in\b",
    r"log ?in to (?:read|continue|comment|your)|support (?:our|independent) (?:journalism|writing)|check your e?mail",
    r"^thank(?:s| you) for (?:reading|subscribing|signing)|^by (?:registering|signing up)|your (?:opinion"
    r"|feedback) matters",
    r"theo dõi .{1,30} trên (?:google|facebook|zalo|youtube|telegram)|đăng ký (?:nhận (?:bản )?tin|theo dõi|kênh)",
    r"mời (?:quý )?(?:bạn đọc|độc giả)|bạn đang đọc bài|^(?:mọi )?ý kiến đóng góp|vui lòng (?:gõ|đăng nhập|để lại)",
    r"^tải (?:ứng dụng|app)|hãy là người đầu tiên|xem theo ngày",
)
DESK = (
    r"제보는\s(?:카|전화|이메일|네이버|\d|[a-z])|제보를\s기다|기사\s?제보|^제보\s?(?:$|[:：]|메일|전화|하기|카)"
    r"|여러분의\s제보",
    r"^[▷▶■※☎\s]{0,3}(?:전화|이메일|카카오톡|카톡|유튜브|팩스|tel|phone|e-?mail|fax|hotline)\s?[:：]",
    r"이\s?기사(?:는|를)\s(?:공유|추천)|본\s(?:기사|콘텐츠)는|이\s뉴스는\s기업|기자의\s다른|다른\s?기사\s?보기"
    r"|자세히\s?보기",
    r"^이\s?(?:기사|콘텐츠|글|뉴스|게시물)[은는]\s.{0,80}(?:기사입니다|콘텐츠입니다|글입니다|작성|제작|게재|표출|출고)",
    r"더\s?보기\s?>|윤리강령을\s준수|편집\s?방향과\s다를|외부\s필자의?\s(?:기고|칼럼|글)|단말기에\s먼저|^누리집\s?:",
    r"투자\s?(?:참고용|판단의\s책임|결과에\s대한)|^일본어\s원문|번역\s:|^기사에 대한|^◎공감|^※|^☞|^☎",
    r"^매수\s?:|^담당\s?:|^문의\s?:|^배포일시|^\[?자료제공\s?:|^\[별첨\]|^홈페이지\s?:|^연락처\s?[:：]|^연락처$"
    r"|^뉴스\s?제공",
    r"^관련\s?키워드|^태그(?:$|[\s:])|^이전\s?글|^다음\s?글|^웹사이트\s?:|edited and condensed"
    r"|\(with (?:agency )?inputs",
    r"^(?:additional )?reporting by\b|editing by [^.]{3,60}$|^compiled by\b|originally (?:published"
    r"|appeared) (?:in|on|at)",
    r"(?:views|opinions) expressed|not (?:necessarily )?(?:reflect|represent) the|(?:write|send|e-?mail) (?:to"
    r"|us)\b.{0,60}@",
    r"this article (?:was|has been) (?:produced|generated|translated)|forward-looking statements|^\(?\$1 = ",
    r"^(?:photo|logo|video|cision|source) - https?:|^source:? .{0,60}\beditor:|^share this|^(?:tags?|topics?"
    r"|keywords?):",
    r"^chủ đề:|^từ kh[oó][aá]:|^chia sẻ:|^share:|^previous:|^next:|^website:|^news provided|^issue #|^vol\. ?\d",
    r"^cơ quan (?:của đảng bộ|chủ quản)|^(?:phó )?tổng biên tập\b|^nguồn: ?bctc|^discover the (?:all )?new",
)
ADVERTISEMENT = (
    r"\[광고\]|^\[(?:ad|pr|협찬|제휴)\]|^광고\s?[·:|]|your browser does not|^advertisement\b|^quảng cáo\s?(?:$|[:|·])",
    r"^sponsored\b|sponsored content|a message from our sponsor|paid (?:post|partner)",
)
# As they are written: in small letters these are ordinary words.
CAPITALS = (r"^AD\s{1,3}\S", r"^SOURCE [A-Z]", r"\bAD$")
NOTICE = re.compile("|".join((*RIGHTS, *SUBSCRIPTION, *DESK, *ADVERTISEMENT)), re.I)
NOTICE_IN_CAPITALS = re.compile("|".join(CAPITALS))


def is_notice(text):
    """Whether a text has the words of a notice."""
    return NOTICE.search(text) is not None or NOTICE_IN_CAPITALS.search(text) is not None
