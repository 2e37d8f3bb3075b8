"""What the records desk shows: the story on one side, a card for each record on the other, in the order of the text."""

from dataclasses import dataclass

from articles.admin.records_desk.card import Card, core_of, form_of, key_of, kind_of
from articles.admin.records_desk.choices import offer_choices
from articles.admin.records_desk.forms import FORMS
from articles.desk import doubts, marks
from articles.vocabulary import Review


@dataclass(frozen=True)
class Badge:
    """What stands in the text where a card or a doubt is about: a link to it."""

    key: str
    text: str


@dataclass
class Screen:
    """The whole page of one article."""

    article: object
    cards: list
    doubts: list
    paragraphs: list

    @property
    def undecided(self):
        """The cards that wait for a decision."""
        return [card for card in self.cards if not card.is_decided]

    @property
    def decided(self):
        """How many cards have their decision."""
        return len(self.cards) - len(self.undecided)

    @property
    def unmatched(self):
        """The accepted claims of which nobody has said which investment they are about."""
        claims = [card for card in self.cards if card.kind == "claim" and card.record.review == Review.ACCEPTED]
        return [card for card in claims if card.investment is None]

    @property
    def open_doubts(self):
        """The doubts of which something is left."""
        return [question for question in self.doubts if not question.settled]

    def doubt_groups(self):
        """Return the doubts by what they are, as pairs of a label and those doubts, settled ones last."""
        groups = {}
        for question in sorted(self.doubts, key=lambda question: question.settled):
            groups.setdefault(question.label, []).append(question)
        return groups.items()

    def badges(self):
        """Return {key: Badge} for everything that may be marked in the text."""
        numbers = {card.key: str(card.number) for card in self.cards}
        return {key: Badge(key, number) for key, number in numbers.items()} | {
            question.key: Badge(question.key, "?") for question in self.doubts
        }

    def story(self):
        """Yield the paragraphs, each a list of (badges, piece)."""
        badges = self.badges()
        for paragraph in self.paragraphs:
            yield [([badges[key] for key in piece.badges], piece) for piece in paragraph]


def read_screen(article, posted=None):
    """Return the Screen of an article. `posted` is a form that was sent, to be shown again as it was typed."""
    text = marks.text_of(article)
    cards = read_cards(article, text, posted)
    records = {kind: [card.record for card in cards if card.kind == kind] for kind in FORMS}
    questions = doubts.read_doubts(article, records["quote"], records["claim"])
    for card in cards:
        card.doubts = [question for question in questions if card.record in question.records]
    offer_choices(cards)
    return Screen(article, cards, questions, list(marks.cut(text, spans_of(cards, questions, text))))


def find_next(article, key):
    """Return the next card to decide behind the one with that key, else the first, else None."""
    cards = read_cards(article, marks.text_of(article))
    at = next((number for number, card in enumerate(cards, start=1) if card.key == key), 0)
    return next((card for card in cards[at:] + cards if not card.is_decided), None)


def read_cards(article, text, posted=None):
    """Return a card for each record of the article, in the order of the text; those not found in it come last."""
    quotes = article.quote_blocks.select_related("speaker", "organisation__country")
    quotes = quotes.prefetch_related("speaker__appointments__organisation")
    claims = article.own_claims.select_related("investment__adopted", "investment__destination")
    terms = article.terms.order_by("pk")
    records = [record for rows in (quotes, claims, terms) for record in rows.defer("search_text")]
    cards = []
    for record in records:
        is_posted = posted is not None and key_of(posted.instance) == key_of(record)
        form = posted if is_posted else form_of(record)
        cards.append(Card(record, find_span(record, text), form, is_posted))
    cards.sort(key=lambda card: (card.span is None, card.span.core if card.span else (), card.kind, card.record.pk))
    for number, card in enumerate(cards, start=1):
        card.number = number
    return cards


def find_span(record, text):
    """Return where a record stands in the text, or None."""
    key = key_of(record)
    if kind_of(record) == "quote":
        return marks.span_of(key, text, record.text, record.start) or marks.span_of(key, text, record.sentence)
    if kind_of(record) == "claim":
        return marks.span_of(key, text, record.sentence, record.start, core_of(record))
    return marks.span_of(key, text, record.sentence, core=core_of(record))


def spans_of(cards, questions, text):
    """Return what is marked in the text: every record, and the open doubts that no record answers for."""
    loose = [question for question in questions if not (question.records or question.settled)]
    doubted = [marks.span_of(q.key, text, q.text, q.start) for q in loose if q.start is not None]
    return [span for span in [*(card.span for card in cards), *doubted] if span]
