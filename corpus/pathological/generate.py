#!/usr/bin/env python3
"""Writes the files of this folder anew: python3 corpus/pathological/generate.py

Nothing in them is anyone's text. Each is what no office sends and some program once did; each must
give a document, without a crash and in time that grows with its size only.
"""
import pathlib
import random

FOLDER = pathlib.Path(__file__).parent
KB = 1024


def blanks_for_bytes(text):
    return "".join(c if c.isascii() else " " * len(c.encode()) for c in text)


def lines(make, count):
    return "".join(make(i) + "\n" for i in range(1, count + 1))


def roman(number):
    out = ""
    for value, letters in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
                           (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            out, number = out + letters, number - value
    return out


def surrogates():
    """UTF-16LE with a byte-order mark, lone surrogates of both kinds and half a code unit at the end."""
    units = b"\xff\xfe"
    for text in ("KẾ HOẠCH\n", "I. MỤC ĐÍCH\n"):
        units += text.encode("utf-16-le") + b"\x00\xd8" + "x".encode("utf-16-le") + b"\x00\xdc"
    return units + "😀".encode("utf-16-le") + b"\x3d"


PLAN = "KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n- Phủ xanh.\nII. TỔ CHỨC THỰC HIỆN\n"

FILES = {
    "empty.txt": b"",
    "one_byte.txt": b"x",
    "one_ill_formed_byte.txt": b"\xc3",
    "only_blanks.txt": b" \t" * 4000 + b"\n" + b" \n" * 4000,
    "only_line_feeds.txt": b"\n" * 10000,
    "only_combining_marks.txt": "\u0301\u0323" * 5000,
    "marks_after_each_blank.txt": " \u0309" * 5000,
    "letters_out_of_place.txt": "x" + " ạ" * 12000 + " y\n" + "ạ" + " " * 8000 + "x ạ " * 4000 + "\n",
    "signs_without_width.txt": "a\u00ad\u200b" * 8000 + "\n" + "\u00ad" * 8000 + "kế\u00ad" * 4000,
    "heaps_of_marks.txt": ("ho" + "\u0301\u0323" * 300 + "c\n") * 10,
    "chain_of_marked_letters.txt": "triê \u0309n" * 1500,
    "nuls.txt": b"\0" * 4096,
    "text_between_nuls.txt": b"KE\0HOACH\0\0\n1. a\0b\n",
    "binary.txt": random.Random(1).randbytes(32 * KB),
    "elf_header.txt": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8,
    "truncated_sequences.txt": b"\xe1\xba\n\xf0\x9f\x98 \xc3" * 500,
    "overlong_and_surrogates.txt": b"\xc0\xaf\xe0\x80\xaf\xed\xa0\x80\xf4\x90\x80\x80\xff\n" * 500,
    "one_line.txt": "Thực hiện kế hoạch của Ủy ban nhân dân tỉnh, các đơn vị triển khai; " * 2200,
    "one_word.txt": "a" * (64 * KB),
    "one_word_of_lookalikes.txt": "ƣ" * 10000,
    "one_number.txt": "1" * (32 * KB),
    "one_decimal_number.txt": "1." * 10000,
    "digits_and_commas.txt": "1,2;3/4-5:" * 2000,
    "slashes.txt": "./" * 8000 + "./. kw",
    # One byte more than what is read of a line at once.
    "blanks_for_bytes.txt": blanks_for_bytes(
        "Các đội tình nguyện được giao việc trồng cây, phải bảo đảm tiến độ và chất lượng ở "
        "những nơi đã định. " * 30)[:2049],
    "brackets.txt": "(" * 10000 + ")" * 10000,
    "quotes.txt": "\"" * 10000,
    "dashes.txt": lines(lambda i: "-" * (i % 200), 250),
    "markers.txt": lines(lambda i: f"{i}. Mục", 5000),
    "same_marker.txt": lines(lambda i: "1. Mục", 2000),
    "empty_markers.txt": lines(lambda i: ("-", "+", "a)", "I.", "1.1.", "Điều 1.")[i % 6], 2000),
    "roman_markers.txt": lines(lambda i: f"{roman(i)}. MỤC", 1000),
    "falling_markers.txt": lines(lambda i: f"{1000 - i}) Mục", 1000),
    "deep_decimal.txt": lines(lambda i: "1." * i + " Mục", 150),
    "deeper_and_back.txt": lines(lambda i: "1." * (1 + abs(40 - i % 80)) + " Mục", 400),
    "deep_indent.txt": lines(lambda i: " " * (i % 400) + "- Mục", 200),
    "headings.md": lines(lambda i: "#" * (i % 8) + f" Mục {i}", 1500),
    "deep_quotes.md": ">" * 8000 + " x\n" + lines(lambda i: "> " * (i % 150) + "x", 150),
    "deep_list.md": lines(lambda i: "  " * i + "- x", 150),
    "deep_list_on_one_line.md": "- " * 8000 + "x\n",
    "emphasis.md": "*a **b _c __d " * 1500,
    "open_emphasis.md": "**" * 8000 + "a" + "_" * 8000,
    "links.md": "[" * 8000 + "x" + "](a)" * 2000,
    "images.md": "![a](" * 3000,
    "backticks.md": "".join("`" * (i % 60) + "x" for i in range(700)),
    "wide_table.md": "|" + "a|" * 1500 + "\n|" + "-|" * 1500 + "\n|" + "b|" * 1500 + "\n",
    "long_table.md": "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 1500,
    "broken_table.md": lines(lambda i: "|" * (i % 40), 400),
    "open_bold_tags.md": "<b>a" * 8000,
    "unicode_line_ends.txt": "I. A\v- b\x85- c\u2028- d\u2029" * 500 + "| e\u2028f | g |\n" * 20,
    "separators_of_cells.txt": "KẾ HOẠCH\n" + "\x1fI. A\x1e- b\x1d- c\0\n" * 500,
    "utf32.txt": ("KẾ HOẠCH\n" * 200).encode("utf-32"),
    "html.md": "<div><b>" * 2000 + "x" + "<!--" * 500,
    "entities.md": "&amp;&#x41;&nbsp;&bogus;" * 500,
    "utf16_lone_surrogates.txt": surrogates(),
    "utf16be.txt": "\ufeffKẾ HOẠCH\r\nI. MỤC ĐÍCH\r\n".encode("utf-16-be"),
    "utf16_odd.txt": b"\xff\xfeK\x00E",
    "utf16_without_mark.txt": ("KẾ HOẠCH\nI. MỤC ĐÍCH\n" * 20).encode("utf-16-le"),
    "bom_only.txt": b"\xef\xbb\xbf",
    "bom_utf16_only.txt": b"\xff\xfe",
    "two_boms.txt": "\ufeff\ufeffKẾ HOẠCH\n",
    "half_bom.txt": b"\xef\xbb",
    "crlf.txt": "KẾ HOẠCH\r\nI. MỤC ĐÍCH\r\n1. Một\r\n- Hai\r\n\r\n",
    "cr.txt": "KẾ HOẠCH\rI. MỤC ĐÍCH\r1. Một\r- Hai\r",
    "all_line_ends.txt": "KẾ HOẠCH\u2028I. MỤC ĐÍCH\u20291. Một\x85- Hai\v+ Ba\f2. Bốn\n\r3. Năm\r\r\n",
    "form_feeds.txt": "\f1\f" * 2000,
    "page_numbers.txt": lines(lambda i: f"{i}\n\f", 1500),
    "separators.txt": "a\x1fb\x1f" * 2000,
    "joiners.txt": "\u200b\u200d\ufeff\u00ad" * 1500,
    "right_to_left.txt": "\u202eKẾ HOẠCH\u202c \u0645\u0631\u062d\u0628\u0627\n" * 200,
    "beyond_the_plane.txt": "😀\U0010ffff𠀀" * 1000,
    "all_basic_code_points.txt": "".join(chr(c) for c in range(1, 0x3000)),
    "cells_behind_a_title.md": "|\nSố: 7/KH-TL\n**Kế hoạch tưới cây**\n|\nNạo vét mương\n|\nThôn Đông\n|\n"
                               "|\nDân quân\n|\n|\n2\n|\nTrồng tre\n|\nThôn Đoài\n",
    "addressees.txt": "Kính gửi:" + " " * 30 + "A;\n" + (" " * 40 + "B;\n") * 3000,
    "brackets_nothing_opens.txt": PLAN + "- Họp dân (Sở Y tế chủ trì).\n- " + "Họp ở thôn). " * 10000 + "\n",
    "brackets_nothing_closes.txt": PLAN + "- " + "Gửi trước ngày 15/6/2031 ( " * 3000
                                   + "\nIII. KHEN THƯỞNG\n- " + "Giấy khen ( " * 6000 + "\n",
    "sentences_without_words.txt": "KẾ HOẠCH\nTrồng cây\n\nI. KINH PHÍ\n1. " + "\". " * 40000 + "\n",
    "labels_in_open_brackets.txt": PLAN + "- " + "thực hiện: liên quan (" * 6000 + "\n",
    "columns_of_marks.txt": PLAN + "- Gửi " + "+   " * 40000 + "\n",
    "times.txt": PLAN + "".join("- Thời gian: " + time * 5000 + "\n"
                                for time in ("tháng 5, ", "Năm 2031 ", "quý I, ")),
    "one_recipient.txt": "Nơi nhận:\n- " + "Phòng Y tế\nchủ trì (tặng. " * 3000,
    "open_bracket.txt": "KẾ HOẠCH\n(Ban hành kèm theo\n" + "Quyết định của Ủy ban nhân dân xã về việc\n" * 3000,
    "dates.txt": "ngày 1/1/2021 " * 1500,
    "citations.txt": "Căn cứ Quyết định số 1/QĐ-UBND ngày 01/01/2021 của UBND tỉnh; " * 400,
    "recipients.txt": "Nơi nhận:\n" * 1000,
    "signatures.txt": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n" * 400,
    "office_on_the_first_line.txt": "CHỦ TỊCH;\nPhụ lục I",
    "appendices.txt": lines(lambda i: f"Phụ lục {roman(i)}", 500),
    "footnotes.txt": lines(lambda i: f"[{i}] chú thích", 1000),
    "quantities.txt": "trên 80% khoảng 50 - 55% từ 7,5 đến 8 " * 400,
    "acts_behind_signs.txt": "Bước. " + "(-) " * 5000 + "nó ban hành " * 1500,
    "lost_letters_over_empty_lines.txt":
        "Các xã  hực hiện nhiệm vụ; cơ quan  hường  rực  ham mưu, báo cáo kế  quả công  ác.\n" * 3
        + "\n" * 150000,
    "capitals_before_numbers.txt": PLAN + "1. " + "CÂY 1. CÂY 1. " * 10000 + "\n" + "- Sen\n" * 300,
    "rows_of_levels.txt": PLAN + ("2. Mục tiêu a) Năm: - Vớt bèo. - Thả cá. b) Năm: " * 14 + "\n") * 100,
    "counted_laws.txt": PLAN + "- " + "Luật sửa đổi, bổ sung một số điều của 4 luật về đất và " * 2000,
    "signs_in_words.txt": "".join(f"h{chr(33 + i % 31)}ng {chr(33 + i % 29)}n{chr(48 + i % 37)} c{chr(33 + i % 23)}c "
                                  for i in range(9000)),
    "wrapped_words.txt": "\n".join(["kế", "hoạch"] * 2500),
}


def main():
    for name, content in FILES.items():
        data = content.encode("utf-8") if isinstance(content, str) else content
        assert len(data) <= 256 * KB, name
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
