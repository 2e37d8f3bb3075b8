"""The pictures that other sites show of a link: their lines, their fonts, and who gets them."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone, translation
from PIL import Image, ImageFont

from articles import desk, models
from articles.cards import can_draw, draw, fonts
from articles.cards.drawing import Card
from articles.cards.lines import break_lines, fit, shorten
from articles.collections import BY_NAME, COLLECTIONS
from articles.models.blocks import SHARE_SIZE
from articles.vocabulary import Attribution, Qualifier, QuoteKind
from tests.factories import make_story, publish_story

CARDS = [collection for collection in COLLECTIONS if collection.has_cards]
needs_fonts = pytest.mark.skipif(not can_draw(), reason="no font with Hangul on this machine")


class Typewriter:
    """A face of which every sign is as wide as any other."""

    def __init__(self, size):
        self.size = self.leading = size

    def width(self, text):
        return len(text) * self.size


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("하노이에 연구소를 세운다", 9, ["하노이에 연구소를", "세운다"]),
        ("하노이에 연구소를 세운다", 8, ["하노이에", "연구소를 세운다"]),
        ("삼성전자는 하노이에", 5, ["삼성전자는", "하노이에"]),
        ("가나다라마바사아", 3, ["가나다", "라마바", "사아"]),
        ("가 나다라마바사", 3, ["가", "나다라", "마바사"]),
        ("가나다.” 라", 3, ["가나다.”", "라"]),
        ("가나다 . 라", 3, ["가나다 .", "라"]),
        ("가 “ 나다", 4, ["가", "“ 나다"]),
        ("가나(다라)", 3, ["가나", "(다라)"]),
        ("Trung tâm tại Bắc Ninh", 13, ["Trung tâm tại", "Bắc Ninh"]),
        ("A\u0323\u0302B\u0323\u0302C", 4, ["A\u0323\u0302B\u0323\u0302", "C"]),
        ("one\ntwo\tthree", 20, ["one two three"]),
    ],
)
def test_lines_break_at_spaces_and_begin_with_no_closing_sign(text, width, lines):
    assert break_lines(text, width, len) == lines


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("가나 다라", 5, "가나 다라"),
        ("가나 다라 마", 5, "가나…"),
        ("가나, 다라 마", 5, "가나…"),
        ("가나다라마바", 4, "가나다…"),
        ("one (two three", 9, "one (two…"),
        ("one (two three", 7, "one…"),
    ],
)
def test_long_text_is_cut_at_a_word(text, width, cut):
    assert shorten(text, width, len) == cut


@pytest.mark.parametrize(
    ("words", "size", "lines"),
    [
        ("가 나", 2, ["가 나"]),
        ("가나 다라 마바 사아", 2, ["가나 다라", "마바 사아"]),
        ("가나다라 마바사아 자차카타 파하가나", 1, ["가나다라 마바사아", "자차카타 파하가나"]),
        (
            "가나다라마바사아자차 " * 5,
            1,
            ["가나다라마바사아자차", *["가나다라마바사아자차"] * 2, "가나다라마바사아자…"],
        ),
    ],
)
def test_text_is_as_large_as_it_has_room_in_lines_as_even_as_they_can_be(words, size, lines):
    face, found = fit(words, 10, 4, [Typewriter(2), Typewriter(1)])
    assert (face.size, found) == (size, lines)


@needs_fonts
def test_fonts_have_hangul_and_every_vietnamese_letter():
    vietnamese = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
    for make in (fonts.serif, fonts.sans):
        assert all(make(40).has(sign) for sign in "가힣뷁“”…·₫€" + vietnamese)


@needs_fonts
def test_sign_that_a_font_lacks_is_drawn_by_the_next(monkeypatch):
    face = fonts.Typeface(fonts.SERIF, 40)
    latin = ImageFont.load_default(40)
    face.fonts = [latin, *face.fonts]
    assert [part for _font, part in face.runs("FDI 투자 up")] == ["FDI ", "투자 ", "up"]
    assert face.runs("FDI 투자")[0][0] is latin
    assert face.width("FDI 투자") == sum(font.getlength(part) for font, part in face.runs("FDI 투자"))


@pytest.mark.slow
@needs_fonts
@pytest.mark.parametrize("words", ["가", "가" * 500, "a " * 500, "”" * 300, "제목", "Bắc Ninh " * 40, "\u0301" * 40])
def test_card_is_a_picture_of_the_size_that_was_announced(words):
    for figure in ("", "8천만 달러", "about " * 30):
        picture = Image.open(io.BytesIO(draw(Card("경제", words, words, "뉴스룸", figure))))
        assert (picture.format, picture.size) == ("PNG", SHARE_SIZE)
        edge = picture.convert("RGB").crop((SHARE_SIZE[0] - 20, 20, *SHARE_SIZE))
        assert len(edge.getcolors()) == 1, "nothing is drawn over the edge"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ko", "en", "vi"])
def test_cards_say_what_their_records_say(language):
    publish_story("first")
    models.Claim.objects.update(qualifier=Qualifier.ABOUT)
    with translation.override(language):
        article, quote, investment = (c.card(c.record(c.model.objects.public().get().public_id)) for c in CARDS)
    assert (article.words, article.below) == ("Headline first", "By first")
    assert quote.words == "“Said first”"
    assert quote.below.startswith("Person first")
    assert investment.words == "Investment first"
    assert investment.figure


@pytest.mark.django_db
def test_card_of_a_paraphrase_has_no_marks_and_that_of_nobody_no_name():
    publish_story("first")
    nobody = {"attribution": Attribution.ANONYMOUS, "speaker": None, "speaker_text": "", "role_text": ""}
    nobody |= {"organisation": None, "organisation_text": ""}
    models.Quote.objects.update(kind=QuoteKind.PARAPHRASE, **nobody)
    card = BY_NAME["quotes"].card(models.Quote.objects.public().get())
    assert card.words == "Said first"
    assert card.below == Attribution.ANONYMOUS.label


@needs_fonts
@pytest.mark.django_db
@pytest.mark.parametrize("collection", CARDS, ids=lambda c: c.name)
def test_card_is_there_for_everybody_as_long_as_its_record_is(client, collection):
    story = publish_story("first")
    record = collection.model.objects.public().get()
    address = f"/en/{collection.name}/{record.public_id}/card.png"
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert response.headers["Content-Location"] == address
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
    assert client.post(address).status_code == 405
    assert client.get(f"{address}?a=1").headers["Location"] == address
    desk.withdraw(story)
    page = client.get(f"/en/{collection.name}/{record.public_id}/")
    assert client.get(address).status_code == page.status_code


@pytest.mark.django_db
def test_card_of_what_is_not_public_is_not_there(client):
    draft, waiting = make_story("draft"), make_story("waiting", embargo_until=timezone.now() + timedelta(days=1))
    desk.publish(waiting, at=timezone.now())
    for collection in CARDS:
        for record in collection.model.objects.exclude(pk__in=collection.model.objects.public()):
            assert client.get(f"/en/{collection.name}/{record.public_id}/card.png").status_code == 404
    assert {draft.is_public, waiting.is_public} == {False}
    assert client.get("/en/articles/unknown/card.png").status_code == 404
    assert client.get("/en/people/unknown/card.png", follow=True).status_code == 404


@pytest.mark.parametrize("language", ["ko", "en", "vi"])
def test_newsroom_has_a_card_of_its_own(language, settings):
    with Image.open(settings.BASE_DIR / "static" / "cards" / f"{language}.png") as picture:
        assert (picture.format, picture.size) == ("PNG", SHARE_SIZE)
