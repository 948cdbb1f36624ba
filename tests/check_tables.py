#!/usr/bin/env python3
"""Every generated table is up to date: each src/**/generate*.py is run with --check.

Run from anywhere. A generator prints what is stale and exits non-zero; a table (.inc) that no
generator is named in is a failure as well, for it could never be found stale.
"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Writes what it measures with the program itself, which cannot be there before its tables are.
MEASURED = {"benchmarks/quality/calibrate_structure.py"}


def main():
    generators = sorted((ROOT / "src").rglob("generate*.py"))
    wrong = [] if generators else ["no generator below src/"]
    for generator in generators:
        done = subprocess.run([sys.executable, "-B", str(generator), "--check"],
                              capture_output=True, text=True, check=False)
        if done.returncode:
            wrong.append(f"{generator.relative_to(ROOT)}: {done.stdout}{done.stderr}".strip())
    names = {str(generator.relative_to(ROOT)) for generator in generators} | MEASURED
    for table in sorted((ROOT / "src").rglob("*.inc")):
        first = table.read_text("utf-8").split("\n", 1)[0]
        if not any(name in first for name in names):
            wrong.append(f"{table.relative_to(ROOT)}: its first line names no generator")
    print("\n".join(wrong) or f"{len(generators)} generators: tables are up to date")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
