"""Tables of investments: read with every error named, imported as one batch, undone when it was wrong."""

from articles.desk.batches.applying import SKIP, STOP, apply_in_steps
from articles.desk.batches.columns import COLUMNS
from articles.desk.batches.planning import count_states, draft_batch, plan_batch, problems_of, state_of
from articles.desk.batches.undoing import undo_in_steps

__all__ = [
    "COLUMNS",
    "SKIP",
    "STOP",
    "apply_in_steps",
    "count_states",
    "draft_batch",
    "plan_batch",
    "problems_of",
    "state_of",
    "undo_in_steps",
]
