"""An article's way to the reader and back. Each step is written down with who took it, when, and why."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.checks import problems
from articles.desk.corrections import Change, Wording, correction_of
from articles.desk.errors import DeskError
from articles.desk.history import actor, remark
from articles.desk.visibility import refresh_article
from articles.models import Article, Step
from articles.vocabulary import CorrectedPart, CorrectionKind, Status


class NotReady(DeskError):
    """An article that may not be published yet, with its problems."""

    def __init__(self, found):
        super().__init__(" · ".join(map(str, found)))
        self.problems = found


@transaction.atomic
def move(article, begins, ends, note="", **moments):
    """Take the article from one of the statuses it `begins` at to where it `ends`, under a lock, and refresh all.

    Raises DeskError when it stands elsewhere: another editor has taken the step, or another one.
    """
    article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    if article.status not in begins:
        state = {"article": article, "status": article.get_status_display()}
        raise DeskError(_("“%(article)s” is %(status)s by now; this step is not open to it.") % state)
    article.status = ends
    for name, moment in moments.items():
        setattr(article, name, moment)
    article.save()
    Step.objects.create(article=article, status=ends, by=actor(), note=note)
    remark(article.get_status_display())
    refresh_article(article)
    return article


def send_to_review(article, note=""):
    """Hand a draft to the editors."""
    return move(article, {Status.DRAFT}, Status.REVIEW, note)


def send_back(article, note):
    """Give a story in review back to who wrote it, with what there is to do."""
    return move(article, {Status.REVIEW}, Status.DRAFT, note)


@transaction.atomic
def publish(article, at=None, note=""):
    """Release an article to readers from `at` (now by default), or from its embargo when that is later.

    The clock does the rest: nothing has to run at that moment. A scheduled story can be given another one. A date of
    first publication that the source did not print is not made up here. Raises NotReady while there are problems.
    """
    if found := problems(article):
        raise NotReady(found)
    if Article.objects.public().filter(pk=article.pk).exists():
        raise DeskError(_("“%s” is public already.") % article)
    released = at or timezone.now()
    return move(article, set(Status), Status.PUBLISHED, note, released_at=released, withdrawn_at=None)


@transaction.atomic
def unschedule(article, note=""):
    """Take a story that the clock would publish back to review. Raises DeskError once readers can see it."""
    if Article.objects.public().filter(pk=article.pk).exists():
        raise DeskError(_("“%s” is public already; withdraw it instead.") % article)
    return move(article, {Status.PUBLISHED}, Status.REVIEW, note, released_at=None)


@transaction.atomic
def withdraw(article, at=None, reason="", note=""):
    """Take a published article and its records away from readers; its address answers 410 from then on.

    `note` tells readers why, there; both it and the `reason` are kept as a retraction.
    """
    article = move(article, {Status.PUBLISHED}, Status.WITHDRAWN, reason, withdrawn_at=at or timezone.now())
    if note:
        wording = Wording(CorrectionKind.RETRACTION, reason or note, note)
        correction_of(article, wording, Change(CorrectedPart.STORY, article.headline, "")).save()
    return article
