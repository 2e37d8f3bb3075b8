"""The words of notices: what nobody writes in a paragraph of news, wherever on the page it stands.

A word that news uses as well (`구독`, `copyright`, `app`) counts only with what the notice says of it. Every pattern is
in small letters and begins with a letter or sign of its own, by which the lines are skimmed: all are asked for notices.
"""

import re

RIGHTS = (
    r"무단\s?전재|무단\s?복제\s?(?:및|·|,|금지|를\s금)|재배포\s?금지|재배포를\s금|전재\s?및\s?재배포|db\s?금지",
    r"저작권자\s?(?:[ⓒ©(:]|와|의\s허락|$)|저작권법(?:에|의)\s?(?:따라|의해|의거|보호)|공공누리",
    r"ai\s?학습(?:\s?(?:및|·)?\s?(?:활용|이용))?\s?(?:금지|을\s금)|copyrights?\s?(?:©|ⓒ|\(c\)|\d{4}|by\b)",
    r"all rights reserved|\(c\)\s?\S|bản quyền (?:thuộc|bài viết|©)|giữ bản quyền|cấm sao chép|ghi rõ nguồn",
    r"giấy phép .{0,30}(?:báo chí|bộ tt|ttđt)|trust principles|licensing rights|terms of (?:use|service)",
    r"privacy policy|advertising policy|advertis(?:e|ing) with us",
)
SUBSCRIPTION = (
    r"구독과\s?좋아요|구독하고\s.{0,30}(?:받|보|만나)|구독하시|구독해?\s?주(?:세요|셔서|시)",
    r"읽어해?\s?주(?:세요|셔서|시)|구독자\s?한정|구독\s?신청\s?(?:하기|은|$)|뉴스레터를?\s(?:구독|신청|받아)",
    r"네이버에서\s구독|언론사홈|수신\s?거부\s?(?:$|[^가-힣\s])|카카오톡.{0,20}채널\s?추가|카톡.{0,20}채널\s?추가",
    r"네이버.{0,20}채널\s?추가|플러스친구.{0,20}채널\s?추가|채널\s?추가(?:하|해|$)|카카오톡\s?:",
    r"카카오톡에서\s.{0,20}(?:구독|검색|추가)|유료\s?(?:회원|구독자?)\s?(?:전용|만\s|에게만|한정)|유료\s?기사",
    r"로그인\s?(?:후|이\s필요)|회원\s?가입\s?(?:후\s|하시|하기|$)|앱에서\s(?:보기|더)",
    r"앱\s?(?:다운로드|설치)(?:하기|하세요|하고\s|$)|후원으로\s만들|후원하기(?!로)|후원해\s주|읽어\s?드립",
    r"사용하실\s수\s있습니다|복구할\s수\s없습니다|follow (?:us|@)|sign up (?:here|now)",
    r"sign up (?:for|to) (?:our|the newsletter|receive|get|read)|subscribe (?:now|here)",
    r"subscribe to (?:our|my|continue|read)|newsletter sign|our newsletter|unsubscribe",
    r"view (?:this email|in browser)|forwarded this email|forward this (?:e-?mail|newsletter)",
    r"you (?:are receiving|received) this|click here",
    r"read the (?:full|vietnamese|english|korean) (?:story|version|article)",
    r"log ?in to (?:read|continue|comment|your)|support (?:our|independent) (?:journalism|writing)",
    r"check your e?mail|your (?:opinion|feedback) matters",
    r"theo dõi .{1,30} trên (?:google|facebook|zalo|youtube|telegram)|đăng ký (?:nhận (?:bản )?tin|theo dõi|kênh)",
    r"mời (?:quý )?(?:bạn đọc|độc giả)|bạn đang đọc bài|vui lòng (?:gõ|đăng nhập|để lại)|hãy là người đầu tiên",
    r"xem theo ngày",
)
DESK = (
    r"제보는\s(?:카|전화|이메일|네이버|\d|[a-z])|제보를\s기다|기사\s?제보|여러분의\s제보",
    r"이\s?기사(?:는|를)\s(?:공유|추천)|본\s(?:기사|콘텐츠)는|이\s뉴스는\s기업|기자의\s다른|다른\s?기사\s?보기",
    r"자세히\s?보기|더\s?보기\s?>|윤리강령을\s준수|편집\s?방향과\s다를|외부\s필자의?\s(?:기고|칼럼|글)",
    r"단말기에\s먼저|투자\s?(?:참고용|판단의\s책임|결과에\s대한)|번역\s:|edited and condensed",
    r"\(with (?:agency )?inputs|editing by [^.]{3,60}$|originally (?:published|appeared) (?:in|on|at)",
    r"views expressed|opinions expressed|not (?:necessarily )?(?:reflect|represent) the|write (?:to|us)\b.{0,60}@",
    r"send (?:to|us)\b.{0,60}@|e-?mail (?:to|us)\b.{0,60}@",
    r"this article (?:was|has been) (?:produced|generated|translated)|forward-looking statements",
)
ADVERTISEMENT = (r"\[광고\]|your browser does not|sponsored content|a message from our sponsor|paid (?:post|partner)",)
# What is a notice only where it begins a line.
OPENING = (
    r"copyright|[<(\[]?\s?(?:저작권자\s?)?[ⓒ©]|®|giấy phép (?:số|hoạt động|xuất bản)|회원\s?가입|sign up\b",
    r"subscribe\b|(?:please )?log ?in\b|thank(?:s| you) for (?:reading|subscribing|signing)",
    r"by (?:registering|signing up)|(?:mọi )?ý kiến đóng góp|tải (?:ứng dụng|app)",
    r"제보\s?(?:$|[:：]|메일|전화|하기|카)",
    r"[▷▶■※☎\s]{0,3}(?:전화|이메일|카카오톡|카톡|유튜브|팩스|tel|phone|e-?mail|fax|hotline)\s?[:：]",
    r"이\s?(?:기사|콘텐츠|글|뉴스|게시물)[은는]\s.{0,80}(?:기사입니다|콘텐츠입니다|글입니다|작성|제작|게재|표출|출고)",
    r"누리집\s?:|일본어\s원문|기사에 대한|◎공감|※|☞|☎|매수\s?:|담당\s?:|문의\s?:|배포일시|\[?자료제공\s?:|\[별첨\]",
    r"홈페이지\s?:|연락처\s?[:：]|연락처$|뉴스\s?제공|관련\s?키워드|태그(?:$|[\s:])|이전\s?글|다음\s?글",
    r"웹사이트\s?:|(?:additional )?reporting by\b|compiled by\b|\(?\$1 = ",
    r"(?:photo|logo|video|cision|source) - https?:|source:? .{0,60}\beditor:|share this",
    r"(?:tags?|topics?|keywords?):|chủ đề:|từ kh[oó][aá]:|chia sẻ:|share:|previous:|next:|website:|news provided",
    r"issue #|vol\. ?\d|cơ quan (?:của đảng bộ|chủ quản)|(?:phó )?tổng biên tập\b|nguồn: ?bctc",
    r"discover the (?:all )?new|\[(?:ad|pr|협찬|제휴)\]|광고\s?[·:|]|advertisement\b|quảng cáo\s?(?:$|[:|·])",
    r"sponsored\b",
)
# As they are written: in small letters these are ordinary words.
IN_CAPITALS = re.compile(r"^AD\s{1,3}\S|^SOURCE [A-Z]|\bAD$")
NOTICE = re.compile("|".join((*RIGHTS, *SUBSCRIPTION, *DESK, *ADVERTISEMENT)))
OPENING_NOTICE = re.compile("|".join(OPENING))


def is_notice(text):
    """Whether a text has the words of a notice."""
    small = text.lower()
    if OPENING_NOTICE.match(small) or NOTICE.search(small):
        return True
    return ("AD" in text or "SOURCE" in text) and IN_CAPITALS.search(text) is not None
