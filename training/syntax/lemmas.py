"""Lemmas as edit scripts: the class that turns a form into its lemma.

A script is "<case>\t<p>\t<P>\t<s>\t<S>": bring the form to a case (L lower, K
keep, T title, U upper), drop p characters in front and put P there, drop s at the
end and put S there. Scripts generalise to unseen words; what no frequent script
covers goes to a lexicon of (language, form, UPOS) -> lemma.
"""

from functools import lru_cache

from .features import lower_one_by_one

CASES = "LKTU"


def _upper_one_by_one(text):
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def with_case(form, case):
    if case == "L":
        return lower_one_by_one(form)
    if case == "T":
        return _upper_one_by_one(form[:1]) + lower_one_by_one(form[1:])
    if case == "U":
        return _upper_one_by_one(form)
    return form


def _longest_common_substring(a, b):
    best, at_a, at_b = 0, 0, 0
    previous = [0] * (len(b) + 1)
    for i, ca in enumerate(a, 1):
        row = [0] * (len(b) + 1)
        for j, cb in enumerate(b, 1):
            if ca == cb:
                row[j] = previous[j - 1] + 1
                if row[j] > best:
                    best, at_a, at_b = row[j], i - row[j], j - row[j]
        previous = row
    return best, at_a, at_b


@lru_cache(maxsize=None)
def script_of(form, lemma):
    """The cheapest script; ties go to lower case first, then to keeping case."""
    best_cost, best = None, None
    for case in CASES:
        base = with_case(form, case)
        common, at_form, at_lemma = _longest_common_substring(base, lemma)
        if common == 0:
            at_form, at_lemma = len(base), 0
            common_end_form, common_end_lemma = len(base), 0
        else:
            common_end_form, common_end_lemma = at_form + common, at_lemma + common
        strip_front, strip_back = at_form, len(base) - common_end_form
        front, back = lemma[:at_lemma], lemma[common_end_lemma:]
        cost = strip_front + strip_back + len(front) + len(back)
        if best_cost is None or cost < best_cost:
            best_cost = cost
            best = "\t".join((case, str(strip_front), front, str(strip_back), back))
    return best


def apply_script(script, form):
    case, strip_front, front, strip_back, back = script.split("\t")
    base = with_case(form, case)
    strip_front, strip_back = int(strip_front), int(strip_back)
    if strip_front + strip_back > len(base):
        return base
    return front + base[strip_front:len(base) - strip_back] + back


def build_lexicon(sentences):
    """Forms whose lemma is certain given language and UPOS.

    Proper nouns are left to the scripts: their forms are their lemmas.
    """
    seen = {}
    for sentence in sentences:
        for form, lemma, upos in zip(sentence.forms, sentence.lemmas, sentence.upos):
            if upos in ("PROPN", "PUNCT", "SYM", "X"):
                continue
            key = (sentence.language, lower_one_by_one(form), upos)
            counts = seen.setdefault(key, {})
            counts[lemma] = counts.get(lemma, 0) + 1
    lexicon = {}
    for key, counts in seen.items():
        lemma, count = max(counts.items(), key=lambda item: (item[1], item[0]))
        if count >= 0.98 * sum(counts.values()):
            lexicon[key] = lemma
    return lexicon
