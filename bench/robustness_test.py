#!/usr/bin/python3
"""The noise of bench/robustness, and how noisy words are aligned with clean ones."""
import importlib.machinery
import importlib.util
import pathlib
import random
import sys
import unittest

sys.dont_write_bytecode = True
FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))
import robustness_noise as noise  # noqa: E402

LOADER = importlib.machinery.SourceFileLoader("robustness", str(FOLDER / "robustness"))
robustness = importlib.util.module_from_spec(importlib.util.spec_from_loader("robustness", LOADER))
LOADER.exec_module(robustness)

TEXT = ("Hæren rykket inn\n\n– Vi gir oss ikke, sier «Åse» i Genève. Opprørerne – som holder byen – "
        "krever at 'alle' sivile får dra.\n") * 20


def conllu(*sentences):
    """Each sentence is a list of "form lemma upos head relation name"."""
    out = "# newdoc\n"
    for sentence in sentences:
        for i, word in enumerate(sentence, 1):
            form, lemma, upos, head, relation, name = word.split()
            out += f"{i}\t{form}\t{lemma}\t{upos}\t_\t_\t{head}\t{relation}\t_\tname={name}\n"
        out += "\n"
    return out


class Noise(unittest.TestCase):
    def test_is_the_same_for_a_seed_and_says_where_characters_come_from(self):
        for name, make in {**noise.NOISE, **noise.TREEBANK_NOISE}.items():
            noisy, origin = make(TEXT, random.Random(7))
            self.assertEqual((noisy, origin), make(TEXT, random.Random(7)), name)
            self.assertEqual(len(noisy), len(origin), name)
            self.assertTrue(all(0 <= at < len(TEXT) for at in origin), name)
            if name != "typos":
                self.assertEqual(origin, list(range(len(TEXT))), name)
            if name != "clean":
                self.assertNotEqual(noisy, TEXT, name)

    def test_takes_diacritics_off_one_to_one(self):
        self.assertEqual(noise.without_diacritics("Åse så ærlig på Øya, naïve Łódź", None)[0],
                         "Ase sa arlig pa Oya, naive Lodz")

    def test_writes_the_headline_alone_in_capitals(self):
        noisy, _ = noise.capital_headline("Hæren går inn\n\nDen gikk inn.", None)
        self.assertEqual(noisy, "HÆREN GÅR INN\n\nDen gikk inn.")
        self.assertEqual(noise.headline_end("Hele teksten er ett avsnitt."), 0)
        self.assertEqual(noise.headline_end("Et avsnitt.\nOg ett til."), 0)

    def test_strikes_about_one_letter_in_a_hundred_wrong(self):
        noisy, origin = noise.typos(TEXT, random.Random(3))
        wrong = sum(TEXT[at] != character for at, character in zip(origin, noisy))
        dropped, doubled = len(TEXT) - len(set(origin)), len(origin) - len(set(origin))
        swapped = sum(first > second for first, second in zip(origin, origin[1:]))
        letters = sum(map(str.isalpha, TEXT))
        for count in (wrong, dropped, doubled, swapped):
            self.assertGreater(count, 0)
        self.assertTrue(0.004 < (wrong + dropped + doubled + swapped) / letters < 0.02)
        self.assertEqual(len(noisy.split()), len(TEXT.split()))

    def test_changes_marks_but_not_hyphens_in_words(self):
        for seed in range(20):
            noisy, _ = noise.other_marks("Nord-Irak – «ja»", random.Random(seed))
            self.assertTrue(noisy.startswith("Nord-Irak "), noisy)
            self.assertIn("ja", noisy)
        self.assertGreater(len({noise.other_marks("a – «b»", random.Random(seed))[0] for seed in range(30)}), 5)


class Comparison(unittest.TestCase):
    CLEAN = ["Ola Ola PROPN 2 nsubj B-PER", "sprang springe VERB 0 root O", "hjem hjem ADV 2 advmod O"]

    def tally(self, noisy, origin, within=100):
        tally = robustness.new_tally()
        clean = robustness.documents(conllu(self.CLEAN))[0]
        robustness.compare(clean, robustness.documents(conllu(*noisy))[0], origin, within, tally)
        return dict(tally)

    def test_a_parse_agrees_with_itself(self):
        tally = self.tally([self.CLEAN], list(range(13)))
        self.assertEqual(tally["las"], [3, 3, 3])
        self.assertEqual(tally["names"], [1, 1, 1])

    def test_a_dropped_letter_does_not_move_the_words_behind(self):
        noisy = ["Ola Ola PROPN 2 nsubj B-PER", "srang srange NOUN 0 root O", "hjem hjem ADV 1 advmod O"]
        tally = self.tally([noisy], [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12])
        self.assertEqual(tally["las"], [2, 3, 3])
        self.assertEqual(tally["upos"], [2, 3, 3])
        self.assertEqual(tally["lemma"], [2, 3, 3])

    def test_torn_words_and_names_do_not_agree(self):
        noisy = [["Ol Ol PROPN 3 nsubj B-PER", "a a PROPN 1 flat I-PER", "sprang springe VERB 0 root O"],
                 ["hjem hjem ADV 0 root O"]]
        tally = self.tally(noisy, list(range(13)))
        self.assertEqual(tally["las"], [1, 3, 4])
        self.assertEqual(tally["names"], [0, 1, 1])

    def test_counts_within_the_headline(self):
        self.assertEqual(self.tally([self.CLEAN], list(range(13)), within=3)["las"], [1, 1, 1])

    def test_moves_offsets_back(self):
        moved = robustness.to_clean_offsets({"trigger": {"begin": 1, "end": 3, "text": "x"}}, [0, 2, 3, 4])
        self.assertEqual(moved["trigger"], {"begin": 2, "end": 4, "text": "x"})

    def test_noise_keeps_the_tree_of_a_treebank(self):
        lines = ["# text = Så går Åse.", "1\tSå\tså\tADV\t_\t_\t2\tadvmod\t_\t_",
                 "2\tgår\tgå\tVERB\t_\t_\t0\troot\t_\t_", "3\tÅse\tÅse\tPROPN\t_\t_\t2\tnsubj\t_\tSpaceAfter=No",
                 "4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_"]
        noisy = robustness.noisy_sentence(lines, noise.capitals, random.Random(1))
        self.assertEqual(noisy[0], "# text = SÅ GÅR ÅSE.")
        self.assertEqual([line.split("\t")[1] for line in noisy[1:]], ["SÅ", "GÅR", "ÅSE", "."])
        self.assertEqual([line.split("\t")[6:8] for line in noisy[1:]], [line.split("\t")[6:8] for line in lines[1:]])


if __name__ == "__main__":
    unittest.main()
