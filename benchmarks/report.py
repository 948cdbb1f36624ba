#!/usr/bin/env python3
"""Runs the benchmarks and writes the tables of README.md as ratios to the yardstick.

usage: report.py PROGRAM [--largest MB] [--results FILE]

PROGRAM is the built vanban_benchmarks. The doubling series goes up to --largest (16; at most 64).
With --results the output of an earlier `PROGRAM --benchmark_format=json` is used instead of a run.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

README = pathlib.Path(__file__).with_name("README.md")
YARDSTICK = "yardstick/icu_nfc_with_edits"
ROWS = [  # benchmark, what it does
    ("read/decode_utf8", "checking UTF-8, copying it once"),
    ("read/decode_utf16", "UTF-16 to UTF-8"),
    ("read/plain", "reading plain text, telling it from Markdown"),
    ("read/markdown/MB:2", "reading Markdown: text without marks, map, hints"),
    ("language/surprise", "walking sound text with the language model"),
    ("repair/sound_plain_passes", "repair without the model, nothing to do"),
    ("repair/sound", "repair, nothing to do"),
    ("repair/sound_files", "repair of the sound plans, each by itself"),
    ("repair/damaged/MB:1", "repair of one long text with lost letters"),
    ("repair/damaged_files", "repair of the damaged plans, each by itself"),
    ("repair/unaccented_files", "repair of the sound plans without any marks, each by itself"),
    ("legacy/tcvn3", "decoding a file in TCVN3"),
    ("legacy/vni", "decoding a file in VNI"),
    ("legacy/viscii", "decoding a file in VISCII"),
    ("legacy/vps", "decoding a file in VPS"),
    ("legacy/cp1258", "decoding a file in CP1258"),
    ("legacy/bkhcm2", "decoding a file in BKHCM2"),
    ("legacy/viqr", "decoding a file in VIQR"),
    ("legacy/tcvn3_stored", "decoding TCVN3 that is stored as UTF-8"),
    ("legacy/vni_stored", "decoding VNI that is stored as UTF-8"),
    ("legacy/mojibake", "decoding UTF-8 that was read as windows-1252"),
    ("tokens/tokenize", "tokens"),
    ("outline/plans", "lines, frame and tree"),
    ("plan/plans", "document from frame and tree"),
    ("parse/sound", "parse of sound plans, without JSON"),
    ("parse/markdown", "parse of Markdown plans"),
    ("parse/damaged", "parse of damaged plans"),
    ("json/write_utf8", "writing JSON, offsets in bytes"),
    ("json/write_codepoint", "writing JSON, offsets in code points"),
]
SERIES = [
    ("doubling/read_markdown", "Markdown"),
    ("doubling/parse_sound", "parse, sound"),
    ("doubling/repair_damaged", "repair, damaged"),
    ("doubling/repair_brackets", "repair, lists without letters"),
    ("doubling/repair_joined_lines", "repair, lines joined at hyphens"),
    ("doubling/parse_markers", "parse, nothing but numbers"),
    ("doubling/parse_nesting", "parse, lists in lists"),
    ("doubling/parse_one_line", "parse, one line"),
    ("doubling/parse_paragraphs", "parse, paragraphs beneath a bullet"),
]


def run(program, largest):
    sizes = "|".join(str(2 ** i) for i in range(7) if 2 ** i <= largest)
    # One expression cannot say "all but the long ones of the series": two runs.
    results = []
    for chosen in ("--benchmark_filter=-doubling", f"--benchmark_filter=doubling/.*MB:({sizes})/"):
        done = subprocess.run([program, "--benchmark_format=json", chosen], check=True,
                              stdout=subprocess.PIPE, text=True)
        results.append(json.loads(done.stdout))
    return {"context": results[0]["context"],
            "benchmarks": results[0]["benchmarks"] + results[1]["benchmarks"]}


def find(results, name):
    for one in results["benchmarks"]:
        if one["name"] == name or one["name"].startswith(name + "/"):
            if one.get("error_occurred"):
                sys.exit(f"{name}: {one.get('error_message')}")
            return one
    sys.exit(f"{name}: not measured")


def speed_table(results):
    yardstick = find(results, YARDSTICK)["bytes_per_second"]
    yield "| what | MB/s of source text | times the yardstick's time |"
    yield "|---|---:|---:|"
    yield f"| **yardstick** | {yardstick / 1e6:.0f} | 1 |"
    for name, what in ROWS:
        speed = find(results, name)["bytes_per_second"]
        yield f"| {what} | {speed / 1e6:.3g} | {yardstick / speed:.3g} |"


def series_table(results):
    series = {}
    for one in results["benchmarks"]:
        match = re.match(r"(doubling/\w+)/MB:(\d+)/", one["name"])
        if match and one.get("error_occurred"):
            sys.exit(f"{one['name']}: {one.get('error_message')}")
        if match:
            series.setdefault(match[1], {})[int(match[2])] = 1e9 / one["bytes_per_second"]
    sizes = sorted({size for one in series.values() for size in one})
    yield "| nanoseconds a byte at | " + " | ".join(f"{size} MB" for size in sizes) + " | last / first |"
    yield "|---|" + "---:|" * (len(sizes) + 1)
    for name, what in SERIES:
        times = [series[name][size] for size in sizes]
        yield f"| {what} | " + " | ".join(f"{t:.3g}" for t in times) + f" | {times[-1] / times[0]:.2f} |"


def process_table(results):
    start = find(results, "process/one_plan")
    yield "| the program | |"
    yield "|---|---:|"
    yield f"| one plan, from start to end of the process | {start['real_time']:.1f} ms |"
    for one in results["benchmarks"]:
        match = re.match(r"process/memory(_of_damaged)?/MB:(\d+)/", one["name"])
        if match:
            document = "a damaged document" if match[1] else "a document"
            what = f"{document} of {match[2]} MB" if match[2] != "0" else "one plan"
            yield f"| peak memory for {what} | {one['peak_MB']:.0f} MB |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", nargs="?")
    parser.add_argument("--largest", type=int, default=16)
    parser.add_argument("--results", type=pathlib.Path)
    options = parser.parse_args()
    if options.results:
        results = json.loads(options.results.read_text())
    elif options.program:
        results = run(options.program, options.largest)
    else:
        parser.error("PROGRAM or --results is needed")
    context = results["context"]
    lines = [f"Measured on {context['num_cpus']} cores of {context['mhz_per_cpu']} MHz; speeds are of "
             "processor time.", ""]
    for table in (speed_table, series_table, process_table):
        lines += [*table(results), ""]
    text = README.read_text()
    head, rest = text.split("<!-- figures -->\n", 1)
    tail = rest.split("<!-- end of figures -->", 1)[1]
    README.write_text(head + "<!-- figures -->\n" + "\n".join(lines) + "<!-- end of figures -->" + tail)


if __name__ == "__main__":
    main()
