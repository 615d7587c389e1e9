"""Small cases worked out by hand. Run: python3 bench/peers/scorer_test.py"""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import conllu
import scorer


def sentence(lines):
    """Per line "form head relation [name]"; "2=form" before the two words of a multiword token."""
    made = conllu.Sentence()
    for line in lines.split("\n"):
        fields = line.split()
        if "=" in fields[0]:
            count, form = fields[0].split("=")
            first = len(made.words)
            made.ranges[first] = (first + int(count), form)
            continue
        made.words.append(conllu.Word(fields[0], fields[0], "X", "_", int(fields[1]), fields[2],
                                      fields[3] if len(fields) > 3 else ""))
    return made


def evaluate(gold, system):
    return scorer.evaluate([sentence(s) for s in gold], [sentence(s) for s in system])


class ScorerTest(unittest.TestCase):
    def correct(self, scores, **expected):
        for metric, count in expected.items():
            self.assertEqual(scores[metric].correct, count, metric)

    def test_equal_is_perfect(self):
        scores = evaluate(["a 0 root B-PER\nb 1 obj O"], ["a 0 root B-PER\nb 1 obj O"])
        self.assertEqual(set(scores), {*scorer.METRICS, "names"})
        for metric, score in scores.items():
            self.assertEqual(score.f1, 1, metric)

    def test_subtypes_do_not_count(self):
        scores = evaluate(["a 0 root\nb 1 nsubj:pass\nc 1 obj"], ["a 0 root\nb 1 nsubj\nc 1 iobj"])
        self.correct(scores, uas=3, las=2)

    def test_words_are_aligned_by_characters(self):
        scores = evaluate(["a 2 det\nbc 0 root\nd 2 obj"], ["a 3 det\nb 3 x\nc 0 root\nd 3 obj"])
        self.correct(scores, tokens=2, words=2, uas=0)
        self.assertEqual(scores["words"].f1, 4 / 7)

    def test_multiword_tokens_are_aligned_by_form(self):
        scores = evaluate(["2=don't\ndo 3 aux\nn't 3 advmod\ngo 0 root"],
                          ["do 3 aux\nn't 3 advmod\ngo 0 root"])
        self.correct(scores, tokens=1, words=3, las=3)
        self.assertEqual(scores["tokens"].gold, 2)

    def test_longest_common_subsequence(self):
        scores = evaluate(["3=abc\na 0 root\nx 1 y\nc 1 z"], ["2=abc\na 0 root\nc 1 z"])
        self.correct(scores, tokens=1, words=2, las=2)

    def test_system_alone_has_a_multiword_token(self):
        scores = evaluate(["dono 0 root\ngo 1 x"], ["2=dono\ndo 0 root\nno 1 x\ngo 1 x"])
        self.correct(scores, tokens=2, words=1, uas=0)

    def test_sentence_boundaries(self):
        scores = evaluate(["a 0 root", "b 0 root", "c 0 root"], ["a 0 root\nb 1 dep", "c 0 root"])
        self.correct(scores, sentences=1, uas=2)

    def test_features_of_treebanks_are_left_out(self):
        gold, system = sentence("a 0 root"), sentence("a 0 root")
        gold.words[0].feats = "ExtPos=ADV|Number=Sing"
        system.words[0].feats = "Number=Sing|Typo=Yes"
        self.correct(scorer.evaluate([gold], [system]), ufeats=1)
        system.words[0].feats = "Number=Plur"
        self.correct(scorer.evaluate([gold], [system]), ufeats=0)

    def test_a_missing_gold_lemma_is_right(self):
        gold, system = sentence("a 0 root"), sentence("a 0 root")
        gold.words[0].lemma = "_"
        self.correct(scorer.evaluate([gold], [system]), lemmas=1)
        gold.words[0].lemma = "b"
        self.correct(scorer.evaluate([gold], [system]), lemmas=0)

    def test_names_need_span_and_type(self):
        scores = evaluate(["a 0 root B-PER\nb 1 x I-PER\nc 1 x B-GPE_LOC\nd 1 x B-ORG"],
                          ["a 0 root B-PER\nb 1 x O\nc 1 x B-GPE_LOC\nd 1 x B-PER"])
        self.assertEqual(scores["names"], scorer.Score(1, 3, 3))

    def test_coarse_gold_names(self):
        scores = evaluate(["a 0 root B-LOC\nb 1 x B-PER\nc 1 x O"],
                          ["a 0 root B-GPE\nb 1 x B-PER\nc 1 x B-EVT"])
        self.assertEqual(scores["names"].f1, 1)

    def test_gold_without_names(self):
        self.assertNotIn("names", evaluate(["a 0 root"], ["a 0 root B-PER"]))

    def test_other_characters_are_an_error(self):
        with self.assertRaisesRegex(scorer.CharactersDiffer, "'b' against 'c'"):
            evaluate(["ab 0 root"], ["ac 0 root"])


class ConlluTest(unittest.TestCase):
    TEXT = ("# newdoc id = d1\n# newpar\n# text = We don't.\n"
            "1\tWe\twe\tPRON\t_\t_\t2\tnsubj\t_\tname=O\n"
            "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
            "2\tdo\tdo\tAUX\t_\t_\t0\troot\t_\t_\n"
            "3\tn't\tnot\tPART\t_\t_\t2\tadvmod\t_\t_\n"
            "3.1\tgo\tgo\tVERB\t_\t_\t_\t_\t_\t_\n"
            "4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
            "# text = Go.\n1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\t_\n\n"
            "# newpar\n# text = Ann\n1\tAnn\tAnn\tPROPN\t_\t_\t0\troot\t_\tname=B-PER\n\n"
            "# newdoc\n# text = End\n1\tEnd\tend\tNOUN\t_\t_\t0\troot\t_\t_\n")

    def test_reads_words_and_ranges(self):
        first, _, third, _ = conllu.parse(self.TEXT)
        self.assertEqual([word.form for word in first.words], ["We", "do", "n't", "."])
        self.assertEqual(first.ranges, {1: (3, "don't")})
        self.assertEqual(third.words[0].name, "B-PER")

    def test_raw_text(self):
        self.assertEqual(conllu.raw_documents(conllu.parse(self.TEXT)),
                         ["We don't. Go.\n\nAnn", "End"])


if __name__ == "__main__":
    unittest.main()
