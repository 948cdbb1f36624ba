#!/usr/bin/env python3
"""Finds the lines of training text that came out of a scanner: what was misread there would be learnt
as words beside each other.

usage: scanned_lines.py PROGRAM TEXT... > scanned.tsv

The vanban program reads each block of lines as a document; blocks with a dozen words that it finds
misread are listed, those beside each other as one. Sound blocks have a few at most.
"""
import pathlib
import subprocess
import sys
import tempfile

BLOCK = 250  # lines
FEWEST = 12  # misread words


def misread(program, lines):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.writelines(lines)
        file.flush()
        done = subprocess.run([program, "repair", "--kinds", "ocr", "--report", file.name],
                              stdout=subprocess.PIPE, check=True)
    return done.stdout.count(b"\n")


def scanned(program, path):
    """Ranges of lines, from 1, both ends in."""
    ranges, first, block = [], 1, []

    def close():
        if block and misread(program, block) >= FEWEST:
            if ranges and ranges[-1][1] + 1 == first:
                ranges[-1][1] = first + len(block) - 1
            else:
                ranges.append([first, first + len(block) - 1])

    with open(path, encoding="utf-8", newline="\n") as source:
        for line in source:
            block.append(line)
            if len(block) == BLOCK:
                close()
                first, block = first + BLOCK, []
    close()
    return ranges


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    print("# Lines of the training text that a scanner has read, from 1, both ends in.\n"
          "# Written by scanned_lines.py.\n# text\tfirst\tlast")
    for path in sys.argv[2:]:
        for first, last in scanned(sys.argv[1], path):
            print(f"{pathlib.Path(path).name}\t{first}\t{last}")


if __name__ == "__main__":
    main()
