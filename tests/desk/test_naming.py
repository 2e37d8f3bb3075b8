"""What printed names mean, and what the desk's decisions teach."""

from unicodedata import normalize

import pytest

from articles import desk, models
from articles.desk.naming import find_place, learn, meant
from articles.intake import read_story
from articles.vocabulary import AliasKind, DoubtKind, Review
from tests.factories import OrganisationFactory, PersonFactory, PlaceFactory

pytestmark = pytest.mark.django_db
STORY = """가람 테크, 솔빛성에 새 공장을 짓는다

2026.03.05 09:00

가람 테크는 솔빛성에 3억 달러를 투자하기로 했다고 5일 밝혔다.

박서준 가람 테크 사장은 “꼭 짓겠다”라고 말했다.{more}"""


def named(factory, name, **aliases):
    """Return an entry with aliases of these kinds."""
    entry = factory(name_ko=name)
    for kind, text in aliases.items():
        models.Alias.objects.create(text=text, kind=kind, **{type(entry).__name__.lower(): entry})
    desk.refresh_entity(entry)
    return entry


@pytest.mark.parametrize(
    "printed",
    [
        "폭스콘",
        "Foxconn",
        "FOXCONN",
        "Foxcom",
        "폭스콘은",
        "폭스콘 그룹",
        "주식회사 폭스콘",
        normalize("NFD", "폭스콘"),
    ],
)
def test_name_means_the_one_entry_that_is_called_so(printed):
    entry = named(OrganisationFactory, "폭스콘", romanisation="Foxconn", misspelling="Foxcom")
    assert meant(models.Organisation, [printed]) == {printed: entry}


def test_ambiguous_or_unknown_name_means_nobody():
    named(OrganisationFactory, "가람")
    named(OrganisationFactory, "누리", alias="가람")
    assert meant(models.Organisation, ["가람", "다솜", ""]) == {"가람": None, "다솜": None}


def test_whole_name_goes_before_what_is_left_of_it():
    whole, part = named(OrganisationFactory, "가람그룹"), named(OrganisationFactory, "가람")
    assert meant(models.Organisation, ["가람그룹", "가람은"]) == {"가람그룹": whole, "가람은": part}


def test_name_of_a_place_means_the_one_on_the_map_of_the_day():
    place = named(PlaceFactory, "박닌성", alias="박닝")
    assert (find_place("박닝"), find_place("박닌성에서"), find_place("")) == (place, place, None)


def test_names_are_asked_for_once_whatever_their_number(django_assert_num_queries):
    for number in range(5):
        named(OrganisationFactory, f"가람{number}")
    with django_assert_num_queries(2):
        meant(models.Organisation, [f"가람{number}" for number in range(5)])


def decide(**chosen):
    """Import a story, choose who speaks and who invests, and accept it."""
    article = desk.save_draft(read_story(STORY.format(more=""))).article
    quote, claim = article.quote_blocks.get(), article.claims.get()
    quote.speaker, quote.organisation = chosen.get("speaker"), chosen.get("organisation")
    desk.accept_quote(quote)
    desk.open_investment(claim, investor=chosen.get("organisation"), destination=chosen.get("place"))


def test_decisions_of_the_desk_teach_the_next_import():
    chosen = {
        "speaker": named(PersonFactory, "박 서준 (연구소)"),
        "organisation": named(OrganisationFactory, "가람테크놀로지"),
        "place": named(PlaceFactory, "솔빛특별시"),
    }
    unknown = desk.find_doubts(read_story(STORY.format(more="")))
    assert {d.text for d in unknown if d.kind == DoubtKind.NAME_UNKNOWN} == {"박서준", "가람 테크", "솔빛성"}
    decide(**chosen)
    learned = models.Alias.objects.filter(kind=AliasKind.LEARNED)
    assert set(learned.values_list("text", flat=True)) == {"박서준", "가람 테크", "솔빛성"}
    plan = read_story(STORY.format(more=" 그는 “곧 짓는다”라고 했다."))
    assert DoubtKind.NAME_UNKNOWN not in {doubt.kind for doubt in desk.find_doubts(plan)}
    second = desk.save_draft(plan).article
    suggested = second.quote_blocks.filter(review=Review.SUGGESTED)
    assert {quote.speaker for quote in suggested} == {chosen["speaker"]}
    assert {quote.organisation for quote in suggested} == {chosen["organisation"]}
    assert find_place("솔빛성") == chosen["place"]


def test_same_decisions_teach_the_same():
    decide()
    before = set(models.Alias.objects.values_list("text", "kind"))
    article = desk.save_draft(read_story(STORY.format(more=" 끝이다."))).article
    desk.accept_quote(article.quote_blocks.get())
    assert set(models.Alias.objects.values_list("text", "kind")) == before


def test_learned_name_finds_its_owner_and_is_never_shown():
    person = named(PersonFactory, "박서준")
    learn(person, "박 서준 씨", None, "")
    person = models.Person.objects.get(pk=person.pk)
    assert "박 서준 씨" not in person.other_names
    assert models.Person.objects.called("박 서준 씨").get() == person


def test_name_that_somebody_is_called_by_is_not_learned_for_another():
    named(OrganisationFactory, "가람")
    other = named(OrganisationFactory, "누리")
    learn(other, "가람", "가람은")
    assert not other.aliases.filter(kind=AliasKind.LEARNED).exists()
