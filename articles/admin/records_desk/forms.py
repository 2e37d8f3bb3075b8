"""The forms of the records desk: what an editor may change about a quote, a claim or a term, and whom it may mean."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.conflicts import fields_that_differ
from articles.models import Claim, Investment, Organisation, Person, Place, Quote, Term
from articles.vocabulary import Attribution, Qualifier

# The wish for a new entry of the printed name: one that nobody has yet, or one more beside its namesakes.
NEW, ANOTHER = "new", "another"
BOUNDS = ("amount_min", "amount_max")


class Day(forms.DateInput):
    """The browser's own field for a day."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class EntryField(forms.ModelChoiceField):
    """An entry chosen among hints, or the wish for a new one. The screen draws its choices."""

    widget = forms.HiddenInput

    def __init__(self, model, label):
        super().__init__(model.objects.defer("search_text"), required=False, label=label)

    def clean(self, value):
        """Let a wish pass as it is."""
        return value if value in {NEW, ANOTHER} else super().clean(value)


class CardForm(forms.ModelForm):
    """A record as one card shows it."""

    entries = ()  # the lists of candidates
    new_names = {}  # for a list that offers a new entry, the field with the name it would get
    foremost = ()  # what stands open on the card; everything else is folded
    lines = ()  # long texts

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.version = self.instance.version
        self.is_stale, self.differences, self.wishes = False, [], {}
        for name in self.lines:
            self.fields[name].widget = forms.Textarea(attrs={"rows": 3})

    def details(self):
        """Return the fields of the folded part."""
        return [field for field in self.visible_fields() if field.name not in self.foremost]

    def has_detail_errors(self):
        """Whether the folded part has to be open."""
        return any(field.errors for field in self.details())

    def clean(self):
        """Keep the wishes from the model, which sees no entry until the act has made it."""
        data = super().clean()
        chosen = {name: data.get(name) for name in self.entries}
        self.wishes = {name: wish for name, wish in chosen.items() if wish in {NEW, ANOTHER}}
        return data | dict.fromkeys(self.wishes)

    def names_nobody(self, name):
        """Whether neither an entry nor a new one of a printed name was chosen."""
        is_new = name in self.wishes and self.cleaned_data[self.new_names[name]]
        return not (self.cleaned_data[name] or is_new)

    def is_ready_for(self, act):
        """Whether a valid form holds what the act needs."""
        return True

    def compare(self):
        """Keep what somebody else has stored beside what was typed, where they differ."""
        self.differences, self.is_stale = fields_that_differ(self, left_out=self.entries), True


class QuoteForm(CardForm):
    """Who said what."""

    speaker = EntryField(Person, gettext_lazy("speaker"))
    organisation = EntryField(Organisation, gettext_lazy("organisation then"))
    entries = ("speaker", "organisation")
    new_names = {"speaker": "speaker_text", "organisation": "organisation_text"}
    foremost = ("attribution", *entries)
    lines = ("text",)

    class Meta:
        model = Quote
        fields = (
            "attribution",
            "speaker",
            "organisation",
            "text",
            "kind",
            "speaker_text",
            "speaker_romanised",
            "role_text",
            "organisation_text",
            "said_on",
            "said_precision",
            "marks_balanced",
        )
        widgets = {"said_on": Day}

    def is_ready_for(self, act):
        """Before a quote is accepted, ask for what only the editor can tell: whom its printed names mean."""
        if act != "accept":
            return True
        data = self.cleaned_data
        if data["attribution"] == Attribution.NAMED and self.names_nobody("speaker"):
            self.add_error("speaker", _("Choose who said it, or another attribution."))
        if data["organisation_text"] and self.names_nobody("organisation"):
            self.add_error("organisation", _("Choose the organisation, or empty its name as printed."))
        return not self.errors


class ClaimForm(CardForm):
    """Who invests how much, where, and how far it has come."""

    investment = EntryField(Investment, gettext_lazy("investment"))
    investor = EntryField(Organisation, gettext_lazy("investor"))
    destination = EntryField(Place, gettext_lazy("destination"))
    entries = ("investment", "investor", "destination")
    new_names = {"investor": "investor_text"}
    foremost = entries

    class Meta:
        model = Claim
        fields = (
            "stage",
            "stage_text",
            "qualifier",
            "amount_text",
            "amount_min",
            "amount_max",
            "currency",
            "per",
            "basis",
            "equivalent_text",
            "equivalent_amount",
            "equivalent_currency",
            "investor_text",
            "place_text",
            "activity",
            "event_on",
            "event_precision",
        )
        widgets = {"event_on": Day}

    def clean(self):
        """Let the amount that was not typed follow the one that was, or the qualifier, where that leaves no choice."""
        data = super().clean()
        typed = [name for name in BOUNDS if name in self.changed_data]
        is_asked = len(typed) == 1 or (not typed and "qualifier" in self.changed_data)
        if not is_asked or self.errors.keys() & {*BOUNDS, "qualifier"}:
            return data
        source = typed or [name for name in BOUNDS if data.get(name) is not None]
        amount = data.get(source[0]) if source else None
        if data.get("qualifier") in {Qualifier.EXACT, Qualifier.ABOUT}:
            data |= dict.fromkeys(BOUNDS, amount)
        elif not typed and data.get("qualifier") in {Qualifier.AT_LEAST, Qualifier.UP_TO}:
            at_least = data["qualifier"] == Qualifier.AT_LEAST
            data |= {"amount_min": amount if at_least else None, "amount_max": None if at_least else amount}
        return data


class TermForm(CardForm):
    """What a word means."""

    foremost = ()
    lines = ("definition_ko", "definition_en", "definition_vi")

    class Meta:
        model = Term
        fields = ("name_ko", "definition_ko", "name_en", "definition_en", "name_vi", "definition_vi")


FORMS = {"quote": QuoteForm, "claim": ClaimForm, "term": TermForm}
