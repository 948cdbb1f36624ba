#!/usr/bin/env python3
"""Measures the structure that the program finds, against annotated documents.

usage: structure.py [GOLD_DIR] PREDICTED [--texts DIR] [--reference DIR]
                    [--details] [--json FILE] [--out DIR]

PREDICTED is the program, or a folder with its output: NAME.json for each NAME.json of GOLD_DIR.
Where it is the program, the text of NAME.json is NAME.txt or NAME.md beside it, or in --texts.
Without GOLD_DIR the annotated documents of the corpus are measured: corpus/plans and
corpus/documents. With --reference also the documents of a folder that is not part of the project:
those of its gold/ with the texts in seeds/, and of real/gold with the texts in real/plans.

Prints the tables; --details prints each item that is missing or too much, which must not be
published where the text must not; --json writes the figures, --out writes structure.json,
structure.md and the figures of README.md. Same documents and program: same bytes, but for the
times.

The protocol is that of GROBID's end-to-end evaluation: precision, recall and F1 of each field by
four matchers (strict, soft, Levenshtein, Ratcliff/Obershelp; matchers.py says how each pairs the
items of a document), their micro average (all items alike) and macro average (all fields alike),
and how many documents are right as a whole.

What counts as right. A component of a document is a list of items without order (components.py
has a row for each). An item is right if it is paired with one of the same component and document;
all others are missing or too much. Texts are compared in NFC, with one blank for white space, one
kind of dash and quotation mark, and without the punctuation at their end; header fields (but the
title), signatures, awards and units keep theirs.

    header fields   each by itself
    signature       authority, position, name, each by itself; only the first signature
    recipients      each by itself; `archive` is the last line of them
    preamble        the text of each node; closing likewise
    headings        kind, label, depth and text
    body nodes      the same for all nodes, with the kinds and labels of all nodes above
    body texts      text alone: was it told apart from its neighbours, wherever it was put
    ids             id and text
    roles           each role of each heading
    table cells     text; the row and the column do not count
    citations       type, number, date and issuer together; then each of them alone, and the
                    relation with number and text
    plan lists      the text of each entry, list by list; of subjects also text and group
    targets         text with all quantities; then each quantity alone
    periods         start and end
    deadlines       date and relation
    awards          form and grantor
    assignments     assignee and task, each task an item; collaborators likewise
    diagnostics     the code; the six codes that gold files annotate
    repairs         before and after, exactly, for every matcher

What is left out, and why.
- Components whose key the gold file lacks: it annotates a part of the document.
- A field that is null is no item: where gold and prediction both have none, nothing was found and
  nothing counts. (A whole document is right only if null is null.) Rows without any item are in
  no average; rows that only the prediction has items for are, with 0.
- Plan entries that a prediction takes from tables and appendices, where the gold file has none of
  these: annotations of the corpus leave them out, right ones would count as wrong.
- A gold file with "truncated": true ends in the middle of a sentence: its last node, what comes
  after it, and the entries of the plan from there are not scored.
- Spans, markers, messages, rules, keys that the annotation has not; the node of an entry, the raw
  text of a quantity or deadline and the label of a period: they say where the values come from.
- A document without a readable prediction is not left out: all its items are missing.

Unlike GROBID, case counts for the strict matcher, rows with false positives only are in the
averages, and an item that is made of several parts is right as a whole or not at all.

Where the prediction has confidences (headings, citations, entries of the plan), they are compared
with the share that is right by the strict matcher, as measure.py does with repairs.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import tempfile
import time

import score
from components import COMPONENTS, GROUPS, LEVELS, views
from matchers import MATCHERS, match

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ("corpus/plans", "corpus/documents")
REFERENCE = (("gold", "seeds"), ("real/gold", "real/plans"))
TEXTS = (".txt", ".md")  # what the program reads
SHOWN = {"strict": "strict", "soft": "soft", "levenshtein": "Levenshtein",
         "ratcliff": "Ratcliff/Obershelp"}
KINDS = ("headings", "citations", "entries")  # that may carry a confidence


# --- predictions ----------------------------------------------------------------------------------

class Folder:
    """Predictions that are there already."""

    def __init__(self, path):
        self.path = path

    def predict(self, texts, names):
        """({name: document}, None); what cannot be read is not in it."""
        return {name: document for name in names
                if (document := read_json(self.path / f"{name}.json")) is not None}, None


class Program:
    def __init__(self, path):
        self.path = str(path)

    def predict(self, texts, names):
        """({name: document}, times): a run for each document, then one for all together."""
        found, paths = {}, [texts[name] for name in names]
        if not names:
            return found, None
        with tempfile.TemporaryDirectory() as out:
            start = time.perf_counter()
            for name in names:
                self.run("--out", out, texts[name])
            each = time.perf_counter() - start
            for name in names:
                document = read_json(pathlib.Path(out) / f"{name}.json")
                if document is not None:
                    found[name] = document
            start = time.perf_counter()
            self.run("--out", out, *paths)
            together = time.perf_counter() - start
        size = sum(path.stat().st_size for path in paths)
        times = {"seconds": round(each, 3), "documents_per_second": round(len(names) / each, 1),
                 "seconds_in_one_run": round(together, 3),
                 "bytes_per_second": round(size / together)}
        return found, times

    def run(self, *arguments):
        """Failures show in what is not written."""
        subprocess.run([self.path, "parse", *map(str, arguments)], check=False, timeout=600,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def read_json(path):
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return document if isinstance(document, dict) else None


# --- one set of documents -------------------------------------------------------------------------

class Tally:
    """Items of one component: how many there are, how many of them are right by each matcher."""

    def __init__(self):
        self.gold = self.predicted = 0
        self.right = collections.Counter()

    def __add__(self, other):
        both = Tally()
        both.gold, both.predicted = self.gold + other.gold, self.predicted + other.predicted
        both.right = self.right + other.right
        return both

    def figures(self):
        """{matcher: (precision, recall, F1)}"""
        found = {}
        for matcher in MATCHERS:
            right = self.right[matcher]
            found[matcher] = (right / self.predicted if self.predicted else 0.0,
                              right / self.gold if self.gold else 0.0,
                              2 * right / (self.predicted + self.gold) if right else 0.0)
        return found


class Evaluation:
    """Of one set of documents."""

    def __init__(self):
        self.documents = self.unread = 0
        self.tallies = {component.name: Tally() for component in COMPONENTS}
        self.levels = {level: collections.Counter() for level in LEVELS}
        self.judged = {kind: [] for kind in KINDS}
        self.misses = []

    def add(self, name, gold, predicted):
        """One document; `predicted` is None where there is no readable prediction."""
        self.documents += 1
        self.unread += predicted is None
        gold, predicted_view = views(gold, predicted or {})
        wrong, judged = collections.defaultdict(set), {}
        scored = [component for component in COMPONENTS if gold.has(component.path)]
        for component in scored:
            here, there = component.items(gold), component.items(predicted_view)
            pairs = match(here, there)
            tally = self.tallies[component.name]
            tally.gold += len(here)
            tally.predicted += len(there)
            for matcher, found in pairs.items():
                tally.right[matcher] += len(found)
                if predicted is None or len(found) < max(len(here), len(there)):
                    wrong[component.name].add(matcher)
            self.list_misses(f"{name}: {component.name}", here, there, pairs)
            if component.judged:
                judge(component.judged, there, {j for _, j in pairs["strict"]}, judged)
        self.add_levels({component.name for component in scored}, wrong)
        for kind, confidence, right in judged.values():
            self.judged[kind].append((confidence, right))

    def add_levels(self, scored, wrong):
        for level, names in LEVELS.items():
            if names & scored:
                self.levels[level]["documents"] += 1
                for matcher in MATCHERS:
                    self.levels[level][matcher] += not any(matcher in wrong[name]
                                                           for name in names & scored)

    def list_misses(self, where, gold, predicted, pairs):
        """What the strict matcher has not paired, and which others have."""
        for what, items, side in (("missing", gold, 0), ("extra  ", predicted, 1)):
            paired = {matcher: {pair[side] for pair in found} for matcher, found in pairs.items()}
            for k, item in enumerate(items):
                if k not in paired["strict"]:
                    others = ", ".join(m for m in MATCHERS if k in paired[m])
                    self.misses.append(f"{where}: {what} {item.shown()}" +
                                       (f" (right by {others})" if others else ""))


def judge(kind, items, right, judged):
    """Adds (kind, confidence, right) of each thing that carries a confidence; what gives several
    items is right if all of them are."""
    for j, item in enumerate(items):
        confidence = item.source.get("confidence")
        if confidence is not None:
            before = judged.get(id(item.source), (kind, confidence, True))
            judged[id(item.source)] = (kind, confidence, before[2] and j in right)


def evaluate(gold_folder, texts_folder, predictor):
    """(Evaluation, bytes of the texts, times, names of what has no text to run the program on)."""
    gold = {path.stem: document for path in sorted(gold_folder.glob("*.json"))
            if (document := read_json(path)) is not None}
    texts = {name: path for name in gold for end in reversed(TEXTS)
             if (path := texts_folder / (name + end)).exists()}
    names = [name for name in gold if name in texts or isinstance(predictor, Folder)]
    predicted, times = predictor.predict(texts, names)
    evaluation = Evaluation()
    for name in names:
        evaluation.add(name, gold[name], predicted.get(name))
    size = sum(texts[name].stat().st_size for name in names if name in texts)
    return evaluation, size, times, [name for name in gold if name not in names]


# --- figures --------------------------------------------------------------------------------------

def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def row(name, tally, figures):
    return {"name": name, "gold": tally.gold, "predicted": tally.predicted,
            **{matcher: [round(value, 4) for value in figures[matcher]] for matcher in MATCHERS}}


def averages(name, tallies):
    """The rows of micro and macro average over some components."""
    total = sum(tallies, Tally())
    each = [tally.figures() for tally in tallies if tally.gold or tally.predicted]
    yield row(f"{name} (micro average)", total, total.figures())
    yield row(f"{name} (macro average)", total,
              {matcher: [mean(one[matcher][k] for one in each) for k in range(3)]
               for matcher in MATCHERS})


def calibration(judged):
    table, error = score.reliability(judged)
    return {"judged": len(judged), "right": sum(right for _, right in judged),
            "expected_error": error, "table": table}


def figures_of(evaluation, size, times, left_out):
    """One set as it is written to JSON."""
    groups = []
    for group in GROUPS:
        tallies = {c.name: evaluation.tallies[c.name] for c in COMPONENTS if c.group == group}
        groups.append({
            "name": group,
            "rows": [row(name, tally, tally.figures()) for name, tally in tallies.items()
                     if tally.gold or tally.predicted],
            "averages": list(averages(group, list(tallies.values())))})
    groups = [group for group in groups if group["rows"]]
    return {
        "documents": evaluation.documents, "without_prediction": evaluation.unread,
        "left_out": len(left_out), "bytes": size, "groups": groups,
        "averages": list(averages("all", list(evaluation.tallies.values()))),
        "whole": [{"name": level, **{key: counts[key] for key in ("documents", *MATCHERS)}}
                  for level, counts in evaluation.levels.items()],
        "time": times,
        "calibration": {kind: calibration(judged) for kind, judged in
                        {**evaluation.judged, "all": sum(evaluation.judged.values(), [])}.items()
                        if judged}}


# --- printing -------------------------------------------------------------------------------------

def percent(share):
    return f"{100 * share:.2f}"


def field_line(one, strong=False):
    name = f"**{one['name']}**" if strong else one["name"]
    return f"| {name} | {one['gold']} | {one['predicted']} | " + " | ".join(
        " | ".join(map(percent, one[matcher])) for matcher in MATCHERS) + " |"


def fields_table(one):
    yield "| field | gold | predicted | " + " | ".join(
        f"{SHOWN[matcher]}: P | R | F1" for matcher in MATCHERS) + " |"
    yield "|---|---:|---:|" + "---:|" * 3 * len(MATCHERS)
    for group in one["groups"]:
        yield from map(field_line, group["rows"])
        yield from (field_line(average, True) for average in group["averages"])
    yield from (field_line(average, True) for average in one["averages"])


def whole_table(one):
    yield "| right in a document | documents | " + " | ".join(SHOWN[m] for m in MATCHERS) + " |"
    yield "|---|---:|" + "---:|" * len(MATCHERS)
    for level in one["whole"]:
        yield f"| {level['name']} | {level['documents']} | " + " | ".join(
            str(level[matcher]) for matcher in MATCHERS) + " |"


def calibration_tables(one):
    if not one["calibration"]:
        yield "Confidence against truth: no confidences."
        return
    yield "Confidence against truth, by the strict matcher:"
    yield from ("", "| | confidence from | items | mean confidence | right |",
                "|---|---:|---:|---:|---:|")
    for kind, found in one["calibration"].items():
        for low, number, sure, right in found["table"]:
            yield f"| {kind} | {low} | {number} | {percent(sure)} | {percent(right)} |"
    yield ""
    yield "Expected calibration error: " + ", ".join(
        f"{kind} {found['expected_error']:.4f} ({found['judged']} items)"
        for kind, found in one["calibration"].items()) + "."


def time_line(times):
    return (f"Time, start of the process included: {times['seconds']} s for a run each, "
            f"{times['documents_per_second']} documents a second; all in one run "
            f"{times['seconds_in_one_run']} s, {times['bytes_per_second']} bytes a second.")


def markdown(results):
    """The whole of structure.md."""
    yield "# Structure: precision, recall and F1"
    yield ""
    yield (f"Written by `{results['command']}`. Figures are percent of items; what an item is, when "
           "it is right and what is left out stands at the head of `structure.py`. Time is that of "
           "the machine at that hour; all else can be reproduced.")
    for name, one in results["sets"].items():
        yield from ("", f"## {name}: {one['documents']} documents, {one['bytes']} bytes", "")
        if one["without_prediction"]:
            yield from (f"{one['without_prediction']} without a readable prediction: all they have "
                        "is missing.", "")
        if one["left_out"]:
            yield from (f"{one['left_out']} annotations are left out: their documents are no text "
                        "or Markdown.", "")
        yield from fields_table(one)
        yield ""
        yield from whole_table(one)
        yield ""
        if one["time"]:
            yield from (time_line(one["time"]), "")
        yield from calibration_tables(one)


def summary(results):
    """The averages and what is wholly right, for the README."""
    yield ("| documents | | micro F1: " + " | ".join(SHOWN[m] for m in MATCHERS) +
           " | macro F1: strict | wholly right |")
    yield "|---|---:|" + "---:|" * (len(MATCHERS) + 2)
    for name, one in results["sets"].items():
        micro, macro = one["averages"]
        whole = one["whole"][-1]
        yield (f"| {name} | {one['documents']} | " +
               " | ".join(percent(micro[matcher][2]) for matcher in MATCHERS) +
               f" | {percent(macro['strict'][2])} | {whole['strict']} |")


BEGIN, END = "<!-- structure -->\n", "<!-- end of structure -->"


def write_summary(readme, results):
    """Between the marks of the README, where there is one."""
    if readme.exists() and BEGIN in (text := readme.read_text(encoding="utf-8")):
        head, rest = text.split(BEGIN, 1)
        readme.write_text(head + BEGIN + "\n".join(summary(results)) + "\n" + END +
                          rest.split(END, 1)[1], encoding="utf-8")


def rows_on_lines(results):
    """JSON with a line for each row, so that a change of figures can be read as a diff."""
    text = json.dumps(results, ensure_ascii=False, indent=1)
    decode = json.JSONDecoder()
    out, at = [], 0
    while (begin := text.find("{\n", at + 1)) != -1:
        found, end = decode.raw_decode(text, begin)
        if "name" in found and "rows" not in found:
            out.append(text[at:begin] + json.dumps(found, ensure_ascii=False))
            at = end
        else:
            out.append(text[at:begin + 1])
            at = begin + 1
    return "".join(out) + text[at:] + "\n"


# --- the command ----------------------------------------------------------------------------------

def folder_sets(options):
    """{name: (folder of annotations, folder of texts)}"""
    if options.gold:
        sets = {options.gold.resolve().name: (options.gold, options.texts or options.gold)}
    else:
        sets = {name: (ROOT / name, ROOT / name) for name in CORPUS}
    if options.reference:
        sets.update({f"reference: {gold}": (options.reference / gold, options.reference / texts)
                     for gold, texts in REFERENCE})
    return {name: folders for name, folders in sets.items() if folders[0].is_dir()}


def command(options):
    """As typed, without the paths of this machine."""
    words = ["benchmarks/quality/structure.py", *(["GOLD_DIR"] if options.gold else []),
             "PREDICTED" if options.predicted.is_dir() else "PROGRAM",
             *(["--texts DIR"] if options.texts else []),
             *(["--reference DIR"] if options.reference else []),
             *(["--out benchmarks/quality"] if options.out else [])]
    return " ".join(words)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=pathlib.Path, nargs="?", metavar="GOLD_DIR")
    parser.add_argument("predicted", type=pathlib.Path, metavar="PREDICTED",
                        help="the program, or a folder with its output")
    parser.add_argument("--texts", type=pathlib.Path, metavar="DIR",
                        help="where the texts of GOLD_DIR stand")
    parser.add_argument("--reference", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--details", action="store_true", help="each item missing or too much")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--out", type=pathlib.Path, metavar="DIR")
    options = parser.parse_intermixed_args()
    sets = folder_sets(options)
    if not sets:
        parser.error("no folder with annotations")
    if not options.predicted.exists():
        parser.error(f"{options.predicted} does not exist")
    predictor = (Folder if options.predicted.is_dir() else Program)(options.predicted.resolve())
    results = {"command": command(options), "sets": {}}
    for name, folders in sets.items():
        evaluation, *rest = evaluate(*folders, predictor)
        if not evaluation.documents:
            parser.error(f"no documents in {folders[0]}")
        results["sets"][name] = figures_of(evaluation, *rest)
        if options.details:
            print("".join(f"{name}/{miss}\n" for miss in evaluation.misses), end="")
    text = "\n".join(markdown(results)) + "\n"
    if options.json:
        options.json.write_text(rows_on_lines(results), encoding="utf-8")
    if options.out:
        (options.out / "structure.json").write_text(rows_on_lines(results), encoding="utf-8")
        (options.out / "structure.md").write_text(text, encoding="utf-8")
        write_summary(options.out / "README.md", results)
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
