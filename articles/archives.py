"""Files that are archives of files (XLSX, DOCX): what they unpack to is looked at before anything is unpacked."""

import zipfile
from io import BytesIO

MARK = b"PK\x03\x04"
MAXIMUM_UNPACKED = 60_000_000
MAXIMUM_MEMBERS = 1_000


class DamagedArchive(ValueError):
    """The archive cannot be opened."""


class ArchiveBomb(ValueError):
    """The archive would unpack to far more than an office program writes."""


def members_of(data):
    """Return the names of the files in an archive. Raises DamagedArchive, or ArchiveBomb over the limits above."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DamagedArchive from error
    if len(members) > MAXIMUM_MEMBERS or sum(member.file_size for member in members) > MAXIMUM_UNPACKED:
        raise ArchiveBomb
    return {member.filename for member in members}
