"""What the desk may be told it cannot do."""


class DeskError(ValueError):
    """A decision that cannot be carried out, with a message that tells the editor what to do."""
