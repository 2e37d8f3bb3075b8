"""What stands in Vietnamese stories between a person's role and body, and what capitals name neither."""

import re

from articles.intake.names.latin_words import LATIN_COUNTRIES

# `giám đốc phụ trách khu vực Đông Nam Á của Orrin`: what narrows a role before its body is named.
OWNED = (
    re.compile(r"[^,;()\x00“”\"]{0,60}?(?P<by> (?:của|thuộc))(?: các| cả)? (?=\S)"),
    re.compile(r"[^,;()\x00“”\"]{0,60}?(?P<by> (?:tại|ở|công tác tại|đến từ))(?: các| cả)? (?=\S)"),
)
MODIFIER = re.compile(
    r"(?: (?:phụ trách|kiêm|khu vực|khối|điều hành|thường trực|cấp cao|quốc gia|toàn cầu|kinh doanh|tài chính"
    r"|công nghệ|vận hành|marketing|kỹ thuật|nhà máy|chi nhánh|hđqt|HĐQT|HĐTV|Hội đồng quản trị|Hội đồng thành viên"
    r"|hội đồng quản trị|hội đồng thành viên|startup|hãng|tập đoàn|công ty|quỹ|mảng|bộ phận|cấp|ngành|dự án"
    r"|phát triển|đầu tư|nhân sự|thương mại|sản xuất|chiến lược|và|CEO|Tổng Giám đốc|tổng giám đốc|Phân tích"
    r"|phân tích|nghiên cứu|Nghiên cứu|cho thuê|công nghiệp|chuỗi|nền tảng|doanh nghiệp|đơn vị|nhà thầu|thương hiệu"
    r"|Quốc gia|Châu Á|châu Á|Đông Nam Á|Việt Nam(?! [A-ZĐ])|Đông Dương|châu Âu|miền Nam|miền Bắc)(?!\w)){0,8}"
)
# `phó tổng thư ký hiệp hội`, `Tổng Giám đốc Công ty`: of the body that the story has named before.
CALLED = re.compile(
    r" (?:của )?(?:hiệp hội|sở|bộ|cục|viện|quỹ|ngân hàng|[Cc]ông ty|[Tt]ập đoàn)(?: này)?(?=\s?[,–-]|\s?$)"
)
# `Phó viện trưởng`, with nothing behind it: of the institute that the story has named before.
HEAD_OF_BODY = re.compile(r"(?:viện|cục)(?= (?:trưởng|phó))", re.I)
# `chủ một xưởng gỗ ở Bình Dương`, `trưởng buôn Ako`: what is named behind it is no body.
OF_NO_BODY = re.compile(r" (?:một|thôn|buôn|bản|ấp|xóm|làng)$")
# What capitals right behind these words name is a place.
PLACE_LEAD = re.compile(
    r"(?:^|\s)(?:tại|ở|xã|phường|huyện|tỉnh|thành|thành phố|đường|quận|thôn|ấp|buôn|bản|làng|KCN|CCN|KKT|KCX"
    r"|(?:khu|cụm) (?:công nghiệp|kinh tế|chế xuất|đô thị|công nghệ(?: cao)?))\s{1,2}$",
    re.I,
)
# `giám đốc một công ty may`: of a body that the story leaves unnamed.
UNNAMED_BODY = re.compile(r"(?: (?:của|tại))? (?:một|các|nhiều|mấy|những) ")
LOOSE_BODY = re.compile(
    r"(?:startup|hãng|công ty|tập đoàn|quỹ|chuỗi|nền tảng|ngân hàng|doanh nghiệp|thương hiệu|nhà thầu) "
    r"(?:[a-zà-ỹđ]{2,6} ){0,2}?"
)
AREA = re.compile(
    r"(?:Đông Nam Á|Châu Á|Châu Âu|Đông Á|Bắc Á|Đông Dương|Trung Đông|TP\.? ?HCM|TP\.? ?Hồ Chí Minh)(?!\w)"
)
COUNTRY = re.compile(rf"(?:{LATIN_COUNTRIES}|EU)(?!\w)")
# Where a run of capitalised words stops being a person's name.
NOT_IN_NAME = re.compile(r"(?:Chủ|Tổng|Phó|Giám|UBND|HĐQT|HĐTV|CEO|CFO|CTO|COO)")
ADJUNCT = re.compile(
    r"^(?:(?:Chia sẻ|Trao đổi|Trả lời|Phát biểu|Nói|Cho biết|Thông tin|Đánh giá|Nhận định|Bình luận|Đề cập|Liên quan"
    r"|Về|Với|Tại|Trong|Ở|Bên lề|Trước|Sau|Khi|Ngày|Sáng|Chiều|Tối|Hôm|Theo dõi|Đồng quan điểm|Cùng quan điểm"
    r"|Đáng chú ý"
    r"|Tuy nhiên|Ngoài ra|Đồng thời|Bên cạnh|Mới đây|Kết luận|Tiếp thu|Thay mặt|Đối với|Nhân dịp|Lý giải|Giải thích"
    r"|Nói về|Nói thêm|Giải đáp|Đáp lại|Đáp|Hồi đáp|Phản hồi|Phía|Thừa nhận|Kể|Nhìn nhận|Lý do|Mở đầu|Tham dự|Dự"
    r"|Có mặt|Xuất hiện|Hỏi|Được hỏi|Trước đó|Đến nay|Nay|Năm|Tháng|Từ|Qua|Cũng|Là|Dưới|Hiện|Hiện nay|Cuối|Đầu|Giữa)"
    r"(?!\w)[^,:\x00]{0,120}, (?:(?:trả lời|trao đổi|chia sẻ|phát biểu|nói|bình luận) [^,:\x00]{0,80}, )?)+"
)
INDEFINITE = re.compile(r"(?:^|\s)(?:một|mấy|nhiều|các|những|có|vài|hai|ba|số)(?:\s(?:số|vài))? \S")
# `đại diện công ty`, `lãnh đạo tập đoàn này`: of the body that the story is about.
OF_THE_BODY = re.compile(
    r"(?:đại diện|lãnh đạo|phía|người phát ngôn|thông cáo|báo cáo)(?: của)? (?:công ty|tập đoàn|doanh nghiệp|quỹ|hãng"
    r"|ngân hàng"
    r"|đơn vị|chủ đầu tư|[Bb]ộ|[Cc]ục|[Ss]ở|[Vv]iện|[Hh]iệp hội)(?: này| (?:nói )?trên)?$"
)
THIS_PERSON = re.compile(
    r"(?:^|\s)(?:vị|nữ|nam)?\s?(?:lãnh đạo|giám đốc|chủ tịch|doanh nhân|chuyên gia|đại diện|tổng giám đốc|CEO|doanh chủ"
    r"|bộ trưởng|thứ trưởng|nhà sáng lập|luật sư) (?:này|nói|trên)$|^(?:vị|nữ) (?:phó |tổng ){0,2}(?:lãnh đạo"
    r"|giám đốc|chủ tịch|doanh nhân"
    r"|chuyên gia|đại diện|CEO|tướng|bác sĩ|nhà sáng lập|luật sư|nhà khoa học|bộ trưởng|thứ trưởng"
    r"|cục trưởng)(?: (?:sở|bộ|cục|công ty|tập đoàn|này)){0,2}$",
    re.I,
)
