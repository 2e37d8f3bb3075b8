"""Who says what in English and Vietnamese stories, by the constructions that newsrooms use."""

import pytest

from articles.intake import read_story

HEADLINE = {"en": "Garam to build a new plant in the north", "vi": "Garam xây nhà máy mới ở phía bắc"}


DA_NANG = (None, "Sở Xây dựng Đà Nẵng")
TRADE_OFFICE = (None, "Thương vụ Việt Nam tại Nhật Bản")


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
        ("Hanmi Chem Chief Executive Min-ho Choi was calm. “We will wait,” Choi said.", ("Min-ho Choi", "Hanmi Chem")),
        ("Orbex President Dae-jung Lee met lawmakers. “Tariffs hurt,” the executive said.", ("Dae-jung Lee", "Orbex")),
        (
            "Founder and CEO Lukas Meyer runs Voltbase. “We nearly died,” said the founder, 41, over lunch in a cafe.",
            ("Lukas Meyer", "Voltbase"),
        ),
        (
            "Anders Lund, who runs the Oslo fund Fjord Capital, is wary. “Prices are mad,” he said.",
            ("Anders Lund", "Fjord Capital"),
        ),
        (
            "Prof. Daniel Cho of Hansol University is not convinced. “It is too much,” said Prof. Cho.",
            ("Daniel Cho", "Hansol University"),
        ),
        (
            "Lena Hart, formerly of Orbex and now chief executive of Tessil Motors, disagreed. “I waited,” she said.",
            ("Lena Hart", "Tessil Motors"),
        ),
        (
            "“Yes,” commented Ida Solheim, Partner at the Fund. Nordic Growth Fund agreed.",
            ("Ida Solheim", "Nordic Growth Fund"),
        ),
        (
            "The Ministry of Trade is strict. “The rules stay,” the ministry said.",
            (None, "Ministry of Trade"),
        ),
        ("Carol Ng of Garam disagreed:\n\n“We have enough cash. We will not borrow.”", ("Carol Ng", "Garam")),
        ("“It is a rumor,” a Ministry of Trade official said.", (None, "Ministry of Trade")),
        ("Union leader Manuel Ortega was calm. “We have waited long enough,” Ortega said.", ("Manuel Ortega", None)),
        (
            "“Prices are silly,” said Rhein Asset Management’s Petra Vogel, one of the fund’s biggest holders.",
            ("Petra Vogel", "Rhein Asset Management"),
        ),
        (
            "Petra Vogel at Rhein Asset Management thinks prices are silly. “They have gone mad,” she says.",
            ("Petra Vogel", "Rhein Asset Management"),
        ),
        ("US ambassador Marc Dillon welcomed it. “It is a milestone,” he said.", ("Marc Dillon", None)),
        (
            "Trần Đình Quý, who owns a workshop in Thuận An, gave up.\n\n“The bank wants 9.5 per cent,” he said.",
            ("Trần Đình Quý", None),
        ),
        ("Commissioner Hal Dockery was cold. “We paid for it,” Dockery said.", ("Hal Dockery", None)),
        ("Charles River Power dropped its bid. “The terms were poor,” it said.", (None, "Charles River Power")),
        (
            "Thailand's Board of Energy is not giving up. Narong Suksawat, the board's deputy "
            "secretary-general, argued that it would pass: “Nobody moves that because of one bad year.”",
            ("Narong Suksawat", "Board of Energy"),
        ),
        (
            "The project is backed by a green loan from Orchard Pacific Bank. Hui-Min Tan, the bank's "
            'Head of Sustainable Finance, added, "The margin falls if Garam meets its targets, which is a '
            'first."',
            ("Hui-Min Tan", "Orchard Pacific Bank"),
        ),
        (
            "According to the Long An Textile Association, exports fell. Its vice chairman Pham Quoc Bao "
            "was gloomy. “We lost two buyers in a week,” he said.",
            ("Pham Quoc Bao", "Long An Textile Association"),
        ),
        (
            "Clara Benning rarely sits down. “I get bored,” the Tessil Motors chief executive said.",
            ("Clara Benning", "Tessil Motors"),
        ),
        (
            'Omar Haddad grew up in Sfax. "Nobody believed me," recalled the founder of Olivea, a start-up.',
            ("Omar Haddad", "Olivea"),
        ),
        (
            "Lê Thị Kim Thoa, general director of Thuận Phát Furniture, said: “Before, one order meant 20 containers.”",
            ("Lê Thị Kim Thoa", "Thuận Phát Furniture"),
        ),
        (
            "Asked about competition from Orbex, which is building a plant in Assam, Rohit Vardhan, "
            "chairman of Garam, quipped: “The river is wide.”",
            ("Rohit Vardhan", "Garam"),
        ),
        (
            "“Wages here are now 11 million a month. We cannot be the cheapest, Lộc said. Huỳnh Bá Lộc is "
            "vice chairman of the Bình Dương Furniture Association.",
            ("Huỳnh Bá Lộc", "Bình Dương Furniture Association"),
        ),
        (
            "Commissioner Hal Dockery was not convinced.\n\n“I'm not against jobs. Nobody in this room "
            "is.\n\n“But we've been here before, and we paid for it,” Dockery said.",
            ("Hal Dockery", None),
        ),
        (
            "Mayor Bobbie Tillman, whose mother worked at Fairlawn for 31 years, had to stop twice. The "
            "city of Brewton Springs gave $3 million.\n\n“I told Mama this morning,” she said.",
            ("Bobbie Tillman", "Brewton Springs"),
        ),
        (
            "Denise Rokicki, mayor of Harlan Falls, cut the ribbon. “It took nine years,” she said.",
            ("Denise Rokicki", "Harlan Falls"),
        ),
        (
            "Telangana's Industries Minister Arun Reddy called it a vote of confidence. “We will do more,” Reddy said.",
            ("Arun Reddy", "Telangana"),
        ),
        (
            "Vietnam's Finance Minister Ho Van Minh was firm. “The tax stays,” Minh said.",
            ("Ho Van Minh", None),
        ),
        (
            "“Our clients want to know the tree,” Morimatsu's chief representative Junko Aoyagi told the "
            "paper. Morimatsu is a trading house.",
            ("Junko Aoyagi", "Morimatsu"),
        ),
        (
            "Analysts at Nordbank see more pain. “Earnings will fall again,” they wrote in a note on Monday.",
            (None, "Nordbank"),
        ),
        (
            "Northbeam partner Jonah Reyes, who is joining the board, says that’s fair. But, he adds, "
            "“the incumbents have no incentive to fix it.”",
            ("Jonah Reyes", "Northbeam"),
        ),
        (
            "Hanul Display last year lost money. “Pilot yield has passed the level of 2016,” the company "
            "said in response to an inquiry.",
            (None, "Hanul Display"),
        ),
        (
            "“We are hiring,” Lena Hart said in an interview with Bloomberg Television. Hart is president "
            "of Orbex Battery.",
            ("Lena Hart", "Orbex Battery"),
        ),
        (
            "Phan Thi Mai Lan - deputy director of the Binh Dinh Department of Industry and Trade - said: "
            "“We will review each case.”",
            ("Phan Thi Mai Lan", "Binh Dinh Department of Industry and Trade"),
        ),
        (
            "An official of the ministry, who asked not to be named, said: “Nothing has been decided.”",
            (None, None),
        ),
        (
            "Deputy Minister of Planning and Investment Do Thanh Trung said: “Reform goes on.”",
            ("Do Thanh Trung", None),
        ),
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
        ("Trần Thị Bích, 32 tuổi, là công nhân. “Lương đủ sống”, Bích kể.", ("Trần Thị Bích", None)),
        ("Giám đốc châu Á của Orbex, Inês Carvalhal, nói: “Chúng tôi đủ tiền”.", ("Inês Carvalhal", "Orbex")),
        (
            "Đại diện Cục Thuế TP HCM nói: “Phải kê khai lại”. Cục này khẳng định “không có ngoại lệ”.",
            (None, "Cục Thuế TP HCM"),
        ),
        (
            "Hiệp hội Bông sợi Việt Nam lo ngại. “Đầu vào loạn”, ông Ngô Đắc Thụ - phó tổng thư ký hiệp hội - nói.",
            ("Ngô Đắc Thụ", "Hiệp hội Bông sợi Việt Nam"),
        ),
        (
            "Chuyên viên phân tích Đỗ Minh Trang của Chứng khoán Á Đông viết: “Biên lợi nhuận đã chạm đáy”.",
            ("Đỗ Minh Trang", "Chứng khoán Á Đông"),
        ),
        (
            "Giải đáp nội dung trên, đại diện Công ty Điện lực Cà Mau nêu: “Sẽ đóng điện trong tháng 9”.",
            (None, "Công ty Điện lực Cà Mau"),
        ),
        (
            "TS Lê Thanh - Viện Nghiên cứu dân số và phát triển - lo: “Giá đó quá cao”.",
            ("Lê Thanh", "Viện Nghiên cứu dân số và phát triển"),
        ),
        (
            "Đồng chí Lê Hồng Vinh, Chủ tịch UBND tỉnh Nghệ An, kết luận. “Tỉnh cam kết”, đồng chí Chủ tịch nói.",
            ("Lê Hồng Vinh", "UBND tỉnh Nghệ An"),
        ),
        ("Chủ tịch HĐQT Orbex Trần Huy Vũ nói: “Cổ tức sẽ là 20%”.", ("Trần Huy Vũ", "Orbex")),
        ("Ông Lê Nga, chủ một xưởng gỗ ở Bình Dương, than: “Tiền điện tăng gấp đôi”.", ("Lê Nga", None)),
        (
            "Trưởng Ban Quản lý các khu công nghiệp tỉnh Thái Bình Vũ Kim Long nói: “Tỉnh không chọn dự án nhỏ”.",
            ("Vũ Kim Long", "Ban Quản lý các khu công nghiệp tỉnh Thái Bình"),
        ),
        ("Giám đốc Quốc gia ADB tại Việt Nam Shantanu Gupta nói: “FDI sẽ tăng”.", ("Shantanu Gupta", "ADB")),
        (
            "Kế hoạch được Phó tổng giám đốc Garam Foods Bae Jin-kyu công bố tại hội thảo ở TP Cao Lãnh. “Chúng tôi "
            "đã nhập gạo”, ông Bae nói.",
            ("Bae Jin-kyu", "Garam Foods"),
        ),
        (
            "“Giá ấy không ai mua”, bà Hạnh, giám đốc sàn giao dịch Đất Lành, nói.",
            ("Hạnh", "Đất Lành"),
        ),
        (
            "Theo Viện Nghiên cứu Giao thông Nam Bộ, giá thuê đang tăng. “Phải có chuẩn chung”, ông Phùng Bá Lân, Phó "
            "viện trưởng, nhận xét.",
            ("Phùng Bá Lân", "Viện Nghiên cứu Giao thông Nam Bộ"),
        ),
        (
            "Công ty TNHH Woorim Vina vừa động thổ, có lãnh đạo UBND tỉnh đến dự. Ông Ryu Chang-ho - Tổng Giám đốc "
            "Công ty bày tỏ: “Chúng tôi đã có mặt bằng sạch”.",
            ("Ryu Chang-ho", "Công ty TNHH Woorim Vina"),
        ),
        (
            "Ông Yoon Dae-sung, Giám đốc Garam Vina, nói: “Điện phải ổn định”. Ông Yoon Dea-sung nói: “Chúng tôi sẽ ở "
            "lại”.",
            ("Yoon Dae-sung", "Garam Vina"),
        ),
        ("Sở Xây dựng Đà Nẵng đang trình gói hỗ trợ. “Tiền sẽ đi theo dân”, một lãnh đạo sở này nói.", DA_NANG),
        (
            "Theo Sở Xây dựng Đà Nẵng, Garam Vina đã khởi công. Trong văn bản gửi tỉnh, sở này viết: “Đất đã sạch”.",
            DA_NANG,
        ),
        ("“Nhà trọ đang thiếu”, đại diện một doanh nghiệp tại Khu công nghiệp Điềm Thụy chia sẻ.", (None, None)),
        ("“Chúng tôi thiếu nhà trọ”, quản lý một xưởng may ở cụm công nghiệp Phố Nối cho biết.", (None, None)),
        ("Đại diện Thương vụ Việt Nam tại Nhật Bản cho biết: “Hai nước đang đàm phán”.", TRADE_OFFICE),
        ("“Không có điện thì không ai ở”, H’Yến Niê, trưởng buôn Ako Dhong, nói.", ("H’Yến Niê", None)),
        ("Chị H’Luăn Byă, người trồng cà phê, tâm sự:\n\n- “Bán cho nhà máy được giá hơn.”", ("H’Luăn Byă", None)),
        (
            "Hồ Tấn Đạt, tài xế 34 tuổi ở Bình Tân, chưa hài lòng. “Tôi phải chạy ba trạm mới có pin”, anh kể.",
            ("Hồ Tấn Đạt", None),
        ),
        (
            "Ông Lê Cảnh Toàn, Chủ tịch HĐQT Năng lượng Xanh Trường Sơn, nói: “Mùn cưa thành ngoại tệ”.",
            ("Lê Cảnh Toàn", "Năng lượng Xanh Trường Sơn"),
        ),
        (
            "“Tôi chỉ bán cái cổng”, chị Đặng Thùy Linh, người sáng lập kiêm Giám đốc Cà Ná Xưa, kể.",
            ("Đặng Thùy Linh", "Cà Ná Xưa"),
        ),
        (
            "[Ông Lê Quang Minh / Giám đốc Garam Việt Nam]\n\nChúng tôi chạy thử từ tháng 5. Máy tốt.",
            ("Lê Quang Minh", "Garam Việt Nam"),
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
        ("vi", "Cơ cấu vốn như sau:\n\n(1) Garam góp 200 tỷ đồng.\n\n(2) Ông Lê Minh: 60 tỷ đồng, tương ứng 10%."),
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


def test_read_quotes_takes_a_quoted_line_without_an_end_for_a_subhead():
    body = 'Ông Lam mê mẩn khu kho từ lâu.\n\n{}\n\nÔng Lê Lam, đạo diễn, kể: "Tôi từng trèo tường vào đây để quay."'
    for line in ('"Kho này có hồn lắm"', "“Đừng để đất nóng hơn pin”"):
        assert read_sources("vi", body.format(line)) == [("Lê Lam", None)]
    told = (
        "Thành phố chưa bán khu kho.\n\nÔng Lê Lam, đạo diễn, mê nó và kể:\n\n“Kho này có hồn lắm”\n\nTỉnh chưa quyết."
    )
    assert read_sources("vi", told) == [("Lê Lam", None)]


def test_read_quotes_knows_two_people_whose_names_are_alike():
    body = (
        "Ông Kim Min-jun, Giám đốc Garam Vina, nói: “Điện phải ổn định”. Bà Kim Min-jung, Giám đốc Orbex, nói: “Chúng "
        "tôi sẽ ở lại”."
    )
    assert read_sources("vi", body) == [("Kim Min-jun", "Garam Vina"), ("Kim Min-jung", "Orbex")]


def test_read_quotes_knows_questions_by_their_stars_and_answers_by_their_dashes():
    told = "Trò chuyện với bà Lê Thu An, CEO Garam Việt Nam, về kế hoạch mới."
    turns = '* Thưa bà, vì sao chọn Hà Nam?\n\n- Chúng tôi gọi đó là "đất vàng".\n\n* Còn vốn?\n\n- Đã đủ vốn rồi.'
    assert read_sources("vi", f"{told}\n\n{turns}") == [("Lê Thu An", "Garam Việt Nam")] * 2


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        (
            "Joanna Riley leads the bakers. “Flour is up,” Riley said. A woman who runs a stall was not. “Nobody buys "
            "bread,” she said.",
            ["Joanna Riley", None],
        ),
        (
            "Hal Dockery voted no. “I waited,” Dockery said. A retired welder stood up. “We paid,” he said.",
            ["Hal Dockery", None],
        ),
        (
            "Mina Cho was calm. “We wait,” Cho said. However, a Seoul-based analyst with a local broker was not. “It "
            "is too late,” he said.",
            ["Mina Cho", None],
        ),
    ],
)
def test_read_quotes_gives_a_pronoun_to_whom_the_sentence_before_leaves_unnamed(body, speakers):
    assert [speaker for speaker, _organisation in read_sources("en", body)] == speakers
