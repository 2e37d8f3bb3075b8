"""Tables of investments in one go, as commands and pages read and carry them out in steps."""

from articles.desk import batches


def read_batch(*args, **kwargs):
    """Return a table as a saved batch."""
    batch = batches.draft_batch(*args, **kwargs)
    batch.save()
    return batch


def apply_batch(batch, *args, **kwargs):
    """Carry a batch out and return it with its report."""
    return to_the_end(batch, batches.apply_in_steps(batch, *args, **kwargs))


def undo_batch(batch):
    """Take a batch back and return it with its report."""
    return to_the_end(batch, batches.undo_in_steps(batch))


def to_the_end(batch, steps):
    for _step in steps:
        pass
    batch.refresh_from_db()
    return batch
