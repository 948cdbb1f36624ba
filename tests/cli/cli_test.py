#!/usr/bin/env python3
"""The program as its users call it: sub-commands, exit statuses, messages, streams.

usage: cli_test.py PROGRAM
What the library makes of a document is tested elsewhere; here its answers must agree with each
other (the diff applied to the source text is the repaired text) and with the model.
"""
import json
import os
import pathlib
import pty
import re
import resource
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv[1])

PLAN = """UBND TỈNH HÒA SƠN
SỞ KHOA HỌC VÀ CÔNG NGHỆ
Số: 12/KH-SKHCN
Hòa Sơn, ngày 07 tháng 3 năm 2031
KẾ HOẠCH
Trồng cây ven đường liên xã năm 2031

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Thêm bóng mát cho các tuyến đường liên xã.
2. Yêu cầu
- Cây trồng phải sống trên 80%.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở theo dõi, tổng hợp kết quả.
"""
DAMAGED = PLAN.replace("SỞ KHOA HỌC", "SỞ  HOA HỌC") + (
    "Sở  hoa học và Công nghệ ban hành  ế hoạch trồng cây 😀.\n" * 3)
STATUS_DONE, STATUS_SOME_FAILED, STATUS_WRONG_USAGE, STATUS_NOTHING_READ = range(4)


def run(*arguments, text=b"", **more):
    if isinstance(text, str):
        text = text.encode()
    return subprocess.run([PROGRAM, *arguments], input=text, capture_output=True, timeout=120, **more)


def apply_diff(source, diff):
    """What `patch` makes of a unified diff without context. Lines end with a line feed only."""
    lines = source.split("\n")
    lines = [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    out, at, hunk = [], 0, None
    for line in re.findall(r"[^\n]*\n", diff)[2:]:
        head = re.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n", line)
        if head:
            start = int(head[1]) - (0 if head[2] == "0" else 1)
            out += lines[at:start]
            at = start
            assert len(out) == int(head[3]) - (0 if head[4] == "0" else 1), "the hunk's new place is wrong"
        elif line.startswith("-"):
            assert lines[at].rstrip("\n") == line[1:-1], "the diff does not fit"
            at += 1
        elif line.startswith("+"):
            out.append(line[1:])
        else:
            assert line == "\\ No newline at end of file\n", line
            if out:
                hunk = len(out)
    out += lines[at:]
    if hunk == len(out):
        out[-1] = out[-1][:-1]
    return "".join(out)


class ProgramTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text=PLAN):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def ok(self, *arguments, text=b""):
        done = run(*arguments, text=text)
        self.assertEqual(done.stderr.decode(), "")
        self.assertEqual(done.returncode, STATUS_DONE)
        return done.stdout.decode()

    def fails(self, status, *arguments, text=b"", **more):
        done = run(*arguments, text=text, **more)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        message = done.stderr.decode()
        self.assertTrue(message.startswith("vanban: "), message)
        return message, done.stdout.decode()


class Usage(ProgramTest):
    def test_help_has_examples_and_the_exit_statuses(self):
        text = self.ok("--help")
        self.assertIn("Examples:", text)
        self.assertIn("Exit status:", text)
        for command in ("parse", "repair", "outline", "tokens", "check", "text", "schema"):
            self.assertIn(f"  {command} ", text)
            self.assertIn(command, self.ok(command, "--help"))

    def test_version(self):
        self.assertRegex(self.ok("--version"), r"\Avanban \d+\.\d+\.\d+\n\Z")

    def test_wrong_usage_is_status_2(self):
        plan = self.file("plan.txt")
        for arguments in ([], ["parse"], ["translate", plan], ["parse", "--fast", plan], ["parse", "--format", "pdf", plan],
                          ["parse", "--offset-unit", "byte", plan], ["parse", "--min-confidence", "2", plan],
                          ["parse", "--min-confidence", "high", plan], ["text", plan, plan], ["parse", "-", "-"],
                          ["repair", "--diff", "--report", plan], ["repair", "--color=red", plan], ["schema", plan]):
            with self.subTest(arguments):
                _, out = self.fails(STATUS_WRONG_USAGE, *arguments, text=PLAN)
                self.assertEqual(out, "")

    def test_schema_is_json(self):
        self.assertIn("$defs", json.loads(self.ok("schema")))


class Parse(ProgramTest):
    def test_one_document_is_one_line(self):
        out = self.ok("parse", self.file("plan.txt"))
        self.assertEqual(out.count("\n"), 1)
        document = json.loads(out)
        self.assertEqual(document["schema"], "vanban/document/1")
        self.assertEqual(document["offset_unit"], "codepoint")
        self.assertEqual(document["source"]["name"], "plan.txt")
        self.assertEqual(document["source"]["bytes"], len(PLAN.encode()))

    def test_pretty_says_the_same(self):
        plan = self.file("plan.txt")
        pretty = self.ok("parse", "--pretty", plan)
        self.assertGreater(pretty.count("\n"), 50)
        self.assertTrue(pretty.endswith("\n}\n"))
        self.assertEqual(json.loads(pretty), json.loads(self.ok("parse", plan)))

    def test_several_documents_are_a_line_each_in_order(self):
        files = [self.file(f"{name}.txt") for name in ("b", "a", "c")]
        for more in ([], ["--pretty"]):
            lines = self.ok("parse", *more, *files).splitlines()
            self.assertEqual([json.loads(line)["source"]["name"] for line in lines], ["b.txt", "a.txt", "c.txt"])

    def test_standard_input(self):
        document = json.loads(self.ok("parse", "-", text=PLAN))
        self.assertEqual(document["source"]["name"], "-")
        same = json.loads(self.ok("parse", self.file("plan.txt")))
        self.assertEqual(document["body"], same["body"])

    def test_the_same_input_gives_the_same_bytes(self):
        plan = self.file("plan.txt", DAMAGED)
        environment = dict(os.environ, LC_ALL="C", LANG="C", TZ="Asia/Saigon")
        self.assertEqual(run("parse", plan).stdout, run("parse", plan, env=environment).stdout)

    def test_offset_units_are_of_the_source_text(self):
        plan = self.file("plan.txt", DAMAGED)
        source = self.ok("text", plan)
        found = {}
        for unit, encoding, width in (("utf8", "utf-8", 1), ("utf16", "utf-16-le", 2), ("codepoint", "utf-32-le", 4)):
            document = json.loads(self.ok("parse", "--offset-unit", unit, plan))
            self.assertEqual(document["offset_unit"], unit)
            data = source.encode(encoding)
            self.assertTrue(document["repairs"])
            for repair in document["repairs"]:
                begin, end = repair["span"]
                self.assertEqual(data[begin * width:end * width].decode(encoding), repair["before"])
            found[unit] = [node["span"] for node in document["body"]]
        self.assertNotEqual(found["utf8"], found["codepoint"])

    def test_min_confidence_leaves_out_what_is_less_sure(self):
        plan = self.file("plan.txt", DAMAGED)
        self.assertTrue(json.loads(self.ok("parse", plan))["repairs"])
        sure = json.loads(self.ok("parse", "--min-confidence", "1", plan))["repairs"]
        self.assertEqual([r for r in sure if r["confidence"] < 1], [])

    def test_kinds_leave_out_what_is_not_asked_for(self):
        plan = self.file("plan.txt", DAMAGED)
        kinds = {r["kind"] for r in json.loads(self.ok("parse", plan))["repairs"]}
        self.assertTrue(kinds)
        for kind in ("encoding", *kinds):
            found = json.loads(self.ok("parse", "--kinds", kind, plan))["repairs"]
            self.assertEqual({r["kind"] for r in found}, {kind} & kinds)
        found = json.loads(self.ok("parse", "--kinds", ",".join(sorted(kinds)), plan))["repairs"]
        self.assertEqual({r["kind"] for r in found}, kinds)

    def test_a_kind_that_does_not_exist_is_wrong_usage(self):
        message, _ = self.fails(STATUS_WRONG_USAGE, "repair", "--kinds", "encoding,typos", self.file("plan.txt"))
        self.assertIn("typos", message)
        self.assertIn("dropped-glyph", message)

    def test_tones_are_placed_as_asked(self):
        plan = self.file("plan.txt", "Uỷ ban nhân dân xã Hòa An\n")
        self.assertEqual(self.ok("repair", plan), "Uỷ ban nhân dân xã Hòa An\n")
        self.assertEqual(self.ok("repair", "--tones", "as-is", plan), "Uỷ ban nhân dân xã Hòa An\n")
        self.assertEqual(self.ok("repair", "--tones", "old", plan), "Ủy ban nhân dân xã Hòa An\n")
        self.assertEqual(self.ok("repair", "--kinds", "ocr", "--tones", "new", plan),
                         "Uỷ ban nhân dân xã Hoà An\n")
        self.fails(STATUS_WRONG_USAGE, "repair", "--tones", "south", plan)

    def test_format_overrides_what_is_sniffed(self):
        plan = self.file("plan.txt", "# KẾ HOẠCH\n\n**I. MỤC ĐÍCH**\n")
        for name, media_type in (("text", "text/plain"), ("markdown", "text/markdown")):
            document = json.loads(self.ok("parse", "--format", name, plan))
            self.assertEqual(document["source"]["media_type"], media_type)

    def test_an_empty_file_is_a_document(self):
        document = json.loads(self.ok("parse", self.file("empty.txt", "")))
        self.assertEqual((document["offset_unit"], document["source"]["bytes"]), ("codepoint", 0))

    def test_utf16_is_read(self):
        want = json.loads(self.ok("parse", self.file("plan.txt")))
        for name, mark, codec in (("UTF-16LE", b"\xff\xfe", "utf-16-le"), ("UTF-16BE", b"\xfe\xff", "utf-16-be")):
            path = self.file(name + ".txt", mark + PLAN.encode(codec))
            self.assertEqual(self.ok("text", path), PLAN)
            document = json.loads(self.ok("parse", path))
            self.assertEqual(document["source"]["encoding"], name)
            self.assertEqual(document["body"], want["body"])


class ParseOut(ProgramTest):
    def test_each_document_has_its_file(self):
        out = self.folder / "made" / "json"
        files = [self.file("a.txt"), self.file("x/b.md"), self.file("c")]
        self.assertEqual(self.ok("parse", "--out", str(out), *files), "")
        self.assertEqual(sorted(p.name for p in out.iterdir()), ["a.json", "b.json", "c.json"])
        text = (out / "a.json").read_text(encoding="utf-8")
        self.assertEqual(text, self.ok("parse", files[0]))
        self.ok("parse", "--pretty", "--out", str(out), *files)
        self.assertEqual((out / "a.json").read_text(encoding="utf-8"), self.ok("parse", "--pretty", files[0]))

    def test_standard_input_is_called_stdin(self):
        self.ok("parse", "--out", str(self.folder / "json"), "-", text=PLAN)
        self.assertEqual(os.listdir(self.folder / "json"), ["stdin.json"])

    def test_two_inputs_with_one_stem_are_wrong_usage_before_any_work(self):
        out = self.folder / "json"
        first, second = self.file("a/plan.txt"), self.file("b/plan.md")
        for pair in ((first, second), (first, first)):
            message, _ = self.fails(STATUS_WRONG_USAGE, "parse", "--out", str(out), *pair)
            self.assertIn(pair[0], message)
            self.assertIn(pair[1], message)
            self.assertFalse(out.exists())

    def test_an_input_is_never_overwritten(self):
        plan = self.file("plan.json")
        self.fails(STATUS_WRONG_USAGE, "parse", "--out", str(self.folder), plan)
        self.assertEqual(pathlib.Path(plan).read_text(encoding="utf-8"), PLAN)

    def test_a_folder_that_cannot_be_made_is_an_error(self):
        plan, in_the_way = self.file("plan.txt"), self.file("file")
        for out in (in_the_way, in_the_way + "/json"):
            message, _ = self.fails(STATUS_SOME_FAILED, "parse", "--out", out, plan)
            self.assertIn(out, message)

    def test_a_file_that_cannot_be_written_does_not_stop_the_others(self):
        out = self.folder / "json"
        (out / "a.json").mkdir(parents=True)
        message, _ = self.fails(STATUS_SOME_FAILED, "parse", "--out", str(out), self.file("a.txt"), self.file("b.txt"))
        self.assertIn(str(out / "a.json"), message)
        self.assertEqual(sorted(os.listdir(out)), ["a.json", "b.json"])


class Failures(ProgramTest):
    COMMANDS = (["parse"], ["repair"], ["repair", "--diff"], ["outline"], ["tokens"], ["check", "--json"])

    def test_a_bad_file_does_not_stop_the_others(self):
        good, missing = self.file("good.txt"), str(self.folder / "missing.txt")
        for command in self.COMMANDS:
            with self.subTest(command):
                want = run(*command, good, self.file("good2.txt")).stdout
                done = run(*command, good, missing, str(self.folder), self.file("good2.txt"))
                self.assertEqual(done.returncode, STATUS_SOME_FAILED)
                self.assertEqual(done.stdout, want)
                lines = done.stderr.decode().splitlines()
                self.assertEqual(len(lines), 2, lines)
                self.assertTrue(lines[0].startswith(f"vanban: {missing}: "), lines)
                self.assertTrue(lines[1].startswith(f"vanban: {self.folder}: "), lines)
                self.assertTrue(lines[0].endswith("[unreadable]"), lines)

    def test_nothing_that_can_be_read_is_status_3(self):
        missing = str(self.folder / "missing.txt")
        for command in self.COMMANDS:
            self.fails(STATUS_NOTHING_READ, *command, missing)
            self.fails(STATUS_NOTHING_READ, *command, missing, str(self.folder))
        self.fails(STATUS_NOTHING_READ, "text", missing)

    def test_any_bytes_are_a_document(self):
        for name, data in (("nul", b"\0" * 100), ("bytes", bytes(range(256)) * 8), ("cut", "Kế".encode()[:-1])):
            path = self.file(name, data)
            json.loads(self.ok("parse", path))
            for command in (["text"], ["repair"], ["outline"], ["tokens"]):
                self.ok(*command, path)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_full_disk_is_an_error(self):
        plan = self.file("plan.txt")
        for arguments in (["parse", plan], ["text", plan], ["schema"], ["outline", plan]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, timeout=60)
            self.assertEqual(done.returncode, STATUS_SOME_FAILED)
            self.assertTrue(done.stderr.startswith(b"vanban: standard output: "), done.stderr)

    def test_a_closed_pipe_is_an_error(self):
        files = [self.file(f"{i}.txt", DAMAGED * 20) for i in range(8)]
        for arguments in (["parse", *files], ["repair", *files], ["schema"]):
            read_end, write_end = os.pipe()
            os.close(read_end)
            done = subprocess.run([PROGRAM, *arguments], stdout=write_end, stderr=subprocess.PIPE, timeout=120)
            os.close(write_end)
            self.assertEqual(done.returncode, STATUS_SOME_FAILED)
            self.assertTrue(done.stderr.startswith(b"vanban: standard output: "), done.stderr)


class Text(ProgramTest):
    def test_is_the_source_text(self):
        text = "KẾ  HOẠCH\r\n\fSố:      /KH-UBND\n không có dấu xuống dòng"
        self.assertEqual(run("text", "-", text=text).stdout, text.encode())
        self.assertEqual(run("text", "-", text=b"\xef\xbb\xbf" + text.encode()).stdout, text.encode())


class Repair(ProgramTest):
    def repaired(self, text):
        source = run("text", "-", text=text).stdout.decode()
        document = json.loads(self.ok("parse", "-", text=text))
        out, at = "", 0
        for repair in document["repairs"]:
            out += source[at:repair["span"][0]] + repair["after"]
            at = repair["span"][1]
        return source, out + source[at:], document["repairs"]

    SAMPLES = (DAMAGED, DAMAGED.replace("\n", "\r\n"), DAMAGED.rstrip("\n"), PLAN, "",
               "# **KẾ HOẠCH**\n\nSở  hoa học và Công nghệ ban hành  ế hoạch\n\n* _Trồng cây_\n")

    def test_prints_the_source_text_with_its_repairs(self):
        for sample in self.SAMPLES:
            _, want, _ = self.repaired(sample)
            self.assertEqual(run("repair", "-", text=sample).stdout.decode(), want)
        self.assertNotEqual(self.repaired(DAMAGED)[1], DAMAGED)

    def test_the_diff_applied_is_the_repaired_text(self):
        for sample in self.SAMPLES:
            source, want, repairs = self.repaired(sample)
            diff = run("repair", "--diff", "-", text=sample).stdout.decode()
            self.assertEqual(apply_diff(source, diff) if diff else source, want)
            self.assertEqual(bool(diff), bool(repairs))

    def test_the_report_has_a_line_a_repair(self):
        path = self.file("plan.txt", DAMAGED)
        source, _, repairs = self.repaired(DAMAGED)
        lines = self.ok("repair", "--report", path).splitlines()
        self.assertEqual(len(lines), len(repairs))
        for line, repair in zip(lines, repairs):
            before = source[:repair["span"][0]]
            place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
            change = f'{repair["kind"]}: "{repair["before"]}" -> "{repair["after"]}"'
            self.assertTrue(line.startswith(f"{path}:{place}: {change} ("), line)

    def test_colour_is_for_terminals_and_on_request(self):
        path = self.file("plan.txt", DAMAGED)
        plain = self.ok("repair", "--diff", path)
        self.assertNotIn("\x1b", plain)
        self.assertEqual(plain, self.ok("repair", "--diff", "--color=never", path))
        coloured = self.ok("repair", "--diff", "--color=always", path)
        self.assertIn("\x1b[7m", coloured)
        self.assertEqual(re.sub(r"\x1b\[\d*m", "", coloured), plain)
        self.assertIn(b"\x1b[7m", self.on_terminal("repair", "--diff", path))
        self.assertNotIn(b"\x1b", self.on_terminal("repair", "--diff", path, NO_COLOR="1"))
        self.assertNotIn(b"\x1b", self.on_terminal("repair", "--diff", "--color=never", path))

    def on_terminal(self, *arguments, **environment):
        ours, theirs = pty.openpty()
        base = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        process = subprocess.Popen([PROGRAM, *arguments], stdout=theirs, env={**base, "TERM": "xterm", **environment})
        os.close(theirs)
        out = b""
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not chunk:
                break
            out += chunk
        os.close(ours)
        self.assertEqual(process.wait(timeout=60), STATUS_DONE)
        return out

    def test_a_document_cannot_steer_the_terminal(self):
        text = DAMAGED.replace("ban hành", "\x1b]0;x\x07ban \u009bhành")
        self.assertNotIn("\x1b]", self.ok("repair", "--diff", "--color=always", "-", text=text))
        for arguments in (["outline", "--all"], ["tokens"], ["repair", "--report"]):
            out = self.ok(*arguments, "-", text=text)
            self.assertNotRegex(out, "[\x1b\x07\u009b]")
        self.assertNotRegex(run("check", "-", text=text).stdout.decode(), "[\x1b\x07\u009b]")


class Outline(ProgramTest):
    def headings(self, nodes):
        for node in nodes:
            if node["title"] is not None:
                yield node
            yield from self.headings(node["children"])

    def test_shows_the_headings_with_their_roles(self):
        path = self.file("plan.txt")
        document = json.loads(self.ok("parse", path))
        lines = self.ok("outline", path).splitlines()
        wanted = list(self.headings(document["body"]))
        self.assertTrue(wanted)
        shown = [line.strip() for line in lines if line.startswith("  ")]
        self.assertEqual(len(shown), len(wanted))
        for line, node in zip(shown, wanted):
            start = f'{node["marker"]} {node["title"]}'
            self.assertEqual(line, start + (f'  [{", ".join(node["roles"])}]' if node["roles"] else ""))

    def test_all_shows_every_node_on_a_line(self):
        long_text = "- " + "trồng cây " * 60 + "\n"
        path = self.file("plan.txt", PLAN + long_text)
        document = json.loads(self.ok("parse", path))

        def count(nodes):
            return sum(1 + count(node["children"]) for node in nodes)
        lines = [line for line in self.ok("outline", "--all", path).splitlines() if line.startswith("  ")]
        self.assertEqual(len(lines), sum(count(document[part]) for part in ("preamble", "body", "closing")))
        self.assertLess(max(map(len, lines)), 180)

    def test_several_files_are_told_apart(self):
        files = [self.file("a.txt"), self.file("b.txt")]
        out = self.ok("outline", *files)
        self.assertEqual(re.findall(r"^==> (.*) <==$", out, re.M), files)


class Tokens(ProgramTest):
    def test_a_line_has_kind_span_and_text(self):
        kinds = {"syllable", "number", "date", "symbol", "abbreviation", "marker", "punctuation", "url", "email"}
        path = self.file("plan.txt")
        rows = [line.split("\t") for line in self.ok("tokens", path).splitlines()]
        self.assertGreater(len(rows), 40)
        last = 0
        for kind, begin, end, text in rows:
            self.assertIn(kind, kinds)
            self.assertLessEqual(last, int(begin))
            last = int(end)
        repaired = json.loads(self.ok("parse", path))["repairs"]
        if not repaired:
            self.assertEqual([PLAN[int(b):int(e)] for _, b, e, _ in rows], [row[3] for row in rows])

    def test_spans_of_repaired_tokens_point_into_the_source(self):
        source = run("text", "-", text=DAMAGED).stdout
        rows = [line.split("\t") for line in self.ok("tokens", "--offset-unit", "utf8", "-", text=DAMAGED).splitlines()]
        changed = [(source[int(b):int(e)].decode(), text) for _, b, e, text in rows
                   if source[int(b):int(e)].decode() != text]
        repairs = json.loads(self.ok("parse", "-", text=DAMAGED))["repairs"]
        self.assertTrue(changed)
        self.assertLessEqual(len(changed), 2 * len(repairs))

    def test_several_files_are_told_apart(self):
        files = [self.file("a.txt"), self.file("b.txt")]
        starts = [line.split("\t")[0] for line in self.ok("tokens", *files).splitlines()]
        self.assertEqual(sorted(set(starts)), files)


class Check(ProgramTest):
    UNNUMBERED = PLAN.replace("Số: 12/KH-SKHCN", "Số:      /KH-SKHCN")

    def test_findings_are_lines_and_status_1(self):
        path = self.file("plan.txt", self.UNNUMBERED)
        done = run("check", path)
        self.assertEqual((done.returncode, done.stderr), (STATUS_SOME_FAILED, b""))
        lines = done.stdout.decode().splitlines()
        self.assertTrue(any(line.endswith("[missing-number]") for line in lines), lines)
        for line in lines:
            self.assertRegex(line, rf"\A{re.escape(path)}:\d+:\d+: (info|warning|error): .+ \[[a-z-]+\]\Z")

    def test_json_says_the_same_as_parse(self):
        path = self.file("plan.txt", self.UNNUMBERED)
        for unit in ("utf8", "codepoint"):
            done = run("check", "--json", "--offset-unit", unit, path)
            found = json.loads(done.stdout)
            document = json.loads(self.ok("parse", "--offset-unit", unit, path))
            self.assertEqual(found, {"name": path, "offset_unit": unit, "diagnostics": document["diagnostics"]})

    def test_the_status_tells_whether_there_is_a_finding(self):
        for text in (PLAN, self.UNNUMBERED, ""):
            done = run("check", "--json", "-", text=text)
            findings = [d for d in json.loads(done.stdout)["diagnostics"] if d["severity"] != "info"]
            self.assertEqual(done.returncode, STATUS_SOME_FAILED if findings else STATUS_DONE)

    def test_messages_are_in_english_where_asked_for(self):
        path = self.file("plan.txt", self.UNNUMBERED)
        english = run("check", "--language", "en", path).stdout.decode()
        self.assertIn("The number is left blank [missing-number]", english)
        other = json.loads(run("check", "--json", "--language", "vi", path).stdout)["diagnostics"]
        self.assertEqual(other, json.loads(run("check", "--json", path).stdout)["diagnostics"])
        self.assertEqual(run("check", "--language", "fr", path).returncode, STATUS_WRONG_USAGE)

    def test_json_has_a_line_a_file(self):
        files = [self.file("a.txt"), self.file("b.txt")]
        lines = run("check", "--json", *files).stdout.decode().splitlines()
        self.assertEqual([json.loads(line)["name"] for line in lines], files)


class Hostile(ProgramTest):
    def test_a_name_that_is_not_utf_8_gives_json_all_the_same(self):
        path = os.fsencode(self.folder) + b"/k\xe1\xba_ho\xffch.txt"
        with open(path, "wb") as file:
            file.write(PLAN.encode())
        parsed = run("parse", path)
        self.assertEqual(parsed.returncode, STATUS_DONE)
        self.assertEqual(json.loads(parsed.stdout.decode())["source"]["name"], "k\ufffd_ho\ufffdch.txt")
        found = json.loads(run("check", "--json", path).stdout.decode())
        self.assertTrue(found["name"].endswith("/k\ufffd_ho\ufffdch.txt"))

    def test_where_memory_ends_the_file_has_failed_and_the_next_is_read(self):
        large, small = self.file("large.txt", PLAN * 20000), self.file("small.txt")
        for megabytes in (60, 100, 150, 200):
            with self.subTest(megabytes):
                limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20,) * 2)
                if run("--version", preexec_fn=limit).returncode != STATUS_DONE:
                    self.skipTest("the program does not start so (sanitizers reserve memory)")
                done = run("parse", large, small, preexec_fn=limit)
                self.assertEqual(done.returncode, STATUS_SOME_FAILED, done.stderr.decode())
                self.assertIn(f"{large}: there is not enough memory", done.stderr.decode())
                self.assertEqual(json.loads(done.stdout.decode())["source"]["name"], "small.txt")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
