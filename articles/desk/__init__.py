"""What the desk does: publish, withdraw, accept, match, adopt. Each act is one transaction over several rows."""

from articles.desk.checks import problems
from articles.desk.corrections import CorrectionNeeded, Wording, corrected
from articles.desk.directory import enter, refresh_entity, refresh_places
from articles.desk.duplicates import find_duplicates, find_similar
from articles.desk.errors import DeskError
from articles.desk.figures import describe_figures, foresee_adoption
from articles.desk.history import attempt, recorded, remark
from articles.desk.importing import save_draft
from articles.desk.merging import check_merge, count_references, describe, merge
from articles.desk.plausibility import find_doubts
from articles.desk.publishing import publish, send_back, send_to_review, unschedule, withdraw
from articles.desk.records import (
    WOULD_HIDE,
    accept_claim,
    accept_quote,
    accept_term,
    adopt,
    confirm_check,
    match,
    open_investment,
    reject_claim,
    reject_quote,
    reject_term,
    save_claim,
    save_quote,
    save_term,
    would_hide,
)
from articles.desk.renaming import correct_names, stored_names
from articles.desk.reports import TooManyReports, decide_report, forget_contacts, take_report
from articles.desk.seeing import records_seen_by, stories_seen_by
from articles.desk.translating import (
    corrections_elsewhere,
    link_versions,
    mark_fresh,
    start_translation,
    unlink_version,
)
from articles.desk.visibility import (
    References,
    refresh_article,
    refresh_investments,
    refresh_references,
    together,
)

__all__ = [
    "WOULD_HIDE",
    "would_hide",
    "CorrectionNeeded",
    "DeskError",
    "References",
    "TooManyReports",
    "Wording",
    "accept_claim",
    "accept_quote",
    "accept_term",
    "adopt",
    "attempt",
    "check_merge",
    "confirm_check",
    "correct_names",
    "corrected",
    "corrections_elsewhere",
    "count_references",
    "decide_report",
    "describe",
    "describe_figures",
    "enter",
    "find_doubts",
    "find_duplicates",
    "find_similar",
    "foresee_adoption",
    "forget_contacts",
    "link_versions",
    "mark_fresh",
    "match",
    "merge",
    "open_investment",
    "problems",
    "publish",
    "recorded",
    "records_seen_by",
    "refresh_article",
    "refresh_entity",
    "refresh_investments",
    "refresh_places",
    "refresh_references",
    "reject_claim",
    "reject_quote",
    "reject_term",
    "remark",
    "save_claim",
    "save_draft",
    "save_quote",
    "save_term",
    "send_back",
    "send_to_review",
    "start_translation",
    "stories_seen_by",
    "stored_names",
    "take_report",
    "together",
    "unlink_version",
    "unschedule",
    "withdraw",
]
