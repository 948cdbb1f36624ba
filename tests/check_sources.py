#!/usr/bin/env python3
"""What the tree promises about itself, checked.

usage: check_sources.py [TREE]

Prints one line a finding, `file:line: what is wrong`, and exits with 1 where there is any. Each
function below named check_* is one promise; its first line says which.
"""
import os
import pathlib
import re
import sys
import unicodedata

CODE = {".cpp", ".hpp", ".S", ".inc"}
TEXT = CODE | {".py", ".md", ".cmake", ".txt", ".json", ".tsv", ".bash", ".in", ".yml", ".toml", ""}
BINARY = {".lm"}
OUTSIDE = {".git", "build", "__pycache__", ".cache", ".vscode", ".idea"}
STANDARD_HEADER = re.compile(r"[a-z0-9_]+")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
NOT_IN_STAGES = {  # what would make a stage depend on the machine, or be slow (style of the project)
    "header": {"regex", "iostream", "fstream", "sstream", "locale", "cctype", "clocale", "format",
               "expected"},
    "word": re.compile(r"std::(regex|locale|views|cout|cerr|getenv|abort)\b|std::chrono::\w*clock"),
}
# Built from pieces, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b")
MACHINE_PATH = re.compile(r"(?<![\w.~/$}-])/(" + "|".join(["work", "home", "root", "Users", "tmp"]) + r")/")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


class Tree:
    """The files of the project, without what is built."""

    def __init__(self, root):
        self.root = root
        self.files, self.folders = [], []
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(name for name in folders if name not in OUTSIDE)
            here = pathlib.Path(folder).relative_to(root)
            self.folders += [str(here / name) for name in folders]
            self.files += [str(here / name) for name in sorted(files)
                           if name not in OUTSIDE and not name.endswith(".swp")]
        self.texts = {}

    def text(self, name):
        if name not in self.texts:
            self.texts[name] = (self.root / name).read_bytes().decode("utf-8", "replace")
        return self.texts[name]

    def lines(self, name):
        return enumerate(self.text(name).split("\n"), 1)

    def below(self, folder, *suffixes):
        return [f for f in self.files
                if f.startswith(folder + "/") and (not suffixes or pathlib.Path(f).suffix in suffixes)]

    def written(self):
        """Text files that people write: not the corpus, whose files are damaged on purpose."""
        return [f for f in self.files
                if pathlib.Path(f).suffix in TEXT
                and (not f.startswith("corpus/") or f.endswith("/README.md"))]

    def code(self):
        return [f for f in self.files if pathlib.Path(f).suffix in {".cpp", ".hpp"}]


def stages(tree):
    """The stages in pipeline order, as CMakeLists.txt lists them."""
    return re.findall(r"^vanban_stage\((\w+)\)", tree.text("CMakeLists.txt"), re.M)


def check_file_kinds(tree):
    """Every file is of a kind that is known here, so that nothing escapes the other checks."""
    for name in tree.files:
        if not name.startswith("corpus/") and pathlib.Path(name).suffix not in TEXT | BINARY:
            yield f"{name}:1: a kind of file that check_sources.py does not know"


def check_encoding(tree):
    """Text is UTF-8 without byte-order mark, NFC, with LF and a last line end; no tabs but in .tsv."""
    for name in tree.written():
        data = (tree.root / name).read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            yield f"{name}:{data.count(10, 0, error.start) + 1}: not UTF-8"
            continue
        if text.startswith("\ufeff"):
            yield f"{name}:1: byte-order mark"
        if text and not text.endswith("\n"):
            yield f"{name}:{text.count(chr(10)) + 1}: no line end at the end of the file"
        for number, line in enumerate(text.split("\n"), 1):
            if "\r" in line:
                yield f"{name}:{number}: carriage return"
            if "\t" in line and not name.endswith(".tsv"):
                yield f"{name}:{number}: tab"
            if not unicodedata.is_normalized("NFC", line):
                yield f"{name}:{number}: not NFC (write a decomposed letter as an escape)"
            if line != line.rstrip() and not name.endswith(".tsv"):
                yield f"{name}:{number}: blank at the end of the line"


def check_columns(tree):
    """C++ has at most 100 columns."""
    for name in tree.code():
        for number, line in tree.lines(name):
            if len(line) > 100:
                yield f"{name}:{number}: {len(line)} columns"


def check_words(tree):
    """Nothing unfinished, no path of somebody's machine, no NOLINT without its check."""
    for name in tree.written():
        for number, line in tree.lines(name):
            if UNFINISHED.search(line):
                yield f"{name}:{number}: unfinished: {line.strip()}"
            if MACHINE_PATH.search(line):
                yield f"{name}:{number}: path of a machine: {line.strip()}"
            if re.search(r"\bNOLINT(NEXTLINE|BEGIN|END)?\b(?!\()", line) and name.endswith(("pp", ".inc")):
                yield f"{name}:{number}: NOLINT without the name of its check"


def check_headers(tree):
    """Headers begin with #pragma once; public ones include only the standard library and vanban."""
    for name in tree.files:
        if not name.endswith(".hpp"):
            continue
        first = next((l for _, l in tree.lines(name) if l.strip() and not l.startswith("//")), "")
        if first != "#pragma once":
            yield f"{name}:1: the first line of code is not #pragma once"
    public = {f.removeprefix("include/") for f in tree.below("include", ".hpp")}
    for name in tree.below("include", ".hpp"):
        for number, quoted, angled in includes(tree, name):
            if quoted and quoted not in public:
                yield f"{name}:{number}: {quoted} is not installed"
            if angled and not STANDARD_HEADER.fullmatch(angled):
                yield f"{name}:{number}: <{angled}> is not of the standard library"
    all_of_it = {quoted for _, quoted, _ in includes(tree, "include/vanban/vanban.hpp")}
    for missing in sorted(public - all_of_it - {"vanban/vanban.hpp"}):
        yield f"include/vanban/vanban.hpp:1: {missing} is missing"


def includes(tree, name):
    for number, line in tree.lines(name):
        match = INCLUDE.match(line)
        if match:
            yield number, match[1], match[2]


def check_stages(tree):
    """A stage includes itself, earlier stages and the public headers; the program comes last."""
    order = stages(tree)
    if not order:
        yield "CMakeLists.txt:1: no vanban_stage(...) found"
    public = {f.removeprefix("include/") for f in tree.below("include", ".hpp")}
    allowed = {stage: set(order[:i + 1]) | {"tables"} for i, stage in enumerate(order)}
    allowed["cli"] = {"cli", *order}
    for name in tree.below("src", ".cpp", ".hpp"):
        part = name.split("/")[1]
        if part.endswith(".cpp"):  # src/pipeline.cpp: the one place that knows all stages
            continue
        if part not in allowed:
            yield f"{name}:1: {part} is not a stage of CMakeLists.txt"
            continue
        for number, quoted, angled in includes(tree, name):
            if quoted and quoted not in public:
                if "src/" + quoted not in tree.files:
                    yield f'{name}:{number}: "{quoted}" is no file below src/ or include/'
                elif quoted.split("/")[0] not in allowed[part]:
                    yield f'{name}:{number}: {part} may not include "{quoted}"'
            if angled in NOT_IN_STAGES["header"] and part != "cli":
                yield f"{name}:{number}: <{angled}> in a stage"
        if part != "cli":
            for number, line in tree.lines(name):
                code = line.split("//")[0]
                if NOT_IN_STAGES["word"].search(code):
                    yield f"{name}:{number}: not in a stage: {code.strip()}"


def listed(text, variable):
    """What `set` and `list(APPEND)` of a CMake file put into a variable."""
    calls = re.findall(r"\b(?:set\(\s*|list\(\s*APPEND\s+)" + variable + r"\b([^)]*)\)",
                       re.sub(r"#.*", "", text))
    return [word for call in calls for word in call.split()]


def check_sources_cmake(tree):
    """sources.cmake of a stage (and of its folders) lists its source files, all and nothing else."""
    for stage in stages(tree):
        name = f"src/{stage}/sources.cmake"
        if name not in tree.files:
            yield f"{name}:1: missing"
            continue
        there = {f.removeprefix(f"src/{stage}/") for f in tree.below(f"src/{stage}", ".cpp", ".S")}
        said = [file for part in tree.below(f"src/{stage}") if part.endswith("/sources.cmake")
                for file in listed(tree.text(part), "sources")]
        for file in sorted(there - set(said)):
            yield f"{name}:1: {file} is not listed"
        for file in sorted(set(said) - there):
            yield f"{name}:1: {file} does not exist"
        for file in sorted({file for file in said if said.count(file) > 1}):
            yield f"{name}:1: {file} is listed twice"


def check_built(tree):
    """Every other .cpp is named in a CMake file of its folder or one above: none lies unbuilt."""
    for name in tree.below("tests", ".cpp") + tree.below("src/cli", ".cpp") + \
            tree.below("benchmarks", ".cpp") + tree.below("trainer", ".cpp"):
        path = pathlib.PurePosixPath(name)
        found = False
        for folder in list(path.parents)[:-1]:
            for file in tree.files:
                if pathlib.PurePosixPath(file).parent == folder and \
                        (file.endswith(".cmake") or file.endswith("CMakeLists.txt")):
                    found = found or re.search(r"(?<![\w.-])" + re.escape(path.name) + r"(?![\w.-])",
                                               tree.text(file))
        if not found:
            yield f"{name}:1: no CMake file of its folder or above names it"
    for name in tree.files:
        match = re.fullmatch(r"tests/(\w+)/tests\.cmake", name)
        if match and not re.search(rf"\b{match[1]}\b", tree.text("tests/CMakeLists.txt")):
            yield f"{name}:1: tests/CMakeLists.txt does not know the folder {match[1]}"


def drawn_tree(tree):
    """(line, path) of each entry of the tree in ARCHITECTURE.md; folders end with a slash."""
    text = tree.text("ARCHITECTURE.md")
    match = re.search(r"^## The tree\n.*?^```text\n(.*?)^```$", text, re.M | re.S)
    if not match:
        return
    first = text.count("\n", 0, match.start(1)) + 1
    parents = []  # (indentation, path with a slash)
    for number, line in enumerate(match[1].split("\n"), first):
        if not line.strip():
            continue
        indent, entry = len(line) - len(line.lstrip()), line.split()[0]
        while parents and parents[-1][0] >= indent:
            parents.pop()
        path = (parents[-1][1] if parents else "") + entry
        if entry.endswith("/"):
            parents.append((indent, path))
        yield number, path


def check_drawn_tree(tree):
    """The tree in ARCHITECTURE.md is the tree on disk: all it names exists, all folders are named."""
    entries = list(drawn_tree(tree))
    if not entries:
        yield "ARCHITECTURE.md:1: no tree (a ```text block below '## The tree')"
        return
    folders, files = {f + "/" for f in tree.folders}, set(tree.files)
    for number, path in entries:
        if path not in (folders if path.endswith("/") else files):
            yield f"ARCHITECTURE.md:{number}: {path} does not exist"
    named = {path for _, path in entries}
    for folder in sorted(folders - named):
        if not any(folder.startswith(outer) and outer != folder and not is_code(tree, outer)
                   for outer in named if outer.endswith("/")):
            yield f"ARCHITECTURE.md:1: the folder {folder} is not in the tree"
    for name in tree.below("include", ".hpp") + tree.below("src", ".hpp", ".cpp", ".py"):
        if name not in named:
            yield f"ARCHITECTURE.md:1: {name} is not in the tree"
    for name in sorted(f for f in files if "/" not in f and not f.startswith(".")):
        if name not in named:
            yield f"ARCHITECTURE.md:1: {name} is not in the tree"


def is_code(tree, folder):
    """Folders of code are drawn to the bottom; those of data may be named at their top."""
    return not folder.startswith("corpus/") or folder == "corpus/"


def check_corpus(tree):
    """Every file of the corpus is named in corpus/README.md, itself or by its folder; and back."""
    if "corpus/README.md" not in tree.files:
        yield "corpus/README.md:1: missing"
        return
    named = {}
    for number, line in tree.lines("corpus/README.md"):
        match = re.match(r"\| `([^`]+)`", line)
        if match:
            named["corpus/" + match[1]] = number
    present = set(tree.files) | {f + "/" for f in tree.folders}
    for path, number in sorted(named.items()):
        if path not in present and not any(f.startswith(path + ".") for f in tree.files):
            yield f"corpus/README.md:{number}: {path} does not exist"
    for name in tree.below("corpus"):
        if name == "corpus/README.md" or name in named or name.rsplit(".", 1)[0] in named:
            continue
        if not any(path.endswith("/") and name.startswith(path) for path in named):
            yield f"corpus/README.md:1: {name} is not named"


def check_commands(tree):
    """README.md opens with its two commands; what it tells people to type exists."""
    blocks = [(m[1], m[2], tree.text("README.md").count("\n", 0, m.start()) + 2)
              for m in FENCE.finditer(tree.text("README.md"))]
    shell = [(number + i, line) for kind, body, first in blocks if kind == "sh"
             for i, line in enumerate(body.split("\n")) for number in [first] if line.strip()]
    opening = [line for _, line in shell[:2]]
    if len(opening) < 2 or not opening[0].startswith("./run parse corpus/plans/") or opening[1] != "./test":
        yield "README.md:1: does not open with `./run parse corpus/plans/...` and `./test`"
    program = "".join(tree.text(f) for f in tree.below("src/cli", ".cpp", ".hpp"))
    for number, line in shell:
        for word in line.split("#")[0].split():
            if word.startswith("./"):
                path = tree.root / word[2:]
                if not path.is_file() or not os.access(path, os.X_OK):
                    yield f"README.md:{number}: {word} is not a program of the tree"
            elif re.match(r"(corpus|src|tests|schema|benchmarks)/", word) and \
                    not list(tree.root.glob(word)):
                yield f"README.md:{number}: {word} does not exist"
        command = re.match(r"(?:\./run|vanban) ([a-z]+)", line)
        if command and f'"{command[1]}"' not in program:
            yield f"README.md:{number}: the program has no command {command[1]}"


def check_links(tree):
    """Links from one document of the tree to a file of the tree lead somewhere."""
    for name in tree.written():
        if not name.endswith(".md"):
            continue
        folder = (tree.root / name).parent
        for number, line in tree.lines(name):
            for target in re.findall(r"\]\(([^)#\s]+)", line):
                if "://" not in target and not (folder / target).exists():
                    yield f"{name}:{number}: link to nowhere: {target}"


def check_decisions(tree):
    """Decisions are numbered 1, 2, 3, ... without a gap; each has situation, choice and cost."""
    sections = re.split(r"^## ", tree.text("DECISIONS.md"), flags=re.M)[1:]
    if not sections:
        yield "DECISIONS.md:1: no decision"
    for number, section in enumerate(sections, 1):
        title = section.split("\n", 1)[0]
        if not title.startswith(f"{number}. "):
            yield f"DECISIONS.md:1: decision {number} is headed {title!r}"
        for part in ("Situation", "Choice", "Cost"):
            if f"**{part}.**" not in section:
                yield f"DECISIONS.md:1: decision {number} has no {part}"


def check_programs(tree):
    """The scripts of the top can be executed."""
    for name in ("run", "test", ".ci/run"):
        if name not in tree.files or not os.access(tree.root / name, os.X_OK):
            yield f"{name}:1: missing or not executable"


def findings(tree):
    found = []
    for name, check in CHECKS.items():
        try:
            found += check(tree)
        except FileNotFoundError as error:
            found.append(f"{pathlib.Path(error.filename).name}:1: missing ({name})")
    return found


CHECKS = {name: check for name, check in globals().items() if name.startswith("check_")}


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent
    tree = Tree(root.resolve())
    found = findings(tree)
    print("\n".join(found) or f"{len(tree.files)} files, {len(CHECKS)} checks: nothing to remark")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
