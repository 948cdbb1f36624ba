#!/usr/bin/env python3
"""What the documents show is true.

usage: documented_code.py extract DIR             writes each ```cpp block into a file below DIR
       documented_code.py run PROGRAMS VANBAN     PROGRAMS: folder of what was built from these files

A ```cpp block with a `main` is a program, any other one is set into a function: all must compile. A
```text block below a program (one line of prose may stand between) is its whole standard output. A
```json block in README.md is an excerpt of what its first command prints: keys and entries may be
left out, nothing may differ. Programs run from the top of the tree.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = re.compile(r"^```cpp\n(.*?)^```\n(?:\n?(?:[^`\n]+\n)?\n?^```text\n(.*?)^```\n)?", re.M | re.S)
COMMAND = re.compile(r"^```sh\n\./run ([^\n]*)\n", re.M)
EXCERPT = re.compile(r"^```json\n(.*?)^```\n", re.M | re.S)
WRAP = "#include <vanban/vanban.hpp>\n\nvoid documented();\nvoid documented() {{\n{}}}\nint main() {{}}\n"


def read(path):
    return path.read_text("utf-8")


def blocks():
    """(name, code, output or None) of each C++ block."""
    for path in sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md")):
        name = re.sub(r"[^a-z0-9]", "_", str(path.relative_to(ROOT).with_suffix("")).lower())
        for i, match in enumerate(PROGRAM.finditer(read(path)), 1):
            yield f"{name}_{i}", match[1], match[2]


def extract(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, code, _ in blocks():
        whole = code if "int main(" in code else WRAP.format(code)
        (folder / f"{name}.cpp").write_text(whole, "utf-8")


def printed(command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
                          check=False)
    return done.stdout if done.returncode == 0 else f"status {done.returncode}: {done.stderr}"


def differences(part, whole, place=""):
    """Where `part` is no excerpt of `whole`."""
    if isinstance(part, dict) and isinstance(whole, dict):
        for key, value in part.items():
            if key not in whole:
                yield f"{place}/{key} is not there"
            else:
                yield from differences(value, whole[key], f"{place}/{key}")
    elif isinstance(part, list) and isinstance(whole, list):
        rest = iter(whole)
        for i, value in enumerate(part):
            if not any(not list(differences(value, other)) for other in rest):
                yield f"{place}/{i} is not there, or not in this order"
    elif part != whole:
        yield f"{place} is {whole!r}"


def run(programs, vanban):
    wrong, compared = [], 0
    for name, code, expected in blocks():
        if expected is not None and "int main(" in code:
            compared += 1
            output = printed([programs / name])
            if output != expected:
                wrong.append(f"{name} printed:\n{output}instead of:\n{expected}")
    readme = read(ROOT / "README.md")
    command = COMMAND.search(readme)
    for excerpt in EXCERPT.findall(readme):
        compared += 1
        output = printed([vanban, *command[1].split()])
        try:
            wrong += [f"README.md, JSON: {d}" for d in differences(json.loads(excerpt), json.loads(output))]
        except ValueError as error:
            wrong.append(f"README.md, JSON: {error}: {output[:200]}")
    if not compared:
        wrong.append("the documents show no output at all")
    print("\n".join(wrong) or f"{compared} outputs are as documented")
    return 1 if wrong else 0


def main():
    if not list(blocks()):
        sys.exit("the documents have no C++ at all")
    if sys.argv[1:2] == ["extract"] and len(sys.argv) == 3:
        extract(pathlib.Path(sys.argv[2]))
    elif sys.argv[1:2] == ["run"] and len(sys.argv) == 4:
        sys.exit(run(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
