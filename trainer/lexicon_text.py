#!/usr/bin/env python3
"""Turns the lexicons of trainer/lexicon into lines that vanban-train learns from.

usage: lexicon_text.py > lexicon.txt

Running text names few of the country's communes, and few names of agencies that are new: each stands
here once, as documents name it. Headings, which it has not either, stand here as often as in a corpus
of so many plans that all have them. Names of bodies, types of documents and other labels run on in
sentences: more of them, and the model would expect the line to end behind them.
"""
import pathlib
import sys

DOCUMENTS = {"heading": 100, "body": 30, "label": 30}
FOLDER = pathlib.Path(__file__).resolve().parent / "lexicon"


def rows(name, columns):
    """The rows of a table, without its comments; each must have so many columns, and no row twice."""
    seen = set()
    for number, line in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns or not cells[0] or line in seen:
            sys.exit(f"{FOLDER / name}:{number}: not a new row of {columns} columns")
        seen.add(line)
        yield cells


def lines():
    for _, province, district, kind, names in rows("places.tsv", 5):
        above = f"{district}, {province}" if district else province
        for name in names.split("; "):
            yield f"{kind} {name}, {above}"
    for name, abbreviations, *_ in rows("agencies.tsv", 4):
        yield name
        for short in filter(None, abbreviations.split("; ")):
            yield f"{name} ({short})"
    for (surname,) in rows("surnames.tsv", 1):
        yield f"ông {surname} Văn"
        yield f"bà {surname} Thị"
    for kind, text in rows("headings.tsv", 2):
        for _ in range(DOCUMENTS[kind]):
            yield text


def main():
    for line in lines():
        print(line)


if __name__ == "__main__":
    main()
