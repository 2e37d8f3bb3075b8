"""Pictures that wait in storage for the rest of their form: a mistake in another field must not cost the choice."""

from contextlib import suppress
from dataclasses import astuple, dataclass
from datetime import timedelta

from django.core import signing
from django.core.files.storage import default_storage
from django.utils import timezone

from articles.images import CleanPicture, describe_size

FOLDER = "kept"
LIFE = timedelta(days=1)
# How many forgotten pictures one upload clears away.
SWEPT = 50


@dataclass(frozen=True)
class KeptPicture:
    """A re-encoded picture in storage, and what its file was called where it came from."""

    path: str
    name: str
    width: int
    height: int
    size: int

    @property
    def url(self):
        """Where the form shows it from."""
        return default_storage.url(self.path)

    @property
    def figures(self):
        """Its size in words."""
        return describe_size(self.width, self.height, self.size)

    def reference(self, user):
        """Return what the form carries: nobody but this user can use it, and for a day."""
        return signing.dumps(astuple(self), salt=salt(user))

    def open(self):
        """Return the picture as it was re-encoded."""
        with default_storage.open(self.path) as file:
            return CleanPicture(file.read(), name=self.path.rpartition("/")[2])


def salt(user):
    """Return what makes a signature good for one user only."""
    return f"articles.admin.kept:{user.pk}"


def keep(picture, name, user):
    """Put a re-encoded picture aside and return it with the reference to it; clear away what was forgotten."""
    today = timezone.now().date()
    sweep(today)
    path = default_storage.save(f"{FOLDER}/{today}/{picture.name}", picture)
    picture.seek(0)
    return KeptPicture(path, name, *picture.dimensions, picture.size)


def find(reference, user):
    """Return the picture that a form of this user refers to, or None when it is not theirs or no longer there."""
    try:
        picture = KeptPicture(*signing.loads(reference, salt=salt(user), max_age=LIFE))
    except signing.BadSignature:
        return None
    return picture if default_storage.exists(picture.path) else None


def sweep(today):
    """Remove some of the pictures that were put aside before yesterday, oldest first."""
    left = SWEPT
    for day in sorted(listed(FOLDER)[0]):
        if day >= str(today - LIFE):
            break
        names = listed(f"{FOLDER}/{day}")[1]
        for name in names[:left]:
            default_storage.delete(f"{FOLDER}/{day}/{name}")
        left -= len(names)
        if left < 0:
            break
        with suppress(OSError):
            default_storage.delete(f"{FOLDER}/{day}")


def listed(folder):
    """Return the folders and the files in a folder, which may not exist yet."""
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []
