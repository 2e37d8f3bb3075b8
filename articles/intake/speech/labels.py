"""What says in interviews and scripts whose turn it is: questions, and the names before answers and sound bites."""

import re

from articles.intake.speech.latin_words import VERB
from articles.intake.speech.words import NOBODY, TITLE_WORD

QUESTION = re.compile(
    r"(?:Q\d{0,2}\s?[.:)]|_|\*\s?(?=[^\W\d_])|(?:문|질문|기자)\s?[.:)]|(?:PV|P\.?V\.?|Phóng viên|Hỏi|Question"
    r"|Interviewer"
    r"|Reporter)\s?[.:])\s?\S"
)
DASHED_QUESTION = re.compile(r"[-–—―◇■▶●]\s?(?!\s?[“\"])\S.{3,160}(?:[?？]|[은는지나가까데면]\.?)$")
ASKED = re.compile(r"[^“”\"]{6,240}[?？]$")
# `[김하늘 / 가나전자 대표]`, `<녹취> 김하늘(가나전자 대표)`, `[김하늘/가나전자 대표 : 간다]`.
SCRIPT = re.compile(
    r"(?P<kind>[\[<(【]\s?(?:인터뷰|녹취|싱크|현장음|SOT"
    r"|VCR)\s?[\]>)】]\s?)?(?P<open>[\[<(【])?\s?(?P<name>[^/\[\]<>:：()“”\"|\n.]{2,24}?)\s?"
    r"(?:\((?P<roman>[A-Za-zÀ-ỹ .'’-]{3,40})\)\s?)?(?:[/|·]\s?|\("
    r"|,\s)(?P<role>[^\[\]<>:：()“”\"\n.]{2,80}?)\s?(?P<close>[\])>】]\s?[:：]?\s?|[:：]\s?)"
)
# `[원창동 주민 : 시끄러워요.]`
SOMEBODY = re.compile(r"[\[<(【]\s?(?P<name>[가-힣A-Za-z0-9 ]{2,24}?)\s?[:：]\s?(?=\S)")
# `김하늘 대표: …`, `Ông Minh: …`, `Kim: …`.
# `Garam: 390 tỷ đồng` gives a sum, and nobody's words.
SUM = r"(?:[$€£¥₫]\s?\d|\d[\d.,]{0,12}\s?(?:nghìn tỷ|tỷ|tỉ|triệu|million|billion|trillion|USD|%))"
TURN = re.compile(rf"(?P<who>[^:：“”\"\n.?]{{2,60}})[:：]\s?(?=\S)(?!{SUM})")

SAYING = re.compile("|".join(verb.pattern for verb in VERB.values()), re.I)
FIRST_PERSON = re.compile(
    r"\b(?:I|I['’]\w+|we|we['’]\w+|our|ours|us|my|me|you|your)\b|(?<!\w)(?:tôi|chúng tôi|chúng ta|mình|tui)(?!\w)", re.I
)


def is_question(text, is_interview):
    """Whether a paragraph is a question that an interview prints."""
    if QUESTION.match(text):
        return True
    if not is_interview or len(text) > 300:
        return False
    return DASHED_QUESTION.match(text) is not None or ASKED.fullmatch(text) is not None


def find_turn(text, find_person):
    """Return (end of the label, Source) of a Latin paragraph that begins with who speaks (`Bà Lan: …`), or None."""
    match = TURN.match(text[:90])
    if (
        match is None
        or not text[:1].isalpha()
        or SAYING.search(match["who"])
        or QUESTION.match(text)
        or len(text) - match.end() < 8
    ):
        return None
    source = find_person(match["who"])
    return (match.end(), source) if source and source.speaker else None


def find_speaker_label(text):
    """Return (end of the label, who it names as `name, role`) of a line that names who speaks in a script, or None."""
    somebody = SOMEBODY.match(text[:80])
    if somebody and NOBODY.fullmatch(somebody["name"].split()[-1]):
        return somebody.end(), somebody["name"].strip(), ""
    match = SCRIPT.match(text[:160])
    if match is None or not (match["kind"] or match["open"] or TITLE_WORD.search(match["role"])):
        return None
    role = match["role"].strip()
    if not re.search(r"[가-힣A-Za-zÀ-ỹ]", role) or not (match["kind"] or match["open"] or match.end() == len(text)):
        return None
    return match.end(), match["name"].strip(), role
