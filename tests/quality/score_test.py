#!/usr/bin/env python3
"""The measures of the quality bench agree with examples counted by hand."""
import unittest

import bench  # noqa: F401  (makes the modules below known)
import damage
import score


def page_of(clean, changes):
    """A page with some characters changed: {place: what stands there}."""
    page = damage.Page(clean)
    for i, there in changes.items():
        page.cells[i] = there
    return page


class Alignments(unittest.TestCase):
    def test_edits_are_a_shortest_script(self):
        for clean, other, edits in (
                ("a b c", "a b c", 0), ("a b c", "a c", 1), ("a b c", "a x c", 1),
                ("a b c", "a bc", 2), ("a b", "", 2), ("", "a", 1), ("a b c d", "b c d e", 2)):
            self.assertEqual(score.align(clean.split(), other.split()).edits, edits, (clean, other))

    def test_a_band_that_is_too_narrow_grows(self):
        clean = [str(i) for i in range(60)]
        shifted = ["x"] * 20 + clean
        result = score.align(clean, shifted)
        self.assertEqual((result.edits, len(result.kept)), (20, 60))
        moved = score.align(clean, ["x"] * 20 + clean[:40])
        self.assertEqual((moved.edits, len(moved.kept)), (40, 40))
        self.assertEqual(score.align(clean, clean[::-1]).edits, 60)

    def test_of_equal_scripts_the_one_that_keeps_the_untouched(self):
        # One "năm" is gone, either may be it: the damaged one.
        self.assertEqual(score.align(["năm", "năm"], ["năm"], {0}).kept, {0})
        self.assertEqual(score.align(["năm", "năm"], ["năm"], {1}).kept, {1})

    def test_lines_that_were_moved_are_compared_as_one(self):
        result = score.align_texts("a b\nc d\n", "a b c d\n")
        self.assertEqual((result.edits, result.kept), (0, {0, 1, 2, 3}))

    def test_as_many_lines_but_other_ones(self):
        words = [f"tờ{i} số{i} về{i}" for i in range(20)]
        clean = "\n".join(words)
        moved = "\n".join(["", *words[:10], words[10] + " " + words[11], *words[12:]])
        self.assertEqual(clean.count("\n"), moved.count("\n"))
        result = score.align_texts(clean, moved)
        self.assertEqual((result.edits, len(result.kept)), (0, 60))

    def test_text_that_cannot_be_read_is_wrong_throughout(self):
        result = score.align_texts("a b\nc\n", score.text_of(b"\xff\xfe"))
        self.assertEqual((result.edits, result.kept), (3, set()))


class Scores(unittest.TestCase):
    CLEAN = "Sở Tài chính báo cáo\n"

    def test_restored_and_whole(self):
        page = page_of(self.CLEAN, {3: " ", 17: "a"})  # "Sở  ài chính báo cao"
        half = score.score(page, "Sở Tài chính báo cao\n".encode())
        self.assertEqual((half["syllables"], half["before"], half["after"]), (5, 2, 1))
        shown = score.figures(half)
        self.assertEqual(shown["restored"], 0.5)
        self.assertEqual(shown["errors_before"], 40)
        self.assertEqual(shown["wholly_right"], 0)
        self.assertEqual(shown["harmed_per_100k"], 0)
        self.assertEqual(shown["letters_right"], round(15 / 16, 5))
        self.assertEqual(score.figures(score.score(page, self.CLEAN.encode()))["wholly_right"], 1)

    def test_harm_is_counted_where_the_damage_has_not_been(self):
        page = page_of(self.CLEAN, {3: " "})
        harmed = score.score(page, "Số Tài chính báo cáo\n".encode())
        self.assertEqual((harmed["harmed"], harmed["after"], harmed["untouched"]), (1, 1, 4))
        left = score.score(page, page.data())
        self.assertEqual((left["harmed"], left["before"], left["after"]), (0, 1, 1))

    def test_a_join_touches_both_its_syllables(self):
        page = page_of(self.CLEAN, {2: ""})
        self.assertEqual(page.untouched(), {2, 3, 4})
        self.assertEqual(score.score(page, page.data())["before"], 2)

    def test_decomposed_text_is_wrong(self):
        page, _ = damage.damaged(self.CLEAN, damage.KINDS["normalization-nfd"], 1, "x")
        done = score.score(page, self.CLEAN.encode())
        self.assertGreater(done["before"], 4)
        self.assertEqual(done["after"], 0)

    def test_carriage_returns_do_not_matter(self):
        page = page_of("Sở\r\nTài\r\n", {})
        self.assertEqual(score.score(page, "Sở\nTài\n".encode())["after"], 0)


class Confidence(unittest.TestCase):
    def is_right(self, clean, changes, span, after):
        page = page_of(clean, changes)
        return score.is_right(page, {"span": list(span), "after": after})

    def test_a_letter_that_became_a_blank(self):
        self.assertTrue(self.is_right("cá nhân", {5: " "}, (3, 7), "nhân"))
        self.assertFalse(self.is_right("cá nhân", {5: " "}, (3, 7), "nhơn"))
        self.assertTrue(self.is_right("về Kế", {3: " "}, (3, 5), "Kế"))

    def test_letters_gone_at_the_ends(self):
        self.assertTrue(self.is_right("đại biểu", {6: ""}, (4, 7), "biểu"))
        self.assertTrue(self.is_right("phát triển", {9: ""}, (5, 9), "triển"))
        self.assertFalse(self.is_right("phát triển", {9: ""}, (5, 9), "triển k"))
        self.assertTrue(self.is_right("ngày 22", {4: ""}, (0, 6), "ngày 22"))

    def test_blanks_put_into_a_syllable(self):
        self.assertTrue(self.is_right("sự nghiệp", {6: "i "}, (3, 10), "nghiệp"))
        self.assertTrue(self.is_right("sự nghiệp", {6: "i ", 8: ""}, (3, 9), "nghiệp"))
        self.assertTrue(self.is_right("sự nghiệp", {6: "i "}, (7, 8), ""))
        self.assertTrue(self.is_right("sự nghiệp", {6: "i "}, (7, 10), "ệp"))
        self.assertFalse(self.is_right("sự nghiệp", {6: "i "}, (3, 7), "nghi"))

    def test_cells_of_several_characters(self):
        page, _ = damage.damaged("CỘNG HÒA", damage.KINDS["stored-vni-win"], 1, "x")
        whole = [0, len(page.text())]
        self.assertTrue(score.is_right(page, {"span": whole, "after": "CỘNG HÒA"}))
        self.assertTrue(score.is_right(page, {"span": [0, 5], "after": "CỘNG"}))
        self.assertFalse(score.is_right(page, {"span": [2, 5], "after": "NG"}))

    def test_a_change_of_sound_text_is_wrong(self):
        self.assertFalse(self.is_right("cá nhân", {}, (3, 7), "nhẫn"))
        self.assertTrue(self.is_right("cá nhân", {}, (3, 7), "nhân"))

    def test_reliability(self):
        rows, error = score.reliability([(0.999, True)] * 3 + [(0.55, True), (0.55, False)])
        self.assertEqual(rows, [[0.5, 2, 0.55, 0.5], [0.999, 3, 0.999, 1.0]])
        self.assertAlmostEqual(error, (2 * 0.05 + 3 * 0.001) / 5, places=4)
        self.assertEqual(score.reliability([]), ([], None))


if __name__ == "__main__":
    unittest.main()
