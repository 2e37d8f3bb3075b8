"""Which of the lines above the first paragraph is the headline."""

import re
from collections import Counter

from articles.intake.page.figures import read_placeholder
from articles.intake.page.furniture import is_breadcrumb, is_menu, is_section, is_sections
from articles.intake.page.labels import key
from articles.text import fold

SHORTEST = {True: 8, False: 16}  # characters; Korean says as much in half of them
IDEAL = {True: (16, 60), False: (35, 140)}
LONGEST, LONGEST_CANDIDATE, LONGEST_NAME = 200, 300, 30
ABOVE_PATH = 0.5
LIKELY = 0.8
SURE = 0.9  # the tolerance towards lines that nothing but their words speaks against
KICKER = re.compile(
    r"[^\s|｜/ㅣ]{2,10}\s?[|｜/ㅣ]\s?[^|｜/ㅣ,…“]{2,24}"
    r"|[\[<【(〈《][^\]>】)〉》]{1,24}[\]>】)〉》]\s?\S{0,24}(?:\s\S{1,12}){0,2}|.{0,30}[〈<(]\d{1,3}[〉>)].{0,12}"
)
# The part of a series that a story is: `[기획] 지방 공장의 귀환 ③ 군산`.
SERIES = re.compile(r"[①-⑳]|[<(〈](?:\d{1,2}|[상중하])[)>〉]|\b(?:part|phần|kỳ|bài) \d{1,2}\b", re.I)
PREFIX = re.compile(r"(?:đang xem|you are reading|현재\s?글|제목)\s?:\s?", re.I)
# What headlines are full of, and names of sites and sections never.
STYLE = re.compile(r"…|\.\.\.|[,→:;?!]|['‘’]\S|\d")
# What only headlines have: an ellipsis, words in quotation marks that others follow, a comma behind who acts.
NEWS = re.compile(r"…|\.\.\.|‥|[”’\"']\S{0,3}\s?\S|^\[[^\[\]]{1,12}\]\s?\S|^\S{2,20}(?:\s\S{1,12})?,\s")
# Who is talked to, with the office and nothing else: `인터뷰 김하늘 가람전자 대표`.
PERSON = re.compile(
    r"(?:[<\[【(]?(?:인터뷰|대담|만나다|초대석)[>\]】)]?[\s:/|]{0,3})?[^,…?!“”\"‘’]{2,34}\s(?:대표(?:이사)?|회장|사장"
    r"|부사장"
    r"|원장|교수|장관|차관|총장|이사장|의장|시장|지사|군수|위원장|위원|본부장|센터장|소장|CEO)(?:\s(?:인터뷰|대담))?"
    r"|(?i:interview with|in conversation with|phỏng vấn) .{4,80}"
)
# The date, the number or the page of an issue, and shows.
ISSUE = re.compile(
    r"제\s?\d{1,5}\s?호|\d{1,5}호\b|[A-Z]?\d{1,2}면|\b(?:issue|vol\.?|no\.|số|page) ?\d|\d{1,2}h\d{2}"
    r"|(?:19|20)\d\d[./년-]\s?\d{1,2}|\d{1,2}/\d{1,2}/(?:19|20)\d\d",
    re.I,
)
# What newsletters and magazines call themselves, with the number of the issue.
ISSUE_NAME = re.compile(
    r"[^,…“”‘’\"?]{2,40}(?:#\s?\d{1,5}|[|·–—-] ?(?:morning|midday|evening|weekend|asia|europe|global) "
    r"(?:edition|brief\w*)"
    r"|제\s?\d{1,5}\s?[호회]|\d{1,5}호"
    r"|\b(?:vol\.?|no\.?|issue|số) ?\d{1,5})[\s)\]]{0,3}",
    re.I,
)
FIELD = re.compile(r"(?:chuyên mục|category|section|분류|카테고리|코너)\s?:", re.I)
# What outlets say of themselves.
SLOGAN = re.compile(
    r"^(?:cổng thông tin|trang (?:thông tin|tin)|báo điện tử|tạp chí)\b"
    r"|^(?:the )?(?:[a-z]{1,12} ){1,3}(?:times|herald|post|journal|daily|review|tribune|gazette|monitor|dispatch)$"
    r"|^\S{2,10}(?:일보|신문|타임스|저널|데일리|투데이)(?:\s\S{1,6}){0,2}$"
    r"|^(?:your|our)\b|\b(?:roundup|newsletter|digest|briefing) (?:of|for|from|on)\b|\b(?:news|data) and analy"
    r"|대표\s?(?:경제|언론|신문|미디어|포털)|뉴스레터|전해\s?드립|정론|세상을\s(?:보는|여는|바꾸는)"
    r"|tiếng nói của|cơ quan ngôn luận",
    re.I,
)
ENOUGH = {True: 4, False: 6}  # words
TOLERANCE, REPEATED, STRANGE, MORE_OF_LEAD = 0.6, 0.3, 0.3, 0.25
ARROW = re.compile(r"[>›»≫/]")
BARS = re.compile(r"\s[ㅣ/·]\s|[|│｜]|\s{2,}")
MENU = re.compile(r"\S(?:\s{2,}|\s?[|│｜]\s?)\S.{0,40}(?:\s{2,}|[|│｜])")
LIST_MARKS = ("■", "◆", "◇", "□", "▣", "-", "·", "•", "△", "─", "○", "▲", "*")
NUMBERED = re.compile(r"\d{1,2}[.)]\s")
ENDS_LIKE_A_SENTENCE = re.compile(r"(?:다|요|죠)\.$|[a-zà-ỹ0-9]\.$")


def find_title(lines):
    """Return the headline that the placeholders of pictures repeat, or None."""
    titles = Counter(match["title"] for line in lines if (match := read_placeholder(line.text)))
    return next((title for title, _times in titles.most_common()), None)


def find_headline(lines, others, first, last, words):
    """Return (headline, its index): what the placeholders of pictures repeat, else the likeliest line above the body.

    Its index is -1 when no line is the headline alone.
    """
    title = find_title(lines)
    if title:
        return title, next((at for at, line in enumerate(lines) if line.text == title), -1)
    head = lines[: min(first, len(lines))]
    places = [at for at, line in enumerate(head) if at not in others and _may_be_headline(line)]
    candidates = [lines[at] for at in places]
    chosen = choose_headline(candidates, words, lines[first : first + 2], _favour(lines, places, head))
    if first > last and candidates:  # lines too short to be told apart: what stands first is above all
        chosen = 0
    elif chosen is None and candidates:
        chosen = max(range(len(candidates)), key=lambda place: len(candidates[place].text))
    return ("", -1) if chosen is None else (candidates[chosen].text, places[chosen])


def _may_be_headline(line):
    """Whether a line above the body is neither furniture nor a caption, and no repetition of the headline."""
    text = line.text
    if len(text) > LONGEST_CANDIDATE or line.is_furniture or line.is_captioned:
        return False
    return not (is_section(text) or is_menu(text) or PREFIX.match(text))


def _favour(lines, places, head):
    """Return what speaks for each of the lines at these places by how the page prints it.

    Headlines are printed twice, names of websites in what is theirs; their menus and sections stand below their names.
    """
    printed = Counter(line.text for line in head)
    paths = [at for at, line in enumerate(head) if _leads_to(line)]
    foreign = "|".join(key(line.text) for line in lines if line.is_furniture)
    favours = []
    for at in places:
        name = key(lines[at].text.removeprefix("The "))
        is_name = len(name) <= LONGEST_NAME and name in foreign
        favours.append(REPEATED * (printed[lines[at].text] > 1) - ABOVE_PATH * (at < max(paths, default=-1)) - is_name)
    return favours


def _leads_to(line):
    """Whether a line says where on the website the story is found."""
    text = line.text
    is_path = ARROW.search(text) is not None and is_breadcrumb(text)
    return is_section(text) or is_path or (not line.is_furniture and is_menu(text))


def choose_headline(candidates, words, leading, favours):
    """Return the index of the line that is likeliest the headline of a body with these words; None without any.

    A headline speaks of what the body speaks of and has the length of one. Of lines that do so about equally well it
    is the first: what explains it stands below, unless the first is a mere title and a later one tells far more of the
    first paragraphs (`leading`). `favours` says what speaks for each candidate besides its words.
    """
    scores = [weigh(line, words) + favour for line, favour in zip(candidates, favours, strict=True)]
    if any(score >= LIKELY and not is_item(line) for line, score in zip(candidates, scores, strict=True)):
        scores = [0 if is_item(line) else score for line, score in zip(candidates, scores, strict=True)]
    best = max(scores, default=0)
    if best <= REPEATED:
        return None
    chosen = next(
        place
        for place, (line, score) in enumerate(zip(candidates, scores, strict=True))
        if score >= best - _tolerance(line)
    )
    lead = words_of("\n".join(line.text for line in leading))
    told = [overlap(line.words, lead) for line in candidates]
    for place in range(chosen + 1, len(candidates)):
        is_telling = told[place] >= told[chosen] + MORE_OF_LEAD and scores[place] > scores[chosen]
        if is_telling and STYLE.search(candidates[place].text) and not NEWS.search(candidates[chosen].text):
            return place
    return chosen


def _tolerance(line):
    """Return by how much a line above others may be less likely than them: not at all where it names the issue."""
    if ISSUE_NAME.fullmatch(line.text):
        return 0
    return SURE if NEWS.search(line.text) and not doubt(line) else TOLERANCE


def is_item(line):
    """Whether a line is the heading of one of several parts of a story, or an item of a list."""
    return line.text.startswith(LIST_MARKS) or NUMBERED.match(line.text) is not None


def weigh(line, words):
    """Return how likely a line is the headline of a body with these words."""
    text = line.text
    if not SHORTEST[line.is_korean] <= len(text) <= LONGEST:
        return 0
    least, most = IDEAL[line.is_korean]
    length = min(1, len(text) / least) if len(text) <= most else most / len(text)
    enough = min(1, len(text.split()) / ENOUGH[line.is_korean])
    style = 0.3 * bool(STYLE.search(text)) + 0.3 * text.startswith(("“", '"', "‘"))
    shared = overlap(line.words, words)
    return 1.2 * shared * enough + 0.8 * length + style - doubt(line) - STRANGE * (shared == 0)


def doubt(line):
    """Return how much of a line is of what stands above headlines: kickers, series, slogans, menus, sentences."""
    text = line.text
    return (
        0.6 * bool(KICKER.fullmatch(text))
        + 0.8 * bool(SERIES.search(text))
        + 0.5 * bool(ENDS_LIKE_A_SENTENCE.search(text))
        + 0.5 * is_item(line)
        + 0.6 * bool(PERSON.fullmatch(text) or FIELD.match(text))
        + 0.8 * bool(BARS.search(text) and ISSUE.search(text))
        + 0.8 * bool(ISSUE_NAME.fullmatch(text))
        + 0.6 * is_sections(text)
        + 0.6 * bool(MENU.search(text))
        + 0.5 * bool(SLOGAN.search(text))
        + 0.3 * (text.isupper() and not line.is_korean)
    )


def overlap(own, words):
    """Return which share of a line's own words the body has."""
    return sum(1 for word in own if word in words) / len(own) if own else 0


def words_of(text):
    """Return the words of a text by which lines are compared, folded.

    Of a Korean word they are its first two syllables, which keep the stem. Words in Latin letters count in pairs, too:
    alone, those of Vietnamese are syllables that every text has, and short ones say nothing in English.
    """
    folded = re.findall(r"[^\W_]+", fold(text))
    alone = {
        word[:2] if "가" <= word[0] <= "힣" else word for word in folded if len(word) > (1 if word[0] >= "가" else 3)
    }
    latin = [word for word in folded if word[0] < "가"]
    return alone | set(zip(latin, latin[1:], strict=False))
