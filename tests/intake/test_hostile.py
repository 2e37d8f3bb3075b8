"""Nasty text takes time and memory in proportion to its length, whatever it is made of."""

import math
import random
import time
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest

from articles.intake import Unreadable, read_source, read_story
from articles.intake.source import MAXIMUM_BYTES

pytestmark = pytest.mark.slow
# What is repeated until the text is long enough; {n} becomes a running number.
PIECES = {
    "words": "가람전자는 새 공장을 짓는다 ",
    "sentences": "가람전자는 3억 달러를 투자했다. ",
    "quotations": "“간다”라고 이서준 사장은 말했다. ",
    "amounts": "1억 달러(약 2억 원), ",
    "amounts in English": "Garam will invest $1.5 billion (about 2 trillion won) in Vietnam, ",
    "amounts in Vietnamese": "Garam đầu tư 1,5 tỷ USD (khoảng 37.000 tỷ đồng), ",
    "amounts of nobody": "3억 달러에서 5억 달러로 ",
    "digits": "1",
    "digits and commas": "1,1",
    "digits and points": "1.1,",
    "full-width digits": "１２３，",
    "scales": "조억만천백십",
    "ranges": "1~2~3억",
    "currencies": "달러원엔$€₩",
    "opening marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "marks and letters": "“가”나",
    "corner marks": "「가",
    "opening brackets": "(",
    "closing brackets": ")]",
    "mixed brackets": "([“「",
    "dots": ".",
    "ellipses": "…!?",
    "dashes": "- “",
    "zero-width": "\u200b\u2060\u200d",
    "combining": "a\u0301\u0323",
    "marks on one letter": "\u0301\u0323",
    "half jamo": "\u1100\u1161\u11a8",
    "no-break spaces": "\u00a0 ",
    "spaces": " ",
    "tabs and lines": "\t\n",
    "lines": "가람 소식 {n}\n",
    "placeholders": "제목이다 - ảnh {n} 가\n",
    "captions": "▲ 가람 공장 {n} [사진=가람]\n",
    "furniture": "공유\n댓글 {n}\n관련기사\n다른 소식 {n}\n",
    "stamps": "입력 2024.03.05 09:00 수정 2024.03.0{n}\n",
    "people": "김하늘 누리 대표와 이서준(Lee Seo-jun) 사장은 ",
    "people in English": "said Lee Seo-jun, chief executive of Garam Group, ",
    "people in Vietnamese": "ông Nguyễn Văn An, giám đốc Công ty Nuri, cho biết: ",
    "questions": "Q. 왜 {n}?\nA. 그래서 {n}.\n",
    "announcements": "이서준 사장은 다음과 같이 말했다.\n간다 {n}\n",
    "particles": "가람은누리는다솜이",
    "names": "Garam Nuri Dasom ",
    "addresses": "a.b-c@d.e-f.g ",
    "links": "https://a.b/c?d=e&f ",
    "hashtags": "#가람 #",
    "headings": "◇ 소제목 {n}\n",
    "lists": "△가람 {n}억 원 △누리 {n}억 원 ",
    "letters and points": "a." * 55 + " {n} 가\n",
    "titles": "총괄 담당 ",
    "speech": "“우리는 내년에 하노이에 새 공장을 짓는다”\n",
    "closings": "가람전자는 올해 하노이에 새 공장을 짓는다고 밝혔다.\n댓글\n",
    "chance": None,
}
CHARACTERS = '가나다는은이을 .,"“”‘’「」()[]1234억만조원달러$%-–~\n\t=/@#:;?!aBcđễ\u200b\u0301'
# The longer sizes are read only where the shorter ones leave a doubt.
SHORT_SIZES, SIZES = (4_000, 32_000), (32_000, 128_000)
# Time in proportion to the length has the exponent 1, reading everything again for each piece has 2. Between lies the
# noise of small machines, of which the best of a few tries is nearly free.
GREATEST_EXPONENT, TRIES = 1.25, 4
# Short texts pass with a margin so wide that what grows faster in the long ones shows in them as well.
SURE_EXPONENT, SHORT_TRIES = 1.06, 2
LONGEST, PATIENCE = 1_000_000, 60  # characters of the longest nasty text, and the seconds in which it is read
# Below this, the clock and the memory of a small machine are louder than the reader.
QUIET = 0.02  # seconds
# Half of it is the aim for three thousand characters; a machine that does other things, too, takes longer.
ALLOWED, TRIES_AT_ONCE = 0.1, 20  # seconds; until one of the tries has the processor to itself
STORIES = Path(__file__).parent / "building"


def nasty(name, size):
    """Return about so many characters of a kind, in whole pieces: how a text ends decides how it is read."""
    piece = PIECES[name]
    if piece is None:
        return "".join(random.Random(size).choices(CHARACTERS, k=size))
    return "".join(piece.replace("{n}", str(n)) for n in range(size // len(piece)))


def seconds(text):
    """Return the processor time in which a text is read."""
    start = time.process_time()
    with suppress(Unreadable):  # when nothing is left of it once it is cleaned
        read_story("가람전자, 새 공장을 짓는다\n" + text)
    return time.process_time() - start


def measure(name, sizes, greatest, tries):
    """Return (the best times of texts of two sizes, their exponent), after one try when it is no greater than that."""
    texts = [nasty(name, size) for size in sizes]
    times, exponent = [math.inf, math.inf], math.inf
    for _ in range(tries):
        times = [min(best, seconds(text)) for best, text in zip(times, texts, strict=True)]
        exponent = math.log(times[1] / max(times[0], QUIET)) / math.log(len(texts[1]) / len(texts[0]))
        if exponent <= greatest:
            break
    return times, exponent


@pytest.mark.parametrize("name", PIECES)
def test_time_grows_with_the_length_and_no_faster(name):
    times, exponent = measure(name, SHORT_SIZES, SURE_EXPONENT, SHORT_TRIES)
    if exponent > SURE_EXPONENT or times[0] < QUIET:
        times, exponent = measure(name, SIZES, GREATEST_EXPONENT, TRIES)
    assert exponent <= GREATEST_EXPONENT, f"{times[0]:.2f} s and {times[1]:.2f} s"


@pytest.mark.parametrize("name", ["announcements", "quotations", "marks on one letter"])
def test_long_text_is_read_in_seconds(name):
    assert seconds(nasty(name, LONGEST)) < PATIENCE


@pytest.mark.parametrize("name", ["digits", "sentences", "opening marks", "lines"])
def test_memory_is_bounded_by_the_length(name):
    text = nasty(name, SIZES[0])
    tracemalloc.start()
    read_story("제목\n" + text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 400 * len(text)


def test_normal_story_is_read_at_once():
    text = "\n\n".join((STORIES / name).read_text(encoding="utf-8") for name in ("ko_c5.txt", "ko_d2.txt"))
    assert 2800 <= len(text) <= 3200
    assert any(seconds(text) < ALLOWED for _ in range(TRIES_AT_ONCE))


def test_longest_file_is_read_and_a_longer_one_refused():
    with pytest.raises(Unreadable, match="5 MB"):
        read_source(b"a" * (MAXIMUM_BYTES + 1))
    line = "가람은 간다.\n"
    lines = MAXIMUM_BYTES // len(line.encode())
    assert read_source((line * lines).encode()) == line * lines
