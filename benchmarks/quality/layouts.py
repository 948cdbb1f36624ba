#!/usr/bin/env python3
"""Sets the annotated plans of the corpus in every layout they come in, and measures each.

usage: layouts.py PROGRAM [--reference DIR] [--layouts NAME,...] [--list] [--keep DIR]
                  [--details] [--out DIR]

An annotation holds all that its document says: header, grounds, nodes with their markers,
recipients, signature. So the document can be set anew in another layout, and what the program
should find stays the same to the letter. A layout is a row of LAYOUTS: how the header stands, how
the paragraphs are broken and marked, how recipients and signature stand. The first row is the
plainest; what another finds less than it, its layout costs. Layouts that lose the line breaks, and
with them the tables, are of fewer plans, and to be held against "plain-no-tables".

Set are plans (type KH) without appendices. What the annotation lacks is not set: rules, stamps,
blank lines, the lines of other documents. Measured are the groups of structure.py by its strict
matcher, all documents of a layout as one.

A second list, DAMAGED, has the plainest layout under kinds of damage of damage.py.

--keep leaves the texts; --details prints each item that is missing or too much; --out writes
layouts.json and layouts.md and the table of README.md. Same documents, program and seed: same
bytes.
"""
import argparse
import pathlib
import re
import tempfile
import textwrap
from dataclasses import dataclass, replace
from typing import Callable

import structure
from components import COMPONENTS
from damage import KINDS, Dice, Page

GROUPS = ("header", "ends", "outline", "citations", "plan")
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
YOUTH = ("ĐOÀN TNCS HỒ CHÍ MINH",)


# --- what is set ----------------------------------------------------------------------------------

@dataclass
class Copy:
    """The lines of one document, before anyone has placed them."""

    left: list[str]  # agency, above its number
    number: str
    right: list[str]  # national title and motto
    date: str
    type: str
    title: str
    grounds: list[str]
    body: list["Paragraph"]
    closing: list[str]
    recipients: list[str]
    office: list[str]  # authority and position
    name: str


@dataclass
class Paragraph:
    marker: str  # "1.", "-", "" where there is none
    text: str
    is_heading: bool
    rows: list[list[str]] | None = None


def printed_date(place, date):
    year, month, day = (date.split("-") + ["", ""])[:3]
    return f"{place}, ngày {day or '     '} tháng {month.lstrip('0') if month > '02' else month or '    '} năm {year}"


def paragraphs(nodes):
    for node in nodes:
        title = node.get("title")
        rows = [[cell if isinstance(cell, str) else cell.get("text", "") for cell in row]
                for row in node.get("rows") or []]
        yield Paragraph(node.get("marker") or "", title if title is not None else
                        node.get("text") or "", title is not None, rows or None)
        yield from paragraphs(node.get("children") or [])


def copy_of(document, source):
    header = document["header"]
    agency, number = header["agency"], header["number"]
    right = PARTY if PARTY[0] in source else YOUTH if YOUTH[0] in source else STATE
    authority = re.split(r" (?=(?:KT|TUQ|TL)\. )", document["signature"]["authority"] or "")
    recipients = document["recipients"] or {"items": [], "archive": None}
    kept = [recipients["archive"]] if recipients["archive"] else []
    return Copy(
        left=[line for line in (agency["parent"], agency["name"]) if line],
        number=f"Số{'' if right is not STATE else ':'} {'' if number['ordinal'] else '      '}"
               f"{number['text']}",
        right=list(right), date=printed_date(header["place"], header["date"]),
        type=header["type"]["name"].upper(), title=header["title"],
        grounds=[node["text"] for node in document["preamble"]],
        body=list(paragraphs(document["body"])),
        closing=[node["text"] for node in document["closing"]],
        recipients=[f"- {item};" for item in recipients["items"]] +
                   [f"- Lưu: {archive}." for archive in kept],
        office=[line for line in authority if line] + [document["signature"]["position"] or ""],
        name=document["signature"]["name"] or "")


def can_be_set(document):
    """Plans of one agency whose parts are all annotated."""
    header = document.get("header") or {}
    kinds = {node["kind"] for node in document.get("body") or []}
    return bool((header.get("type") or {}).get("code") == "KH" and header.get("agency") and
                header["agency"].get("name") and header.get("number") and header.get("place") and
                header.get("date") and header.get("title") and "appendix" not in kinds and
                (document.get("signature") or {}).get("name") and document.get("preamble"))


# --- two columns ----------------------------------------------------------------------------------

def first_then_second(left, right):
    return [*left, "", *right]


def second_then_first(left, right):
    return [*right, "", *left]


def row_by_row(left, right):
    """As a reader of cells takes them: the first of the left, the first of the right, ..."""
    both = []
    for k in range(max(len(left), len(right))):
        both += [column[k] for column in (left, right) if k < len(column)]
    return both


def beside(gap, width=0):
    """In two columns of a page; `width` is that of the left one, 0 where nothing is aligned."""
    def put(left, right):
        rows = [(left[k] if k < len(left) else "", right[k] if k < len(right) else "")
                for k in range(max(len(left), len(right)))]
        return [(a.ljust(width) + (gap if a or width else "") + b).rstrip() for a, b in rows]
    return put


def centred(left, right):
    """As pdftotext -layout leaves two centred columns."""
    a = max(map(len, left), default=0)
    b = max(map(len, right), default=0)
    return [line.rstrip() for line in
            beside("      ", a)([x.center(a) for x in left], [x.center(b) for x in right])]


def pipe_row(left, right):
    """A row of a Markdown table, its lines joined by <br>."""
    cell = lambda lines: "<br>".join(line for line in lines if line)
    return [f"| {cell(left)} | {cell(right)} |", "|---|---|"]


def pipe_rows(left, right):
    """A Markdown table with a row a line."""
    rows = beside("\0")(left or [""], right)
    return ["| | |", "|---|---|",
            *(f"| {' | '.join((row.split(chr(0)) + [''])[:2])} |" for row in rows if row.strip())]


def html_row(left, right):
    cell = lambda lines: "<td>" + "<br/>".join(line for line in lines if line) + "</td>"
    return [f"<table><tr>{cell(left)}{cell(right)}</tr></table>"]


def lone_pipes(left, right):
    """Cells flattened: a bar on a line of its own before, between and behind them."""
    return ["|", *left, "|", *right, "|", "|"]


# --- the parts ------------------------------------------------------------------------------------

def header_of(columns):
    def put(copy):
        return columns([*copy.left, copy.number], [*copy.right, copy.date])
    return put


def header_in_rows(columns):
    """A table of two rows: agency and motto, number and date."""
    def put(copy):
        return [*columns(copy.left, copy.right), *columns([copy.number], [copy.date])]
    return put


def header_with_rules(copy):
    rule = "*" if len(copy.right) == 1 else "-------"
    return [*copy.left, rule, copy.number, "", *copy.right, "-" * 15, copy.date]


def header_broken(copy):
    """Names broken as narrow cells break them."""
    cut = lambda line: textwrap.wrap(line, 16) or [""]
    return [*sum(map(cut, copy.left), []), copy.number, *sum(map(cut, copy.right), []), copy.date]


def no_header(copy):
    return []


def tail_of(columns):
    def put(copy):
        return columns(["Nơi nhận:", *copy.recipients], [*copy.office, "", "", copy.name])
    return put


def tail_marked(copy):
    """Italic and bold as word processors export them."""
    return ["***Nơi nhận:***", "", *copy.recipients, "", *(f"**{x}**" for x in copy.office), "",
            f"**{copy.name}**"]


@dataclass(frozen=True)
class Body:
    """How the paragraphs stand."""

    width: int = 0  # where lines are broken; 0: nowhere
    between: str = "\n\n"  # paragraphs
    indent: str = ""  # before the first line of a paragraph
    end: str = ""  # behind each line
    behind_marker: str = " "
    markers: tuple[str, str] = ("", "")  # what stands for the point of a marker, and for its bracket
    dash: str = "-"
    heading: Callable[[str, str], str] = lambda marker, line: line
    page: int = 0  # lines a page; 0: no pages


def line_of(paragraph, body):
    """A paragraph on one line."""
    if paragraph.rows:
        rows = [f"| {' | '.join(row)} |" for row in paragraph.rows]
        return "\n".join([rows[0], "|" + "---|" * len(paragraph.rows[0]), *rows[1:]])
    marker = paragraph.marker
    if marker == "-":
        marker = body.dash
    elif body.markers[0] and marker.endswith("."):
        marker = marker[:-1] + body.markers[0]
    elif body.markers[1] and marker.endswith(")"):
        marker = marker[:-1] + body.markers[1]
    line = marker + (body.behind_marker if marker else "") + paragraph.text
    return body.heading(marker, line) if paragraph.is_heading else line


def broken(line, body):
    """A line broken where the page ends."""
    if not body.width or line.startswith("|"):
        return body.indent + line
    return "\n".join(textwrap.wrap(body.indent + line, body.width, break_long_words=False,
                                   break_on_hyphens=False))


def paged(text, lines):
    """With the number of the page above each page but the first."""
    rows = text.split("\n")
    pages = ["\n".join(rows[k:k + lines]) for k in range(0, len(rows), lines)]
    return pages[0] + "".join(f"\n\f{k}\n\n{page}" for k, page in enumerate(pages[1:], 2))


# --- layouts --------------------------------------------------------------------------------------

@dataclass(frozen=True)
class Layout:
    name: str
    what: str
    header: Callable[[Copy], list[str]] = header_of(first_then_second)
    body: Body = Body()
    tail: Callable[[Copy], list[str]] = tail_of(first_then_second)
    ending: str = ".txt"
    rewrite: Callable[[str, Dice], str] = lambda text, dice: text
    title: Callable[[str], str] = lambda line: line
    tables: bool = True  # whether documents with tables can be set so


def damaged_by(kind):
    """The text under a kind of damage that leaves it in UTF-8."""
    def rewrite(text, dice):
        page = Page(text)
        KINDS[kind].damage(page, dice)
        if page.codec != "utf-8":
            raise ValueError(f"{kind} leaves no text in UTF-8")
        return page.text()
    return rewrite


def one_line(text, dice):
    return re.sub(r"\s*\n\s*", " ", text).strip() + "\n"


def glued_lines(text, dice):
    return re.sub(r"\s*\n\s*", "", text).strip() + "\n"


def with_trailing_blanks(text, dice):
    return "\n".join(line + " " * dice.whole(1, 3) for line in text.split("\n"))


def with_hard_blanks(text, dice):
    """A hard blank for a blank in three, and on empty lines."""
    return "\n".join("".join("\u00a0" if c == " " and dice.chance(0.3) else c for c in line) or
                     "\u00a0" for line in text.split("\n"))


def with_first_words_apart(text, dice):
    """Some long paragraphs have their first word, or two, on a line of their own."""
    shortest = 60  # letters of such a paragraph
    apart = lambda block: re.sub(r"^(\S+(?: \S+)?) (?=\S)", r"\1\n", block) \
        if dice.chance(0.3) and len(block) >= shortest and not block.startswith("|") and \
        "\n" not in block else block
    return "\n\n".join(map(apart, text.split("\n\n")))


def with_short_first_lines(text, dice):
    """The first line of a paragraph ends after 16 to 32 letters, the others after 80."""
    def broken_at(block):
        lines = block.split("\n")
        if len(lines) > 1 or len(block) < 80 or block.startswith("|"):
            return block
        first = textwrap.wrap(block, dice.whole(16, 32), break_long_words=False,
                              break_on_hyphens=False)[0]
        rest = textwrap.wrap(block[len(first):].strip(), 80, break_long_words=False,
                             break_on_hyphens=False)
        return "\n".join([first, *rest])
    return "\n\n".join(map(broken_at, text.split("\n\n")))


def as_web_page(text, dice):
    """With what stands around a text on a page of the web."""
    return ("Trang chủ\nGiới thiệu\nTin tức\nVăn bản\nLiên hệ\nĐăng nhập\n\n" + text +
            "\n\nIn trang này\nGửi cho bạn bè\nCác tin khác\nBản quyền thuộc về Cổng thông tin điện tử\n")


def bold(marker, line):
    return f"**{line}**"


def bold_marker(marker, line):
    return f"**{marker}** {line[len(marker):].strip()}" if marker else f"**{line}**"


def hashes(marker, line):
    return f"{'##' if re.match(r'[IVXA-Z]+[.]', marker) else '###'} {line}"


SCRAPED = Body(width=62, heading=bold)

LAYOUTS = (
    Layout("plain", "a paragraph a line, the left of the header above the right"),
    Layout("plain-no-tables", "the same, of plans without tables", tables=False),
    # the header
    Layout("header-right-first", "the right column above the left", header_of(second_then_first)),
    Layout("header-row-by-row", "lines of both columns in turn", header_of(row_by_row)),
    Layout("header-beside", "columns side by side, 12 blanks between", header_of(beside(" " * 12))),
    Layout("header-aligned", "columns side by side, aligned", header_of(beside("    ", 40))),
    Layout("header-centred", "columns side by side, centred", header_of(centred)),
    Layout("header-tab", "columns with a tab between", header_of(beside("\t"))),
    Layout("header-merged", "columns side by side, one blank between", header_of(beside(" "))),
    Layout("header-bar", "columns with a bar between", header_of(beside(" | "))),
    Layout("header-pipe-row", "one row of a Markdown table", header_of(pipe_row), ending=".md"),
    Layout("header-pipe-rows", "a Markdown table, a row a line", header_of(pipe_rows), ending=".md"),
    Layout("header-html", "two rows of HTML", header_in_rows(html_row), ending=".md"),
    Layout("header-lone-pipes", "cells with bars on lines of their own", header_in_rows(lone_pipes),
           ending=".md"),
    Layout("header-rules", "with rules of dashes and stars", header_with_rules),
    Layout("header-broken", "names broken after some 16 letters", header_broken),
    Layout("header-lost", "without agency, number and date", no_header),
    Layout("title-broken", "the title over lines of 40 letters",
           title=lambda line: "\n".join(textwrap.wrap(line, 40))),
    Layout("title-apart", "the same with blank lines between",
           title=lambda line: "\n\n".join(textwrap.wrap(line, 40))),
    # the body
    Layout("wrapped-90", "lines of 90 letters", body=Body(90)),
    Layout("wrapped-60", "lines of 60 letters", body=Body(60)),
    Layout("wrapped-45", "lines of 45 letters", body=Body(45)),
    Layout("wrapped-75-close", "lines of 75 letters, no blank lines", body=Body(75, "\n")),
    Layout("wrapped-60-close", "lines of 60 letters, no blank lines", body=Body(60, "\n")),
    Layout("wrapped-45-close", "lines of 45 letters, no blank lines", body=Body(45, "\n")),
    Layout("wrapped-75-indented", "the same, first lines indented", body=Body(75, "\n", "      ")),
    Layout("wrapped-apart", "lines of 75 letters, each between blank lines",
           rewrite=lambda text, dice: text.replace("\n", "\n\n"), body=Body(75, "\n")),
    Layout("close", "no blank lines", body=Body(between="\n")),
    Layout("indented", "first lines indented", body=Body(indent="        ")),
    Layout("first-words-apart", "first words on lines of their own", rewrite=with_first_words_apart),
    Layout("short-first-lines", "first lines of 16 to 32 letters, others of 80",
           rewrite=with_short_first_lines),
    Layout("paged", "40 lines a page, with numbers", body=Body(75, "\n", page=40)),
    Layout("paged-apart", "40 lines a page, blank lines between paragraphs", body=Body(75, page=40)),
    Layout("one-line", "all line breaks lost", rewrite=one_line, tables=False),
    Layout("glued", "all line breaks lost without a blank", rewrite=glued_lines, tables=False),
    Layout("trailing-blanks", "blanks behind lines", rewrite=with_trailing_blanks),
    Layout("hard-blanks", "hard blanks", rewrite=with_hard_blanks),
    Layout("windows-lines", "CR LF", rewrite=lambda text, dice: text.replace("\n", "\r\n")),
    Layout("web", "menus before, links behind", rewrite=as_web_page),
    # markers
    Layout("markers-dash", "I-, 1-", body=Body(markers=("-", ")"))),
    Layout("markers-slash", "I/, 1/, a/", body=Body(markers=("/", "/"))),
    Layout("markers-bracket", "1), a)", body=Body(markers=(")", ")"))),
    Layout("markers-tab", "a tab behind the marker", body=Body(behind_marker="\t")),
    Layout("markers-joined", "1.Mục đích", body=Body(behind_marker="")),
    Layout("markers-wide", "five blanks behind the marker", body=Body(behind_marker="     ")),
    Layout("dash-long", "– for -", body=Body(dash="–")),
    # Markdown
    Layout("bold", "headings in bold", body=Body(heading=bold), ending=".md"),
    Layout("bold-marker", "markers of headings in bold", body=Body(heading=bold_marker), ending=".md"),
    Layout("hashes", "headings with ## and ###", body=Body(heading=hashes), ending=".md"),
    Layout("scraped", "bars, bold headings, lines of 62 letters", header_in_rows(lone_pipes), SCRAPED,
           tail_of(lone_pipes), ".md"),
    Layout("word", "tables for header and end, headings in bold", header_of(pipe_row),
           Body(heading=bold), tail_of(pipe_row), ".md"),
    # recipients and signature
    Layout("tail-signature-first", "the signature above the recipients",
           tail=tail_of(second_then_first)),
    Layout("tail-beside", "side by side, 12 blanks between", tail=tail_of(beside(" " * 12))),
    Layout("tail-aligned", "side by side, aligned", tail=tail_of(beside("    ", 60))),
    Layout("tail-merged", "side by side, one blank between", tail=tail_of(beside(" "))),
    Layout("tail-tab", "side by side, a tab between", tail=tail_of(beside("\t"))),
    Layout("tail-row-by-row", "lines of both in turn", tail=tail_of(row_by_row)),
    Layout("scraped-merged", "one blank between columns, lines of 62 letters",
           header_of(beside(" ")), SCRAPED, tail_of(beside(" "))),
    Layout("tail-pipe-row", "one row of a Markdown table", tail=tail_of(pipe_row), ending=".md"),
    Layout("tail-pipe-rows", "a Markdown table, a row a line", tail=tail_of(pipe_rows), ending=".md"),
    Layout("tail-html", "a row of HTML", tail=tail_of(html_row), ending=".md"),
    Layout("tail-lone-pipes", "cells with bars on lines of their own", tail=tail_of(lone_pipes),
           ending=".md"),
    Layout("tail-marked", "bold and italic", tail=tail_marked, ending=".md"),
)


# The plainest layout under each kind of damage: what repair leaves undone costs structure.
DAMAGED = tuple(Layout(f"damaged-{kind}", KINDS[kind].what, rewrite=damaged_by(kind)) for kind in (
    "dropped-glyph", "upper-block-lost", "upper-block-gone", "dropped-letter", "dropped-hyphen",
    "missing-diacritics", "unaccented", "joined-words", "split-word", "split-capitals", "ocr",
    "normalization-detached", "stored-tcvn3", "stored-vni-win", "mojibake-cp1252",
    "font-map-permuted", "drawn-twice", "mixed-losses", "mixed-scan"))


def typeset(copy, layout, dice):
    body = layout.body
    blocks = [*copy.grounds, *(line_of(paragraph, body) for paragraph in copy.body), *copy.closing]
    text = body.between.join(broken(block, body) for block in blocks)
    heading = f"**{copy.type}**" if layout.ending == ".md" else copy.type
    title = layout.title(copy.title)
    if layout.title(copy.title) == copy.title and body.width:
        title = broken(copy.title, replace(body, indent=""))
    parts = ["\n".join(layout.header(copy)), f"{heading}\n{title}", text, "\n".join(layout.tail(copy))]
    text = layout.rewrite("\n\n".join(part for part in parts if part) + "\n", dice)
    return paged(text, body.page) if body.page else text


# --- the measure ----------------------------------------------------------------------------------

def plans(reference):
    """{name: (annotation, its text)} of all that can be set."""
    folders = [(structure.ROOT / name, structure.ROOT / name) for name in structure.CORPUS]
    if reference:
        folders += [(reference / gold, reference / texts) for gold, texts in structure.REFERENCE]
    found = {}
    for gold, texts in folders:
        for path in sorted(gold.glob("*.json")):
            document = structure.read_json(path)
            text = next((texts / (path.stem + end) for end in structure.TEXTS
                         if (texts / (path.stem + end)).exists()), None)
            if document and text and can_be_set(document):
                found[path.stem] = (document, text.read_text(encoding="utf-8", errors="replace"))
    return found


def has_tables(nodes):
    return any(node["kind"] == "table" or has_tables(node.get("children") or []) for node in nodes)


def measured(program, documents, layout, keep):
    """The evaluation of one layout."""
    with tempfile.TemporaryDirectory() as folder:
        folder = (keep / layout.name) if keep else pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        texts = {}
        for name, (document, source) in documents.items():
            texts[name] = folder / (name + layout.ending)
            text = typeset(copy_of(document, source), layout, Dice(layout.name, name))
            texts[name].write_text(text, encoding="utf-8", newline="")
        predicted, _ = structure.Program(program).predict(texts, list(documents))
    evaluation = structure.Evaluation()
    for name, (document, _) in documents.items():
        evaluation.add(name, document, predicted.get(name))
    return evaluation


def figures(evaluation):
    """{group: F1 by the strict matcher}, and of all groups together."""
    groups = {}
    for group in GROUPS:
        groups[group] = sum((evaluation.tallies[c.name] for c in COMPONENTS if c.group == group),
                            structure.Tally())
    groups["all"] = sum(groups.values(), structure.Tally())
    return {group: round(tally.figures()["strict"][2], 4) for group, tally in groups.items()}


def table(rows):
    yield "| layout | what | plans | " + " | ".join((*GROUPS, "all")) + " |"
    yield "|---|---|---:|" + "---:|" * (len(GROUPS) + 1)
    for row in rows:
        yield (f"| `{row['name']}` | {row['what']} | {row['plans']} | " +
               " | ".join(structure.percent(row[group]) for group in (*GROUPS, "all")) + " |")


BEGIN, END = "<!-- layouts -->\n", "<!-- end of layouts -->"
DAMAGED_BEGIN, DAMAGED_END = "<!-- damaged -->\n", "<!-- end of damaged -->"


def put_between(text, begin, end, lines):
    head, rest = text.split(begin, 1)
    return head + begin + "\n".join(lines) + "\n" + end + rest.split(end, 1)[1]


def write(folder, command, documents, rows):
    """layouts.json, layouts.md, and the worst ones between the marks of README.md."""
    results = {"command": command, "documents": documents, "rows": rows}
    damaged = [row for row in rows if row["name"].startswith("damaged-")]
    sound = [row for row in rows if row not in damaged]
    (folder / "layouts.json").write_text(structure.rows_on_lines(results), encoding="utf-8")
    text = "\n".join((
        "# The plans of the corpus in every layout", "",
        f"Written by `{command}`: {documents} plans. Figures are F1 in percent by the strict "
        "matcher, all items of a group alike.", "", *table(sound), "",
        "Under damage, in the plainest layout:", "", *table(damaged))) + "\n"
    (folder / "layouts.md").write_text(text, encoding="utf-8")
    readme = folder / "README.md"
    if readme.exists() and BEGIN in (text := readme.read_text(encoding="utf-8")):
        most = 12  # layouts
        shown = [sound[1], *sorted(sound[2:], key=lambda row: row["all"])[:most]]
        text = put_between(text, BEGIN, END, table([sound[0], *shown]))
        text = put_between(text, DAMAGED_BEGIN, DAMAGED_END, table(damaged))
        readme.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=pathlib.Path, nargs="?")
    parser.add_argument("--reference", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--layouts", metavar="NAME,...")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--out", type=pathlib.Path, metavar="DIR")
    options = parser.parse_args()
    if options.list:
        for layout in LAYOUTS + DAMAGED:
            print(f"{layout.name:24} {layout.what}")
        return
    if not options.program or not options.program.exists():
        parser.error("which program?")
    wanted = options.layouts.split(",") if options.layouts else [layout.name for layout in
                                                                   LAYOUTS + DAMAGED]
    unknown = set(wanted) - {layout.name for layout in LAYOUTS + DAMAGED}
    if unknown:
        parser.error(f"no such layout: {', '.join(sorted(unknown))}")
    documents, rows = plans(options.reference), []
    for layout in LAYOUTS + DAMAGED:
        if layout.name not in wanted:
            continue
        settable = {name: one for name, one in documents.items()
                    if layout.tables or not has_tables(one[0]["body"])}
        evaluation = measured(options.program.resolve(), settable, layout, options.keep)
        rows.append({"name": layout.name, "what": layout.what, "plans": len(settable),
                     **figures(evaluation)})
        if options.details:
            print("".join(f"{layout.name}/{miss}\n" for miss in evaluation.misses
                          if not miss.split(": ")[1] in ("diagnostics", "repairs")), end="")
    if options.out:
        command = " ".join(("benchmarks/quality/layouts.py", "PROGRAM",
                            *(["--reference DIR"] if options.reference else []),
                            "--out benchmarks/quality"))
        write(options.out, command, len(documents), rows)
    else:
        print("\n".join(table(rows)))


if __name__ == "__main__":
    main()
