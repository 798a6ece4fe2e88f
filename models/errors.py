"""The few errors that a user can meet. Each says where it happened, what is wrong, and the way out."""

from __future__ import annotations


class SteppeError(Exception):
    """Something that the user can mend: `where` it is, `what` is wrong, `way_out` to take."""

    def __init__(self, where: str, what: str, way_out: str = "") -> None:
        self.where, self.what, self.way_out = where, what, way_out
        super().__init__(f"{where}: {what}" + (f" {way_out}" if way_out else ""))


class VocabularyError(SteppeError):
    """An entry of the vocabulary is missing, doubled or malformed."""


class StoreError(SteppeError):
    """The database can't be opened, is newer than this program, or refuses a save."""


class InputError(SteppeError):
    """A file, feed or address can't be read as what it claims to be."""


class FetchError(InputError):
    """An address did not give a page: refused, too large, too slow, or forbidden."""
