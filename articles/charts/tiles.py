"""The 34 provinces of Viet Nam since 1 July 2025 as tiles: where each stands on the drawn map, and its short name.

They are known by the codes of the General Statistics Office. The names are drawn whether or not a record leads there.
"""

from typing import NamedTuple


class Tile(NamedTuple):
    """A province's place on the map, from the north-west, and what it is called there."""

    column: int
    row: int
    ko: str
    en: str
    vi: str


COLUMNS, ROWS = 5, 14
TILES = {
    "12": Tile(0, 0, "라이쩌우", "Lai Chau", "Lai Châu"),
    "15": Tile(1, 0, "라오까이", "Lao Cai", "Lào Cai"),
    "08": Tile(2, 0, "뚜옌꽝", "Tuyen Quang", "Tuyên Quang"),
    "04": Tile(3, 0, "까오방", "Cao Bang", "Cao Bằng"),
    "11": Tile(0, 1, "디엔비엔", "Dien Bien", "Điện Biên"),
    "14": Tile(1, 1, "선라", "Son La", "Sơn La"),
    "25": Tile(2, 1, "푸토", "Phu Tho", "Phú Thọ"),
    "19": Tile(3, 1, "타이응우옌", "Thai Nguyen", "Thái Nguyên"),
    "20": Tile(4, 1, "랑선", "Lang Son", "Lạng Sơn"),
    "01": Tile(2, 2, "하노이", "Hanoi", "Hà Nội"),
    "24": Tile(3, 2, "박닌", "Bac Ninh", "Bắc Ninh"),
    "22": Tile(4, 2, "꽝닌", "Quang Ninh", "Quảng Ninh"),
    "37": Tile(2, 3, "닌빈", "Ninh Binh", "Ninh Bình"),
    "33": Tile(3, 3, "흥옌", "Hung Yen", "Hưng Yên"),
    "31": Tile(4, 3, "하이퐁", "Hai Phong", "Hải Phòng"),
    "40": Tile(1, 4, "응에안", "Nghe An", "Nghệ An"),
    "38": Tile(2, 4, "타인호아", "Thanh Hoa", "Thanh Hóa"),
    "42": Tile(2, 5, "하띤", "Ha Tinh", "Hà Tĩnh"),
    "44": Tile(2, 6, "꽝찌", "Quang Tri", "Quảng Trị"),
    "46": Tile(3, 6, "후에", "Hue", "Huế"),
    "48": Tile(3, 7, "다낭", "Da Nang", "Đà Nẵng"),
    "51": Tile(4, 7, "꽝응아이", "Quang Ngai", "Quảng Ngãi"),
    "52": Tile(4, 8, "잘라이", "Gia Lai", "Gia Lai"),
    "66": Tile(3, 9, "닥락", "Dak Lak", "Đắk Lắk"),
    "56": Tile(4, 9, "카인호아", "Khanh Hoa", "Khánh Hòa"),
    "80": Tile(1, 10, "떠이닌", "Tay Ninh", "Tây Ninh"),
    "75": Tile(2, 10, "동나이", "Dong Nai", "Đồng Nai"),
    "68": Tile(3, 10, "럼동", "Lam Dong", "Lâm Đồng"),
    "91": Tile(0, 11, "안장", "An Giang", "An Giang"),
    "82": Tile(1, 11, "동탑", "Dong Thap", "Đồng Tháp"),
    "79": Tile(2, 11, "호찌민시", "HCM City", "TP.HCM"),
    "92": Tile(0, 12, "껀터", "Can Tho", "Cần Thơ"),
    "86": Tile(1, 12, "빈롱", "Vinh Long", "Vĩnh Long"),
    "96": Tile(0, 13, "까마우", "Ca Mau", "Cà Mau"),
}
