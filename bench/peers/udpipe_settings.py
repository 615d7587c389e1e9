"""How the UDPipe 1 models are trained: the settings of UDPipe's own UD 2.0 models, shortened.

Those settings (training/models-ud-2.0 in UDPipe's repository) take many hours per language.
Shortened here, to an estimated 25 minutes of one core: the tokenizer's dimension is 24 (UDPipe's
default; theirs 64) and its epochs 20 (theirs 100); the tagger's iterations 3 (theirs 20; on nb's
development part the second adds a point, the third 0.3, the fourth 0.1) with 4 rules for known
forms (theirs 6); the parser learns 3 iterations from the static oracle (theirs 30 from the dynamic
and the search-based one).
Kept: two tagger models with the language's own rules and columns, hidden layer, embeddings, vectors
from word2vec on the training text, early stopping on the development part.
"""

TOKENIZER = {
    "dimension": 24, "epochs": 20, "batch_size": 50, "learning_rate": 0.005, "dropout": 0.1,
    "early_stopping": 1,
}

TAGGER = {
    "models": 2, "iterations": 3, "early_stopping": 1,
    "templates_1": "tagger", "guesser_enrich_dictionary_1": 4, "guesser_prefixes_max_1": 0,
    "use_xpostag_1": 1, "use_feats_1": 1,
    "provide_lemma_1": 0, "provide_xpostag_1": 1, "provide_feats_1": 1,
    "templates_2": "lemmatizer", "guesser_enrich_dictionary_2": 4, "guesser_prefixes_max_2": 4,
    "use_lemma_2": 1, "provide_lemma_2": 1, "provide_xpostag_2": 0, "provide_feats_2": 0,
}

TAGGER_OF = {
    "nb": {"guesser_suffix_rules_1": 8, "use_lemma_1": 1, "guesser_suffix_rules_2": 6,
           "use_xpostag_2": 1, "use_feats_2": 1},
    "nn": {"guesser_suffix_rules_1": 8, "use_lemma_1": 0, "guesser_suffix_rules_2": 8,
           "use_xpostag_2": 1, "use_feats_2": 1},
    "en": {"guesser_suffix_rules_1": 12, "use_lemma_1": 1, "guesser_suffix_rules_2": 6,
           "use_xpostag_2": 0, "use_feats_2": 0},
}

PARSER = {
    "iterations": 3, "transition_system": "projective", "transition_oracle": "static",
    "structured_interval": 0, "hidden_layer": 200, "batch_size": 10,
    "learning_rate": 0.02, "learning_rate_final": 0.001, "l2": 0.5,
    "embedding_upostag": 20, "embedding_feats": 20, "embedding_xpostag": 0, "embedding_form": 50,
    "embedding_lemma": 0, "embedding_deprel": 20, "early_stopping": 1,
}

# As UDPipe's training/ud-2.0-embeddings/gen.sh calls word2vec.
VECTORS = {
    "vector_size": 50, "window": 10, "min_count": 2, "sg": 1, "hs": 0, "negative": 5,
    "sample": 0.1, "epochs": 15, "workers": 1, "seed": 1,
}


def components(language):
    """[(name, settings)] in the order of training."""
    return [("tokenizer", TOKENIZER), ("tagger", {**TAGGER, **TAGGER_OF[language]}),
            ("parser", PARSER)]


def options(settings):
    return ";".join(f"{name}={value}" for name, value in settings.items())
