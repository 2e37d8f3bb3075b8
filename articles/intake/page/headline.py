"""Which of the lines above the first paragraph is the headline."""

import re
from collections import Counter

from articles.intake.page.figures import read_placeholder
from articles.text import fold

SHORTEST = {True: 8, False: 16}  # characters; Korean says as much in half of them
IDEAL = {True: (16, 60), False: (35, 140)}
LONGEST = 200
KICKER = re.compile(
    r"[\[<【(〈《][^\]>】)〉》]{1,24}[\]>】)〉》]\s?\S{0,24}(?:\s\S{1,12}){0,2}|.{0,30}[〈<(]\d{1,3}[〉>)].{0,12}"
)
# The part of a series that a story is: `[기획] 지방 공장의 귀환 ③ 군산`.
SERIES = re.compile(r"[①-⑳]|[<(〈]\d{1,2}[)>〉]|\b(?:part|phần|kỳ|bài) \d{1,2}\b", re.I)
PREFIX = re.compile(r"(?:đang xem|you are reading|현재\s?글|제목)\s?:\s?", re.I)
# What headlines are full of, and names of sites and sections never.
STYLE = re.compile(r"…|\.\.\.|[,→:;?!]|['‘’]\S|\d")
# What outlets say of themselves.
SLOGAN = re.compile(
    r"^(?:your|our)\b|\b(?:roundup|newsletter|digest|briefing) (?:of|for|from|on)\b|\b(?:news|data) and analy"
    r"|대표\s?(?:경제|언론|신문|미디어|포털)|뉴스레터|전해\s?드립|정론|세상을\s(?:보는|여는|바꾸는)"
    r"|tiếng nói của|cơ quan ngôn luận",
    re.I,
)
ENOUGH = {True: 4, False: 6}  # words
TOLERANCE, REPEATED, STRANGE, MORE_OF_LEAD = 0.6, 0.3, 0.3, 0.25
MENU = re.compile(r"\S(?:\s{2,}|\s?[|│｜]\s?)\S.{0,40}(?:\s{2,}|[|│｜])")
LIST_MARKS = ("-", "·", "•", "△", "─", "○", "▲", "*")
ENDS_LIKE_A_SENTENCE = re.compile(r"(?:다|요|죠)\.$|[a-zà-ỹ0-9]\.$")


def find_title(lines):
    """Return the headline that the placeholders of pictures repeat, or None."""
    titles = Counter(match["title"] for line in lines if (match := read_placeholder(line.text)))
    return next((title for title, _times in titles.most_common()), None)


def choose_headline(candidates, words, lead, times):
    """Return the index of the line that is likeliest the headline of a body with these words; None without any.

    A headline speaks of what the body speaks of and has the length of one. Of lines that do so about equally well it
    is the first: what explains it stands below, unless a later one tells far more of the first paragraph, whose words
    are `lead`. `times` tells of each candidate how often it is printed above the body.
    """
    scores = [weigh(line, words) + REPEATED * (count > 1) for line, count in zip(candidates, times, strict=True)]
    best = max(scores, default=0)
    if best <= REPEATED:
        return None
    chosen = next(place for place, score in enumerate(scores) if score >= best - TOLERANCE)
    told = [overlap(line.words, lead) for line in candidates]
    for place in range(chosen + 1, len(candidates)):
        is_telling = told[place] >= told[chosen] + MORE_OF_LEAD and scores[place] > scores[chosen]
        if is_telling and STYLE.search(candidates[place].text):  # what stands above it was a deck
            return place
    return chosen


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
        + 0.6 * bool(SERIES.search(text))
        + 0.5 * bool(ENDS_LIKE_A_SENTENCE.search(text))
        + 0.5 * text.startswith(LIST_MARKS)
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
