"""Amounts of money read from three languages and printed again."""

from decimal import Decimal

import pytest

from articles.money import find_amounts, print_amount
from articles.vocabulary import Per, Qualifier


def read_one(text, language):
    (found,) = find_amounts(text, language)
    return found


@pytest.mark.parametrize(
    ("language", "text", "amount", "currency"),
    [
        ("ko", "8천만 달러", "80000000", "USD"),
        ("ko", "2조 1,937억 원", "2193700000000", "KRW"),
        ("ko", "2조3천150억원", "2315000000000", "KRW"),
        ("ko", "2억5,000만弗", "250000000", "USD"),
        ("ko", "7.46조 원", "7460000000000", "KRW"),
        ("ko", "3백40만 불", "3400000", "USD"),
        ("ko", "１，０００만 「달러」", "10000000", "USD"),
        ("ko", "3조 동", "3000000000000", "VND"),
        ("ko", "5억 위안", "500000000", "CNY"),
        ("en", "Rs. 500 cr", "5000000000", "INR"),
        ("en", "9.5 bln crowns", "9500000000", "SEK"),
        ("en", "P2.5 billion", "2500000000", "PHP"),
        ("en", "1.5 billion U.S. dollars", "1500000000", "USD"),
        ("en", "half a billion dollars", "500000000", "USD"),
        ("vi", "500 triệu NDT", "500000000", "CNY"),
        ("vi", "1,2 triệu tỷ đồng", "1200000000000000", "VND"),
        ("ko", "100억 엔", "10000000000", "JPY"),
        ("ko", "2천만 유로", "20000000", "EUR"),
        ("ko", "4억\u00a0바트", "400000000", "THB"),
        ("ko", "3억 호주 달러", "300000000", "AUD"),
        ("ko", "$1.5 billion", "1500000000", "USD"),
        ("ko", "3천여억 원", "300000000000", "KRW"),
        ("ko", "천억 원", "100000000000", "KRW"),
        ("ko", "2천만 싱가포르달러", "20000000", "SGD"),
        ("en", "Rs 500 crore", "5000000000", "INR"),
        ("en", "500-million-dollar", "500000000", "USD"),
        ("en", "two billion dollars", "2000000000", "USD"),
        ("vi", "hai tỷ USD", "2000000000", "USD"),
        ("en", "$1.5 billion", "1500000000", "USD"),
        ("en", "US$80mn", "80000000", "USD"),
        ("en", "1.5bn dollars", "1500000000", "USD"),
        ("en", "€1,250,000", "1250000", "EUR"),
        ("en", "VND2 trillion", "2000000000000", "VND"),
        ("en", "117 billion won", "117000000000", "KRW"),
        ("vi", "1,5 tỷ USD", "1500000000", "USD"),
        ("vi", "1.5 tỷ USD", "1500000000", "USD"),
        ("vi", "80 triệu USD", "80000000", "USD"),
        ("vi", "2.000 tỷ đồng", "2000000000000", "VND"),
        ("vi", "3 nghìn tỷ đồng", "3000000000000", "VND"),
        ("vi", "1.500 đô la Mỹ", "1500", "USD"),
    ],
)
def test_find_amounts_reads_whole_units(language, text, amount, currency):
    found = read_one(f"a {text}.", language)
    assert (str(found.amount), found.currency, found.text) == (amount, currency, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "수십억 달러"),
        ("ko", "수 천억 원"),
        ("ko", "30만 원자력 기술자"),
        ("ko", "2024년 3월, 3개 동"),
        ("ko", "101동안"),
        ("vi", "hàng tỷ USD"),
        ("en", "3 million people"),
        ("ko", ""),
    ],
)
def test_find_amounts_finds_no_money_where_there_is_none(language, text):
    assert find_amounts(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("ko", "8천만 달러", Qualifier.EXACT),
        ("ko", "총 8천만 달러", Qualifier.EXACT),
        ("ko", "약 8천만 달러", Qualifier.ABOUT),
        ("ko", "80만여 달러", Qualifier.ABOUT),
        ("ko", "8천만 달러 가량", Qualifier.ABOUT),
        ("ko", "최대 8천만 달러", Qualifier.UP_TO),
        ("ko", "최소 8천만 달러", Qualifier.AT_LEAST),
        ("ko", "8천만 달러(약 1천억 원) 이상", Qualifier.AT_LEAST),
        ("ko", "8천만 달러가 넘는", Qualifier.AT_LEAST),
        ("ko", "5천만~8천만 달러", Qualifier.BETWEEN),
        ("en", "about $80 million", Qualifier.ABOUT),
        ("en", "up to $80 million", Qualifier.UP_TO),
        ("en", "more than $80 million", Qualifier.AT_LEAST),
        ("vi", "khoảng 80 triệu USD", Qualifier.ABOUT),
        ("vi", "hơn 80 triệu USD", Qualifier.AT_LEAST),
        ("vi", "tối đa 80 triệu USD", Qualifier.UP_TO),
    ],
)
def test_find_amounts_reads_the_qualifier(language, text, qualifier):
    assert read_one(text, language).qualifier == qualifier


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("ko", "10~15억 달러", 10**9, 15 * 10**8),
        ("ko", "5천만∼7천만 달러", 5 * 10**7, 7 * 10**7),
        ("ko", "100억원~200억원", 10**10, 2 * 10**10),
        ("ko", "2억에서 3억 달러까지", 2 * 10**8, 3 * 10**8),
        ("ko", "2억에서 3억 달러로", 3 * 10**8, None),
        ("en", "from $2 billion to $3 billion", 3 * 10**9, None),
        ("en", "$1-2 billion", 10**9, 2 * 10**9),
        ("en", "$1 billion to $2 billion", 10**9, 2 * 10**9),
        ("en", "between $1 billion and $2 billion", 10**9, 2 * 10**9),
        ("en", "between 1 and 2 billion dollars", 10**9, 2 * 10**9),
        ("vi", "1 đến 2 tỷ USD", 10**9, 2 * 10**9),
    ],
)
def test_find_amounts_reads_both_ends_of_a_range(language, text, low, high):
    found = read_one(text, language)
    assert (found.amount, found.amount_max) == (low, high)


def test_find_amounts_joins_two_sums_only_behind_between():
    assert [found.text for found in find_amounts("It put in $1 million and $2 million.", "en")] == [
        "$1 million",
        "$2 million",
    ]


@pytest.mark.parametrize(
    ("language", "text", "amount", "currency"),
    [
        ("ko", "6천만 달러(약 870억 원) 규모", 87 * 10**9, "KRW"),
        ("ko", "870억원(미화 6천만 달러)", 6 * 10**7, "USD"),
        ("ko", "6천만 달러, 우리 돈 약 870억 원", 87 * 10**9, "KRW"),
        ("ko", "6천만 달러(약 870억 원을", 87 * 10**9, "KRW"),
        ("ko", "6천만 달러(약 870억 원, 2조 동)", 87 * 10**9, "KRW"),
        ("en", "$60 million (about ₩87 billion)", 87 * 10**9, "KRW"),
        ("vi", "80 triệu USD (khoảng 2.000 tỷ đồng)", 2 * 10**12, "VND"),
        ("vi", "80 triệu USD, tương đương khoảng 2.000 tỷ đồng", 2 * 10**12, "VND"),
        ("vi", "185 triệu euro (tương đương 214 triệu USD)", 214 * 10**6, "USD"),
        ("vi", "5.000 tỷ đồng (trên 190 triệu USD)", 190 * 10**6, "USD"),
        ("vi", "50 triệu USD, quy ra khoảng 1.270 tỷ đồng", 127 * 10**10, "VND"),
        ("vi", "50 triệu USD mỗi năm (khoảng 1.270 tỷ đồng)", 127 * 10**10, "VND"),
        ("en", "NZ$50 million (about $30 million)", 3 * 10**7, "USD"),
        ("en", "RM38m, or $9m, in a first round", 9 * 10**6, "USD"),
        ("en", "$60 million, or about 87 billion won, for a plant", 87 * 10**9, "KRW"),
        ("ko", "6천만 달러(1달러=1,450원 기준 약 870억 원)", 87 * 10**9, "KRW"),
        ("ko", "6천만 달러(20일 환율 기준 870억 원)", 87 * 10**9, "KRW"),
        ("ko", "6천만 달러 규모(한화로 약 870억 원 상당)", 87 * 10**9, "KRW"),
        ("ko", "6천만 달러를 투자했다. 우리 돈으로 약 870억 원이다", 87 * 10**9, "KRW"),
        ("ko", "우리 돈 870억 원에 이르는 6천만 달러", 87 * 10**9, "KRW"),
    ],
)
def test_find_amounts_attaches_the_printed_equivalent(language, text, amount, currency):
    found = read_one(text, language)
    assert (found.equivalent_amount, found.equivalent_currency) == (amount, currency)
    assert text[found.equivalent_start : found.equivalent_end] == found.equivalent_text


@pytest.mark.parametrize(
    ("language", "text"), [("ko", "매년 1억 달러"), ("en", "$1 million a year"), ("vi", "1 tỷ USD/năm")]
)
def test_find_amounts_reads_yearly_sums(language, text):
    assert read_one(text, language).per == Per.YEAR


def test_find_amounts_offsets_give_the_printed_text():
    text = "가람은 8천만 달러, 누리는 약 3억 유로를 냈다."
    assert [text[f.start : f.end] for f in find_amounts(text, "ko")] == ["8천만 달러", "3억 유로"]


@pytest.mark.parametrize(
    ("amount", "currency", "korean", "english", "vietnamese"),
    [
        ("80000000", "USD", "8,000만 달러", "$80 million", "80 triệu USD"),
        ("1500000000", "USD", "15억 달러", "$1.5 billion", "1,5 tỷ USD"),
        ("117000000000", "KRW", "1,170억 원", "₩117 billion", "117 tỷ KRW"),
        ("2193700000000", "KRW", "2조 1,937억 원", "₩2,193.7 billion", "2.193,7 tỷ KRW"),
        ("1234567", "EUR", "123만 4,567 유로", "€1,234,567", "1.234.567 EUR"),
        ("1234.5", "USD", "1,234.5 달러", "$1,234.5", "1.234,5 USD"),
        ("2000000000000", "VND", "2조 동", "₫2 trillion", "2.000 tỷ đồng"),
        ("0", "USD", "0 달러", "$0", "0 USD"),
        ("5000000", "SEK", "500만 SEK", "SEK 5 million", "5 triệu SEK"),
    ],
)
def test_print_amount_follows_the_desk_of_the_language(amount, currency, korean, english, vietnamese):
    printed = [print_amount(Decimal(amount), currency, language) for language in ("ko", "en", "vi")]
    assert printed == [korean, english, vietnamese]


def test_print_amount_prints_a_range():
    ends = (Decimal(10**9), "USD")
    printed = [print_amount(*ends, language, Decimal(15 * 10**8)) for language in ("ko", "en", "vi")]
    assert printed == ["10억~15억 달러", "$1 billion–$1.5 billion", "1 tỷ USD–1,5 tỷ USD"]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("amount", [1, 9999, 10**4 + 1, 123456789, 8 * 10**7, 2193700000000, 10**12 + 1])
def test_print_amount_is_read_back_as_the_same_amount(amount, language):
    assert read_one(print_amount(Decimal(amount), "USD", language), language).amount == amount
