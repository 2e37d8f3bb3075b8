"""Whose the sums of English and Vietnamese stories are, and which are none: one habit of the language in each row."""

import pytest

from articles.intake import read_story
from articles.intake.evaluation.folding import body_name_key


def read_investments(language, headline, body):
    """Return the sorted (amount as printed, key of the investor) of every investment in a story."""
    claims = [claim for claim in read_story(f"{headline}\n\n{body}", language).claims if claim.amount]
    return sorted((claim.amount_text, body_name_key(claim.investor)) for claim in claims)


@pytest.mark.parametrize(
    ("language", "headline", "body", "investments"),
    [
        (
            "en",
            "Verano Motors picks Chennai for EV plant",
            "CHENNAI: Swedish carmaker Verano Motors will set up an electric vehicle plant near Chennai "
            "with an investment of ₹4,500 crore, Tamil Nadu's industries minister said on Friday.",
            [("₹4,500 crore", "Verano Motors")],
        ),
        (
            "en",
            "Kestrel raises $40M to build delivery drones",
            "Kestrel, a Berlin-based drone startup, has raised $40 million in a Series B round led by "
            "Northpoint Ventures. The round values the company at $310 million. Kestrel previously raised "
            "$12 million from Alder Capital in 2023.",
            [("$40 million", "Northpoint Ventures"), ("$12 million", "Alder Capital")],
        ),
        (
            "en",
            "Dunmore Foods sold to Halton for $780m",
            "Dunmore Foods was sold to Halton Group for $780 million, the companies said on Tuesday. "
            "Dunmore had revenue of $1.1 billion in 2024.",
            [("$780 million", "Halton Group")],
        ),
        (
            "en",
            "Saero Energy and Minh Phat team up",
            "Saero Energy and Minh Phat Group will jointly invest $600 million in an LNG terminal in Ca Mau.",
            [("$600 million", "Minh Phat Group")],
        ),
        (
            "en",
            "Hanbit Display to build line",
            "Seojin Optics and Mirae Bonding, both suppliers to Hanbit Display, will spend 210 billion won and "
            "95 billion won, respectively, on facilities.",
            [("210 billion won", "Seojin Optics"), ("95 billion won", "Mirae Bonding")],
        ),
        (
            "en",
            "Meiko Parts expands",
            "Meiko Parts is hedging. It bought a 35% stake in Hanoi-based tool shop Viet Lam Precision for $9 million.",
            [("$9 million", "Meiko Parts")],
        ),
        (
            "en",
            "Hyoram Fibers to reopen mill",
            "Hyoram Fibers will make yarn in Alabama. Average pay will be $61,000.",
            [],
        ),
        (
            "en",
            "Two firms chip in",
            "Saero Energy and Minh Phat Group will each contribute $30 million to the joint venture.",
            [("$30 million", "Saero Energy"), ("$30 million", "Minh Phat Group")],
        ),
        (
            "en",
            "Chip supply chain moves to Penang",
            "Ardent Micro and Lumen Circuits will invest $120 million and $85 million, respectively, in Penang.",
            [("$120 million", "Ardent Micro"), ("$85 million", "Lumen Circuits")],
        ),
        (
            "en",
            "Hanul Cell raises US investment",
            "SEOUL, Feb. 3 (Yonhap) -- Hanul Cell Co. said Tuesday it will raise its investment in the "
            "Arizona plant to 7.2 trillion won ($5.2 billion) from 4.2 trillion won.",
            [("7.2 trillion won", "Hanul Cell Co")],
        ),
        (
            "en",
            "Thai Nguyen attracts $2bn",
            "Thai Nguyen attracted $2.1 billion in foreign direct investment in the first half. The "
            "province aims to draw $4 billion this year.",
            [],
        ),
        (
            "en",
            "Local firm licensed",
            "Bac Ninh province on Monday granted an investment certificate to Goldcrest Electronics for a "
            "$275 million plant in Yen Phong Industrial Park.",
            [("$275 million", "Goldcrest Electronics")],
        ),
        (
            "en",
            "A plant by Sunjin",
            "Poland's Wroclaw will be home to a $1.5 billion plant by Sunjin Battery.",
            [("$1.5 billion", "Sunjin Battery")],
        ),
        (
            "en",
            "Fund backs solar",
            "Temura Capital has committed $200 million to solar developer Helio Grid. The fund, which "
            "manages $8 billion of assets, had already put $50 million into the Jakarta company in 2022.",
            [("$200 million", "Temura Capital"), ("$50 million", "Temura Capital")],
        ),
        (
            "en",
            "Capital raise",
            "Shinhwa Vina raised its capital at the plant from $30 million to $75 million.",
            [("$75 million", "Shinhwa Vina")],
        ),
        (
            "en",
            "Phases",
            "Shinhwa Vina will invest $500 million in the complex in two phases. The first phase, costing "
            "$180 million, will be finished by 2027.",
            [("$500 million", "Shinhwa Vina"), ("$180 million", "Shinhwa Vina")],
        ),
        (
            "en",
            "Interview",
            '"We will invest $70 million in Da Nang this year," said Lena Hoffmann, chief executive of '
            'Brandt Optik. "Our sales there are $20 million."',
            [("$70 million", "Brandt Optik")],
        ),
        (
            "en",
            "Deals of the week",
            "• Padi (Manila; payments): $14m Series A led by Quill Ventures\n\n• Loka (Jakarta; scooters): "
            "$6m from Garuda Angels\n\n• Tani (Bandung; farm credit): $30m in debt from Northbridge Credit",
            [("$14m", "Quill Ventures"), ("$6m", "Garuda Angels")],
        ),
        (
            "en",
            "Walk away",
            "In 2023, the Swiss giant Halden walked away from a $1.1 billion campus in Clarksville.",
            [("$1.1 billion", "Halden")],
        ),
        (
            "en",
            "Pair",
            "Yamato Trading said Thursday that it and Vietnam's Tan Long Corp. would put a combined $240 "
            "million into a rice mill.",
            [("$240 million", "Tan Long Corp")],
        ),
        (
            "en",
            "Cheque",
            "Angel investor group Seed North wrote a $2 million cheque to Corvid in 2021.",
            [("$2 million", "Seed North")],
        ),
        (
            "en",
            "VNA2",
            "Hau River Port JSC is the investor of the project, which has a total investment of 5.6 "
            "trillion VND (220 million USD).",
            [("5.6 trillion VND", "Hau River Port JSC")],
        ),
        (
            "en",
            "Wage",
            "The workers are paid $350 a month. Rent costs $5 per square metre. Velda Shoes invested $22 "
            "million in the factory in 2018.",
            [("$22 million", "Velda Shoes")],
        ),
        (
            "en",
            "Delay",
            "Orsted Pacific postponed a $2.4 billion wind farm off Binh Thuan; local rival BCE Energy is "
            "going ahead with its own $700 million project.",
            [("$2.4 billion", "Orsted Pacific"), ("$700 million", "BCE Energy")],
        ),
        (
            "en",
            "Second deal",
            "It is the second deal this year for Lotus Retail, which in April paid 18 billion baht ($510 "
            "million) for the supermarket chain BigFresh.",
            [("18 billion baht", "Lotus Retail")],
        ),
        (
            "en",
            "Indonesia",
            "Jakarta-based miner Batu Hijau Resources has secured land for a 4.5 trillion rupiah ($280 "
            "million) smelter in Morowali.",
            [("4.5 trillion rupiah", "Batu Hijau Resources")],
        ),
        (
            "en",
            "Sources",
            "Apex Semicon is in talks to buy Novara's wafer unit for up to $900 million, sources said.",
            [("$900 million", "Apex Semicon")],
        ),
        (
            "en",
            "Donation",
            "Mirae Bio donated $2 million to a hospital and offers scholarships worth $300,000.",
            [],
        ),
        (
            "vi",
            "Orrin Việt Nam rót thêm 80 triệu USD vào Bắc Ninh",
            "(TTXVN) - Công ty TNHH Orrin Việt Nam vừa được cấp giấy chứng nhận đăng ký đầu tư điều chỉnh, "
            "tăng vốn từ 120 triệu USD lên 200 triệu USD tại Khu công nghiệp Yên Phong, tỉnh Bắc Ninh.",
            [("200 triệu USD", "Công ty TNHH Orrin Việt Nam")],
        ),
        (
            "vi",
            "Dự án điện gió",
            "Dự án do Công ty cổ phần Năng lượng Gió Xanh làm chủ đầu tư, có tổng vốn 3.200 tỉ đồng. Sở "
            "Tài chính cho biết ngân sách tỉnh sẽ chi 150 tỉ đồng làm đường.",
            [("3.200 tỉ đồng", "Công ty cổ phần Năng lượng Gió Xanh")],
        ),
        (
            "vi",
            "Thái Nguyên thu hút FDI",
            "Trong 9 tháng, Thái Nguyên thu hút 642 triệu USD vốn FDI. Tỉnh phấn đấu cả năm đạt 1 tỷ USD.",
            [],
        ),
        (
            "vi",
            "Nhà máy kính",
            "Nhà máy của Tập đoàn Vitra tại Phú Mỹ có vốn đầu tư 1.150 tỷ đồng, công suất 600 tấn/ngày.",
            [("1.150 tỷ đồng", "Tập đoàn Vitra")],
        ),
        (
            "vi",
            "Sonic nhận vốn",
            "Sonic nhận 5 triệu USD từ Marina Capital. Quỹ này từng rót 1 triệu USD vào Sonic năm 2022.",
            [("5 triệu USD", "Marina Capital"), ("1 triệu USD", "Marina Capital")],
        ),
        (
            "vi",
            "Về tay",
            "Công ty Giấy Lam Sơn về tay Tập đoàn Thịnh An với giá 75 triệu USD.",
            [("75 triệu USD", "Tập đoàn Thịnh An")],
        ),
        (
            "vi",
            "Bán nhà máy",
            "Kastner bán nhà máy tại Hậu Giang cho Tập đoàn Thịnh An với giá 75 triệu USD.",
            [("75 triệu USD", "Tập đoàn Thịnh An")],
        ),
        (
            "vi",
            "Liên doanh",
            "Aurel Energy và Điện lực Trường Minh thành lập liên doanh, trong đó Aurel góp 91 triệu USD, "
            "còn Trường Minh góp 49 triệu USD. Phần còn lại 200 triệu USD vay ngân hàng.",
            [("91 triệu USD", "Aurel Energy"), ("49 triệu USD", "Điện lực Trường Minh")],
        ),
        (
            "vi",
            "Mỗi bên",
            "Chủ đầu tư là liên doanh giữa Tập đoàn Minh Tâm và Haruka Logistics (Nhật Bản), mỗi bên góp 600 tỷ đồng.",
            [("600 tỷ đồng", "Tập đoàn Minh Tâm"), ("600 tỷ đồng", "Haruka Logistics")],
        ),
        (
            "vi",
            "Lần lượt",
            "Hai khách thuê là Hanu Parts và Tanaka Spring sẽ rót lần lượt 60 triệu USD và 45 triệu USD.",
            [("60 triệu USD", "Hanu Parts"), ("45 triệu USD", "Tanaka Spring")],
        ),
        (
            "vi",
            "Hủy dự án",
            "Brenner hủy kế hoạch mở rộng trị giá 90 triệu euro tại nhà máy Steyr. Tập đoàn đạt doanh thu 1,3 tỷ euro.",
            [("90 triệu euro", "Brenner")],
        ),
        (
            "vi",
            "Ông Menon nói",
            "Ông Rajesh Menon, Chủ tịch Surya Power, cho biết doanh nghiệp đã được chấp thuận đầu tư nhà "
            "máy điện gió với tổng mức đầu tư 7.350 tỷ đồng, tương đương khoảng 280 triệu USD. Surya Power "
            "cũng tài trợ 12 tỷ đồng xây trường học.",
            [("7.350 tỷ đồng", "Surya Power")],
        ),
        (
            "vi",
            "Theo báo cáo",
            "Theo DataBridge, thị trường trung tâm dữ liệu trong nước năm 2025 đạt 1,04 tỷ USD và có thể "
            "cán mốc 2,3 tỷ USD.",
            [],
        ),
        (
            "vi",
            "Trái phiếu",
            "Đại Phú Land vừa phát hành 850 tỷ đồng trái phiếu, lãi suất 9,8%/năm. Vốn hóa của công ty "
            "khoảng 3.300 tỷ đồng.",
            [],
        ),
        (
            "vi",
            "Xuất khẩu",
            "Năm 2025, xuất khẩu rau của Lâm Đồng đạt hơn 300 triệu USD. Hợp tác xã rau Prenn bỏ ra 6,5 tỷ "
            "đồng dựng nhà màng.",
            [("6,5 tỷ đồng", "Hợp tác xã rau Prenn")],
        ),
        (
            "vi",
            "Khoản đầu tư",
            "Khoản đầu tư 50 triệu USD của Tập đoàn Wistar sẽ giúp nhà máy tại Hà Nam tăng công suất gấp đôi.",
            [("50 triệu USD", "Tập đoàn Wistar")],
        ),
        (
            "vi",
            "Trao giấy phép",
            "UBND tỉnh Nghệ An trao giấy chứng nhận đăng ký đầu tư cho dự án linh kiện 45 triệu USD của "
            "Công ty Luxa ICT.",
            [("45 triệu USD", "Công ty Luxa ICT")],
        ),
        (
            "vi",
            "Tổng của nhiều",
            "Đến nay, các doanh nghiệp Hàn Quốc đã đầu tư 92 tỷ USD vào Việt Nam. Thái Lan có tổng vốn "
            "đăng ký 15,6 tỷ USD.",
            [],
        ),
        (
            "vi",
            "Nhà sản xuất",
            "Lô cuối cùng thuộc về Yuan Optronics; nhà sản xuất màn hình gốc Tô Châu này đăng ký vốn 620 "
            "triệu nhân dân tệ (khoảng 2.260 tỷ đồng) và sẽ nâng lên 1 tỷ nhân dân tệ khi có thêm đất.",
            [("620 triệu nhân dân tệ", "Yuan Optronics"), ("1 tỷ nhân dân tệ", "Yuan Optronics")],
        ),
        (
            "vi",
            "Doanh nghiệp Nhật",
            "Doanh nghiệp Nhật Bản Kinoshi Kasei khởi công nhà máy màng quang học. Dự án có vốn đầu tư 5,4 "
            "tỷ yên, dự kiến hoàn thành năm 2027.",
            [("5,4 tỷ yên", "Kinoshi Kasei")],
        ),
        (
            "vi",
            "Tổng mức đầu tư",
            "Công ty TNHH Điện khí Cà Ná là nhà đầu tư dự án với tổng mức đầu tư dự kiến hơn 57.000 tỷ đồng.",
            [("57.000 tỷ đồng", "Công ty TNHH Điện khí Cà Ná")],
        ),
        (
            "vi",
            "Hai bên",
            "Tập đoàn Hanbi Wave (Hàn Quốc) và Công ty cổ phần Kho vận Sông Lam ký thỏa thuận cải tạo kho "
            "thành phim trường. Hai bên cùng góp 50 triệu USD (hơn 1.300 tỉ đồng), mỗi bên một nửa.",
            [("50 triệu USD", "Tập đoàn Hanbi Wave")],
        ),
        (
            "vi",
            "Riêng",
            "VoltGo chốt vòng Series B 24 triệu USD với mười một nhà đầu tư, riêng Marina Oak Partners "
            "xuống tiền 9 triệu USD.",
            [("9 triệu USD", "Marina Oak Partners")],
        ),
    ],
)
def test_read_claims_finds_whose_a_sum_is_as_newsrooms_write_it(language, headline, body, investments):
    expected = sorted((amount, body_name_key(investor)) for amount, investor in investments)
    assert read_investments(language, headline, body) == expected
