#!/usr/bin/env python3
"""The scorer of structure agrees with the scorer of the reference documents, item by item.

usage: structure_reference_test.py PROGRAM REFERENCE_DIR

Both score what the program finds, and the same with things broken in it at random. They count the
same items but for fields that are null in both documents, which are right there and nothing here:
those are compared only where all is right.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

import bench  # noqa: F401  (makes the modules below known)
import structure
from components import PLAN_LISTS

PROGRAM, REFERENCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])

SAME = ("preamble", "closing", "body nodes", "body texts", "headings", "roles", "ids",
        "table cells", "citations", "relations", "citation numbers", "repairs", "diagnostics",
        "targets", "periods", "deadlines", "awards", "assignments", "collaborators")
WITH_NULLS = {"header": ("agency.parent", "agency.name", "number.text", "number.ordinal",
                         "number.symbol", "place", "date", "type.code", "title"),
              "signature": ("signature.authority", "signature.position", "signature.name"),
              "recipients": ("recipients", "archive")}


def break_something(value, chance, key=None):
    """Texts in capitals, cut and gone; entries of lists gone and doubled; values of others."""
    if isinstance(value, dict):
        return {k: break_something(v, chance, k) for k, v in value.items()}
    if isinstance(value, list):
        found = []
        for one in value:
            drawn = chance.random()
            if key != "quantities" or drawn > 0.1:
                found += [break_something(one, chance)] * (2 if drawn > 0.97 else drawn > 0.03)
        return found
    if isinstance(value, str) and key not in ("kind", "code") and chance.random() < 0.05:
        return chance.choice([value.upper(), value[1:], value[:-3], value + ";", value + " x"])
    return value


class Agreement(unittest.TestCase):
    def compare(self, gold, texts, seed=None):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "gold").mkdir()
            (folder / "out").mkdir()
            for path in sorted(gold.glob("*.json")):
                text = next((texts / (path.stem + end) for end in structure.TEXTS
                             if (texts / (path.stem + end)).exists()), None)
                if text:
                    (folder / "gold" / path.name).write_bytes(path.read_bytes())
                    subprocess.run([PROGRAM, "parse", "--out", folder / "out", text], check=True)
            self.assertTrue(list((folder / "gold").iterdir()))
            if seed is not None:
                chance = random.Random(seed)
                for path in sorted((folder / "out").iterdir()):
                    broken = break_something(json.loads(path.read_text("utf-8")), chance)
                    path.write_text(json.dumps(broken), encoding="utf-8")
            reference = json.loads(subprocess.run(
                [sys.executable, str(REFERENCE / "eval" / "score.py"), "--json",
                 str(folder / "gold"), str(folder / "out")], check=True, capture_output=True,
                text=True).stdout)["components"]
            evaluation, *_ = structure.evaluate(folder / "gold", texts,
                                                structure.Folder(folder / "out"))
        groups = {**{name: (name,) for name in SAME}, "plan lists": PLAN_LISTS}
        if seed is None:
            groups.update(WITH_NULLS)
        for name, parts in groups.items():
            there = reference.get(name)
            if there is None:  # no table in any document
                continue
            here = sum((evaluation.tallies[part] for part in parts), structure.Tally())
            f1 = here.figures()["strict"][2] if here.gold or here.predicted else 1.0
            with self.subTest(gold=gold.name, seed=seed, component=name):
                if name not in WITH_NULLS:
                    self.assertEqual((here.gold, here.predicted),
                                     (there["gold"], there["predicted"]))
                if (there["gold"] or there["predicted"]) and \
                        (name not in WITH_NULLS or there["f1"] == 1):
                    self.assertAlmostEqual(f1, there["f1"], places=4)
        return reference

    def test_on_what_the_program_finds(self):
        for gold, texts in structure.REFERENCE:
            self.compare(REFERENCE / gold, REFERENCE / texts)

    def test_on_what_is_broken_in_it(self):
        for gold, texts in structure.REFERENCE:
            for seed in range(5):
                self.assertLess(self.compare(REFERENCE / gold, REFERENCE / texts, seed)
                                ["body nodes"]["f1"], 0.95)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
