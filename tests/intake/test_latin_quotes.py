"""Who says what in English and Vietnamese stories, by the constructions that newsrooms use."""

import pytest

from articles.intake import read_story

HEADLINE = {"en": "Garam to build a new plant in the north", "vi": "Garam xây nhà máy mới ở phía bắc"}


def read_sources(language, body):
    quotes = read_story(f"{HEADLINE[language]}\n\n{body}", language).quotes
    return [(quote.speaker, quote.organisation) for quote in quotes]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '"We had no choice," said John Marlowe, Orbex\'s chief financial officer. "But margins have gone." Marlowe '
            'said the firm "will not return to Ohio" under any plan.',
            ("John Marlowe", "Orbex"),
        ),
        ("“It is fine,” said Tom Beck of Northway Capital, which owns 2% of it.", ("Tom Beck", "Northway Capital")),
        ("“Never again,” ING's Carla Bruns said.", ("Carla Bruns", "ING")),
        (
            '"Our book has grown," said Sandeep Kulkarni, MD & CEO, Pearlite Bank.',
            ("Sandeep Kulkarni", "Pearlite Bank"),
        ),
        ('"Watch it," said Neha Bhatt, Partner, Oakridge Advisors India.', ("Neha Bhatt", "Oakridge Advisors India")),
        (
            "Hong Gi-taek, who heads the Saewon Labor Union, was blunt: “They lied.”",
            ("Hong Gi-taek", "Saewon Labor Union"),
        ),
        (
            '"I\'d wait," said Piet van der Berg, whose firm, Delft Partners, is small.',
            ("Piet van der Berg", "Delft Partners"),
        ),
        (
            "Chairman of the municipal People’s Committee Truong Quoc Dat said so. “We will wait”, he affirmed.",
            ("Truong Quoc Dat", "municipal People’s Committee"),
        ),
        ("Minister of Finance Ho Duc Phoc stressed that “the tax will not change”.", ("Ho Duc Phoc", None)),
        (
            "Ms. Whitfield came late. “We were dying,” said Carla Whitfield of Galena Port.",
            ("Carla Whitfield", "Galena Port"),
        ),
        ('A union official at the yard was cold. "First the blocks go," he said.', (None, None)),
        ('Kestrel Energy dropped its bid. "The terms were poor," the company said.', (None, "Kestrel Energy")),
        ('The city "is ready to take anybody", Mayor Huynh Duc Tho told a briefing.', ("Huynh Duc Tho", None)),
        (
            "As Daniel Roth, the founder of the start-up Basketful, puts it: “Nobody got rich.”",
            ("Daniel Roth", "Basketful"),
        ),
        ('"We will invest more this year, said Yoon Suk-ho, director of Hansae Vina.', ("Yoon Suk-ho", "Hansae Vina")),
    ],
)
def test_read_quotes_knows_who_speaks_in_english(body, expected):
    assert set(read_sources("en", body)) == {expected}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Ông Lê Văn Hùng - Chủ tịch UBND tỉnh Quảng Ninh - nói: “Tỉnh sẽ đồng hành”. Ông Hùng nói “đất đã sẵn”.",
            ("Lê Văn Hùng", "UBND tỉnh Quảng Ninh"),
        ),
        ("Thứ trưởng Bộ Tài chính Trần Quốc Phong khẳng định: “Không nới hạn”.", ("Trần Quốc Phong", "Bộ Tài chính")),
        ("“Sẽ tuyển 500 người”, Tổng Giám đốc Hansol Vina Kim Jae-won nói.", ("Kim Jae-won", "Hansol Vina")),
        (
            "Luật sư Trương Thanh Tú (Đoàn Luật sư TP.HCM) nói: “Hợp đồng vô hiệu”.",
            ("Trương Thanh Tú", "Đoàn Luật sư TP.HCM"),
        ),
        ("Bà Ngô Thị Mai, giám đốc một công ty may, cho biết “lao động đang về quê”.", ("Ngô Thị Mai", None)),
        ("Phó Chủ tịch UBND TP Hải Phòng Lê Anh Quân nói: “Đất đã sạch”.", ("Lê Anh Quân", "UBND TP Hải Phòng")),
        ("CEO Trần Huy Vũ của Kompa Coffee viết: “Chuỗi sẽ đóng 12 cửa hàng”.", ("Trần Huy Vũ", "Kompa Coffee")),
        (
            "Nhà sáng lập ứng dụng Giỏ Xanh - Đặng Thùy Trang - nói: “Chúng tôi đốt tiền”.",
            ("Đặng Thùy Trang", "Giỏ Xanh"),
        ),
        (
            "Nikkei dẫn lời Chủ tịch Toyoda Seiki, ông Sato Kenji: “Chúng tôi ở lại”.",
            ("Sato Kenji", "Toyoda Seiki"),
        ),
        ("Theo đại diện Cục Đầu tư nước ngoài, “dòng vốn đang dịch chuyển”.", (None, "Cục Đầu tư nước ngoài")),
        ("“Giá đang tăng nhanh”, một nhà môi giới tại Bình Dương tiết lộ.", (None, None)),
        ("Thủ tướng Phạm Quang Minh yêu cầu: “Không để doanh nghiệp chờ”.", ("Phạm Quang Minh", None)),
        (
            "Ông Bùi Văn Tuấn đã đến. Ông Tuấn là phó giám đốc Công ty Điện gió Tân Thành. “Gió rất đều”, ông nói.",
            ("Bùi Văn Tuấn", "Công ty Điện gió Tân Thành"),
        ),
        (
            "Ông Yamada Taro, Trưởng đại diện Văn phòng JETRO, nói: “Họ vẫn muốn mở rộng”.",
            ("Yamada Taro", "Văn phòng JETRO"),
        ),
    ],
)
def test_read_quotes_knows_who_speaks_in_vietnamese(body, expected):
    assert set(read_sources("vi", body)) == {expected}


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", 'The stadium, nicknamed "The Lantern," opened in May. Its slogan is "Light for all."'),
        ("en", "“The land is ours,” read a banner at the gate."),
        ("vi", 'Nơi này được gọi là "lá phổi xanh". Khẩu hiệu ở cổng là "An toàn là trên hết".'),
    ],
)
def test_read_quotes_takes_names_and_slogans_for_nobodys_words(language, body):
    assert read_sources(language, body) == []


def test_read_quotes_tells_the_turns_of_an_interview_by_their_labels():
    told = (
        "Lars Holm and Mai Phuong started Nordfish in a rented house in Can Tho. We spoke with Holm about what is next."
    )
    turns = "TechAsia: Why did you stay?\n\nHolm: Our farmers are here.\n\nTechAsia: And money?\n\nHolm: Next year."
    assert read_sources("en", f"{told}\n\n{turns}") == [("Lars Holm", "Nordfish")] * 2
