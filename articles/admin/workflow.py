"""The steps of an article in the admin: one page for each, with what stands in the way and what is to be said."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from articles import desk
from articles.admin.history import HistoryAdmin
from articles.admin.moments import MomentField
from articles.admin.progress import act_on, finish
from articles.models import Article, Claim, Term
from articles.text import whole_number
from articles.vocabulary import Status

# More articles than this take no step together: whoever answers for it should have seen them.
AT_ONCE = 200


def long_text(label, help_text="", **options):
    """Return a form field for a few sentences."""
    return forms.CharField(label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3}), **options)


class NoteForm(forms.Form):
    """A word to whoever takes over."""

    note = long_text(_("note"), _("For the desk; readers do not see it."), required=False)


class SendBackForm(forms.Form):
    """What there is to do."""

    note = long_text(_("what is to be done"), _("The writer finds it on My desk."))


class PublishForm(NoteForm):
    """When."""

    at = MomentField(
        label=_("publish on"),
        required=False,
        help_text=_("Empty: now. An embargo that ends later is kept."),
    )


class WithdrawForm(forms.Form):
    """Why."""

    note = long_text(_("public note"), _("Stands at the story's address from now on."))
    reason = long_text(_("reason"), _("For the desk: how it came about."))


@dataclass(frozen=True)
class StepKind:
    """One step: what it is called, who may take it, from where, what is asked, and the act."""

    label: str | Promise
    done: str | Promise
    permission: str
    begins: frozenset
    form: type
    act: Callable

    def is_open(self, modeladmin, request, article):
        """Whether this user may take the step with this article as it stands."""
        if article.status not in self.begins:
            return False
        if self.permission == "change":
            return modeladmin.has_change_permission(request, article)
        return request.user.has_perm(f"articles.{self.permission}")


ON_THE_WAY = frozenset({Status.DRAFT, Status.REVIEW, Status.WITHDRAWN, Status.PUBLISHED})
PUBLISHED = frozenset({Status.PUBLISHED})
STEPS = {
    "review": StepKind(
        _("Send to review"), _("Sent to review"), "change", frozenset({Status.DRAFT}), NoteForm, desk.send_to_review
    ),
    "back": StepKind(
        _("Send back"), _("Sent back"), "edit_all_articles", frozenset({Status.REVIEW}), SendBackForm, desk.send_back
    ),
    "publish": StepKind(_("Publish"), _("Published"), "publish_article", ON_THE_WAY, PublishForm, desk.publish),
    "unschedule": StepKind(
        _("Take off the schedule"), _("Taken off the schedule"), "publish_article", PUBLISHED, NoteForm, desk.unschedule
    ),
    "withdraw": StepKind(_("Withdraw"), _("Withdrawn"), "publish_article", PUBLISHED, WithdrawForm, desk.withdraw),
}


def makes_sense(key, article):
    """Whether a step is worth offering: what is public is not published again, what is not is not withdrawn."""
    if key == "publish":
        return not article.is_public
    return key not in {"unschedule", "withdraw"} or article.is_public == (key == "withdraw")


class Workflow(HistoryAdmin):
    """The steps an article can take, from its form and from the list."""

    actions = ("send_to_review", "publish", "withdraw")

    def get_urls(self):
        """Add the page of a step."""
        page = self.admin_site.admin_view(self.step_view)
        return [path("step/<str:step>/", page, name="articles_article_step"), *super().get_urls()]

    def steps_open(self, request, article):
        """Return the steps that the user may take with the article: pairs of label and address."""
        return [
            (kind.label, step_address(key, [article.pk]))
            for key, kind in STEPS.items()
            if kind.is_open(self, request, article) and makes_sense(key, article)
        ]

    def has_publish_permission(self, request):
        """Whether the user may publish and withdraw."""
        return request.user.has_perm("articles.publish_article")

    @admin.action(description=_("Send to review"), permissions=["change"])
    def send_to_review(self, request, queryset):
        """Hand drafts to the editors."""
        return self.lead_to_step(request, "review", queryset)

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish(self, request, queryset):
        """Release to readers, now or later."""
        return self.lead_to_step(request, "publish", queryset)

    @admin.action(description=_("Withdraw"), permissions=["publish"])
    def withdraw(self, request, queryset):
        """Take from readers."""
        return self.lead_to_step(request, "withdraw", queryset)

    def lead_to_step(self, request, step, chosen):
        """Return the page of a step for the chosen articles, or None when they are too many."""
        ids = list(chosen.order_by("pk").values_list("pk", flat=True)[: AT_ONCE + 1])
        return None if self.is_too_much(request, ids) else HttpResponseRedirect(step_address(step, ids))

    def is_too_much(self, request, ids):
        """Whether these are more articles than may take a step together; the editor is told so."""
        if len(ids) <= AT_ONCE:
            return False
        message = _("At most %d articles take a step together. Nothing was done; choose fewer.")
        self.message_user(request, message % AT_ONCE, messages.ERROR)
        return True

    def step_view(self, request, step):
        """Show what stands in the way and ask what there is to say; on POST take the step."""
        kind = STEPS.get(step)
        ids = {whole_number(pk) for pk in request.GET.getlist("id")} - {None}
        if self.is_too_much(request, ids):
            return HttpResponseRedirect(reverse("admin:articles_article_changelist"))
        articles, ready = self.find_ready(request, kind, ids)
        if not ready:
            raise PermissionDenied
        form = kind.form(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            if self.take_step(request, kind, ready, form.cleaned_data):
                return HttpResponseRedirect(self.after_step(ready))
            articles, ready = self.find_ready(request, kind, ids)
        return self.step_page(request, step, kind, articles, ready, form)

    def find_ready(self, request, kind, ids):
        """Return the articles, and those to which the step is open. Raises Http404 when there is neither."""
        articles = list(self.get_queryset(request).filter(pk__in=ids).order_by("pk"))
        if kind is None or not articles:
            raise Http404
        return articles, [article for article in articles if kind.is_open(self, request, article)]

    def take_step(self, request, kind, articles, said):
        """Take the articles through the step; tell the editor how it went. Returns whether all of them took it."""
        outcome = finish(act_on(self, request, articles, lambda article: kind.act(article, **said), kind.done))
        for level, text in outcome:
            self.message_user(request, text, level)
        return all(level == messages.SUCCESS for level, _text in outcome)

    def after_step(self, articles):
        """Return where to go on: the one article, or the list."""
        if len(articles) == 1:
            return reverse("admin:articles_article_change", args=[articles[0].pk])
        return reverse("admin:articles_article_changelist")

    def step_page(self, request, step, kind, articles, ready, form):
        """Return the page of a step."""
        blocked = (
            [(article, list(map(located, desk.problems(article)))) for article in ready] if step == "publish" else []
        )
        context = {
            "title": kind.label,
            "object": articles[0] if len(articles) == 1 else None,
            "ready": Article.objects.filter(pk__in=[article.pk for article in ready]),
            "left": [article for article in articles if article not in ready],
            "blocked": [(article, found) for article, found in blocked if found],
            "form": form,
            "media": self.media + form.media,
        }
        return self.page(request, "desk/step.html", context)


def step_address(step, ids):
    """Return the address of a step's page for some articles."""
    return reverse("admin:articles_article_step", args=[step]) + "?" + urlencode([("id", pk) for pk in ids])


def located(problem):
    """Return a problem with the address of the field where it is put right."""
    return problem, address_of(problem.record, problem.field)


def address_of(record, field):
    """Return the address of a field in the form that edits the record: its own, or that of its article."""
    if isinstance(record, Article | Term) or getattr(record, "batch_id", None):
        return reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk]) + f"#id_{field}"
    is_claim = isinstance(record, Claim)
    rows = record.article.own_claims if is_claim else type(record).objects.filter(parent=record.article)
    prefix = "claims" if is_claim else f"{record._meta.model_name}_blocks"
    index = list(rows.values_list("pk", flat=True)).index(record.pk)
    return reverse("admin:articles_article_change", args=[record.article.pk]) + f"#id_{prefix}-{index}-{field}"
