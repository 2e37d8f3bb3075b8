"""The marks and words that newsrooms print for a currency, and the ISO 4217 codes that they mean."""

import re

# Special dollars stand before the plain one. What may not follow keeps 원자력, 동안 or 엔진 from being money;
# glued to a scale (`5억원인`) 원 is always money.
CURRENCIES = {
    "TWD": r"대만\s?달러|NT\$|TWD|Taiwan(?:ese)? dollars?|đô la Đài Loan",
    "SGD": r"싱가포르\s?달러|S\$|SGD|Singapore dollars?|đô la Singapore",
    "HKD": r"홍콩\s?달러|HK\$|HKD|Hong Kong dollars?|đô la Hồng Kông",
    "AUD": r"호주\s?달러|A\$|AUD|Australian dollars?|đô la Úc",
    "CAD": r"캐나다\s?달러|C\$|CAD|Canadian dollars?|đô la Canada",
    "USD": r"(?:미국\s?|미\s?|美\s?|US\s?)?「?달러」?|弗|불(?![과가법만량안편꽃])|US\$|USD|\$|(?:US )?dollars?"
    r"|U\.S\. dollars?|đô[ -]la(?: Mỹ)?|đô(?: Mỹ)?(?!\w)",
    "KRW": r"(?<=[천백십만억조여])원|원(?![유자전본료도인생단])|₩|KRW|(?:South Korean |Korean )?won\b",
    "VND": r"(?:베트남\s?)?동(?![안시쪽남])|₫|VND|VNĐ|đồng|(?:Vietnamese )?dong\b",
    "CNY": r"위안(?!부)|元|CN¥|RMB|CNY|yuan|nhân dân tệ|NDT",
    "JPY": r"엔(?![진지비드터])|円|¥|JPY|yen\b|yên",
    "EUR": r"유로(?![스파])|€|euros?\b|EUR",
    "GBP": r"파운드|£|GBP|pounds?(?: sterling)?|bảng(?: Anh)?",
    "THB": r"바트|밧|THB|baht|bạt",
    "IDR": r"루피아|IDR|Rp|rupiah",
    "INR": r"루피|₹|INR|Rs\.?|rupees?|rupee Ấn Độ",
    "MYR": r"링깃|MYR|RM|ringgit",
    "PHP": r"(?:필리핀\s?)?페소|₱|PHP|pesos?\b|P",
    "CHF": r"스위스\s?프랑|CHF|Swiss francs?",
    "SEK": r"(?:스웨덴\s?)?크로나|SEK|(?:Swedish )?kronor|(?:Swedish )?(?-i:crowns?\b)(?! pr)",
    "NOK": r"노르웨이\s?크로네|NOK|Norwegian kroner?|NKr",
    "DKK": r"(?:덴마크\s?)?크로네|DKK|(?:Danish )?kroner|krone Đan Mạch",
    "AED": r"디르함|AED|dirhams?",
    "SAR": r"리얄|SAR|riyals?",
    "NZD": r"NZ\$|NZD|New Zealand dollars?",
    "ZAR": r"ZAR|(?:South African )?rand\b",
    "RUB": r"루블|RUB|₽|(?:Russian )?r(?:ou|u)bles?|rúp",
    "BDT": r"BDT|৳|taka",
    "PLN": r"즈워티|즐로티|PLN|zlotys?",
    "HUF": r"(?:헝가리\s?)?포린트|HUF|forints?",
    "CZK": r"코루나|CZK|(?:Czech )?korun[ay]",
    "KZT": r"텡게|KZT|tenge",
    "MXN": r"멕시코\s?페소|MXN|Mexican pesos?",
    "TRY": r"튀르키예\s?리라|TRY|(?:Turkish )?lira",
    "BRL": r"헤알|BRL|R\$|reais",
}
# A code is not the beginning of a word; `P` stands only before its number.
CURRENCY = rf"(?:{'|'.join(CURRENCIES.values()).replace('|P|', '|')})(?!(?<=[A-Za-z])[^\W\d_가-힣])"
CURRENCY_CODES = [(code, re.compile(pattern, re.IGNORECASE)) for code, pattern in CURRENCIES.items()]
SYMBOL = (
    r"US\$|NZ\$|NT\$|S\$|HK\$|A\$|C\$|CN¥|R\$|[$₩₫¥€£₹₱]|\b(?:USD|KRW|VND|VNĐ|JPY|CNY|RMB|EUR|GBP|THB|SGD|TWD|HKD|AUD"
    r"|CAD|INR|IDR|MYR|PHP|CHF|SEK|DKK|AED|SAR|PLN|BRL|(?-i:RM|Rs\.?|Rp|P(?=\d)))"
)


def currency_of(mark):
    """Return the code of a currency's mark; the look-behinds of the words are satisfied here by a scale."""
    return next(code for code, pattern in CURRENCY_CODES if pattern.fullmatch(mark))


# What a bare word means is told by the country that a story speaks of: `크로네` in a story of Norway.
CROWNS = {"Swed": "SEK", "Norw": "NOK", "Danish": "DKK", "Czech": "CZK"}
SHARED_WORDS = {
    "크로네": {"노르웨이": "NOK", "덴마크": "DKK"},
    "페소": {"멕시코": "MXN", "필리핀": "PHP"},
    "crown": CROWNS,
    "crowns": CROWNS,
}


def currency_in_story(currency, printed, story):
    """Return the currency that a printed amount means in a story, when its word is that of several countries."""
    word = next((word for word in SHARED_WORDS if printed.endswith(word)), None)
    countries = SHARED_WORDS.get(word, {})
    counts = {code: story.count(country) for country, code in countries.items()}
    likely = max(counts, key=counts.get, default=currency)
    return likely if counts.get(likely) and counts[likely] > counts.get(currency, 0) else currency
