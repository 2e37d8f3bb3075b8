"""The words of notices: what nobody writes in a paragraph of news, wherever on the page it stands.

A word that news uses as well (`구독`, `copyright`, `app`) counts only with what the notice says of it. Every pattern is
in small letters and begins with a letter or sign of its own, by which the lines are skimmed: all are asked for notices.
"""

import re

RIGHTS = (
    r"무단\s?전재|무단\s?복제\s?(?:및|·|,|금지|를\s금)|재배포\s?금지|재배포를\s금|전재\s?및\s?재배포|db\s?금지",
    r"저작권자\s?(?:[ⓒ©(:]|와|의\s허락|$)|공공누리",
    r"ai\s?학습(?:\s?(?:및|·)?\s?(?:활용|이용))?\s?(?:금지|을\s금)|copyrights?\s?(?:©|ⓒ|\(c\)|\d{4}|by\b)",
    r"all rights reserved|\(c\)\s?\S|bản quyền (?:thuộc|bài viết|©)|giữ bản quyền|cấm sao chép|ghi rõ nguồn",
    r"giấy phép .{0,30}(?:báo chí|bộ tt|ttđt)|trust principles|licensing rights|terms of (?:use|service)",
    r"privacy policy|advertising policy|advertis(?:e|ing) with us",
)
SUBSCRIPTION = (
    r"구독과\s?좋아요|구독하고\s.{0,30}(?:받|보|만나)|구독하시|구독해?\s?주(?:세요|셔서|시)",
    r"읽어해?\s?주(?:세요|셔서|시)|구독자\s?한정|구독\s?신청\s?(?:하기|은|$)|뉴스레터를?\s(?:구독|신청|받아)",
    r"글자\s?크기로\s|댓글\s?(?:운영\s?)?정책|\d회까지\s참여|로그인(?:하시면|하면|\s?해\s?주)|언론사\s구독"
    r"|제보가\s뉴스",
    r"(?:에서|메인)\s\S{2,10}\s구독하기|구독하기\s?(?:\[|$)|(?:url|링크|주소)[이가]\s복사|클릭하(?:면|시면)\s",
    r"받아\s?보세요|바로\s?가기\s?[>▶]?$",
    r"개인정보\s?(?:처리|취급)\s?방침|청소년\s?보호\s?(?:정책|책임)|등록번호\s?:|대표\s?전화\s?:?\s?\d|발행인\s?[:·]",
    r"첨부\s?파일\s?(?:다운|:|$)|\d면으로\s이어|원본\s이미지|기사\s(?:전문|원문)[을를]?\s(?:보|읽)",
    r"네이버에서\s구독|언론사홈|수신\s?거부\s?(?:$|[^가-힣\s])|카카오톡.{0,20}채널\s?추가|카톡.{0,20}채널\s?추가",
    r"네이버.{0,20}채널\s?추가|플러스친구.{0,20}채널\s?추가|채널\s?추가(?:하|해|$)|카카오톡\s?:",
    r"카카오톡에서\s.{0,20}(?:구독|검색|추가)|유료\s?(?:회원|구독자?)\s?(?:전용|만\s|에게만|한정)|유료\s?기사",
    r"로그인\s?(?:후|이\s필요)|회원\s?가입\s?(?:후\s|하시|하기|$)|앱에서\s(?:보기|더)",
    r"앱\s?(?:다운로드|설치)(?:하기|하세요|하고\s|$)|후원으로\s만들|후원하기(?!로)|후원해\s주|읽어\s?드립",
    r"사용하실\s수\s있습니다|복구할\s수\s없습니다|follow (?:us|@)|sign up (?:here|now)",
    r"sign up (?:for|to) (?:our|the newsletter|receive|get|read)|subscribe (?:now|here)",
    r"subscribe to (?:our|my|continue|read)|newsletter sign|our newsletter|unsubscribe",
    r"\b(?:register|book|buy|apply|order|shop|enroll) (?:now|today)$|(?:get|buy|book) (?:your )?tickets?$",
    r"view (?:this email|in browser)|forwarded this email|forward this (?:e-?mail|newsletter)",
    r"you (?:are receiving|received) this|click here",
    r"read the (?:full|vietnamese|english|korean) (?:story|version|article)",
    r"log ?in to (?:read|continue|comment|your)|support (?:our|independent) (?:journalism|writing)",
    r"check your e?mail|your (?:opinion|feedback) matters",
    r"(?:nghe|xem|đọc|tải|đăng ký) .{0,40}tại đây\s?[:.]?$",
    r"theo dõi (?:.{1,30} )?trên (?:google|facebook|zalo|youtube|telegram)|đăng ký (?:nhận tin|theo dõi|kênh)",
    r"mời (?:quý )?(?:bạn đọc|độc giả)|bạn đang đọc bài|vui lòng (?:gõ|đăng nhập|để lại)|hãy là người đầu tiên",
    r"copy link|sao chép (?:liên kết|link)|xem ngay\b|kết nối với (?:chúng tôi|\S{2,12}:)|xem theo ngày",
    r"đăng ký (?:nhận )?bản tin|(?:bài viết|thông tin|nội dung) (?:này )?có hữu ích",
    r"(?:오늘|이번|지난)\s?(?:레터|뉴스레터|호|편)[은는]?\s?(?:어땠|어떠|어떻|재밌|재미있)|레터는\s.{0,30}광고",
    r"(?:지난|이전)\s?(?:레터|뉴스레터|호)\s?(?:다시\s?)?(?:보기|보러|읽기)|(?:메일|레터)[이가]\s잘\s.{0,2}\s?보이",
    r"친구에게\s(?:추천|공유|소개|전달)|기사를\s(?:읽으셨다면|평가해)|요약봇|텍스트\s음성\s변환|말하기\s속도",
    r"(?:글자|글씨|폰트)\s?크기\s?(?:변경|조절|조정|설정)|cỡ chữ|font size|text size|읽어주기\s기능",
    r"수신[을를]?\s(?:원치|원하지)\s않|(?:다음|이어질)\s?(?:호|회|편|화|주)에(?:는|서는|선)?\s.{2,60}"
    r"(?:이어집니다|계속됩니다|소개합니다|찾아옵니다|찾아뵙|만나\s?봅니다|싣습니다|다룹니다)",
    r"더\s많은\s(?:기사|뉴스|콘텐츠)[을를]?\s(?:보|읽|만나)|기사를\s계속\s(?:읽|보)|첫\s?달\s(?:무료|0원)",
    r"지금\s(?:바로\s)?(?:구독|가입|신청|확인)(?:하세요|해\s?보세요|하기|\s?[👉→>!]|$)|무료로?\s(?:구독|체험|받아보)",
    r"(?:채널|페이지|계정)[을를]\s(?:구독|추가|팔로우)|알림\s?(?:설정|받기|신청)(?:하|해|\s?$)|팔로우하(?:고|세|면)",
    r"share your (?:thoughts|views|story|opinion)|join the (?:conversation|discussion|debate)|have your say",
    r"follow .{2,30} on (?:google|facebook|x\b|twitter|linkedin|telegram|whatsapp|instagram|youtube)|can be reached at",
    r"reach (?:her|him|them|me|us) at\b|(?:save|get) (?:up to )?[$€£]?\d\S{0,8} (?:off|on your)\b",
    r"(?:contact|reach|e-?mail) (?:the )?(?:reporter|writer|author|editor)|data (?:is |are )?delayed",
    r"leave a (?:comment|reply)|what(?:'|’)s your (?:take|view)|let us know (?:what|in|at|your)|hit reply",
    r"upgrade (?:to|your) (?:paid|premium|pro|plan|subscription)|you(?:'|’)re reading (?:the|a) (?:free|paid|preview)",
    r"become a (?:paid |premium )?(?:member|subscriber|patron)|start (?:a |your )?(?:free|paid) trial",
    r"get unlimited|already a (?:member|subscriber)|(?:continue|keep) reading (?:with|by|for|→|$)",
    r"continue reading (?:this|your|the)|this (?:story|article) is (?:for|only for|exclusive)",
    r"scroll to continue|story continues|article continues|continued below|skip (?:ad|advert|past)",
    r"(?:was|is) this (?:article|page|story|helpful)|found this (?:article|useful|helpful)|rate this (?:article|story)",
    r"get (?:the|our|more|your) .{0,40}(?:in your inbox|delivered|by e-?mail|newsletter)|delivered to your inbox",
    r"join our (?:whatsapp|telegram|channel|community)|download (?:the|our) app|as (?:a |your )?preferred source",
    r"(?:in the|the) .{3,30},? print edition|print edition (?:as|with)|quotes delayed",
    r"spotted? an? (?:typo|error|mistake)|got a (?:tip|story)|send (?:us )?(?:your )?tips|tips? (?:to|at) .{1,60}@",
    r"support (?:us|our work)|buy (?:me|us) a coffee|cookies? (?:policy|settings|preferences)",
    r"nhấn (?:vào đây|theo dõi|để)|bấm (?:vào đây|để)|quét mã qr|nhập email|nhận tin (?:mới|qua)|ý kiến của bạn",
    r"bạn (?:nghĩ|thấy) (?:gì|sao|thế nào) về (?:bài|tin|vấn đề)|đánh giá bài viết|lượt xem\s?:|lượt đọc\s?:",
    r"tặng sao cho|xem nhanh\b|đọc bài gốc|link bài gốc|đọc toàn bộ bài|tải (?:về )?(?:ứng dụng|báo cáo|bản đầy đủ)",
    r"ưu đãi .{0,40}(?:đăng ký|mua ngay|đặt ngay)|mua ngay|đăng ký ngay|liên hệ (?:quảng cáo|tòa soạn)",
)
DESK = (
    r"제보는\s(?:카|전화|이메일|네이버|\d|[a-z])|제보를\s기다|기사\s?제보|여러분의\s제보",
    r"이\s?기사(?:는|를)\s(?:공유|추천)|본\s(?:기사|콘텐츠)는|이\s뉴스는\s기업|기자의\s다른|다른\s?기사\s?보기",
    r"저작권법(?:에|의)\s?(?:따라|의해|의거|보호)|자세히\s?보기|더\s?보기\s?>|윤리강령을\s준수|편집\s?방향과\s다를"
    r"|외부\s필자의?\s(?:기고|칼럼|글)",
    r"단말기에\s먼저|투자\s?(?:참고용|판단의\s책임|결과에\s대한)|번역\s:|edited and condensed",
    r"\(with (?:agency )?inputs|editing by [^.]{3,60}$|originally (?:published|appeared) (?:in|on|at)",
    r"views expressed|opinions expressed|not (?:necessarily )?(?:reflect|represent) the|write (?:to|us)\b.{0,60}@",
    r"send (?:to|us)\b.{0,60}@|e-?mail (?:to|us)\b.{0,60}@",
    r"this (?:article|story) (?:was|has been) .{0,40}(?:produced|generated|translated|written|edited)",
    r"forward-looking statements|-{1,2}\s?with assistance (?:from|by)\b|audio report\b",
    r"read by (?:ai|an? (?:automated|ai)) |\((?:updates?|adds?|corrects?|recasts?|writes through) [^()]{3,80}\)$",
    r"(?:listen to|watch) (?:this|the) (?:article|story|video)|next (?:month|issue|week):",
)
ADVERTISEMENT = (r"\[광고\]|your browser does not|sponsored content|a message from our sponsor|paid (?:post|partner)",)
# What is a notice only where it begins a line.
OPENING = (
    r"copyright|[<(\[]?\s?(?:저작권자\s?)?[ⓒ©]|®|giấy phép (?:số|hoạt động|xuất bản)|회원\s?가입|sign up\b",
    r"subscribe\b|(?:please )?log ?in\b|thank(?:s| you) for (?:reading|subscribing|signing)",
    r"by (?:registering|signing up)|(?:mọi )?ý kiến đóng góp|tải (?:ứng dụng|app)",
    r"제보\s?(?:$|[:：]|메일|전화|하기|카)",
    r"[▷▶■※☎\s]{0,3}(?:전화|이메일|카카오톡|카톡|유튜브|팩스|tel|phone|e-?mail|fax|hotline)\s?[:：]",
    r"(?:이|본|해당)\s?(?:기사|콘텐츠|글|뉴스|게시물|칼럼|페이지)[은는]\s.{0,80}(?:기사입니다|콘텐츠입니다|글입니다"
    r"|작성|제작"
    r"|게재|표출|출고|공개|분류|광고|협찬|후원|저작권|번역|실린|책임)",
    r"(?:이|본|해당)\s?(?:보도)?자료[은는]\s.{0,60}(?:저작권|책임|보도자료|보도에)|이번\s(?:레터"
    r"|호)[은는]\s.{0,40}광고",
    r"(?:붙임|첨부|별첨)\s?\d?\s?[:：.]|(?:[a-z]?\d{1,2}면|뒷면|다음\s?면|다음\s?호)에\s?계속|[▶☞]\s?[a-z]?\d{1,2}면에",
    r"[\[<(【]\s?(?:핫딜|특가|이벤트|프로모션|알림|공지|공지사항|모집|후원)\s?[\])>】]",
    r"\[\s?(?:ad|pr|sponsored|promotion|tài trợ|quảng cáo)\s?\]",
    r"(?:together|in partnership|presented|brought to you|sponsored|powered|supported|made possible) (?:with|by)\b",
    r"\d+ (?:likes?|comments?|shares?|restacks?)\b|appeared in the\b|\[이\s?(?:기사|게시물|글)[은는]\s",
    r"[▷▶■※☎▣\s]{0,3}(?:광고|정기\s?구독|구독)\s?문의|[-─═=\s]{0,6}광고\s?[-─═=]{1,6}|\[(?:첨부|붙임|별첨)\]",
    r"누리집\s?:|일본어\s원문|기사에 대한|◎공감|※|☞.{7}|☎|매수\s?:|담당\s?:|문의\s?:|배포일시|\[?자료제공\s?:|\[별첨\]",
    r"홈페이지\s?:|연락처\s?[:：]|연락처$|뉴스\s?제공|관련\s?키워드|태그(?:$|[\s:])|이전\s?글|다음\s?글",
    r"웹사이트\s?:|(?:additional )?reporting by\b|compiled by\b",
    r"(?:photo|logo|video|cision|source) - https?:|source:? .{0,60}\beditor:|share this",
    r"(?:tags?|topics?|keywords?):|chủ đề:|từ kh[oó][aá]:|chia sẻ:|share:|website:|news provided",
    r"issue #|vol\. ?\d|cơ quan (?:của đảng bộ|chủ quản)|(?:phó )?tổng biên tập\b|nguồn: ?bctc",
    r"discover the (?:all )?new|\[(?:협찬|제휴)\]|광고\s?[·:|]|advertisement\b|quảng cáo\s?(?:$|[:|·])",
    r"sponsored\b|advertorial\b|disclaimer:|(?:media|press|investor) contacts?\b|with assistance from|키워드\s?[:\s]",
    r"in association with\b|xem tiếp:|xem video\b",
)
# As they are written: in small letters these are ordinary words.
IN_CAPITALS = re.compile(r"^AD\s{1,3}\S|^SOURCE [A-Z]|\bAD$")
# What shall be clicked.
LINK_SIGN = ("→", "➔", "➜", "👉", ">>", "»")
# What a story tells, of whatever it speaks: notices ask and inform their reader.
NARRATED = re.compile(r"[^니\s]다\.[”\"’)]{0,2}$|\b(?:said|says|told|according to)\b|cho biết|cho rằng|nhấn mạnh")
RIGHTS_NOTICE = re.compile("|".join(RIGHTS))
NOTICE = re.compile("|".join((*RIGHTS, *SUBSCRIPTION, *DESK, *ADVERTISEMENT)))
OPENING_NOTICE = re.compile("|".join(OPENING))


def is_notice(text):
    """Whether a text has the words of a notice."""
    small = text.lower()
    notices = RIGHTS_NOTICE if NARRATED.search(small) else NOTICE
    if OPENING_NOTICE.match(small) or notices.search(small) or text.endswith(LINK_SIGN):
        return True
    return ("AD" in text or "SOURCE" in text) and IN_CAPITALS.search(text) is not None
