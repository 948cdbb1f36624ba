#!/usr/bin/env python3
"""Parses every sample plan and compares the document with its gold, key by key.

usage: gold_test.py PROGRAM CORPUS_DIR

The documents of CORPUS_DIR/documents, which measure, are scored instead: by
benchmarks/quality/structure.py, against the figures that were reached before.

A gold file annotates a part of a document: every key of it must be in the output with the same
value; keys that it leaves out (spans, confidence, keys that are null) are not compared. Of the
diagnostics only the codes that gold files annotate count.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM, CORPUS = sys.argv[1], pathlib.Path(sys.argv[2])
ANNOTATED_CODES = {"missing-number", "missing-date", "duplicate-label", "label-gap",
                   "symbol-type-mismatch", "inconsistent-citation"}

# Strict F1 that each component has reached; a change may raise them.
FLOORS = {
    "agency.name": 1.0, "number.text": 1.0, "date": 1.0, "type.name": 1.0, "title": 1.0,
    "signature.name": 1.0, "recipients": 1.0, "preamble": 1.0, "closing": 1.0,
    "headings": 0.99, "body nodes": 0.99, "body texts": 0.99, "roles": 0.99, "table cells": 0.95,
    "citations": 0.98, "tasks": 1.0, "quantities": 0.94, "periods": 0.92, "deadlines": 0.94,
    "assignments": 0.98, "collaborators": 0.97, "diagnostics": 1.0, "repairs": 1.0,
}


def differences(gold, found, place=""):
    """What of `gold` is not in `found`, as readable lines."""
    if isinstance(gold, dict):
        if not isinstance(found, dict):
            return [f"{place}: gold has an object, got {found!r}"]
        return [line for key, value in gold.items()
                for line in differences(value, found.get(key), f"{place}/{key}")]
    if isinstance(gold, list):
        if not isinstance(found, list):
            return [f"{place}: gold has a list, got {found!r}"]
        lines = [line for i, (one, other) in enumerate(zip(gold, found))
                 for line in differences(one, other, f"{place}/{i}")]
        for i in range(len(found), len(gold)):
            lines.append(f"{place}/{i}: missing {json.dumps(gold[i], ensure_ascii=False)[:200]}")
        for i in range(len(gold), len(found)):
            lines.append(f"{place}/{i}: extra {json.dumps(found[i], ensure_ascii=False)[:200]}")
        return lines
    return [] if gold == found else [f"{place}: gold {gold!r}, got {found!r}"]


def comparable(document):
    """The annotated part of an output; messages are free, roles and diagnostics have no order."""
    document["diagnostics"] = sorted(d["code"] for d in document.get("diagnostics", [])
                                     if d["code"] in ANNOTATED_CODES)

    def sort_roles(nodes):
        for node in nodes:
            node["roles"] = sorted(node.get("roles") or [])
            sort_roles(node.get("children") or [])

    sort_roles(document.get("body", []))
    return document


def judged(value):
    """What names its rule, but for repairs, wherever it stands."""
    if isinstance(value, dict):
        if value.get("rule") is not None:
            yield value
        for key, below in value.items():
            yield from judged(below)
    elif isinstance(value, list):
        for below in value:
            yield from judged(below)


class Gold(unittest.TestCase):
    def test_every_sample_plan_is_parsed_as_its_gold_says(self):
        plans = sorted((CORPUS / "plans").glob("*.txt"))
        self.assertGreaterEqual(len(plans), 15)
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([PROGRAM, "parse", "--out", out, *map(str, plans)], check=True)
            for plan in plans:
                with self.subTest(plan=plan.name):
                    gold = comparable(json.loads(plan.with_suffix(".json").read_text("utf-8")))
                    found = json.loads((pathlib.Path(out) / (plan.stem + ".json")).read_text("utf-8"))
                    lines = differences(gold, comparable(found))
                    self.assertEqual(lines, [], "\n" + "\n".join(lines[:40]))

    def test_the_documents_that_measure_are_read_as_well_as_before(self):
        scorer = CORPUS.parent / "benchmarks" / "quality" / "structure.py"
        with tempfile.TemporaryDirectory() as out:
            figures = pathlib.Path(out) / "figures.json"
            subprocess.run([sys.executable, scorer, CORPUS / "documents", PROGRAM,
                            "--json", figures], check=True, stdout=subprocess.DEVNULL)
            groups = json.loads(figures.read_text("utf-8"))["sets"]["documents"]["groups"]
        f1 = {row["name"]: row["strict"][2] for group in groups for row in group["rows"]}
        for name, floor in FLOORS.items():
            with self.subTest(component=name):
                self.assertGreaterEqual(f1[name], floor)

    def test_every_rule_is_documented_and_none_is_sure(self):
        readme = (CORPUS.parent / "README.md").read_text("utf-8")
        plans = sorted((CORPUS / "plans").glob("*.txt"))
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([PROGRAM, "parse", "--out", out, *map(str, plans)], check=True)
            found = [json.loads(path.read_text("utf-8")) for path in pathlib.Path(out).iterdir()]
        things = [thing for document in found for thing in judged(document)]
        self.assertGreater(len(things), 100)
        for thing in things:
            self.assertIn(f"`{thing['rule']}`", readme)
            self.assertTrue(0 < thing["confidence"] < 1, thing)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=1)
