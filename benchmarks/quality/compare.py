#!/usr/bin/env python3
"""Measures other programs on the same damaged texts, where they have a function for the kind.

usage: compare.py [PROGRAM] [--texts DIR]... [--reference DIR] [--documents N] [--seed N]
                  [--kinds NAME,...] [--out DIR] [--no-corpus]

Each peer is installed from PyPI into a virtual environment of its own in a temporary folder, which
is removed in the end. A peer that cannot be installed or run is a row that says so. With PROGRAM
this project's program is measured beside them. Prints the table; with --out writes peers.json and
peers.md there.
"""
import argparse
import collections
import importlib
import json
import pathlib
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import Callable

import damage
import measure
import score

PATIENCE = 900  # seconds for an installation or a run


failures = []  # what peers threw; what they threw at stays as it was


def guarded(function, text):
    try:
        return function(text)
    except Exception as failure:
        failures.append(repr(failure))
        return text


def by_line(function):
    """Functions for sentences lose line ends: they get line after line."""
    return lambda text: "\n".join(guarded(function, line) if line.strip() else line
                                  for line in text.split("\n"))


def as_text(function):
    """What a caller has to do before a function of texts: bytes that are not UTF-8 are shown as
    Western Windows shows them."""
    def repair(data):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = damage.shown_as(data, "cp1252")
        return function(text).encode("utf-8", "replace")
    return repair


def of_module(module, name):
    return getattr(importlib.import_module(module), name)


def guessed(data):
    best = of_module("charset_normalizer", "from_bytes")(data).best()
    return str(best).encode("utf-8", "replace") if best else data


def chardet_guessed(data):
    name = of_module("chardet", "detect")(data)["encoding"]
    return data.decode(name, "replace").encode("utf-8", "replace") if name else data


@dataclass(frozen=True)
class Peer:
    package: str
    function: str  # as its documentation names it
    fits: tuple[str, ...]  # kinds and groups that it has a function for; "sound" always
    load: Callable[[], Callable[[bytes], bytes]]  # called where the package is installed

    def takes(self, kind):
        return kind.name == "sound" or kind.name in self.fits or kind.group in self.fits


RAW = tuple(name for name in damage.KINDS if name.startswith("encoding-"))
PEERS = [
    Peer("ftfy", "fix_text", ("mojibake", "normalization", "mixed-mojibake"),
         lambda: as_text(of_module("ftfy", "fix_text"))),
    Peer("viparse", "fix", ("encoding", "normalization", "mixed-stored-tcvn3"),
         lambda: as_text(of_module("viparse", "fix"))),
    Peer("underthesea", "text_normalize, by line", ("normalization", "lookalike"),
         lambda: as_text(by_line(of_module("underthesea", "text_normalize")))),
    Peer("pyvi", "ViUtils.add_accents, by line", ("missing-diacritics",),
         lambda: as_text(by_line(of_module("pyvi.ViUtils", "add_accents")))),
    Peer("charset-normalizer", "from_bytes(...).best()", RAW, lambda: guessed),
    Peer("chardet", "detect", RAW, lambda: chardet_guessed),
]


# --- inside the environment of a peer -------------------------------------------------------------

def run_peer(package, paths):
    """Repairs each PATH to PATH.back and prints the seconds it took, load and start left out."""
    peer = next(peer for peer in PEERS if peer.package == package)
    repair = peer.load()
    guarded(repair, b"ke hoach\n")  # models are loaded at the first call
    failures.clear()
    seconds = 0.0
    for path in map(pathlib.Path, paths):
        data = path.read_bytes()
        start = time.perf_counter()
        back = guarded(repair, data)
        seconds += time.perf_counter() - start
        path.with_suffix(".back").write_bytes(back)
    print(json.dumps({"seconds": seconds, "failed": len(failures)}))


# --- outside --------------------------------------------------------------------------------------

class Environment:
    """A peer installed by itself."""

    def __init__(self, package, folder):
        self.package, self.python = package, folder / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=PATIENCE,
                       capture_output=True)
        subprocess.run([str(self.python), "-m", "pip", "install", "--quiet",
                        "--disable-pip-version-check", package], check=True, timeout=PATIENCE,
                       capture_output=True, text=True)
        asked = f"import importlib.metadata as m; print(m.version({package!r}))"
        self.version = subprocess.run([str(self.python), "-c", asked], check=True, text=True,
                                      stdout=subprocess.PIPE).stdout.strip()

    def repaired(self, paths):
        """Bytes by path, seconds, and how often it threw."""
        done = subprocess.run([str(self.python), __file__, "--peer", self.package,
                               *map(str, paths)], check=True, timeout=PATIENCE, text=True,
                              capture_output=True)
        said = json.loads(done.stdout.strip().rsplit("\n", 1)[-1])
        return {path: path.with_suffix(".back").read_bytes() for path in paths}, \
            said["seconds"], said["failed"]


def reason(failure):
    """The last line that a failed process said."""
    said = getattr(failure, "stderr", None) or str(failure)
    said = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return said.strip().rsplit("\n", 1)[-1][:160]


def damaged_files(texts, kind, seed, folder):
    folder.mkdir(parents=True)
    pages = {}
    for name, clean in texts.items():
        page, _ = damage.damaged(clean, kind, seed, name)
        path = folder / f"{name}.txt"
        path.write_bytes(page.data())
        pages[path] = page
    return pages


def row_of(who, kind, pages, repaired, seconds):
    counts = collections.Counter()
    for path, page in pages.items():
        counts += score.score(page, repaired[path])
    size = sum(path.stat().st_size for path in pages)
    return {"who": who, "kind": kind.name, **score.figures(counts),
            "kB_per_second": round(size / 1e3 / max(seconds, 1e-6))}


def program_rows(path, files, kinds):
    program = measure.Program(path)
    for kind in kinds:
        repaired, seconds = {}, 0.0
        for file in files[kind.name]:
            repaired[file], took = program.repaired(file)
            seconds += took
        yield row_of("vanban", kind, files[kind.name], repaired, seconds)


def installed(peer, folder):
    """The peer's environment, or why there is none."""
    try:
        return Environment(peer.package, folder / peer.package)
    except (OSError, subprocess.SubprocessError) as failure:
        return f"not installed: {reason(failure)}"


def peer_rows(peer, environment, files, kinds):
    if isinstance(environment, str):
        yield {"who": peer.package, "kind": "–", "why": environment}
        return
    who = f"{peer.package} {environment.version} ({peer.function})"
    for kind in (kind for kind in kinds if peer.takes(kind)):
        try:
            repaired, seconds, failed = environment.repaired(list(files[kind.name]))
        except (OSError, ValueError, subprocess.SubprocessError) as failure:
            yield {"who": who, "kind": kind.name, "why": f"failed: {reason(failure)}"}
            continue
        note = f"; threw {failed} times" if failed else ""
        yield row_of(who + note, kind, files[kind.name], repaired, seconds)


def table(rows, kinds):
    """By kind, so that what was measured on the same files stands together."""
    order = {kind.name: number for number, kind in enumerate(kinds)}
    yield ("| kind | who | errors before | after | restored | harmed per 100k | letters right | "
           "wholly right | kB/s |")
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|"
    for row in sorted(rows, key=lambda row: order.get(row["kind"], len(order))):
        if "why" in row:
            yield f"| {row['kind']} | {row['who']} | {row['why']} | | | | | | |"
            continue
        yield (f"| {row['kind']} | {row['who']} | {row['errors_before']:.2f} | "
               f"{row['errors_after']:.2f} | {measure.percent(row['restored'])} | "
               f"{row['harmed_per_100k']:.1f} | {measure.percent(row['letters_right'])} | "
               f"{measure.percent(row['wholly_right'], 0)} | {row['kB_per_second']} |")


def main():
    if sys.argv[1:2] == ["--peer"]:
        return run_peer(sys.argv[2], sys.argv[3:])
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path, nargs="?")
    measure.add_text_options(parser)
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    kinds = [kind for kind in damage.chosen_kinds(options.kinds)
             if any(peer.takes(kind) for peer in PEERS)]
    results = {"seed": options.seed, "sets": {}}
    text = ["# Other programs on the same texts", "",
            f"Written by `compare.py`, seed {options.seed}. A peer is asked only for kinds that it "
            "has a function for, and for sound text. Columns as in results.md; time is without "
            "loading for peers, with the start of the process for vanban."]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        sets = measure.text_sets(options)
        environments = {peer: installed(peer, folder / "environments") for peer in PEERS}
        files = {name: {kind.name: damaged_files(texts, kind, options.seed, folder / name / kind.name)
                        for kind in kinds} for name, texts in sets.items()}
        for name, texts in sets.items():
            rows = list(program_rows(options.program.resolve(), files[name], kinds)) \
                if options.program else []
            for peer in PEERS:
                rows += peer_rows(peer, environments[peer], files[name], kinds)
                print(f"{name}: {peer.package}: done", file=sys.stderr)
            results["sets"][name] = rows
            text += ["", f"## {name}: {len(texts)} documents", "", *table(rows, kinds)]
    printed = "\n".join(text) + "\n"
    if options.out:
        (options.out / "peers.json").write_text(
            json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        (options.out / "peers.md").write_text(printed, encoding="utf-8")
    else:
        print(printed, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
