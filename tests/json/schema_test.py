#!/usr/bin/env python3
"""The JSON Schema against a validator of draft 2020-12: it is itself valid, what the program prints
obeys it, and documents that break the model in one place each do not.

usage: schema_test.py PROGRAM SCHEMA.json FOLDER_OF_DOCUMENTS
"""
import copy
import json
import pathlib
import subprocess
import sys
import unittest

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("python3-jsonschema (4.0 or later) is not installed: skipped")
    sys.exit(77)

PROGRAM, SCHEMA, DOCUMENTS = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])

NODE = {"kind": "decimal", "marker": "1.", "label": "1", "id": "1", "title": None, "text": "Trồng cây", "roles": [],
        "children": [], "span": [0, 9], "page": None, "confidence": 0.5, "rule": None}
ENTRY = {"text": "Trồng cây", "node": "1", "span": [0, 9], "row": None, "page": None, "confidence": None, "rule": None}
CITATION = {"type": "Luật", "number": None, "date": "2031-01", "issuer": None, "text": "Luật", "relation": "basis",
            "span": [0, 4], "page": None, "key": None, "part": None, "same_as": None, "confidence": None, "rule": None}


def parse(*arguments, text=None):
    done = subprocess.run([PROGRAM, "parse", *arguments], input=text, capture_output=True, timeout=300)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    return json.loads(done.stdout)


def closed(schema):
    """The same schema without room for keys that it does not know."""
    schema = copy.deepcopy(schema)
    for definition in schema["$defs"].values():
        if "properties" in definition:
            definition["additionalProperties"] = False
    return schema


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = json.loads(pathlib.Path(SCHEMA).read_text(encoding="utf-8"))
        cls.validator = Draft202012Validator(cls.schema)
        cls.base = parse("-", text="KẾ HOẠCH\nTrồng cây\n".encode())
        cls.base["body"] = [copy.deepcopy(NODE)]
        cls.base["plan"]["targets"] = [dict(ENTRY, quantities=[
            {"raw": "80%", "comparator": ">=", "value": 80, "value_max": None, "unit": "%", "span": [0, 3],
             "direction": None, "baseline": None, "due": None}])]
        cls.base["citations"] = [copy.deepcopy(CITATION)]

    def test_it_is_a_schema(self):
        Draft202012Validator.check_schema(self.schema)

    def test_it_is_what_the_program_prints(self):
        printed = subprocess.run([PROGRAM, "schema"], capture_output=True, check=True).stdout
        self.assertEqual(json.loads(printed), self.schema)

    def test_every_document_of_the_corpus_obeys(self):
        files = sorted(p for p in DOCUMENTS.rglob("*") if p.suffix in (".txt", ".md"))
        self.assertTrue(files)
        strict = Draft202012Validator(closed(self.schema))
        for file in files:
            for unit in ("utf8", "utf16", "codepoint"):
                with self.subTest(file=file.name, unit=unit):
                    document = parse("--offset-unit", unit, str(file))
                    self.assertEqual(document["offset_unit"], unit)
                    errors = [f"{e.json_path}: {e.message[:200]}" for e in strict.iter_errors(document)]
                    self.assertEqual(errors, [])

    def test_what_is_filled_by_hand_obeys(self):
        for change in (lambda d: None,
                       lambda d: d.update(further=1),
                       lambda d: d["body"][0].update(title="A", text=None),
                       lambda d: d["body"][0].update(spans=[[0, 1], [2, 9]]),
                       lambda d: d["body"][0].update(kind="table", text=None, rows=[["a", "b"], ["c"]]),
                       lambda d: d["body"][0].update(children=[copy.deepcopy(NODE)]),
                       lambda d: d["header"].update(date="2031-03-07", at={"date": [0, 4], "addressees": [[1, 2]]}),
                       lambda d: d["signature"].update(span=[0, 1])):
            document = copy.deepcopy(self.base)
            change(document)
            self.assertEqual([e.message for e in self.validator.iter_errors(document)], [])

    def test_what_breaks_the_model_is_refused(self):
        quantity = lambda d: d["plan"]["targets"][0]["quantities"][0]
        broken = {
            "another version": lambda d: d.update(schema="vanban/document/2"),
            "no plan": lambda d: d.pop("plan"),
            "no list of the plan": lambda d: d["plan"].pop("awards"),
            "header is null": lambda d: d.update(header=None),
            "unknown unit": lambda d: d.update(offset_unit="byte"),
            "unknown kind": lambda d: d["body"][0].update(kind="heading"),
            "unknown role": lambda d: d["body"][0].update(roles=["honour"]),
            "title and text": lambda d: d["body"][0].update(title="A"),
            "neither title nor text": lambda d: d["body"][0].update(text=None),
            "table with text": lambda d: d["body"][0].update(kind="table", rows=[]),
            "table without rows": lambda d: d["body"][0].update(kind="table", text=None),
            "rows of an item": lambda d: d["body"][0].update(rows=[["a"]]),
            "broken child": lambda d: d["body"][0].update(children=[{}]),
            "span of three": lambda d: d["body"][0].update(span=[0, 1, 2]),
            "negative span": lambda d: d["body"][0].update(span=[-1, 1]),
            "span in text": lambda d: d["body"][0].update(span="0-9"),
            "span of numbers": lambda d: d["body"][0].update(span=[0, 1.5]),
            "too sure": lambda d: d["body"][0].update(confidence=1.5),
            "no row key": lambda d: d["plan"]["targets"][0].pop("row"),
            "unknown comparator": lambda d: quantity(d).update(comparator="=="),
            "value in words": lambda d: quantity(d).update(value="80"),
            "date as printed": lambda d: d["header"].update(date="07/03/2031"),
            "place of a field": lambda d: d["header"].update(at={"date": 4}),
            "unknown relation": lambda d: d["citations"][0].update(relation="cites"),
        }
        for name, change in broken.items():
            with self.subTest(name):
                document = copy.deepcopy(self.base)
                change(document)
                self.assertFalse(self.validator.is_valid(document))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
