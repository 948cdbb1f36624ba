#!/usr/bin/env python3
"""Measures what the program's repair is worth, on text that damage.py damages.

usage: measure.py PROGRAM [--texts DIR]... [--reference DIR] [--documents N] [--seed N]
                  [--kinds NAME,...] [--out DIR] [--changes FILE] [--keep DIR] [--no-corpus]

Sound texts are the plans of corpus/plans whose annotation lists no repairs, the .txt files of each
--texts folder (by themselves: a row's figures are never over two sets), and, where --reference is
given, documents cut from the held-out blocks of its lang/*.txt.xz. Prints the tables; with --out
writes results.json and results.md there, and the figures of README.md. Same seed, texts and program: same bytes, but for the
columns of time. --changes lists what was changed in sound text, which must not be published where
the text must not.
"""
import argparse
import collections
import json
import lzma
import pathlib
import subprocess
import sys
import tempfile
import time

import damage
import score

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus" / "plans"
# The trainer of the language model keeps back every 25th block of 400 lines, the first one of 25.
HOLD_OUT, BLOCK = 25, 400
DOCUMENT = 900  # syllables of a document cut from a held-out block
SCANNED = ROOT / "trainer" / "scanned.tsv"  # lines of the same text that a scanner has misread
WRAP = 78
# What the held-out text itself has misspelt, among the documents of the committed figures: what is
# to be restored is what was meant.
MISPRINTS = {" vệc ": " việc "}


def corpus_texts():
    """Plans that are sound: their annotation has no repairs."""
    return {path.stem: damage.clean_text(path.read_bytes()) for path in sorted(CORPUS.glob("*.txt"))
            if not json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["repairs"]}


def folder_texts(folder):
    return {path.stem: damage.clean_text(path.read_bytes())
            for path in sorted(pathlib.Path(folder).glob("*.txt"))}


def wrapped(line):
    """A paragraph as printed: lines of at most WRAP columns."""
    out, column = [], 0
    for word in line.split(" "):
        if column and column + 1 + len(word) > WRAP:
            out.append("\n" + word)
            column = len(word)
        else:
            out.append((" " if out else "") + word)
            column += len(word) + (1 if column else 0)
    return "".join(out)


def scanned_lines(name):
    """Ranges of the lines of a text, from 0, that are no sound text."""
    rows = [row.split("\t") for row in SCANNED.read_text(encoding="utf-8").splitlines()
            if not row.startswith("#")]
    return [range(int(first) - 1, int(last)) for text, first, last in rows if text == name]


def held_out_texts(archive, documents):
    """Documents of about DOCUMENT syllables, spread evenly over the blocks that the model has not
    seen; every other one is wrapped. Lines with characters that no sound text has are left out, and
    those that a scanner has read."""
    scanned = scanned_lines(archive.stem)
    found, lines, syllables, last = [], [], 0, None
    with lzma.open(archive, "rt", encoding="utf-8", newline="\n") as source:
        for number, line in enumerate(source):
            if number // BLOCK % HOLD_OUT != 0 or not is_sound(line):
                continue
            if any(number in lines_read for lines_read in scanned):
                continue
            if lines and (syllables >= DOCUMENT or number // BLOCK != last):
                found.append((f"{last:05}-{len(found):05}", lines))
                lines, syllables = [], 0
            last = number // BLOCK
            for misprint, meant in MISPRINTS.items():
                line = line.replace(misprint, meant)
            lines.append(line.rstrip("\n"))
            syllables += len(damage.SYLLABLE.findall(line))
    found += [(f"{last:05}-{len(found):05}", lines)] if lines else []
    number = min(documents, len(found))
    texts = {}
    for k in range(number):
        name, lines = found[k * len(found) // number]
        texts[name] = "".join((wrapped(line) if k % 2 else line) + "\n" for line in lines)
    return texts


def is_sound(line):
    """Nothing that sound text has not: foreign letters, ð for đ, controls, the soft hyphen."""
    return all(" " <= c < "\u0180" and c not in "ðÐ\xad" and not "\x7f" <= c <= "\x9f"
               or c in "ƠơƯư\n" or ord(c) in damage.LAST_UNICODE_BLOCK
               or "\u2010" <= c <= "\u2265" for c in line)


class Program:
    def __init__(self, path, keep=None):
        self.path, self.keep = str(path), keep

    def repaired(self, path):
        """(bytes, seconds). A file that the program refuses comes back as nothing."""
        start = time.perf_counter()
        done = subprocess.run([self.path, "repair", str(path)], stdout=subprocess.PIPE, check=False,
                              timeout=600)
        return done.stdout, time.perf_counter() - start

    def repairs(self, paths, out):
        """Lists of repairs by stem, from the JSON of `parse`."""
        subprocess.run([self.path, "parse", "--out", str(out), *map(str, paths)], check=False,
                       stderr=subprocess.DEVNULL, timeout=600)
        return {path.stem: json.loads((out / f"{path.stem}.json").read_text("utf-8"))["repairs"]
                for path in paths if (out / f"{path.stem}.json").exists()}


def measure_kind(program, texts, kind, seed, folder, list_change):
    """The row of one kind and what its repairs are worth: (figures, [(confidence, right)])."""
    folder.mkdir(parents=True)
    counts, pages, paths, seconds, size = collections.Counter(), {}, [], 0.0, 0
    for name, clean in texts.items():
        page, _ = damage.damaged(clean, kind, seed, name)
        path = folder / f"{name}.txt"
        path.write_bytes(page.data())
        repaired, took = program.repaired(path)
        seconds, size = seconds + took, size + len(page.data())
        counts += score.score(page, repaired)
        pages[name] = page
        paths.append(path)
        if kind.name == "sound" and repaired != page.data():
            for before, after in zip(page.text().split("\n"), repaired.decode().split("\n")):
                if before != after:
                    list_change(name, before, after)
    row = {"kind": kind.name, "group": kind.group, "goal": kind.goal, **score.figures(counts)}
    judged = []
    # In other bytes than UTF-8, spans point into a text that only the program has.
    readable = [path for path in paths if pages[path.stem].codec == "utf-8"]
    repairs = program.repairs(readable, folder / "json") if readable else {}
    for name, found in repairs.items():
        judged += score.judge(pages[name], found)
    row["repairs"] = len(judged)
    row["repairs_right"] = round(sum(r for _, r in judged) / len(judged), 4) if judged else None
    row["calibration_error"] = score.reliability(judged)[1]
    row["seconds"] = round(seconds, 2)
    row["kB_per_second"] = round(size / 1e3 / seconds) if seconds else None
    return row, judged


def measure(program, sets, kinds, seed, folder, list_change=lambda *_: None):
    results = {"seed": seed, "sets": {}}
    for set_name, texts in sets.items():
        rows, judged = [], []
        for kind in kinds:
            row, repairs = measure_kind(program, texts, kind, seed, folder / set_name / kind.name,
                                        list_change)
            rows.append(row)
            judged += repairs
            print(f"{set_name}: {kind.name}: {row['restored']}", file=sys.stderr)
        table, error = score.reliability(judged)
        results["sets"][set_name] = {
            "documents": len(texts), "rows": rows,
            "calibration": {"repairs": len(judged), "expected_error": error, "table": table}}
    return results


# --- printing -------------------------------------------------------------------------------------

def percent(share, digits=2):
    return "–" if share is None else f"{100 * share:.{digits}f}"


def verdict(row):
    """Whether the goal is reached: sound text has one of its own."""
    if row["goal"] is None:
        return "✓" if row["harmed_per_100k"] <= 1 else ""
    return "✓" if row["restored"] is not None and row["restored"] >= row["goal"] else ""


def kinds_table(rows):
    yield ("| kind | errors before | after | restored | goal | | harmed per 100k | letters right | "
           "wholly right | repairs right | calibration error | kB/s |")
    yield "|---|---:|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|"
    for row in rows:
        error = "–" if row["calibration_error"] is None else f"{row['calibration_error']:.3f}"
        yield (f"| {row['kind']} | {row['errors_before']:.2f} | {row['errors_after']:.2f} | "
               f"{percent(row['restored'])} | {percent(row['goal'], 1)} | {verdict(row)} | "
               f"{row['harmed_per_100k']:.1f} | {percent(row['letters_right'])} | "
               f"{percent(row['wholly_right'], 0)} | {percent(row['repairs_right'])} | "
               f"{error} | {row['kB_per_second']} |")


def calibration_table(calibration):
    yield "| confidence from | repairs | mean confidence | right |"
    yield "|---:|---:|---:|---:|"
    for low, number, sure, right in calibration["table"]:
        yield f"| {low} | {number} | {percent(sure)} | {percent(right)} |"


def markdown(results):
    """The whole of results.md."""
    yield "# Results of the quality bench"
    yield ""
    yield (f"Written by `measure.py`, seed {results['seed']}. Errors are syllable errors per 100 "
           "syllables of the clean text; the other shares are in percent. Time is that of the "
           "machine at that hour, start of the process included; all else can be reproduced.")
    for name, one in results["sets"].items():
        syllables = one["rows"][0]["syllables"] if one["rows"] else 0
        yield from ("", f"## {name}: {one['documents']} documents, {syllables} syllables", "")
        yield from kinds_table(one["rows"])
        calibration = one["calibration"]
        if calibration["repairs"]:
            yield from ("", f"Confidence against truth, over all kinds: {calibration['repairs']} "
                        f"repairs, expected calibration error {calibration['expected_error']}.", "")
            yield from calibration_table(calibration)


def summary(results):
    """The share restored and the harm of each kind in each set, for the README."""
    sets = results["sets"]
    yield "| kind | goal | " + " | ".join(f"{name} | harmed" for name in sets) + " |"
    yield "|---|---:|" + "---:|---:|" * len(sets)
    kinds = [row for row in next(iter(sets.values()))["rows"]]
    for number, kind in enumerate(kinds):
        rows = [one["rows"][number] for one in sets.values()]
        yield (f"| {kind['kind']} | {percent(kind['goal'], 1)} | " + " | ".join(
            f"{percent(row['restored'])} | {row['harmed_per_100k']:.1f}" for row in rows) + " |")
    yield ""
    yield "; ".join(
        f"{name}: {one['documents']} documents, {one['rows'][0]['syllables']} syllables, expected "
        f"calibration error {one['calibration']['expected_error']}" for name, one in sets.items()
    ) + f"; seed {results['seed']}."


def write_summary(readme, results):
    """Between the marks of the README, where there is one."""
    if readme.exists():
        head, rest = readme.read_text(encoding="utf-8").split("<!-- figures -->\n", 1)
        tail = rest.split("<!-- end of figures -->", 1)[1]
        readme.write_text(head + "<!-- figures -->\n" + "\n".join(summary(results)) +
                          "\n<!-- end of figures -->" + tail, encoding="utf-8")


def text_sets(options):
    sets = {} if options.no_corpus else {"corpus": corpus_texts()}
    for folder in options.texts:
        sets[pathlib.Path(folder).resolve().name] = folder_texts(folder)
    if options.reference:
        for archive in sorted((options.reference / "lang").glob("*.txt.xz")):
            name = archive.name.removesuffix(".txt.xz") + "-held-out"
            sets[name] = held_out_texts(archive, options.documents)
    return {name: texts for name, texts in sets.items() if texts}


def add_text_options(parser):
    parser.add_argument("--texts", action="append", default=[], metavar="DIR")
    parser.add_argument("--reference", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--documents", type=int, default=20, metavar="N",
                        help="how many of each held-out text (20)")
    parser.add_argument("--no-corpus", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path)
    add_text_options(parser)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--changes", type=pathlib.Path, help="what was changed in sound text")
    parser.add_argument("--keep", type=pathlib.Path, help="a new folder for the damaged files")
    options = parser.parse_args()
    sets = text_sets(options)
    if not sets:
        parser.error("no texts")
    changes = []
    with tempfile.TemporaryDirectory() as folder:
        results = measure(Program(options.program.resolve()), sets,
                          damage.chosen_kinds(options.kinds), options.seed,
                          options.keep or pathlib.Path(folder), lambda *one: changes.append(one))
    text = "\n".join(markdown(results)) + "\n"
    if options.changes:
        options.changes.write_text("".join(f"{name}\n- {before}\n+ {after}\n"
                                           for name, before, after in changes), encoding="utf-8")
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "results.json").write_text(
            json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        (options.out / "results.md").write_text(text, encoding="utf-8")
        write_summary(options.out / "README.md", results)
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
