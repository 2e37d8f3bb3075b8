"""Ordinary Korean nouns: what a story names is a noun that is none of them and not put together from them."""

from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).with_name("ordinary_ko.txt")
LONGEST_WORD = 6  # syllables of an ordinary noun that is listed
LONGEST_NOUN = 16
# Syllables that make another ordinary noun of one, before it and behind it: `신사업`, `연구동`.
PREFIXES = frozenset("신총각현전본타고저대소주재비무부초준반첫새제양당동역유한외내국미불")
SUFFIXES = frozenset(
    "사업용별형성비률율액량권장실동측들화적제법력관원소점지국부청식품물기자가인단대망선로등군층급권계편판팀씨님째쪽때"
)


@lru_cache(maxsize=1)
def ordinary_words():
    """Return the listed nouns."""
    return frozenset(WORDS.read_text(encoding="utf-8").split())


@lru_cache(maxsize=8192)  # a story repeats its words
def is_ordinary(noun):
    """Tell whether a noun is an ordinary one, or one of several together: `시험생산라인`."""
    words = ordinary_words()
    if noun in words:
        return True
    if not 2 < len(noun) <= LONGEST_NOUN:
        return False
    # Where a further word may begin, without a syllable before or behind the words, and with one.
    bare, affixed = {0}, {1} if noun[0] in PREFIXES else set()
    for end in range(2, len(noun) + 1):
        starts = {start for start in range(max(0, end - LONGEST_WORD), end - 1) if noun[start:end] in words}
        if starts & bare:
            bare.add(end)
        if starts & affixed or (end > 2 and end - 1 in bare and noun[end - 1] in SUFFIXES):
            affixed.add(end)
    return len(noun) in bare | affixed
