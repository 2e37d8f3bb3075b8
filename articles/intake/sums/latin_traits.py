"""What a story says its bodies are: from which country, of which kind; by it `the Dutch company` is told apart."""

import re

from articles.intake.names.latin_words import DEMONYM, LATIN_COUNTRIES

# Words for one country, in both languages; the first stands for all of them.
SAME_COUNTRY = [
    words.split("|")
    for words in (
        "Korea|Korean|South Korea|South Korean|Republic of Korea|Hàn Quốc|Hàn",
        "Japan|Japanese|Nhật Bản|Nhật",
        "China|Chinese|Trung Quốc",
        "United States|US|U.S.|American|America|Mỹ|Hoa Kỳ",
        "Taiwan|Taiwanese|Đài Loan",
        "Vietnam|Viet Nam|Vietnamese|Việt Nam|Việt",
        "Singapore|Singaporean",
        "Thailand|Thai|Thái Lan|Thái",
        "India|Indian|Ấn Độ",
        "Indonesia|Indonesian",
        "Malaysia|Malaysian",
        "Philippines|Philippine|Filipino",
        "Germany|German|Đức",
        "France|French|Pháp",
        "United Kingdom|UK|Britain|British|Anh",
        "Netherlands|Dutch|Hà Lan",
        "Denmark|Danish|Đan Mạch",
        "Sweden|Swedish|Thụy Điển|Thuỵ Điển",
        "Norway|Norwegian|Na Uy",
        "Finland|Finnish|Phần Lan",
        "Switzerland|Swiss|Thụy Sĩ|Thuỵ Sĩ",
        "Italy|Italian|Italia|Ý",
        "Spain|Spanish|Tây Ban Nha",
        "Portugal|Portuguese|Bồ Đào Nha",
        "Belgium|Belgian|Bỉ",
        "Austria|Austrian|Áo",
        "Poland|Polish|Ba Lan",
        "Australia|Australian|Úc",
        "Canada|Canadian",
        "Russia|Russian|Nga",
        "Hong Kong|Hồng Kông",
    )
]
COUNTRY_OF = {word: words[0] for words in SAME_COUNTRY for word in words}
FROM = rf"(?:{DEMONYM}|{LATIN_COUNTRIES}|Việt|Thái|Hàn)"
ORIGIN = re.compile(rf"(?<![\wÀ-ỹ])(?:the )?(?P<word>{FROM})(?![\wÀ-ỹ])")
KINDS = {
    "buyer": r"buyer|acquirer|new owner|bên mua|chủ mới",
    "venture": r"(?:joint[ -])?venture|JV|liên doanh",
    "consortium": r"consortium|liên danh",
    "startup": r"start-?up|kỳ lân|unicorn",
    "retailer": r"retailer|chuỗi(?: bán lẻ)?|nhà bán lẻ",
    "airline": r"airline|carrier|hãng bay|hãng hàng không",
    "carmaker": r"carmaker|automaker|hãng xe|nhà sản xuất ô tô",
    "chipmaker": r"chip-?maker|hãng chip|nhà sản xuất chip",
    "steelmaker": r"steelmaker|hãng thép|nhà sản xuất thép",
    "shipbuilder": r"shipbuilder|hãng đóng tàu|tập đoàn đóng tàu",
    "miner": r"miner|công ty khai khoáng",
}
KIND = re.compile(
    r"(?<![\wÀ-ỹ])(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items()) + r")(?![\wÀ-ỹ])", re.I
)
# What describes a name: words right before it, a bracket or an apposition behind it, whose it is.
# Who has bought something is `the buyer` from there on.
BOUGHT_AHEAD = re.compile(
    r"(?:(?:sold|sells?|selling|went|divested)[^.;]{0,80} to|(?:bán|nhượng)[^.;]{0,80} cho|về tay|thuộc về)"
    rf"(?: the)?(?: {FROM}(?:['’]s)?)?(?: [a-z-]{{2,14}}){{0,3}} $"
)
BOUGHT_BEHIND = re.compile(
    r"(?: \([^()\n]{1,40}\))?(?: (?:has|have|had|is|will|đã|sẽ|vừa|đang|chi|agreed to)){0,3}"
    r" (?:b(?:uys?|ought|uying)|acquir(?:e[ds]?|ing)|took over|takes over|mua|thâu tóm|tiếp quản)(?!\w)"
)
AHEAD = re.compile(rf"(?:(?<![\wÀ-ỹ]){FROM}(?:['’]s|-based)?(?: [a-z-]{{2,14}}){{0,4}}|{KIND.pattern}) $", re.I)
BEHIND = re.compile(
    rf" ?\((?:[^()\n]{{0,20}}, )?{FROM}\)|,? (?:của|of|đến từ|from) {FROM}(?![\wÀ-ỹ])"
    r"|, (?:an?|the|one of|một|nhà|hãng|tập đoàn|công ty|doanh nghiệp|quỹ|chuỗi|đơn vị)"
    r"(?: (?!of |with |between |của |giữa |với )[^\s,.;:]{1,16}){1,8}"
)


def traits_of(words):
    """Return the set of what words say of a body: its country, its kind."""
    countries = {COUNTRY_OF[match["word"]] for match in ORIGIN.finditer(words) if match["word"] in COUNTRY_OF}
    return countries | {match.lastgroup for match in KIND.finditer(words)}


def find_traits(text, mentions):
    """Return {name: set of traits} of the bodies that `mentions` of a text, each (start, end, name), are of."""
    traits = {}
    for start, end, name in mentions:
        ahead, behind = AHEAD.search(text[max(0, start - 60) : start]), BEHIND.match(text[end : end + 100])
        said = traits.setdefault(name, {match.lastgroup for match in KIND.finditer(name)})
        said |= traits_of(ahead.group()) if ahead else set()
        said |= traits_of(behind.group()) if behind else set()
        is_buyer = BOUGHT_AHEAD.search(text[max(0, start - 140) : start]) or BOUGHT_BEHIND.match(text, end)
        said |= {"buyer"} if is_buyer else set()
    return traits
