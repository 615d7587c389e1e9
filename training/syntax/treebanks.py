"""Which sentences of which treebank are read, and in which language they are."""

import re

from . import conllu

# Genres of GUM whose texts are freely licensed (no non-commercial clause).
_GUM_GENRES = ("news", "interview", "bio", "voyage", "court", "speech")


def language_of(folder):
    """The folder's name up to _: en_ewt is English."""
    return folder.name.split("_")[0]


def _is_free(newdoc_id):
    genre = re.match(r"GUM_([a-z]+)_", newdoc_id)
    return genre is None or genre.group(1) in _GUM_GENRES


def read(folder, split):
    return conllu.read(folder / (split + ".conllu.gz"), language_of(folder), _is_free)
