"""Who may do what at the desk: the roles as groups of permissions, made and kept by `manage.py roles`."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

DIRECTORY = ("person", "organisation", "topic", "term")
MAPS = ("place", "section", "sector", "outlet")
READ = ("investment", "correction", "claim", "quote", "page", *DIRECTORY, *MAPS)


def permissions(actions, *models):
    """Return the code names of some actions on some models."""
    return {f"{action}_{model}" for model in models for action in actions.split()}


# Writes own drafts, and reads what is needed to write them.
REPORTER = permissions("add change delete view", "article") | permissions("view", *READ) - permissions(
    "view", "quote", "claim"
)
# Edits every story, decides about its records, sends it back.
EDITOR = (
    REPORTER
    | {"see_all_articles", "edit_all_articles", "decide_records"}
    | permissions("view change", "quote", "claim")
    | permissions("add", "claim")
    | permissions("add change", *DIRECTORY, "page")
    | permissions("view change", "report")
)
# Publishes, withdraws and corrects; answers for what the newsroom says about itself.
PUBLISHER = EDITOR | {"publish_article"} | permissions("add", "correction") | permissions("delete", "page", "report")
# Keeps the directory, the investments and the rates. A table that is imported gives its stories accepted claims, so
# its importer decides records; without a right to change articles or claims that opens no other door.
DATA_EDITOR = (
    {"see_all_articles", "decide_records"}
    | permissions("view", "article", *READ)
    | permissions("add change delete", *DIRECTORY, *MAPS, "investment", "rate")
    | permissions("view", "rate", "merge", "batch")
    | permissions("add", "merge", "batch")
    | permissions("view change", "report")
)
ROLES = {"reporter": REPORTER, "editor": EDITOR, "publisher": PUBLISHER, "data editor": DATA_EDITOR}


@transaction.atomic
def make_roles():
    """Give each role exactly its permissions, as a group; groups of other names are left alone. Returns the groups."""
    return [make_role(name, codenames) for name, codenames in ROLES.items()]


def make_role(name, codenames):
    """Make or correct one role's group. Raises LookupError when a permission is unknown: migrate first."""
    found = Permission.objects.filter(content_type__app_label="articles", codename__in=codenames)
    if missing := codenames - set(found.values_list("codename", flat=True)):
        raise LookupError(f"Unknown permissions, run migrate first: {', '.join(sorted(missing))}")
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.set(found)
    return group
