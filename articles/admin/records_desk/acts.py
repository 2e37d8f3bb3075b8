"""The records desk: one screen an article, its text beside the quotes, claims and terms that were read out of it."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import desk
from articles.admin.history import ask_for_correction
from articles.admin.records_desk.card import form_of, key_of, kind_of
from articles.admin.records_desk.forms import ANOTHER
from articles.admin.records_desk.screen import find_next, read_screen
from articles.admin.wording import wording_of
from articles.desk.history import remark
from articles.text import whole_number
from articles.vocabulary import Attribution, Review


@dataclass(frozen=True)
class Act:
    """What an editor asks for: a name from ACTS, and the form whose instance is the record as it was typed."""

    name: str
    form: object

    @property
    def record(self):
        """The quote, claim or term."""
        return self.form.instance

    def chosen(self, name):
        """Return the entry that was chosen in a list, entered in the directory when it is one more of its name."""
        if self.form.wishes.get(name) != ANOTHER:
            return self.form.cleaned_data.get(name)
        printed = getattr(self.record, self.form.new_names[name])
        return desk.enter(self.form.fields[name].queryset.model, printed, self.record.article.language)


def accept_quote(act):
    """Accept with the chosen speaker and organisation; a quote that names nobody enters nobody."""
    quote = act.record
    if quote.attribution == Attribution.NAMED:
        quote.speaker = act.chosen("speaker")
    quote.organisation = act.chosen("organisation")
    desk.accept_quote(quote)
    return _("Accepted."), []


def accept_claim(act):
    """Accept, and match when an investment was chosen."""
    if act.chosen("investment"):
        return match(act)
    desk.accept_claim(act.record)
    return _("Accepted, not matched to an investment yet."), []


def match(act):
    """Accept and match to the chosen investment."""
    investment = act.chosen("investment")
    if investment is None:
        raise desk.DeskError(_("Choose an investment first."))
    changes = desk.match(act.record, investment)
    return _("Matched to “%s”.") % investment, changes


def open_investment(act):
    """Accept, and open a new investment with the chosen investor and destination."""
    investment = desk.open_investment(act.record, act.chosen("investor"), act.chosen("destination"))
    return _("Opened the investment “%s”.") % investment, desk.describe_figures(investment)


def adopt(act):
    """Store what was typed, and let the investment take its figures from this claim."""
    desk.save_claim(act.record)
    changes = desk.adopt(act.record)
    return _("“%s” takes its figures from this claim now.") % act.record.investment, changes


def save_claim(act):
    """Store what was typed; an accepted claim for which another investment was chosen is matched to that."""
    chosen, claim = act.chosen("investment"), act.record
    if chosen and claim.review == Review.ACCEPTED and chosen.pk != claim.investment_id:
        return match(act)
    return _("Saved."), desk.save_claim(claim)


def then_say(done, text):
    """Return an act that calls `done` with the record and tells `text`."""

    def carry_out(act):
        done(act.record)
        return str(text), []

    return carry_out


REJECTED, SAVED = gettext_lazy("Rejected."), gettext_lazy("Saved.")
ACTS = {
    ("quote", "accept"): accept_quote,
    ("quote", "reject"): then_say(desk.reject_quote, REJECTED),
    ("quote", "save"): then_say(desk.save_quote, SAVED),
    ("claim", "accept"): accept_claim,
    ("claim", "reject"): then_say(desk.reject_claim, REJECTED),
    ("claim", "save"): save_claim,
    ("claim", "match"): match,
    ("claim", "open"): open_investment,
    ("claim", "adopt"): adopt,
    ("term", "accept"): then_say(desk.accept_term, gettext_lazy("Accepted.")),
    ("term", "reject"): then_say(desk.reject_term, REJECTED),
    ("term", "save"): then_say(desk.save_term, SAVED),
}


class RecordsDesk:
    """Gives an article's admin its records desk."""

    def get_urls(self):
        """Put the desk before the pages that take any path for an id."""
        view = self.admin_site.admin_view(self.records_view)
        return [path("<path:object_id>/records/", view, name="articles_article_records"), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def records_view(self, request, object_id):
        """Show the desk, or carry out what was asked of one of its records."""
        article = self.get_object(request, unquote(object_id))
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        if request.method != "POST":
            return self.draw_records(request, article)
        if not may_decide(request):
            raise PermissionDenied
        return self.answer(request, article)

    def answer(self, request, article):
        """Carry out an act and go to the next record; what cannot be done is told where it was typed."""
        record = find_record(article, request.POST.get("record", ""))
        form = form_of(record, request.POST)
        name = request.POST.get("act", "")
        if name == "enter":  # the key in a field: a search when something is sought, else the form is saved
            name = "search" if any(form.data.get(f"find_{entry}") for entry in form.entries) else "save"
        if name == "search":
            return self.draw_records(request, article, form)
        if (kind_of(record), name) not in ACTS:
            raise Http404
        if not type(record).objects.unchanged(record.pk, request.POST.get("version")):
            form.compare()
        else:
            try:
                if self.try_act(request, Act(name, form)):
                    return self.go_on(request, article, record)
            except desk.CorrectionNeeded as needed:
                if request.user.has_perm("articles.add_correction"):
                    return ask_for_correction(self, request, article, needed)
                advice = _(
                    "Only who may publish corrections can make this change. "
                    "Ask a publisher; what you typed is still here."
                )
                form.add_error(None, f"{needed} {advice}")
        return self.draw_records(request, article, form)

    def try_act(self, request, act):
        """Carry out an act if its form is valid; what the desk refuses is undone and told in the form."""
        if not act.form.is_valid() or not act.form.is_ready_for(act.name):
            return False
        try:
            with desk.corrected(wording_of(request)), desk.attempt():
                text, changes = self.carry_out(request, act)
        except desk.CorrectionNeeded:
            raise
        except desk.DeskError as error:
            act.form.add_error(None, str(error))
            return False
        messages.success(request, " ".join([str(act.record), "–", text, *(f"{change}." for change in changes)]))
        return True

    def carry_out(self, request, act):
        """Carry out an act: the one place where the desk changes records. Returns what to say, and the Changes."""
        text, changes = ACTS[kind_of(act.record), act.name](act)
        remark(f"{act.record}: {text}")
        self.log_change(request, act.record, text)
        return text, changes

    def go_on(self, request, article, record):
        """Return to the screen, at the next record to decide."""
        following = find_next(article, key_of(record))
        address = reverse("admin:articles_article_records", args=[article.pk])
        return HttpResponseRedirect(f"{address}#{following.key if following else 'decided'}")

    def draw_records(self, request, article, form=None):
        """Return the screen; `form` is the one that was sent and is to be shown as it was typed."""
        context = {
            "title": _("Records desk"),
            "subtitle": str(article),
            "article": article,
            "screen": read_screen(article, form),
            "may_decide": may_decide(request),
        }
        return self.page(request, "desk/records.html", context)


def may_decide(request):
    """Whether the user may decide on records, and not only read them."""
    return request.user.has_perm("articles.decide_records")


def find_record(article, key):
    """Return the record of an article by its key. Raises Http404 for any other."""
    kind, _dash, pk = key.partition("-")
    rows = {"quote": article.quote_blocks, "claim": article.own_claims, "term": article.terms}.get(kind)
    record = rows.filter(pk=whole_number(pk)).first() if rows else None
    if record is None:
        raise Http404
    return record
