#!/usr/bin/env python3
"""The generator damages what it says, where it says, and nothing else; always the same way."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import unittest

import bench
import damage

TEXT = """ỦY BAN NHÂN DÂN TỈNH HÒA SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND

KẾ HOẠCH
Trồng cây ven đường liên xã “năm xanh” 2031 – 2035

I. MỤC ĐÍCH, YÊU CẦU
- Thêm bóng mát cho các tuyến đường; người dân được hưởng lợi, cũng như nghĩa vụ chăm sóc.
- Cây trồng phải sống trên 80%; trường học, trạm y tế và chợ được ưu tiên trước ngày 30/6/2031.
1. Ủy ban nhân dân xã phối hợp với đoàn thanh niên tổ chức lễ phát động, kiểm tra hằng quý.
"""
SYLLABLES = damage.SYLLABLE.findall(TEXT)


def damaged(name, seed=1, text=TEXT):
    return damage.damaged(text, damage.KINDS[name], seed, "text")


def counts(page):
    """(changed cells, cells)."""
    return sum(not page.intact(i) for i in range(len(page.cells))), len(page.cells)


class AllKinds(unittest.TestCase):
    def test_same_seed_same_bytes(self):
        for name in damage.KINDS:
            self.assertEqual(damaged(name)[0].data(), damaged(name)[0].data(), name)

    def test_every_kind_but_sound_changes_the_bytes(self):
        # Twenty seeds: a kind that draws may spare so short a text once.
        for name in damage.KINDS:
            changed = any(damaged(name, seed)[0].data() != TEXT.encode() for seed in range(20))
            self.assertEqual(changed, name != "sound", name)

    def test_other_seeds_give_other_damage(self):
        for name in ("dropped-glyph", "dropped-letter", "missing-diacritics", "split-word", "ocr",
                     "lookalike", "code-point-slip", "font-map-permuted", "mixed-three"):
            self.assertGreater(len({damaged(name, seed)[0].data() for seed in range(8)}), 1, name)

    def test_places_are_all_that_differs(self):
        """Put back at its places, the clean text makes the damaged text sound."""
        for name in damage.KINDS:
            for seed in range(3):
                page, _ = damaged(name, seed)
                text, back, at = page.text(), [], 0
                for begin, end, there, there_end in page.places():
                    back += [text[at:there], TEXT[begin:end]]
                    at = there_end
                self.assertEqual("".join(back) + text[at:], TEXT, name)

    def test_line_ends_stay(self):
        for name in damage.KINDS:
            page, _ = damaged(name)
            text = page.data().decode(page.codec).removeprefix("\ufeff")
            self.assertEqual(text.count("\n"), TEXT.count("\n"), name)

    def test_untouched_syllables_stand_in_the_damaged_text(self):
        for name in damage.KINDS:
            page, _ = damaged(name)
            there = damage.SYLLABLE.findall(page.text())
            for number in page.untouched():
                self.assertIn(SYLLABLES[number], there, name)

    def test_goals_and_groups_are_known(self):
        program = (bench.ROOT / "include" / "vanban" / "repair.hpp").read_text(encoding="utf-8")
        for kind in damage.KINDS.values():
            if kind.group not in ("", "mixed"):
                self.assertIn(kind.group.replace("-", "_"), program)
            self.assertTrue(kind.goal is None or 0.5 < kind.goal <= 1, kind.name)


class Readme(unittest.TestCase):
    def test_it_lists_the_kinds(self):
        readme = (bench.ROOT / "benchmarks" / "quality" / "README.md").read_text(encoding="utf-8")
        for row in damage.listed(damage.KINDS.values()):
            self.assertIn(f"\n{row}\n", readme)


class LostLetters(unittest.TestCase):
    def test_dropped_glyphs_are_blanks_of_a_set(self):
        for seed in range(10):
            page, drawn = damaged("dropped-glyph", seed)
            self.assertTrue(2 <= len(drawn["lost"]) <= 5)
            for i, cell in enumerate(page.cells):
                if cell != TEXT[i]:
                    self.assertEqual(cell, " ")
                    self.assertIn(TEXT[i], drawn["lost"])

    def test_upper_block_takes_all_of_it(self):
        page, _ = damaged("upper-block-lost")
        for i, cell in enumerate(page.cells):
            self.assertEqual(cell, " " if 0x1EA0 <= ord(TEXT[i]) < 0x1F00 else TEXT[i])

    def test_narrowed_text_has_no_two_blanks_and_keeps_those_of_the_text(self):
        page, _ = damaged("glyphs-lost-narrowed", 1, TEXT * 3)
        for line, (begin, end) in zip(page.text().split("\n"), page.lines()):
            self.assertNotIn("  ", line)
            self.assertEqual(line, line.strip(" "))
            words = [w for w in page.clean[begin:end].split(" ")
                     if any(c for c in w if not 0x1EA0 <= ord(c) < 0x1F00)]
            self.assertGreaterEqual(len(line.split(" ")), len(words) - 1)
        self.assertFalse(any(0x1EA0 <= ord(c) < 0x1F00 for c in page.text()))

    def test_dropped_letters_are_few_and_leave_nothing(self):
        page, drawn = damaged("dropped-letter", 1, TEXT * 20)
        lost = sum(cell == "" for cell in page.cells)
        letters = sum(map(str.isalpha, page.clean))
        self.assertEqual(lost, counts(page)[0])
        self.assertTrue(0.01 <= drawn["share"] <= 0.04)
        self.assertAlmostEqual(lost / letters, drawn["share"], delta=0.01)


class MarksAndBlanks(unittest.TestCase):
    def test_unaccented_text_is_ascii_but_for_signs(self):
        page, _ = damaged("unaccented")
        self.assertTrue(all(c < "\x80" or c in "“”–" for c in page.text()))
        self.assertIn("Trong cay ven duong lien xa", page.text())

    def test_missing_diacritics_take_whole_syllables(self):
        page, _ = damaged("missing-diacritics", 1, TEXT * 5)
        for begin, end in page.syllables():
            there = "".join(page.cells[begin:end])
            self.assertIn(there, (page.clean[begin:end], damage.without_marks(page.clean[begin:end])))

    def test_joins_take_single_blanks_between_letters(self):
        page, _ = damaged("joined-words", 1, TEXT * 10)
        lost = [i for i, cell in enumerate(page.cells) if cell != page.clean[i]]
        self.assertTrue(lost)
        for i in lost:
            self.assertEqual((page.clean[i], page.cells[i]), (" ", ""))
            self.assertTrue(page.clean[i - 1].isalnum() and page.clean[i + 1].isalnum())

    def test_splits_are_inside_syllables(self):
        page, _ = damaged("split-word", 1, TEXT * 20)
        inner = {i for begin, end in page.syllables() for i in range(begin, end - 1)}
        split = [i for i, cell in enumerate(page.cells) if cell != page.clean[i]]
        self.assertTrue(split)
        for i in split:
            self.assertIn(i, inner)
            self.assertEqual(page.cells[i], page.clean[i] + " ")

    def test_a_split_needs_a_letter(self):
        page = damage.Page("năm")
        page.cells[0] = " "
        page.cells[1] = ""
        for i in range(3):
            page.part_behind(i)
        self.assertEqual(page.cells, [" ", "", "m "])

    def test_a_split_follows_a_letter_whatever_it_became(self):
        page, _ = damaged("mixed-stored-tcvn3", 1, TEXT * 20)
        self.assertTrue(any(cell.endswith(" ") and cell[0] != page.clean[i] and cell != " "
                            for i, cell in enumerate(page.cells)))


class Forms(unittest.TestCase):
    def test_decomposed_and_half_decomposed(self):
        self.assertEqual(damaged("normalization-nfd")[0].text(), unicodedata.normalize("NFD", TEXT))
        self.assertIn("Trô\u0300ng", damaged("normalization-half")[0].text())

    def test_piled_marks_are_those_of_their_line(self):
        page, _ = damaged("normalization-piled", 3)
        for clean, there in zip(TEXT.split("\n"), page.text().split("\n")):
            if clean != there:
                tones = [damage.tone_apart(c)[1] for c in clean if damage.tone_apart(c)[1]]
                self.assertTrue(there.endswith("".join(" " + tone for tone in tones)))


class Encodings(unittest.TestCase):
    def test_known_words(self):
        for name, word, there in (
                ("stored-tcvn3", "CỘNG HÒA XÃ HỘI", "CéNG HßA X· HéI"),
                ("stored-tcvn3", "được", "®\xadîc"),
                ("stored-tcvn3-horn-hyphen", "người", "ng-êi"),
                ("stored-tcvn3-horn-lost", "trường", "trêng"),
                ("converted-horn-lost", "tư", "t"),
                ("converted-horn-hyphen", "tư", "t-"),
                ("stored-vni-win", "CỘNG HÒA", "COÄNG HOØA"),
                ("encoding-viqr", "được tổ chức", "ddu+o+.c to^? chu+'c"),
                ("mojibake-cp1252", "CỘNG HÒA", "Cá»˜NG HÃ’A"),
                ("mojibake-lossy-blanks", "hòa", "hÃ²a"),
                ("mojibake-half-letters", "bàn", "b\ufffd n"),
                ("mojibake-reversed", "XÃ HỘI", None),
                ("font-map-low-byte", "CỘNG HÒA CHỦ NGHĨA", "CØNG HÒA CHæ NGH(A")):
            text = damaged(name, 1, word)[0].text()
            self.assertIn(text, (there,) if there else ("XàHỘI", "Xà HỘI"), name)

    def test_the_known_font_map_is_that_of_a_real_font(self):
        drawn = {damaged("font-map-known", seed, "SỞ THƯƠNG")[0].text() for seed in range(20)}
        self.assertIn("6Ӣ 7+ѬѪ1*", drawn)

    def test_bytes_read_back_with_the_table(self):
        """Except for capitals that a table does not have, and signs."""
        for name, letters in damage.ENCODINGS.items():
            back = {}
            for letter, written in letters.items():
                back.setdefault(written, []).append(letter)
            page, _ = damaged(f"encoding-{name.lower()}")
            data, text = page.data(), []
            while data:
                size = next((n for n in (2, 1) if data[:n] in back), 1)
                text.append(back.get(data[:size], [chr(data[0])]))
                data = data[size:]
            plain = [c for c in TEXT if c not in "“”–"]
            there = [options for options in text if options[0] not in '"-\x93\x94\x96']
            plain = [c for c in plain if c != "-"]
            self.assertEqual(len(there), len(plain), name)
            self.assertTrue(all(c in options for c, options in zip(plain, there)), name)

    def test_exact_mojibake_can_be_undone(self):
        for codec in ("latin-1", "cp1252", "cp1258", "mac_roman"):
            for times, ending in ((1, ""), (2, "-twice")):
                page, _ = damaged(f"mojibake-{codec.replace('_', '-')}{ending}")
                byte = {damage.shown_as(bytes([b]), codec): b for b in range(256)}
                text = page.text()
                for _ in range(times):
                    text = bytes(byte[c] for c in text).decode("utf-8")
                self.assertEqual(text, TEXT, codec)

    def test_utf16(self):
        self.assertEqual(damaged("encoding-utf16-le")[0].data().decode("utf-16"), TEXT)
        self.assertEqual(damaged("encoding-utf16-le-unmarked")[0].data(), TEXT.encode("utf-16-le"))


class Mixtures(unittest.TestCase):
    def test_each_part_shows(self):
        page, drawn = damaged("mixed-typing", 1, TEXT * 10)
        self.assertEqual(list(drawn), ["missing_diacritics", "joined_words", "split_word"])
        cells = list(enumerate(page.cells))
        self.assertTrue(any(cell == "" for _, cell in cells))
        self.assertTrue(any(cell == page.clean[i] + " " for i, cell in cells))
        self.assertTrue(any(cell == damage.without_marks(page.clean[i]) != page.clean[i]
                            for i, cell in cells))


class Program(unittest.TestCase):
    def test_files_and_records(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "clean").mkdir()
            (folder / "clean" / "one.txt").write_text(TEXT, encoding="utf-8")
            subprocess.run([sys.executable, "-B", damage.__file__, str(folder / "clean"),
                            str(folder / "out"), "--kinds", "joined-words,mojibake"], check=True)
            made = folder / "out" / "joined-words"
            page, _ = damage.damaged(TEXT, damage.KINDS["joined-words"], 1, "one")
            self.assertEqual((made / "one.txt").read_bytes(), page.data())
            record = json.loads((made / "one.damage.json").read_text(encoding="utf-8"))
            self.assertEqual(record["places"], page.places())
            self.assertTrue((folder / "out" / "mojibake-latin-1" / "one.txt").exists())


if __name__ == "__main__":
    unittest.main()
