"""From a word's form to rows of the embedding tables.

The C++ side (src/syntax/features.cc) computes exactly the same numbers; the
parity test there fails when the two drift apart. Frequent words have a row of their
own; the parts of all words are hashed, so an unseen name gets the rows of its parts.
"""

MAX_CHARACTERS = 48
PREFIXES = (1, 2, 3, 4)
SUFFIXES = (1, 2, 3, 4, 5, 6, 8)
NGRAMS = (3, 4)
SHAPE_RUN = 2
SHAPE_LENGTH = 12
_KINDS = ("country", "town", "place", "given", "surname", "person", "organisation", "other")
LIST_KINDS = _KINDS + tuple("part of " + kind for kind in _KINDS)

# Wires write « » and –, the treebanks write " and -; to the network they are one.
_VARIANTS = {c: '"' for c in "«»“”„‟"}
_VARIANTS.update({c: "'" for c in "‘’‚‛"})
_VARIANTS.update({c: "-" for c in "‐‑‒–—―−"})

_MASK = (1 << 64) - 1


def lower_one_by_one(form):
    """Lower case without length changes, as the C++ side does per code point."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in form)


def normalise(form):
    """The form with quotation marks and dashes unified, cut to a bounded length."""
    return "".join(_VARIANTS.get(c, c) for c in form[:MAX_CHARACTERS])


def folded(normal):
    """The key of the word tables: lower case, every ASCII digit as 0."""
    return "".join("0" if "0" <= c <= "9" else c for c in lower_one_by_one(normal))


def _shape_of(character):
    if "0" <= character <= "9":
        return "d"
    if character.isupper():
        return "X"
    if character.isalpha():
        return "x"
    return character


def shape(normal):
    """Xx for Oslo, XX for NATO, dd for 2024; runs are cut to two."""
    out, run = [], 0
    for character in normal:
        s = _shape_of(character)
        run = run + 1 if out and out[-1] == s else 1
        if run <= SHAPE_RUN:
            out.append(s)
        if len(out) == SHAPE_LENGTH:
            break
    return "".join(out)


def hash64(tag, text):
    """FNV-1a over the tag byte and the UTF-8 text, then Murmur3's finaliser."""
    h = 0xCBF29CE484222325
    for byte in (tag + text).encode("utf-8"):
        h = ((h ^ byte) * 0x100000001B3) & _MASK
    h ^= h >> 33
    h = (h * 0xFF51AFD7ED558CCD) & _MASK
    h ^= h >> 33
    h = (h * 0xC4CEB9FE1A85EC53) & _MASK
    return h ^ (h >> 33)


class Vocabulary:
    """Words with a row of their own in the word table, in the order of their hashes."""

    def __init__(self, folds):
        self.words = sorted(set(folds), key=lambda fold: hash64("w", fold))
        self._row = {word: row for row, word in enumerate(self.words)}

    def __len__(self):
        return len(self.words)

    def row(self, fold):
        return self._row.get(fold)

    def hashes(self):
        return [hash64("w", word) for word in self.words]


class NameLists:
    """Which words are names of what (name_lists.py writes the file), by hash.

    possessive: endings that a name may carry in the pack's languages.
    """

    def __init__(self, by_key, possessive):
        self.by_key = dict(sorted(by_key.items()))
        self.possessive = list(possessive)

    @classmethod
    def of(cls, kinds_by_word, possessive):
        by_key = {}
        for word, kinds in kinds_by_word.items():
            key = cls.key(folded(normalise(word)))
            by_key[key] = by_key.get(key, 0) | sum(1 << LIST_KINDS.index(kind) for kind in kinds)
        return cls(by_key, possessive)

    @classmethod
    def read(cls, path, possessive):
        """Empty without a path."""
        rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")] if path else []
        return cls.of({word: kinds.split(",") for word, kinds in rows}, possessive)

    @staticmethod
    def key(fold):
        return hash64("k", fold) >> 16

    def kinds(self, fold):
        """Bits of LIST_KINDS; of the word without an ending where the word itself is in no list."""
        bits = self.by_key.get(self.key(fold), 0)
        for ending in self.possessive:
            if not bits and fold.endswith(ending):
                bits = self.by_key.get(self.key(fold[:-len(ending)]), 0)
        return bits

    def entries(self):
        """Sorted 64-bit numbers: 48 bits of the hash over 16 bits of the kinds."""
        return [key << 16 | bits for key, bits in self.by_key.items()]


def list_rows(normal, fold, lists):
    """One row a kind; words in lower case are no names."""
    if not normal[:1].isupper():
        return []
    bits = lists.kinds(fold)
    return [row for row in range(len(LIST_KINDS)) if bits >> row & 1]


def word_rows(fold, vocabulary):
    """The word's own row, or none."""
    row = vocabulary.row(fold)
    return [] if row is None else [row]


def affix_rows(fold, rows):
    out = []
    for n in PREFIXES:
        if n <= len(fold):
            out.append(hash64("p", fold[:n]) % rows)
    for n in SUFFIXES:
        if n <= len(fold):
            out.append(hash64("s", fold[len(fold) - n:]) % rows)
    return out


def ngram_rows(fold, rows):
    text = "^" + fold + "$"
    out = []
    for n in NGRAMS:
        for i in range(0, len(text) - n + 1):
            out.append(hash64("n", text[i:i + n]) % rows)
    return out


def shape_rows(normal, rows):
    return [hash64("c", shape(normal)) % rows]


class FeatureCache:
    """Rows per form; the groups in the order word, affix, ngram, shape, list."""

    def __init__(self, sizes, vocabulary, lists):
        self.sizes = sizes
        self.vocabulary = vocabulary
        self.lists = lists
        self._by_fold = {}
        self._by_form = {}

    def rows(self, form):
        found = self._by_form.get(form)
        if found is not None:
            return found
        normal = normalise(form)
        fold = folded(normal)
        shared = self._by_fold.get(fold)
        if shared is None:
            shared = (word_rows(fold, self.vocabulary),
                      affix_rows(fold, self.sizes["affix"]),
                      ngram_rows(fold, self.sizes["ngram"]))
            self._by_fold[fold] = shared
        result = shared + (shape_rows(normal, self.sizes["shape"]),
                           list_rows(normal, fold, self.lists))
        self._by_form[form] = result
        return result
