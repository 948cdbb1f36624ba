#!/usr/bin/env python3
"""Scores the program on reference documents that are not part of the project.

usage: reference_test.py PROGRAM REFERENCE_DIR

REFERENCE_DIR holds seeds/, gold/ and eval/ (scorer and contract check). Each floor below is what a
release must reach; the figures themselves are printed.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM, REFERENCE = sys.argv[1], pathlib.Path(sys.argv[2])

FLOORS = {
    "header": 1.0, "signature": 1.0, "recipients": 1.0, "preamble": 1.0, "closing": 1.0,
    "headings": 1.0, "citations": 1.0, "repairs": 1.0, "periods": 1.0, "deadlines": 1.0,
    "awards": 1.0, "diagnostics": 1.0, "body nodes": 0.99, "roles": 0.98, "ids": 0.98,
    "relations": 0.98, "targets": 0.97, "plan lists": 0.97, "assignments": 0.92,
}


class Reference(unittest.TestCase):
    def setUp(self):
        self.seeds = sorted((REFERENCE / "seeds").glob("*.txt"))
        self.assertTrue(self.seeds)

    def test_the_seeds_reach_their_floors(self):
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([PROGRAM, "parse", "--out", out, *map(str, self.seeds)], check=True)
            score = subprocess.run(
                [sys.executable, str(REFERENCE / "eval" / "score.py"), "--json",
                 str(REFERENCE / "gold"), out], check=True, capture_output=True, text=True)
        components = json.loads(score.stdout)["components"]
        for name, floor in FLOORS.items():
            with self.subTest(component=name):
                print(f"{name:14} {components[name]['f1']:.4f}")
                self.assertGreaterEqual(components[name]["f1"], floor)

    def test_the_contract_holds(self):
        for seed in self.seeds:
            for unit in ("codepoint", "utf8", "utf16"):
                with self.subTest(seed=seed.name, unit=unit), tempfile.TemporaryDirectory() as out:
                    text = pathlib.Path(out) / "source.txt"
                    text.write_bytes(subprocess.run([PROGRAM, "text", str(seed)], check=True,
                                                    capture_output=True).stdout)
                    subprocess.run([PROGRAM, "parse", "--offset-unit", unit, "--out", out,
                                    str(seed)], check=True)
                    check = subprocess.run(
                        [sys.executable, str(REFERENCE / "eval" / "check_contract.py"),
                         str(pathlib.Path(out) / (seed.stem + ".json")), str(text)],
                        capture_output=True, text=True)
                    self.assertEqual(check.returncode, 0, check.stdout + check.stderr)

    def test_seeds_that_cite_one_another_join(self):
        """By their keys: one seed cites another, and two of them cite the same directive."""
        own, cited = {}, {}
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([PROGRAM, "parse", "--out", out, *map(str, self.seeds)], check=True)
            for seed in self.seeds:
                found = json.loads((pathlib.Path(out) / (seed.stem + ".json")).read_text("utf-8"))
                if found["header"]["key"]:
                    own[found["header"]["key"]] = seed.stem
                cited[seed.stem] = {one["key"] for one in found["citations"] if one["key"]}
        links = {(name, own[key]) for name, keys in cited.items() for key in keys if key in own}
        shared = {(a, b) for a in cited for b in cited if a < b
                  and any(key.startswith("chi-thi/") for key in cited[a] & cited[b])}
        print("joined:", sorted(links), sorted(shared))
        self.assertEqual(len(links), 1)
        self.assertEqual(len(shared), 1)

    def test_sound_seeds_are_not_changed(self):
        """One seed has lost letters, one a stray mark; the repairs of the others must be none."""
        for seed in self.seeds:
            gold = json.loads((REFERENCE / "gold" / (seed.stem + ".json")).read_text("utf-8"))
            if gold["repairs"]:
                continue
            with self.subTest(seed=seed.name):
                repaired = subprocess.run([PROGRAM, "repair", str(seed)], check=True,
                                          capture_output=True).stdout
                self.assertEqual(repaired, seed.read_bytes().removeprefix(b"\xef\xbb\xbf"))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=1)
