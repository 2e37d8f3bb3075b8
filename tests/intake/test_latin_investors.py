"""What parts one investor from another in English and Vietnamese stories: a compact row for each habit."""

import pytest

from articles.intake import read_story
from articles.intake.evaluation.folding import body_name_key

CASES = [
    (
        "en",
        "Thing bought",
        "Seoul-based Hwarin Beauty has agreed to buy the 140-year-old perfume house Maison Delorme for €210 million. "
        "The seller is Cap Ferret Capital, a Paris private equity firm that paid €95 million for it in 2019.",
        [("€210 million", "Hwarin Beauty"), ("€95 million", "Cap Ferret Capital")],
    ),
    (
        "en",
        "Of a country",
        "The largest comes from Helmsund Energi of Norway, which last week received a licence to put $260 million "
        "into solar panels on a lagoon.",
        [("$260 million", "Helmsund Energi")],
    ),
    (
        "en",
        "Totals",
        "The five banks together invested $900 million in the network.",
        [],
    ),
    (
        "en",
        "Fund size",
        "The $1.2 billion Meridian Growth Fund bought a 30% stake in Halden Logistics for $85 million.",
        [("$85 million", "Meridian Growth Fund")],
    ),
    (
        "en",
        "Unnamed investor",
        "An unnamed Middle Eastern investor has put $60 million into Halden Logistics, the company said.",
        [("$60 million", None)],
    ),
    (
        "en",
        "Unnamed investor",
        "Halden Logistics said a strategic investor that it did not name would invest $60 million.",
        [("$60 million", None)],
    ),
    (
        "en",
        "Parent",
        "The plant is owned by Halden Penang, in which parent Halden AG invested 60 million euros in 2021.",
        [("60 million euros", "Halden AG")],
    ),
    (
        "en",
        "Person behind",
        '"We\'ll invest another $40 million next year," said Jin Takeda, president of Orion Ceramics, in an interview.',
        [("$40 million", "Orion Ceramics")],
    ),
    (
        "en",
        "Stake",
        "Padi Freight's founders will sell the company to Halden Logistics in a deal worth $210 million.",
        [("$210 million", "Halden Logistics")],
    ),
    (
        "en",
        "JV",
        "Of the $200 million, $120 million comes from Nuri Power and the rest from Tan Long Group.",
        [("$120 million", "Nuri Power")],
    ),
    (
        "en",
        "VNA",
        "Foxlin Precision's project, with total registered capital of 248 million USD, covers 20 hectares.",
        [("248 million USD", "Foxlin Precision")],
    ),
    (
        "en",
        "KH",
        "The investment, worth 500 billion won, equals 12 percent of Hanul Cell's equity of 4.2 trillion won.",
        [("500 billion won", "Hanul Cell")],
    ),
    (
        "en",
        "Steel",
        '"We are committing another 2 trillion won to hydrogen," said Park Joon-ho, chief executive of '
        "Taehwa Steel. The company has spent 600 billion won on a pilot furnace in Dangjin since 2021. Its "
        "operating profit fell to 310 billion won.",
        [("2 trillion won", "Taehwa Steel"), ("600 billion won", "Taehwa Steel")],
    ),
    (
        "en",
        "Province",
        "Binh Duong issued certificates to 14 projects worth $780 million on Friday. Among them are a $230 "
        "million cardboard mill of Thailand's Siam Board and a $55 million extension by Denmark's Lumo. The "
        "province has drawn $2.1 billion this year, 70% of its target of $3 billion.",
        [("$230 million", "Siam Board"), ("$55 million", "Lumo")],
    ),
    (
        "en",
        "EV maker",
        "EV maker Zephra will build its second plant in Chennai at a cost of Rs 3,200 crore, chief minister "
        "M. Ravi said in the assembly. The state will provide Rs 450 crore in incentives. Zephra's parent, "
        "Osaka-listed Tokiwa Motor, had put Rs 1,100 crore into the first plant in 2019.",
        [("Rs 3,200 crore", "Zephra"), ("Rs 1,100 crore", "Tokiwa Motor")],
    ),
    (
        "en",
        "Slump",
        "Battery maker Voltane has shelved a €1.2bn factory in Saxony, the third project it has dropped this "
        "year. It wrote down €310m. In France, it will go ahead with a €640m plant, of which Paris pays "
        "€150m.",
        [("€1.2bn", "Voltane"), ("€640m", "Voltane")],
    ),
    (
        "en",
        "Founder",
        "Aarav Shetty sold his first company for $30 million. Last year he put $4 million of it into "
        "Grainly, a farm-credit start-up in Nashik, and the rest into bonds. Grainly has since raised $11 "
        "million from Peepul Capital.",
        [("$4 million", "Aarav Shetty"), ("$11 million", "Peepul Capital")],
    ),
    (
        "en",
        "Korean unit",
        "LK Innotech's Vietnamese subsidiary will raise its capital by $200 million, the Korean parent said "
        "in a filing. LK Innotech has invested $1.3 billion in Haiphong since 2016.",
        [("$200 million", "LK Innotech"), ("$1.3 billion", "LK Innotech")],
    ),
    (
        "vi",
        "Hanbit mở nhà máy",
        "Hanbit Vina sẽ rót 165 tỷ won (khoảng 120 triệu USD, tương đương 2.950 tỷ đồng) vào nhà máy tại Bắc Ninh.",
        [("165 tỷ won", "Hanbit Vina")],
    ),
    (
        "vi",
        "Vốn điều lệ",
        "Công ty CP Năng lượng Gió Biển có vốn điều lệ 500 tỷ đồng, do ông Trần Văn Lâm làm đại diện pháp "
        "luật. Doanh nghiệp này sẽ đầu tư 1.800 tỷ đồng vào dự án điện gió.",
        [("1.800 tỷ đồng", "Công ty CP Năng lượng Gió Biển")],
    ),
    (
        "vi",
        "Vốn điều lệ",
        "Nam Phong góp 300 tỷ đồng, tương ứng 60% vốn điều lệ của Công ty CP Cảng Sông Hậu.",
        [("300 tỷ đồng", "Nam Phong")],
    ),
    (
        "vi",
        "Vốn điều lệ",
        "Tập đoàn Nam Phong tăng vốn điều lệ công ty con Nam Phong Logistics từ 200 tỷ đồng lên 500 tỷ đồng.",
        [("500 tỷ đồng", "Tập đoàn Nam Phong")],
    ),
    (
        "vi",
        "Liên danh",
        "Liên danh Nam Phong - Hanbit trúng đấu thầu dự án khu đô thị có tổng vốn 12.400 tỷ đồng.",
        [("12.400 tỷ đồng", "Liên danh Nam Phong - Hanbit")],
    ),
    (
        "vi",
        "Liên doanh",
        "Hanbit và Nam Phong lập liên doanh vốn 100 triệu USD, trong đó Hanbit góp 70 triệu USD, Nam Phong "
        "góp 30 triệu USD.",
        [("70 triệu USD", "Hanbit"), ("30 triệu USD", "Nam Phong")],
    ),
    (
        "vi",
        "Liên doanh",
        "Hai bên sẽ góp vốn mỗi bên 50 triệu USD vào liên doanh giữa Hanbit và Nam Phong.",
        [("50 triệu USD", "Hanbit"), ("50 triệu USD", "Nam Phong")],
    ),
    (
        "vi",
        "Nước",
        "Singapore dẫn đầu với 6,1 tỷ USD vốn đăng ký, Hàn Quốc đứng thứ hai với 4,2 tỷ USD.",
        [],
    ),
    (
        "vi",
        "Quỹ",
        "Quỹ Meridian Growth, đang quản lý 1,2 tỷ USD, chi 85 triệu USD mua 30% cổ phần Halden Logistics.",
        [("85 triệu USD", "Quỹ Meridian Growth")],
    ),
    (
        "vi",
        "Công ty mẹ",
        "Công ty mẹ Halden AG sẽ bơm 60 triệu euro vào Halden Việt Nam.",
        [("60 triệu euro", "Halden AG")],
    ),
    (
        "vi",
        "Mua bán",
        "Meridian Capital bán 65% cổ phần Bao bì Sông Lam cho Nam Phong với giá 1.450 tỷ đồng.",
        [("1.450 tỷ đồng", "Nam Phong")],
    ),
    (
        "vi",
        "Mua bán",
        "Bao bì Sông Lam về tay Nam Phong trong thương vụ trị giá 1.450 tỷ đồng.",
        [("1.450 tỷ đồng", "Nam Phong")],
    ),
    (
        "vi",
        "Gọi vốn",
        "Quill Ventures dẫn đầu vòng gọi vốn 14 triệu USD của Padi.",
        [("14 triệu USD", "Quill Ventures")],
    ),
    (
        "vi",
        "Kinh tế",
        "Doanh thu dự kiến của nhà máy đạt 90 triệu USD một năm.",
        [],
    ),
    (
        "vi",
        "Tăng",
        "Hanbit Vina tăng thêm 80 triệu USD, nâng tổng vốn đầu tư lên 200 triệu USD.",
        [("80 triệu USD", "Hanbit Vina"), ("200 triệu USD", "Hanbit Vina")],
    ),
    (
        "vi",
        "Ngân sách",
        "Tỉnh Quảng Ninh dành 1.200 tỷ đồng ngân sách làm đường nối. Công ty CP Hạ tầng Vân Long bỏ 3.400 tỷ "
        "đồng xây khu công nghiệp.",
        [("3.400 tỷ đồng", "Công ty CP Hạ tầng Vân Long")],
    ),
    (
        "vi",
        "Mua lại",
        "Quỹ Calder Peak sắp mua lại Thủy sản Nam Việt Hải với giá khoảng 1.200 tỷ đồng. Nợ của Nam Việt Hải "
        "là 400 tỷ đồng.",
        [("1.200 tỷ đồng", "Quỹ Calder Peak")],
    ),
    (
        "vi",
        "Hoãn",
        "Voltane tạm dừng nhà máy pin 1,2 tỷ USD tại Quảng Ngãi. Hãng đã chi 310 triệu USD cho mặt bằng và "
        "thiết bị. Tại Nghệ An, hãng vẫn làm nhà máy 640 triệu USD.",
        [("1,2 tỷ USD", "Voltane"), ("310 triệu USD", "Voltane"), ("640 triệu USD", "Voltane")],
    ),
    (
        "vi",
        "Khách sạn",
        "Dusitra sẽ mở 12 khách sạn ở Việt Nam tới năm 2030. Tập đoàn Thái Lan dành 5 tỷ baht để mua lại "
        "khách sạn, tháng trước đã mua Lagoon Huế với giá 38 triệu USD từ An Vinh Group. Giá phòng từ 2,2 "
        "triệu đồng một đêm.",
        [("5 tỷ baht", "Dusitra"), ("38 triệu USD", "Dusitra")],
    ),
    (
        "vi",
        "Khởi công",
        "Sáng 12/5, Công ty CP Đầu tư Hạ tầng Vạn Phúc khởi công khu công nghiệp Vạn Phúc 2 rộng 300 ha. Dự "
        "án có tổng mức đầu tư 4.200 tỷ đồng, trong đó 850 tỷ đồng là vốn tự có, còn lại vay ngân hàng và "
        "huy động.",
        [
            ("4.200 tỷ đồng", "Công ty CP Đầu tư Hạ tầng Vạn Phúc"),
            ("850 tỷ đồng", "Công ty CP Đầu tư Hạ tầng Vạn Phúc"),
        ],
    ),
    (
        "vi",
        "Lũy kế",
        "Đến nay, LK Innotech đã rót 1,3 tỷ USD vào Hải Phòng. Trong năm nay, công ty Hàn Quốc sẽ bổ sung "
        "200 triệu USD.",
        [("1,3 tỷ USD", "LK Innotech"), ("200 triệu USD", "LK Innotech")],
    ),
    (
        "vi",
        "Công bố thông tin",
        "CTCP Gỗ An Khang (UPCoM: AKG) thông báo lập công ty con tại Mỹ, vốn 5 triệu USD. AKG cũng chi 120 "
        "tỷ đồng mua máy móc. Năm ngoái AKG lãi 64 tỷ đồng, chia cổ tức 20 tỷ đồng.",
        [("5 triệu USD", "CTCP Gỗ An Khang"), ("120 tỷ đồng", "CTCP Gỗ An Khang")],
    ),
]


@pytest.mark.parametrize(("language", "headline", "body", "investments"), CASES)
def test_read_claims_tells_one_investor_from_another(language, headline, body, investments):
    claims = [claim for claim in read_story(f"{headline}\n\n{body}", language).claims if claim.amount]
    read = [(claim.amount_text, body_name_key(claim.investor)) for claim in claims]
    assert read == [(amount, body_name_key(investor)) for amount, investor in investments]


@pytest.mark.parametrize(
    ("language", "text", "sums"),
    [
        (
            "vi",
            "Cơ cấu góp vốn của công ty cổ phần mới, theo nghị quyết mà hội đồng quản trị công bố, như sau.\n"
            "▪ GXH: 390 tỷ đồng, tương ứng 65%;\n"
            "▪ Renova Asia (Singapore): 150 tỷ đồng, tương ứng 25%;\n"
            "▪ Ông Trần Văn Lâm: 60 tỷ đồng, tương ứng 10%.\n"
            "CTCP Gió Xanh Hà (HoSE: GXH) là nhà phát triển điện gió, đã vận hành ba nhà máy ở miền Trung từ năm 2019.",
            [("390 tỷ đồng", "CTCP Gió Xanh Hà"), ("150 tỷ đồng", "Renova Asia"), ("60 tỷ đồng", "Trần Văn Lâm")],
        ),
    ],
)
def test_read_claims_reads_a_list_of_who_puts_in_what(language, text, sums):
    lead = "Công ty điện gió vừa công bố kế hoạch lập một pháp nhân mới để xây nhà máy thứ tư ở ngoài khơi, vốn lớn."
    plan = read_story(f"Gió Xanh Hà lập công ty mới\n\n{lead}\n{text}", language)
    read = [(claim.amount_text, body_name_key(claim.investor)) for claim in plan.claims if claim.amount]
    assert read == [(amount, body_name_key(investor)) for amount, investor in sums]
