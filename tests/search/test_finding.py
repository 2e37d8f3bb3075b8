"""What finds what: the table of pairs, operators, and texts that nobody meant to type."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import desk, models, search
from articles.search.index import condition
from articles.search.marking import excerpt_of
from articles.search.query import beginning_of
from articles.vocabulary import AliasKind, PlaceKind
from tests.factories import QuoteFactory, publish_story

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def story(rows_of_a_module):
    """A public story, in which the tests let people say things."""
    with rows_of_a_module():
        yield publish_story("story")


def say(text, **columns):
    """Return a public quote of these words."""
    story = models.Article.objects.get(headline__contains="story")
    quote = QuoteFactory(parent=story, text=text, public_from=story.public_from, **columns)
    models.Quote.objects.filter(pk=quote.pk).update(search_text=quote.folded())
    return quote


def found(text, model=models.Quote):
    """Return what readers find."""
    return list(search.narrow(model.objects.public(), search.ask(text)).order_by("pk"))


def finds(question, text):
    """Whether a question finds a quote of these words."""
    return say(text) in found(question)


STEM = ["투자", "투자했다", "투자를", "투자하다"]
PAIRS = [
    *((asked, f"회사는 {told} 이어갔다") for asked in STEM for told in STEM),
    ("반도체", "반도체는 중요하다"),
    ("반도체는", "새 반도체 공장"),
    ("삼성", "삼성전자가 밝혔다"),
    ("da nang", "Nhà máy ở Đà Nẵng"),
    ("Đà Nẵng", "a plant in Da Nang"),
    ("đầu tư", "dau tu"),
    ("dau tu", "Đầu tư"),
    ("Hoà Bình", "Hòa Bình"),
    ("인공지능", "인공 지능"),
    ("인공 지능", "인공지능"),
    ("\u1107\u1161\u11a8\u1103\u1175\u11ab", "박딘 시장"),  # NFD
    ("박딘", "\u1107\u1161\u11a8\u1103\u1175\u11ab 시장"),
    ("ＦＤＩ", "FDI rose"),
    ("fdi", "ＦＤＩ rose"),
    ("invests", "They invested in investing"),
    ("company", "companies"),
    ("15억", "15억 달러"),
    ("억", "15억 달러"),
    ("달러", "15억 달러"),
    ("러", "15억 달러"),
    ("SK하이닉스", "SK하이닉스가 말했다"),
    ("하이닉스", "SK하이닉스가 말했다"),
    ("Vietnam", "Vietnam’s growth"),
    ("東京", "東京都で"),
    ("“반도체 공장”", "새 반도체 공장을"),
    ("no-break", "no\u00a0break"),
]
APART = [
    ("합작", "투자했다"),
    ("전자삼성", "삼성전자"),
    ('"공장 반도체"', "반도체 공장"),
    ("dang", "Đà Nẵng"),
    ("반도체 -공장", "반도체 공장"),
    ('반도체 -"새 공장"', "반도체 새 공장"),
]


@pytest.mark.parametrize(("asked", "told"), PAIRS)
def test_finds(asked, told):
    assert finds(asked, told)


@pytest.mark.parametrize(("asked", "told"), APART)
def test_does_not_find(asked, told):
    assert not finds(asked, told)


def enter(model, names, **columns):
    """Return a public entry with these aliases."""
    first, *others = names
    entry = model.objects.create(name_en=first, public_from=datetime(2020, 1, 1, tzinfo=UTC), **columns)
    for text in others:
        models.Alias.objects.create(text=text, kind=AliasKind.MISSPELLING, **{model._meta.model_name: entry})
    desk.refresh_entity(entry)
    return entry


GROUPS = [
    (models.Organisation, ["Foxconn", "Foxcom", "폭스콘"]),
    (models.Organisation, ["Samsung Electronics", "삼성전자", "삼성"]),
    (models.Place, ["Bắc Ninh", "박닌", "박닝", "Bac Ninh"]),
]


@pytest.mark.parametrize(("model", "names"), GROUPS, ids=lambda value: str(value)[:20])
def test_every_name_finds_every_other(model, names):
    enter(model, names, **({"kind": PlaceKind.PROVINCE} if model is models.Place else {}))
    desk.refresh_places()
    quotes = [say(f"In {name} 에서") for name in names]
    for name in names:
        assert found(name) == quotes, name
        assert found(f"{name} story") == [], "the other word still has to fit"


def test_provinces_that_became_one_find_each_other():
    old, new = (
        enter(models.Place, names, kind=PlaceKind.PROVINCE) for names in (["Bắc Giang", "박장성"], ["Bắc Ninh", "박닌"])
    )
    models.Succession.objects.create(predecessor=old, successor=new, on="2025-07-01")
    desk.refresh_places()
    quotes = [say(f"{name}에 공장") for name in ("박장성", "박닌", "Bac Ninh", "Bắc Giang")]
    for name in ("박장성", "박닌", "Bac Ninh", "Bắc Giang", "bac giang"):
        assert found(name) == quotes


def test_names_of_hidden_entries_help_nobody():
    entry = enter(models.Organisation, ["Secretcorp", "Codename"])
    models.Organisation.objects.filter(pk=entry.pk).update(public_from=None)
    say("Codename")
    assert found("Secretcorp") == []
    assert search.ask("Secretcorp").named == []
    assert search.suggest(search.ask("Secretcorq")) == []


def test_misspelt_name_is_suggested_by_its_right_one():
    enter(models.Organisation, ["Foxconn", "Foxcom"])
    assert search.ask("foxcom").named == ["Foxconn"]
    assert search.suggest(search.ask("Foxxconn")) == ["Foxconn"]


NONSENSE = " ".join(f"{start}nxz" for start in ("fo", "sa", "ba", "xx", "fa", "se", "bo", "yy", "qu", "zu"))
# The names in the question; then the names that begin alike, whose they are, and of each kind the entries and aliases.
QUERIES_OF_NAMES = 1 + 2 * 3 + 2
QUERIES_OF_SUGGESTIONS = 2 + 2 * 3


@pytest.mark.parametrize("text", [NONSENSE, NONSENSE.replace("xz", "xc"), "Foxcon", "Foxconm Hamoi Bac Minh Samsumg"])
def test_names_are_suggested_in_a_few_queries(text, django_assert_max_num_queries):
    for model, names in GROUPS:
        enter(model, names, **({"kind": PlaceKind.PROVINCE} if model is models.Place else {}))
    enter(models.Person, ["Fonxq", "Foxnc"])
    with django_assert_max_num_queries(1):
        question = search.ask(text)
    with django_assert_max_num_queries(QUERIES_OF_SUGGESTIONS):
        search.suggest(question)


def test_provinces_are_named_in_as_many_queries_for_eight_as_for_one(django_assert_max_num_queries):
    for number in range(4):
        old, new = (enter(models.Place, [f"{age}place{number}"], kind=PlaceKind.PROVINCE) for age in ("Old", "New"))
        models.Succession.objects.create(predecessor=old, successor=new, on="2025-07-01")
    desk.refresh_places()
    with django_assert_max_num_queries(QUERIES_OF_NAMES):
        question = search.ask(" ".join(f"{age}place{number}" for age in ("old", "new") for number in range(4)))
    assert len(question.named) == 8


def test_speaker_is_asked_for_apart():
    kagan = models.Person.objects.create(name_ko="카간", name_en="Elena Kagan")
    desk.refresh_entity(kagan)
    said, printed = say("반도체", speaker=kagan), say("카간은 반도체")
    assert found("카간") == [said, printed]
    assert found("speaker:카간") == [said]
    assert found("speaker:kagan 반도체") == [said]
    assert found('speaker:"elena kagan"') == [said]
    assert found("반도체 -speaker:카간") == [printed]
    assert found("speaker:카간", models.Article) == []


def test_days_are_whole_and_both_ends_belong():
    quote = say("반도체")
    moment = datetime(2026, 3, 31, 14, 59, 59, tzinfo=UTC)  # the last second of the day in Seoul
    models.Quote.objects.update(public_from=moment)
    fitting = "from:2026", "to:2026", "from:2026-03 to:2026-03", "from:2026-03-31 to:2026-03-31", "to:2026-3-31"
    for days in fitting:
        assert found(f"반도체 {days}") == [quote], days
        assert quote in found(days)
    for days in ("from:2026-04", "from:2026-04-01", "to:2026-02", "to:2026-03-30", "to:2025", "from:2027"):
        assert found(f"반도체 {days}") == [], days


@pytest.mark.parametrize("date", ["from:", "from:x", "to:2026-13", "from:2026-02-30", "to:99999", "from:２０２６x"])
def test_wrong_date_is_named_and_left_out(date):
    quote = say("반도체")
    question = search.ask(f"반도체 {date}")
    assert question.since is question.until is None
    assert found(f"반도체 {date}") == [quote] or not question.problems


@pytest.mark.parametrize("bound", ["-from:2020", "-to:2020", "－FROM:2020", "-from:x"])
def test_bound_that_is_negated_is_named_and_left_out(bound):
    quote = say("반도체")
    question = search.ask(f"반도체 {bound}")
    assert question.since is question.until is None
    assert [problem.split()[0].lower() for problem in question.problems] == [f"“-{bound[1:].split(':')[0].lower()}:”"]
    assert found(f"반도체 {bound}") == [quote]


BEGUN = ["Viet", "vietnam", "Vietnam'", "vietnam's", "Vietnam’s", "vietnam's grow", "Grow", "plants in Đà N", "공장"]


@pytest.mark.parametrize("typed", BEGUN)
def test_word_that_is_only_begun_finds_the_whole(typed):
    quote = say("Vietnam’s growth: new plants in Đà Nẵng, 공장")
    assert list(search.find(models.Quote.objects.all(), typed)) == [quote]


@pytest.mark.parametrize("typed", ["Vietnam's", "Vietnam’s", "vietnam'", "Vietnam", "in vietnam's"])
def test_word_that_is_only_begun_is_not_its_ending(typed):
    *_before, last = beginning_of(typed).tokens
    assert last == "vietnam"
    assert beginning_of(typed).open


def test_nothing_to_go_by_finds_nothing():
    say("반도체")
    for text in ("", "   ", "!!", '""', "-", "-반도체", "speaker:", "\x00", "\ud800", "*"):
        assert found(text) == []


SYNTAX = [
    *"\"'*()^:-!&%\\🙂ﷺİß¤",
    "a AND",
    "OR",
    "NOT b",
    "a*",
    "{a b}:c",
    "words:x",
    "%s",
    "'; DROP TABLE",
    "a:*",
    "§카간",
]
LONG = [unit * 10_000 for unit in ("a", '"', "가", "a ", "-a ", "speaker:", "\u0301", "( ")]
HOSTILE = [*SYNTAX, *LONG, "a\x00b", "\ud800", "\u202e", "a AND", "NEAR(a b)", "a <-> b"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_the_search(client, text):
    assert isinstance(found(text), list)
    assert isinstance(search.suggest(search.ask(text)), list)
    assert list(search.find(models.Person.objects.all(), text)) is not None


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.text(st.characters(), max_size=60) | st.text('ab"-:*() 가나é\x00§¤', max_size=40))
def test_any_text_may_be_asked_and_marked(text):
    question = search.ask(text)
    assert isinstance(found(text), list)
    excerpt_of("가나 ab <b> é " + text, question)


@pytest.mark.parametrize("text", ["1 ", "ㅋ", "하", "the ", "-a ", '"1" '])
def test_what_is_repeated_is_asked_for_no_more_than_twice_in_a_row(text):
    asked = {times: condition(search.ask(f"plant {text * times}"))[1] for times in (4, 40)}
    quoted = {times: condition(search.ask(f'"{text.strip(chr(34)) * times}"'))[1] for times in (4, 40)}
    assert asked[4] == asked[40]
    assert quoted[4] == quoted[40] or text.startswith("-")


@pytest.mark.parametrize(
    ("question", "text", "is_found"),
    [
        ("ㅋㅋㅋㅋㅋㅋㅋㅋ", "정말 ㅋㅋㅋㅋㅋ", True),
        ("ㅋㅋㅋㅋㅋㅋㅋㅋ", "정말 ㅋㅋ", False),
        ('"1 1 1 1 1"', "1 1 1 0", True),
        ('"1 1 1 1 1"', "1 0 1 0", False),
        ("하하하하", "하하하하 웃었다", True),
    ],
)
def test_what_is_repeated_is_found_where_it_stands_in_a_row(question, text, is_found):
    assert finds(question, text) is is_found
