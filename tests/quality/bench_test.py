#!/usr/bin/env python3
"""The quality bench with the program, on plans of the corpus.

usage: bench_test.py PROGRAM
Asks whether the bench works, and of the program only what it has always been able to do.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import bench
import damage
import measure
import structure

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
KINDS = "sound,dropped-glyph,lookalike,normalization-nfd,joined-words,encoding-tcvn3"


def run_twice(folder):
    for number in "12":
        out = folder / number
        out.mkdir()
        subprocess.run([sys.executable, "-B", measure.__file__, str(PROGRAM), "--no-corpus",
                        "--texts", str(folder / "plans"), "--kinds", KINDS, "--out", str(out)],
                       check=True, stderr=subprocess.PIPE)
        yield json.loads((out / "results.json").read_text(encoding="utf-8")), \
            (out / "results.md").read_text(encoding="utf-8")


class Bench(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        texts = measure.corpus_texts()
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "plans").mkdir()
            for name in sorted(texts)[:2]:
                (folder / "plans" / f"{name}.txt").write_text(texts[name], encoding="utf-8",
                                                              newline="")
            (cls.results, cls.text), (cls.again, _) = run_twice(folder)
        cls.rows = {row["kind"]: row for row in cls.results["sets"]["plans"]["rows"]}

    def test_there_are_sound_plans_and_only_those(self):
        texts = measure.corpus_texts()
        self.assertGreater(len(texts), 5)
        self.assertNotIn("drowning-prevention-commune", texts)

    def test_a_row_for_each_kind(self):
        self.assertEqual(list(self.rows), [k.name for k in damage.chosen_kinds(KINDS)])
        for name in self.rows:
            self.assertIn(f"| {name} |", self.text)

    def test_two_runs_agree_but_for_time(self):
        def without_time(results):
            results = copy.deepcopy(results)
            for row in results["sets"]["plans"]["rows"]:
                del row["seconds"], row["kB_per_second"]
            return results
        self.assertEqual(without_time(self.results), without_time(self.again))

    def test_sound_text_stays(self):
        row = self.rows["sound"]
        self.assertEqual((row["errors_before"], row["errors_after"], row["repairs"]), (0, 0, 0))
        self.assertEqual(row["wholly_right"], 1)

    def test_repair_repairs(self):
        self.assertEqual(self.rows["normalization-nfd"]["restored"], 1)
        self.assertGreater(self.rows["lookalike"]["restored"], 0.9)
        self.assertGreater(self.rows["dropped-glyph"]["restored"], 0.8)

    def test_right_repairs_are_judged_right(self):
        self.assertEqual(self.rows["normalization-nfd"]["repairs_right"], 1)
        self.assertGreater(self.rows["dropped-glyph"]["repairs_right"], 0.9)
        self.assertEqual(self.rows["encoding-tcvn3"]["repairs"], 0)  # no places to judge by

    def test_held_out_blocks_are_those_of_the_trainer(self):
        source = (bench.ROOT / "trainer" / "corpus.cpp").read_text(encoding="utf-8")
        self.assertIn("(line / block_lines) % every == 0", source)
        command = (bench.ROOT / "src" / "language" / "MODEL.md").read_text(encoding="utf-8")
        self.assertIn(f"--hold-out {measure.HOLD_OUT} ", command)

    def test_structure_is_measured(self):
        plans = bench.ROOT / "corpus" / "plans"
        evaluation, size, times, left_out = structure.evaluate(plans, plans,
                                                               structure.Program(PROGRAM))
        self.assertEqual((evaluation.documents, evaluation.unread, left_out),
                         (len(list(plans.glob("*.json"))), 0, []))
        self.assertGreater(evaluation.tallies["headings"].figures()["strict"][2], 0.8)
        self.assertGreater(size, 10_000)
        self.assertGreater(times["documents_per_second"], 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
