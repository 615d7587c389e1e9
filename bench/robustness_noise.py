"""Noise for bench/robustness: text in, the noisy text and where each of its characters comes from out.

Each function takes a text and a random.Random and returns (noisy, origin): origin[i] is the position
in the text that character i of the noisy text stands for. The same seed gives the same noise.
"""
import unicodedata

# Letters that Unicode does not decompose.
PLAIN = dict(zip("æøðþßłđıœÆØÐÞŁĐŒ", "aodtsldioAODTLDO"))
ROWS = ("qwertyuiopå", "asdfghjkløæ", "zxcvbnm")
QUOTES = ("«»", "“”", "„“", "\"\"", "””")
DASHES = ("–", "—", "-", "―")
TYPO_RATE = 0.01


def unchanged(text, _random):
    return text, list(range(len(text)))


def plain_letter(character):
    if character in PLAIN:
        return PLAIN[character]
    base = unicodedata.normalize("NFD", character)
    return base[0] if len(base) > 1 and base[0].isalpha() and base[0].isascii() else character


def without_diacritics(text, _random):
    return "".join(map(plain_letter, text)), list(range(len(text)))


def capital(character):
    upper = character.upper()
    return upper if len(upper) == 1 else character


def capitals(text, _random):
    return "".join(map(capital, text)), list(range(len(text)))


def headline_end(text):
    """Where the headline ends: the first line, unless it is a paragraph. 0 when there is none."""
    first = text.split("\n", 1)[0].rstrip()
    return len(first) if len(first) < len(text.rstrip()) and len(first) <= 160 and not first.endswith(".") else 0


def capital_headline(text, random):
    end = headline_end(text)
    return capitals(text[:end], random)[0] + text[end:], list(range(len(text)))


def neighbour(character, random):
    for row in ROWS:
        at = row.find(character.lower())
        if at >= 0:
            near = random.choice([row[i] for i in (at - 1, at + 1) if 0 <= i < len(row)])
            return near.upper() if character.isupper() else near
    return character


def typos(text, random):
    """One letter in a hundred is swapped with the next, dropped, doubled, or a neighbour is struck.

    Only in words of three letters and more, so that no word goes.
    """
    noisy, origin = [], []
    word = [0] * len(text)  # letters of the word around
    start = 0
    for at in range(len(text) + 1):
        if at == len(text) or not text[at].isalpha():
            word[start:at] = [at - start] * (at - start)
            start = at + 1
    at = 0
    while at < len(text):
        kind = random.randrange(4) if word[at] >= 3 and random.random() < TYPO_RATE else None
        out = [at]
        if kind == 0 and at + 1 < len(text) and text[at + 1].isalpha():
            out = [at + 1, at]
        elif kind == 1 and not noisy_word_would_vanish(text, at):
            out = []
        elif kind == 2:
            out = [at, at]
        for position in out:
            noisy.append(neighbour(text[at], random) if kind == 3 else text[position])
            origin.append(position)
        at += 2 if kind == 0 and len(out) == 2 else 1
    return "".join(noisy), origin


def noisy_word_would_vanish(text, at):
    """A letter that stands alone between marks, as in an abbreviation, stays."""
    before = at > 0 and text[at - 1].isalpha()
    after = at + 1 < len(text) and text[at + 1].isalpha()
    return not (before or after)


def other_marks(text, random):
    """Other quotation marks and dashes than the text's, one style throughout; hyphens in words stay."""
    opening, closing = random.choice(QUOTES)
    dash, apostrophe = random.choice(DASHES), random.choice("'’")
    noisy = []
    for at, character in enumerate(text):
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if character in "«»“”„\"":
            opens = before.isspace() or before in "([–—"
            noisy.append(opening if opens else closing)
        elif character in "–—―-" and before.isspace() and after.isspace():
            noisy.append(dash)
        elif character in "'’" and before.isalpha():
            noisy.append(apostrophe)
        else:
            noisy.append(character)
    return "".join(noisy), list(range(len(text)))


NOISE = {"clean": unchanged, "no diacritics": without_diacritics, "capital headline": capital_headline,
         "typos": typos, "other marks": other_marks}
# Of a treebank, which has no headlines: every word in capitals.
TREEBANK_NOISE = {**{name: noise for name, noise in NOISE.items() if name != "capital headline"},
                  "all capitals": capitals}
