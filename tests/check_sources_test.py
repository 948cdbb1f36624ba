#!/usr/bin/env python3
"""check_sources.py finds what it is there to find: a small sound tree, spoilt in one way at a time."""
import importlib.util
import pathlib
import shutil
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SPEC = importlib.util.spec_from_file_location("check_sources", HERE / "check_sources.py")
check_sources = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(check_sources)

UNFINISHED = "TO" + "DO"
SOUND = {
    "CMakeLists.txt": "vanban_stage(base)  # first\nvanban_stage(read)\n",
    "include/vanban/span.hpp": "#pragma once\n#include <cstdint>\n",
    "include/vanban/vanban.hpp": '#pragma once\n#include "vanban/span.hpp"\n',
    "src/base/sources.cmake": "set(sources words.cpp)\n",
    "src/base/words.cpp": '#include "base/words.hpp"\n',
    "src/base/words.hpp": '// Words.\n#pragma once\n#include "vanban/span.hpp"\n',
    "src/read/sources.cmake": "# In order.\nset(sources\n  read.cpp)\n",
    "src/read/read.cpp": '#include "base/words.hpp"\n',
    "src/cli/main.cpp": 'const char* names[] = {"parse"};\n',
    "src/cli/CMakeLists.txt": "add_executable(vanban main.cpp)\n",
    "tests/CMakeLists.txt": "foreach(stage base)\n",
    "tests/base/tests.cmake": "vanban_test(base base/words_test.cpp)\n",
    "tests/base/words_test.cpp": "// none\n",
    "corpus/README.md": "# Corpus\n\n| file | what |\n|---|---|\n| `plans/one` | a plan |\n| `cases/` | cases |\n",
    "corpus/plans/one.txt": "KẾ HOẠCH\r\n",
    "corpus/plans/one.json": "{}",
    "corpus/cases/a.case": "=== a\n",
    "README.md": "# It\n\n```sh\n./run parse corpus/plans/one.txt\n./test\n```\n\n[changes](DECISIONS.md)\n",
    "DECISIONS.md": "# Decisions\n\n## 1. One\n\n**Situation.** A\n\n**Choice.** B\n\n**Cost.** C\n",
    "run": "#!/bin/sh\n",
    "test": "#!/bin/sh\n",
    ".ci/run": "#!/bin/sh\n",
    ".git": "gitdir: /ho" + "me/me/.git/worktrees/it\n",  # a file in a linked work tree
    "ARCHITECTURE.md": """# How

## The tree

```text
README.md         what
ARCHITECTURE.md   this
DECISIONS.md      why
CMakeLists.txt    how
run               it
test              it
.ci/              runs
include/          what is installed
  vanban/         all of it
    span.hpp      a span
    vanban.hpp    all
src/              stages
  base/           first
    words.hpp     words
    words.cpp     words
  read/           second
    read.cpp      reads
  cli/            the program
    main.cpp      it
tests/            tests
  base/           first
corpus/           documents
  plans/          plans
  cases/          cases
```
""",
}
# (file, what is replaced or None for the whole file, by what or None to remove it, what must be said)
SPOILT = [
    ("src/read/read.cpp", None, "// a\tb\n", "tab"),
    ("src/read/read.cpp", None, "// a\r\n", "carriage return"),
    ("src/read/read.cpp", None, "// a", "no line end"),
    ("src/read/read.cpp", None, "// a \n", "blank at the end"),
    ("src/read/read.cpp", None, "// e\u0301\n", "not NFC"),
    ("src/read/read.cpp", None, b"// \xff\n", "not UTF-8"),
    ("src/read/read.cpp", None, "\ufeff// a\n", "byte-order mark"),
    ("src/read/read.cpp", None, "// " + "ế" * 98 + "\n", "101 columns"),
    ("src/read/read.cpp", None, f"// {UNFINISHED}: later\n", "unfinished"),
    ("src/read/read.cpp", None, 'auto path = "/ho' + 'me/me/file";\n', "path of a machine"),
    ("src/read/read.cpp", None, "int a;  // NOLINT\n", "NOLINT without"),
    ("src/read/read.cpp", None, "#include <iostream>\n", "<iostream> in a stage"),
    ("src/read/read.cpp", None, "auto s = std::regex{};\n", "not in a stage"),
    ("src/read/read.cpp", None, '#include "words.hpp"\n', "is no file below"),
    ("src/read/read.cpp", None, None, "read.cpp does not exist"),
    ("src/base/words.hpp", None, "#pragma once\n#include \"read/read.cpp\"\n", "base may not include"),
    ("src/base/words.hpp", None, "#ifndef A\n", "not #pragma once"),
    ("src/base/more.cpp", None, "// more\n", "more.cpp is not listed"),
    ("src/base/sources.cmake", None, None, "missing"),
    ("src/base/sources.cmake", "words.cpp", "words.cpp words.cpp", "listed twice"),
    ("src/new/a.cpp", None, "// a\n", "new is not a stage"),
    ("src/cli/other.cpp", None, "// a\n", "no CMake file"),
    ("tests/base/more_test.cpp", None, "// a\n", "no CMake file"),
    ("tests/read/tests.cmake", None, "# none\n", "does not know the folder read"),
    ("include/vanban/more.hpp", None, "#pragma once\n", "vanban/more.hpp is missing"),
    ("include/vanban/span.hpp", "<cstdint>", "<unicode/utf8.h>", "not of the standard library"),
    ("include/vanban/span.hpp", "<cstdint>", '"base/words.hpp"', "is not installed"),
    ("ARCHITECTURE.md", "    words.hpp     words\n", "", "src/base/words.hpp is not in the tree"),
    ("ARCHITECTURE.md", "  plans/          plans\n", "", "the folder corpus/plans/ is not in the tree"),
    ("ARCHITECTURE.md", "  plans/ ", "  plants/", "corpus/plants/ does not exist"),
    ("ARCHITECTURE.md", "## The tree", "## Trees", "no tree"),
    ("corpus/plans/two.txt", None, "", "corpus/plans/two.txt is not named"),
    ("corpus/README.md", "plans/one", "plans/three", "corpus/plans/three does not exist"),
    ("corpus/README.md", None, None, "missing"),
    ("README.md", "./test", "./tests", "does not open with"),
    ("README.md", "one.txt", "three.txt", "corpus/plans/three.txt does not exist"),
    ("README.md", "parse corpus", "prase corpus", "no command prase"),
    ("README.md", "DECISIONS.md", "DECISION.md", "link to nowhere"),
    ("DECISIONS.md", "1. One", "2. One", "is headed"),
    ("DECISIONS.md", "**Cost.** C", "", "has no Cost"),
    ("data.bin", None, "x\n", "a kind of file"),
]


class CheckSources(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for name, text in SOUND.items():
            self.write(name, text)
        for name in ("run", "test", ".ci/run"):
            (self.root / name).chmod(0o755)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def findings(self):
        return check_sources.findings(check_sources.Tree(self.root))

    def test_a_sound_tree_has_no_findings(self):
        self.assertEqual(self.findings(), [])

    def test_each_fault_is_found(self):
        for name, old, new, said in SPOILT:
            with self.subTest(file=name, said=said):
                before = SOUND.get(name)
                if new is None:
                    (self.root / name).unlink()
                else:
                    if old is not None:
                        self.assertIn(old, before)
                    self.write(name, new if old is None else before.replace(old, new))
                self.assertTrue([line for line in self.findings() if said in line], self.findings())
                if before is None:
                    (self.root / name).unlink()
                    if not any((self.root / name).parent.iterdir()):
                        (self.root / name).parent.rmdir()
                else:
                    self.write(name, before)
                self.assertEqual(self.findings(), [])

    def test_a_script_must_be_executable(self):
        (self.root / "run").chmod(0o644)
        self.assertTrue([line for line in self.findings() if "not executable" in line])


if __name__ == "__main__":
    unittest.main()
