#!/usr/bin/env python3
"""The scorer of structure agrees with examples counted by hand."""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import bench
import matchers
import structure
from matchers import Item

LONG = "Trồng mới cây bóng mát dọc các trục đường xã"  # 44 letters and blanks
GOLD = {
    "header": {"agency": {"parent": None, "name": "UBND XÃ VÂN KHÊ"},
               "number": {"text": "47/KH-UBND", "ordinal": "47", "symbol": "KH-UBND"},
               "place": "Vân Khê", "date": "2025-10-17", "title": "Trồng cây"},
    "signature": {"authority": None, "position": "CHỦ TỊCH", "name": "Lê Văn A"},
    "recipients": {"items": ["Các thôn", "Đảng ủy xã"], "archive": "VT"},
    "preamble": [{"kind": "paragraph", "text": "Căn cứ Luật Bảo vệ môi trường;"}],
    "body": [
        {"kind": "roman", "label": "I", "id": "I", "title": "MỤC ĐÍCH", "roles": ["purpose"],
         "children": [{"kind": "dash", "label": None, "id": "I/-1", "text": LONG + ";"},
                      {"kind": "dash", "label": None, "id": "I/-2", "text": "Sạch đường."}]},
        {"kind": "roman", "label": "II", "id": "II", "title": "CHỈ TIÊU", "roles": ["target"],
         "children": [{"kind": "dash", "label": None, "id": "II/-1", "text": "Trồng 80 cây."}]},
        {"kind": "table", "label": None, "id": "t1", "rows": [["Thôn", "Cây"], ["Đông", "40"]]}],
    "closing": [],
    "plan": {
        "purposes": [{"text": LONG + ";", "node": "I/-1"}, {"text": "Sạch đường.", "node": "I/-2"}],
        "subjects": [{"text": "Hộ dân", "node": "I/-2", "group": "collective"}],
        "targets": [{"text": "Trồng 80 cây.", "node": "II/-1", "quantities": [
            {"comparator": "=", "value": 80, "value_max": None, "unit": "cây"}]}],
        "periods": [{"start": "2025-11", "end": None, "node": "I/-1"}],
        "deadlines": [{"date": "2025-12-01", "relation": "before", "node": "I/-1"}],
        "awards": [{"form": "Giấy khen", "grantor": None, "node": "I/-1"}],
        "assignments": [{"assignee": "Công an xã", "tasks": ["tuần tra", "báo cáo"],
                         "collaborators": ["Xã đội"], "node": "II/-1"}]},
    "citations": [{"type": "Luật", "number": None, "date": "2020-11-17", "issuer": None,
                   "text": "Luật Bảo vệ môi trường", "relation": "basis"},
                  {"type": "Kế hoạch", "number": "3120/KH-UBND", "date": None,
                   "issuer": "UBND tỉnh", "text": "Kế hoạch số 3120/KH-UBND",
                   "relation": "mention"}],
    "repairs": [{"before": "nh n", "after": "nhân"}],
    "diagnostics": [{"code": "label-gap"}],
}
MATCHERS = list(structure.MATCHERS)


def figures(predicted, gold=None):
    """The figures of one document: {row: row}, with the averages and whole-document counts."""
    evaluation = structure.Evaluation()
    evaluation.add("x", copy.deepcopy(gold or GOLD), predicted)
    one = structure.figures_of(evaluation, 0, None, [])
    rows = {row["name"]: row for group in one["groups"]
            for row in group["rows"] + group["averages"]}
    rows.update((row["name"], row) for row in one["averages"])
    rows.update((row["name"], row) for row in one["whole"])
    return rows, evaluation, one


def changed(change):
    document = copy.deepcopy(GOLD)
    change(document)
    return document


def f1(precision, recall):
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0


class Figures(unittest.TestCase):
    def assert_row(self, row, **by_matcher):
        """(precision, recall) by matcher; `others` for those that are not named."""
        for matcher in MATCHERS:
            precision, recall = by_matcher.get(matcher, by_matcher.get("others"))
            self.assertEqual(row[matcher], [round(precision, 4), round(recall, 4),
                                            f1(precision, recall)], (row["name"], matcher))

    def assert_only(self, rows, *wrong):
        """All rows but these, and the averages, are right."""
        for name, row in rows.items():
            if "average" not in name and "documents" not in row and name not in wrong:
                self.assert_row(row, others=(1, 1))

    def test_gold_against_itself_is_right_everywhere(self):
        rows, evaluation, _ = figures(copy.deepcopy(GOLD))
        for name, row in rows.items():
            if "documents" in row:
                self.assertEqual([row[matcher] for matcher in MATCHERS], [1] * 4, name)
            else:
                self.assert_row(row, others=(1, 1))
        self.assertEqual(evaluation.misses, [])
        self.assertEqual((rows["body nodes"]["gold"], rows["table cells"]["gold"],
                          rows["assignments"]["gold"], rows["citation numbers"]["gold"]),
                         (6, 4, 2, 1))
        self.assertNotIn("agency.parent", rows)  # null in both: no item
        self.assertNotIn("closing", rows)

    def test_so_is_the_corpus(self):
        plans = sorted((bench.ROOT / "corpus" / "plans").glob("*.json"))
        self.assertGreater(len(plans), 10)
        for path in plans:
            with self.subTest(plan=path.name):
                document = json.loads(path.read_text(encoding="utf-8"))
                rows, evaluation, _ = figures(copy.deepcopy(document), document)
                self.assertEqual(evaluation.misses, [])
                self.assertEqual(rows["all (macro average)"]["ratcliff"], [1, 1, 1])
                self.assertEqual(rows["whole document"]["strict"], 1)

    def test_a_changed_field(self):
        rows, evaluation, _ = figures(changed(lambda d: d["header"].update(place="Hà Nội")))
        self.assert_row(rows["place"], others=(0, 0))
        self.assert_only(rows, "place")
        self.assert_row(rows["header (micro average)"], others=(6 / 7, 6 / 7))
        for matcher in MATCHERS:  # seven fields with items, one of them with nothing right
            self.assertEqual(rows["header (macro average)"][matcher], [round(6 / 7, 4)] * 3)
        self.assertEqual([rows[level]["strict"] for level in structure.LEVELS], [0, 1, 1, 0])
        self.assertEqual(evaluation.misses,
                         ["x: place: missing Vân Khê", "x: place: extra   Hà Nội"])

    def test_a_field_too_much_and_one_too_little(self):
        agency = {"parent": "UBND", "name": None}
        rows, _, _ = figures(changed(lambda d: d["header"].update(agency=agency)))
        self.assert_row(rows["agency.parent"], others=(0, 0))
        self.assertEqual([(rows[name]["gold"], rows[name]["predicted"])
                          for name in ("agency.parent", "agency.name")], [(0, 1), (1, 0)])
        self.assert_row(rows["header (micro average)"], others=(6 / 7, 6 / 7))
        for matcher in MATCHERS:
            self.assertEqual(rows["header (macro average)"][matcher], [round(6 / 8, 4)] * 3)

    def test_a_date_or_a_number_one_digit_off_is_wrong_for_every_matcher(self):
        rows, _, _ = figures(changed(lambda d: d["header"].update(date="2025-10-18")))
        self.assert_row(rows["date"], others=(0, 0))
        rows, _, _ = figures(changed(lambda d: d["citations"][1].update(number="3121/KH-UBND")))
        self.assert_row(rows["citation numbers"], others=(0, 0))
        self.assert_row(rows["citations"], others=(0.5, 0.5))
        self.assert_row(rows["citation issuers"], others=(1, 1))
        rows, _, _ = figures(changed(lambda d: d["citations"][1].update(number="3120/kh-ubnd")))
        self.assert_row(rows["citation numbers"], soft=(1, 1), others=(0, 0))

    def test_a_missing_node(self):
        rows, _, _ = figures(changed(lambda d: d["body"][0]["children"].pop()))
        for name in ("body nodes", "body texts", "ids"):
            self.assert_row(rows[name], others=(1, 5 / 6))
        self.assert_only(rows, "body nodes", "body texts", "ids")
        self.assertEqual([rows[level]["soft"] for level in structure.LEVELS], [1, 1, 0, 0])

    def test_an_extra_node(self):
        extra = {"kind": "dash", "label": None, "id": "II/-2", "text": "Lời thừa."}
        rows, _, _ = figures(changed(lambda d: d["body"][1]["children"].append(extra)))
        for name in ("body nodes", "body texts", "ids"):
            self.assert_row(rows[name], others=(6 / 7, 1))
        self.assert_only(rows, "body nodes", "body texts", "ids")

    def test_a_node_below_another_one(self):
        def move(document):
            document["body"][1]["children"] += document["body"][0]["children"][1:]
            del document["body"][0]["children"][1]
        rows, _, _ = figures(changed(move))
        self.assert_row(rows["body nodes"], others=(5 / 6, 5 / 6))
        self.assert_only(rows, "body nodes")

    def test_an_item_that_is_taken_for_a_heading(self):
        def promote(document):
            node = document["body"][0]["children"][1]
            node["title"], node["text"] = node["text"], None
        rows, _, _ = figures(changed(promote))
        self.assert_row(rows["headings"], others=(2 / 3, 1))
        self.assert_row(rows["body nodes"], others=(5 / 6, 5 / 6))
        self.assert_only(rows, "headings", "body nodes")

    def test_a_text_in_another_case(self):
        def capitals(document):
            document["body"][0]["children"][0]["text"] = LONG.upper()
        rows, evaluation, _ = figures(changed(capitals))
        for name in ("body nodes", "body texts", "ids"):
            self.assert_row(rows[name], soft=(1, 1), others=(5 / 6, 5 / 6))
        self.assert_only(rows, "body nodes", "body texts", "ids")
        self.assertEqual([rows["whole document"][matcher] for matcher in MATCHERS], [0, 1, 0, 0])
        self.assertTrue(evaluation.misses[0].endswith("(right by soft)"), evaluation.misses[0])

    def test_one_letter_in_another_case(self):
        def lower(document):
            document["body"][0]["children"][0]["text"] = LONG.lower()
        rows, _, _ = figures(changed(lower))
        self.assert_row(rows["body nodes"], strict=(5 / 6, 5 / 6), others=(1, 1))
        self.assertEqual([rows["whole outline"][matcher] for matcher in MATCHERS], [0, 1, 1, 1])

    def test_a_few_letters_off(self):
        def shorten(document):  # 37 of 44 letters are left: 0.84, and 2 * 37 / 81 = 0.91
            document["plan"]["purposes"][0]["text"] = LONG[:37]
        rows, _, _ = figures(changed(shorten))
        self.assert_row(rows["purposes"], levenshtein=(1, 1), others=(0.5, 0.5))

    def test_what_ends_a_text_and_how_blanks_and_dashes_are_written_does_not_matter(self):
        def rewrite(document):
            document["body"][0]["children"][0]["text"] = LONG.replace(" ", "  ") + "."
            document["header"]["number"]["text"] = "47/KH–UBND"
        self.assertEqual(figures(changed(rewrite))[1].misses, [])

    def test_parts_of_the_plan(self):
        def change(document):
            plan = document["plan"]
            plan["targets"][0]["quantities"][0]["value"] = 81
            plan["periods"][0]["end"] = "2025-12"
            plan["deadlines"].append({"date": None, "relation": "by", "node": "I/-1"})
            plan["awards"][0]["grantor"] = "UBND"
            plan["assignments"][0]["tasks"].pop()
            plan["assignments"][0]["collaborators"] = []
            plan["subjects"][0]["group"] = None
        rows, _, _ = figures(changed(change))
        for name in ("targets", "quantities", "periods", "awards", "collaborators",
                     "subject groups"):
            self.assert_row(rows[name], others=(0, 0))
        self.assert_row(rows["deadlines"], others=(1 / 2, 1))
        self.assert_row(rows["assignments"], others=(1, 1 / 2))
        self.assert_row(rows["subjects"], others=(1, 1))

    def test_of_the_diagnostics_six_codes_count(self):
        def remark(document):
            document["diagnostics"] += [{"code": "suspect-word"}, {"code": "label-gap"}]
        self.assert_row(figures(changed(remark))[0]["diagnostics"], others=(1 / 2, 1))


class LeftOut(unittest.TestCase):
    def test_what_the_annotation_lacks(self):
        gold = changed(lambda d: [d.pop("signature"), d["plan"].pop("tasks", 0),
                                  d["header"].pop("place"), d.pop("citations")])
        rows, _, _ = figures(changed(lambda d: d["plan"].update(tasks=[{"text": "a"}])), gold)
        for name in ("signature.name", "tasks", "place", "citations", "relations"):
            self.assertNotIn(name, rows)
        self.assertEqual(rows["whole document"]["strict"], 1)

    def test_what_is_null_in_the_annotation_is_annotated(self):
        gold = changed(lambda d: d.update(signature=None))
        rows, _, _ = figures(copy.deepcopy(GOLD), gold)
        row = rows["signature.name"]
        self.assertEqual((row["gold"], row["predicted"]), (0, 1))
        self.assertEqual(rows["whole document"]["strict"], 0)

    def test_entries_from_tables_where_the_annotation_has_none(self):
        from_table = {"text": "Thôn Đông", "node": "t1", "row": 1}
        predicted = changed(lambda d: d["plan"]["purposes"].append(from_table))
        self.assertEqual(figures(predicted)[1].misses, [])
        rows, _, _ = figures(copy.deepcopy(GOLD), predicted)  # and where it has some
        self.assertEqual(rows["purposes"]["strict"][:2], [1, round(2 / 3, 4)])

    def test_what_comes_after_the_last_node_of_a_truncated_annotation(self):
        def cut(document):
            document["truncated"] = True
            del document["body"][1:]
            document["body"][0]["children"][1]["text"] = "Sạch"
            document["plan"] = {"purposes": [document["plan"]["purposes"][0],
                                             {"text": "Sạch", "node": "I/-2"}]}
        rows, evaluation, _ = figures(copy.deepcopy(GOLD), changed(cut))
        self.assertEqual(evaluation.misses, [])
        self.assertEqual((rows["body nodes"]["predicted"], rows["purposes"]["predicted"]), (2, 1))

    def test_a_document_without_prediction_is_not(self):
        rows, evaluation, _ = figures(None)
        self.assertEqual(evaluation.unread, 1)
        self.assertEqual(rows["body nodes"]["strict"], [0, 0, 0])
        self.assertEqual(rows["all (micro average)"]["soft"], [0, 0, 0])
        self.assertEqual([rows[level]["soft"] for level in structure.LEVELS], [0] * 4)


class Pairs(unittest.TestCase):
    def pairs(self, gold, predicted, matcher):
        return sorted(matchers.match([Item(texts=[t]) for t in gold],
                                     [Item(texts=[t]) for t in predicted])[matcher])

    def test_equal_texts_first_and_each_once(self):
        self.assertEqual(self.pairs(["a", "a", "b"], ["b", "a", "c"], "strict"), [(0, 1), (2, 0)])
        self.assertEqual(self.pairs(["0123456789", "012345678x"], ["012345678x", "0123456789"],
                                    "levenshtein"), [(0, 1), (1, 0)])

    def test_then_the_most_alike(self):
        # The first is nearer to the second prediction and leaves the other to the second.
        self.assertEqual(self.pairs(["0123456789", "01234567xy"], ["01234567ab", "012345678x"],
                                    "levenshtein"), [(0, 1), (1, 0)])

    def test_thresholds(self):
        for other, levenshtein, ratcliff in (
                ("x1234567890123456789", True, True),    # 19 of 20: 0.95
                ("xx234567890123456789", True, False),   # 18 of 20
                ("xxxx4567890123456789", True, False),   # 16 of 20: 0.8
                ("xxxxx567890123456789", False, False)):
            found = [bool(self.pairs(["01234567890123456789"], [other], matcher))
                     for matcher in ("levenshtein", "ratcliff")]
            self.assertEqual(found, [levenshtein, ratcliff], other)

    def test_soft(self):
        self.assertEqual(self.pairs(["Mục đích, yêu cầu"], ["MỤC ĐÍCH - YÊU CẦU:"], "soft"),
                         [(0, 0)])
        self.assertEqual(self.pairs(["80%"], ["81%"], "soft"), [])
        self.assertEqual(self.pairs(["..."], ["---"], "soft"), [])

    def test_values_and_lacking_texts_are_never_alike(self):
        for one, other in ((Item(["a"], texts=["x"]), Item(["A"], texts=["x"])),
                           (Item(texts=["x", None]), Item(texts=["x", "y"])),
                           (Item(texts=["x"]), Item(texts=["x", "x"]))):
            self.assertEqual(set(map(tuple, matchers.match([one], [other]).values())), {()})

    def test_distance(self):
        for one, other, distance in (("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3),
                                     ("abc", "bcd", 2), ("ab", "ba", 2)):
            self.assertEqual(matchers.distance_within(one, other, 9), distance)
            self.assertEqual(matchers.distance_within(other, one, distance), distance)
            if distance:
                self.assertIsNone(matchers.distance_within(one, other, distance - 1))


class Confidence(unittest.TestCase):
    def test_no_confidences(self):
        one = figures(copy.deepcopy(GOLD))[2]
        self.assertEqual(one["calibration"], {})
        self.assertIn("Confidence against truth: no confidences.",
                      structure.calibration_tables(one))

    def test_reliability(self):
        def confide(document):
            for heading, sure in zip(document["body"], (0.95, 0.65)):
                heading["confidence"] = sure
            document["body"][1]["title"] = "SAI"
            document["citations"][0]["confidence"] = 0.999
            document["plan"]["assignments"][0]["confidence"] = 0.9
            document["plan"]["assignments"][0]["tasks"][1] = "sai"  # one of two tasks is wrong
        calibration = figures(changed(confide))[2]["calibration"]
        self.assertEqual(calibration["headings"], {
            "judged": 2, "right": 1, "expected_error": 0.35,
            "table": [[0.6, 1, 0.65, 0.0], [0.95, 1, 0.95, 1.0]]})
        self.assertEqual(calibration["citations"]["right"], 1)
        entries = calibration["entries"]
        self.assertEqual((entries["judged"], entries["right"]), (1, 0))
        self.assertEqual(calibration["all"]["judged"], 4)
        self.assertEqual(calibration["all"]["expected_error"],
                         round((0.05 + 0.65 + 0.001 + 0.9) / 4, 4))


# What a program does that knows the answers: `parse --out DIR TEXT...` writes what stands beside.
ORACLE = """#!{python}
import pathlib, shutil, sys
for text in map(pathlib.Path, sys.argv[4:]):
    shutil.copy(text.with_suffix(".answer"), pathlib.Path(sys.argv[3]) / (text.stem + ".json"))
"""


class Command(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name in ("gold", "texts", "predicted"):
            (self.folder / name).mkdir()
        wrong = changed(lambda d: d["header"].update(place="Hà Nội"))
        for name, document in (("one", GOLD), ("two", wrong)):
            self.write(f"gold/{name}.json", json.dumps(GOLD))
            self.write(f"predicted/{name}.json", json.dumps(document))
            self.write(f"texts/{name}.answer", json.dumps(document))
        self.write("texts/one.txt", "x" * 100)
        self.write("texts/two.md", "x" * 50)
        self.write("gold/word.json", json.dumps(GOLD))  # its text is none
        self.write("oracle", ORACLE.format(python=sys.executable))
        (self.folder / "oracle").chmod(0o755)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def run_structure(self, *arguments):
        """(what is printed, the figures of the one set)"""
        figures = self.folder / "figures.json"
        done = subprocess.run([sys.executable, "-B", structure.__file__, *map(str, arguments),
                               "--json", str(figures)], check=True, capture_output=True, text=True,
                              cwd=self.folder)
        return done.stdout, json.loads(figures.read_text(encoding="utf-8"))["sets"]["gold"]

    def test_a_folder_of_predictions(self):
        text, one = self.run_structure("gold", "--details", "predicted")
        self.assertEqual((one["documents"], one["without_prediction"], one["left_out"]), (3, 1, 0))
        self.assertIsNone(one["time"])
        self.assertIn("gold/two: place: extra   Hà Nội\n", text)
        self.assertIn("| whole document | 3 | 1 | 1 | 1 | 1 |\n", text)

    def test_a_program(self):
        out = self.folder / "out"
        out.mkdir()
        (out / "README.md").write_text(f"a\n{structure.BEGIN}before\n{structure.END}\nb\n")
        text, one = self.run_structure("gold", "oracle", "--texts", "texts", "--out", out)
        self.assertEqual(text, "")
        self.assertEqual([one[key] for key in ("documents", "without_prediction", "left_out", "bytes")],
                         [2, 0, 1, 150])
        self.assertGreater(one["time"]["bytes_per_second"], 0)
        self.assertIn("| place | 2 | 2 | 50.00 | 50.00 | 50.00 |",
                      (out / "structure.md").read_text(encoding="utf-8"))
        written = json.loads((out / "structure.json").read_text(encoding="utf-8"))
        self.assertEqual(written["sets"]["gold"], one)
        readme = (out / "README.md").read_text(encoding="utf-8")
        self.assertTrue(readme.startswith("a\n") and readme.endswith("\nb\n"))
        self.assertRegex(readme, r"\| gold \| 2 \| [\d.]+ \|")
        self.assertNotIn("before", readme)


if __name__ == "__main__":
    unittest.main()
