"""Deciding by key and by mouse, and all that can be taken back."""

import re

from captures import articles
from case import ReviewCase, all_sent, at_hand, decision, row, selected, state_of, until


class Decisions(ReviewCase):
    captures = articles

    def groups(self, **wanted):
        groups = self.served.ask("api/queue")["groups"]
        return [group for group in groups if all(group[name] == value for name, value in wanted.items())]

    def decide_all_by(self, page, keys):
        touched = []
        for key in keys:
            touched.append(selected(page))
            page.keyboard.press(key)
        all_sent(page)
        return touched

    def test_a_key_decides_and_leads_to_the_next_open_group(self):
        page = self.visit()
        first, second, third = self.decide_all_by(page, "krl")
        self.assertEqual(len({first, second, third, selected(page)}), 4)
        self.assertEqual([decision(page, group) for group in (first, second, third)], ["keep", "remove", "later"])
        self.assertEqual([line["decision"] for line in self.served.decisions()].count("later"), 1)
        self.assertEqual(len(self.served.decisions()), 3)
        self.assertIn("Later", page.inner_text("#said"))
        self.assertIn("2 of", page.inner_text("#progress-words"))

    def test_the_page_says_what_a_decision_does(self):
        page = self.visit()
        self.assertIn("comes back in the next undross clean", page.inner_text("#keep"))
        self.assertIn("confirms", page.inner_text("#remove"))

    def test_the_mouse_does_what_keys_do(self):
        page = self.visit()
        group = page.locator(".row").nth(2).get_attribute("id").removeprefix("row-")
        row(page, group).click()
        self.assertEqual(selected(page), group)
        page.click("#remove")
        all_sent(page)
        self.assertEqual(decision(page, group), "remove")
        page.click("#undo")
        all_sent(page)
        self.assertEqual(decision(page, group), "")
        self.assertEqual(self.served.decisions(), [])

    def test_everything_can_be_undone_also_after_a_reload(self):
        page = self.visit()
        groups = self.decide_all_by(page, "krlkr")
        page.keyboard.press("u")
        page.keyboard.press("u")
        all_sent(page)
        self.assertEqual(len(self.served.decisions()), 3)
        page.reload()
        page.wait_for_selector("#lines .line")
        for _ in range(3):
            page.keyboard.press("u")
            all_sent(page)
        self.assertEqual(self.served.decisions(), [])
        self.assertEqual([state_of(page, group) for group in groups], [None] * 5)
        page.keyboard.press("u")
        self.soon(lambda: page.inner_text("#said"), "Nothing is left to undo in this tab.")

    def test_a_decision_can_be_changed_and_taken_back(self):
        page = self.visit()
        (group,) = self.decide_all_by(page, "k")
        row(page, group).click()
        page.keyboard.press("r")
        all_sent(page)
        self.assertEqual(decision(page, group), "remove")
        row(page, group).click()
        page.keyboard.press("x")
        all_sent(page)
        self.assertEqual((decision(page, group), self.served.decisions()), ("", []))

    def test_no_key_fires_while_someone_types(self):
        page = self.visit()
        group = selected(page)
        page.keyboard.press("/")
        page.keyboard.type("krlux4")
        page.keyboard.press("Escape")
        page.click("#clear")
        page.locator("#list").focus()
        page.keyboard.press("c")
        page.keyboard.type("krlus")
        page.focus("#by-strength")
        page.keyboard.press("k")
        self.assertEqual(state_of(page, group), None)
        self.assertEqual(self.served.decisions(), [])

    def test_a_held_key_decides_once(self):
        page = self.visit()
        for _ in range(4):
            page.keyboard.down("k")
        page.keyboard.up("k")
        all_sent(page)
        self.assertEqual(len(self.served.decisions()), 1)

    def test_a_note_goes_with_the_decision(self):
        page = self.visit()
        page.keyboard.press("c")
        page.keyboard.type("the caption is part of the story")
        page.keyboard.press("Enter")
        self.decide_all_by(page, "k")
        self.assertEqual([line["note"] for line in self.served.decisions()], ["the caption is part of the story"])

    def test_a_site_can_be_decided_alone(self):
        page = self.visit()
        group = next(group for group in self.groups(was="removed", texts=1) if group["sites"] == 3)
        page.goto(self.served.address + "#" + group["id"])
        at_hand(page)
        page.keyboard.press("2")
        site = self.served.ask(f"api/group/{group['id']}/0")["site"]
        self.assertIn(site, page.inner_text("#reach"))
        page.keyboard.press("k")
        all_sent(page)
        (line,) = self.served.decisions()
        self.assertEqual((line["site"], line["decision"]), (site, "keep"))
        self.assertEqual(selected(page), group["id"])
        page.keyboard.press("u")
        all_sent(page)
        self.assertEqual(self.served.decisions(), [])

    def test_rare_texts_of_a_site_are_decided_together(self):
        page = self.visit()
        group = next(group for group in self.groups(was="removed") if group["texts"] > 1)
        page.goto(self.served.address + "#" + group["id"])
        at_hand(page)
        self.assertIn(f"{group['texts']} texts", page.inner_text("#reach"))
        page.keyboard.press("k")
        all_sent(page)
        lines = self.served.decisions()
        self.assertEqual({(line["decision"], "text" in line, "site" in line) for line in lines}, {("keep", True, True)})
        self.assertEqual((len(lines), decision(page, group["id"])), (group["texts"], "keep"))
        page.keyboard.press("u")
        all_sent(page)
        self.assertEqual((decision(page, group["id"]), self.served.decisions()), ("", []))
        page.goto(self.served.address + "#" + group["id"])
        at_hand(page)
        page.keyboard.press("r")
        all_sent(page)
        lines = self.served.decisions()
        self.assertEqual({(line["decision"], "text" in line, "site" in line) for line in lines}, {("remove", True, True)})
        self.assertEqual((len(lines), decision(page, group["id"])), (group["texts"], "remove"))

    def test_a_rule_on_a_site_is_decided_only_when_that_is_chosen(self):
        page = self.visit()
        group = next(group for group in self.groups(was="removed") if group["texts"] > 1)
        page.goto(self.served.address + "#" + group["id"])
        at_hand(page)
        shown = self.served.ask(f"api/group/{group['id']}/0")
        self.assertGreaterEqual(shown["of_rules_here"][0], group["count"])
        page.keyboard.press("5")
        reach = page.inner_text("#reach")
        for words in (group["rules"][0], shown["site"], "in later runs too", f"{shown['of_rules_here'][0]} copies"):
            self.assertIn(words, reach)
        page.keyboard.press("r")
        all_sent(page)
        (line,) = self.served.decisions()
        self.assertEqual((line["rule"], line["site"], "text" in line), (group["rules"][0], shown["site"], False))
        self.soon(lambda: state_of(page, group["id"]), "remove")
        self.assertIn("(rule on site)", row(page, group["id"]).inner_text())
        page.keyboard.press("u")
        all_sent(page)
        self.assertEqual((self.served.decisions(), state_of(page, group["id"])), ([], None))

    def test_a_filter_by_rule_bounds_what_a_decision_reaches(self):
        page = self.visit()
        both = next(group for group in self.groups(was="removed") if len(group["rules"]) == 2)
        rule = both["rules"][1]
        page.select_option("#by-rule", rule)
        shown = page.evaluate("undross.state.groups.filter(one => one.rules.includes(document.getElementById('by-rule').value)).length")
        self.assertEqual(page.evaluate("undross.queue.size()"), shown)
        for scope in "1245":
            row(page, both["id"]).click()
            at_hand(page)
            page.keyboard.press(scope)
            page.keyboard.press("k")
            all_sent(page)
            self.assertEqual({line["rule"] for line in self.served.decisions()}, {rule}, scope)
            page.keyboard.press("u")
            all_sent(page)
            self.assertEqual(self.served.decisions(), [])

    def test_what_the_filters_leave_out_is_not_decided(self):
        page = self.visit()
        page.fill("#search", "no group says this")
        page.wait_for_selector("#none:visible")
        page.click("#keep")
        self.assertIn("clear the filters", page.inner_text("#said"))
        self.assertEqual(self.served.decisions(), [])

    def test_the_same_decision_twice_is_one_step_to_undo(self):
        page = self.visit()
        first, second = self.decide_all_by(page, "kr")
        row(page, second).click()
        at_hand(page)
        self.decide_all_by(page, "r")
        page.keyboard.press("u")
        all_sent(page)
        self.assertEqual((state_of(page, first), state_of(page, second)), ("keep", None))
        self.assertEqual([line["decision"] for line in self.served.decisions()], ["keep"])

    def test_a_capture_can_be_decided_alone(self):
        page = self.visit()
        at_hand(page)
        capture = self.served.ask(f"api/group/{selected(page)}/0")["id"]
        page.keyboard.press("3")
        page.keyboard.press("r")
        all_sent(page)
        self.assertEqual([line["capture"] for line in self.served.decisions()], [capture])

    def test_a_whole_rule_can_be_decided_and_undone_at_once(self):
        page = self.visit()
        rule = "site-furniture"
        page.goto(self.served.address + "#" + self.groups(was="removed", rules=[rule])[0]["id"])
        at_hand(page)
        page.keyboard.press("4")
        self.assertIn(rule, page.inner_text("#reach"))
        page.keyboard.press("r")
        all_sent(page)
        (line,) = self.served.decisions()
        self.assertEqual((line["rule"], line.get("text"), line["decision"]), (rule, None, "remove"))
        of_rule = [group for group in self.groups(was="removed") if group["rules"] == [rule]]
        self.assertGreater(len(of_rule), 3)
        self.assertEqual({group["decision"] for group in of_rule}, {"remove"})
        self.assertEqual({state_of(page, group["id"]) for group in of_rule}, {"remove"})
        page.keyboard.press("u")
        all_sent(page)
        self.assertEqual({state_of(page, group["id"]) for group in of_rule}, {None})

    def test_a_decision_becomes_a_rule_in_the_settings(self):
        page = self.visit()
        group = selected(page)
        page.keyboard.press("s")
        page.keyboard.press("k")
        page.wait_for_selector("#rule-toml:visible")
        self.assertIn("[[keep]]", page.inner_text("#rule-toml"))
        path = re.fullmatch(r"Written to (.+):", page.inner_text("#rule-words"))[1]
        self.assertIn("[[keep]]", (self.served.folder / path).read_text("utf-8"))
        page.keyboard.press("Escape")
        self.assertEqual(decision(page, group), "keep")

    def test_two_tabs_show_each_others_decisions(self):
        page = self.visit()
        other = self.visit(context=page.context)
        (group,) = self.decide_all_by(page, "k")
        self.soon(lambda: state_of(other, group), "keep")
        other.keyboard.press("j")
        self.decide_all_by(other, "r")
        page.bring_to_front()
        self.soon(lambda: page.evaluate("undross.state.totals.decided"), 2)
        page.keyboard.press("u")
        all_sent(page)
        self.soon(lambda: state_of(other, group), None)
        self.assertEqual(len(self.served.decisions()), 1)


class Looking(ReviewCase):
    captures = articles

    def found(self, page):
        return int(re.match(r"[\d,]+", page.inner_text("#found"))[0].replace(",", ""))

    def test_filters_narrow_the_queue(self):
        page = self.visit()
        groups = self.served.ask("api/queue")["groups"]
        for name, value in (("was", "removed"), ("strength", "likely"), ("rule", groups[0]["rules"][0])):
            page.select_option(f"#by-{name}", value)
            fits = [one for one in groups if value in (one["rules"] if name == "rule" else [one[name]])]
            self.assertEqual(self.found(page), len(fits), name)
            page.select_option(f"#by-{name}", "")
        page.fill("#search", "advertisement")
        wanted = sum("advertisement" in one["excerpt"].lower() for one in groups)
        self.soon(lambda: self.found(page), wanted)
        self.assertIn("advertisement", page.inner_text("#title").lower())
        page.fill("#search", "no group says this")
        page.wait_for_selector("#none:visible")
        page.click("#clear")
        self.assertEqual(self.found(page), len(groups))

    def test_what_is_decided_stays_in_place_until_it_is_hidden(self):
        page = self.visit()
        page.select_option("#by-state", "open")
        page.locator("#list").focus()
        before = self.found(page)
        group = selected(page)
        page.keyboard.press("k")
        self.assertEqual(decision(page, group), "keep")
        page.click("#refresh")
        self.assertEqual(self.found(page), before - 1)
        page.select_option("#by-state", "keep")
        self.assertEqual(self.found(page), 1)

    def test_the_list_is_walked_by_key(self):
        page = self.visit()
        first = selected(page)
        page.keyboard.press("ArrowDown")
        second = selected(page)
        page.keyboard.press("j")
        page.keyboard.press("p")
        self.assertEqual(selected(page), second)
        page.keyboard.press("End")
        self.assertEqual(row(page, selected(page)).get_attribute("aria-posinset"), row(page, selected(page)).get_attribute("aria-setsize"))
        page.keyboard.press("Home")
        self.assertEqual(selected(page), first)

    def test_the_occurrence_is_marked_by_sign_and_stroke(self):
        page = self.visit()
        at_hand(page)
        line = page.locator("#lines .line.this").first
        self.assertIn("−", line.inner_text())
        self.assertEqual(line.locator("del").evaluate("one => getComputedStyle(one).textDecorationLine"), "line-through")
        self.assertRegex(page.inner_text("#bytes"), r"Bytes [\d,]+–[\d,]+ of the page; [\d,]+–[\d,]+.* of the capture")

    def test_occurrences_are_stepped_through(self):
        page = self.visit()
        page.fill("#search", "advertisement")
        until(page, "undross.queue.size() < 5")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        at_hand(page)
        first = page.inner_text("#capture")
        page.keyboard.press("o")
        self.soon(lambda: page.inner_text("#capture") not in ("", first), True)
        page.keyboard.press("O")
        self.soon(lambda: page.inner_text("#capture"), first)

    def test_the_whole_page_shows_its_removals_and_the_tidy_text_has_none(self):
        page = self.visit()
        at_hand(page)
        page.keyboard.press("w")
        page.wait_for_selector("#page-lines .own.at")
        self.assertGreater(page.locator("#page-lines del").count(), 5)
        page.keyboard.press("t")
        until(page, "document.getElementById('page-title').textContent === 'Tidy text'")
        page.wait_for_selector("#page-lines .line")
        self.assertEqual(page.locator("#page-lines del").count(), 0)
        page.keyboard.press("Escape")
        self.assertFalse(page.is_visible("#page"))

    def test_a_removal_on_the_page_leads_to_its_group(self):
        page = self.visit()
        at_hand(page)
        group = selected(page)
        page.keyboard.press("w")
        page.wait_for_selector("#page-lines .own.at")
        other = page.locator("#page-lines a.to-group:not(.own)").first
        name = other.get_attribute("data-group")
        other.click()
        self.assertEqual(selected(page), name)
        self.assertNotEqual(name, group)

    def test_a_reload_comes_back_to_the_group(self):
        page = self.visit()
        page.keyboard.press("j")
        page.keyboard.press("j")
        group = selected(page)
        at_hand(page)
        page.reload()
        page.wait_for_selector("#lines .line")
        self.assertEqual(selected(page), group)

    def test_the_pictures_of_the_run_are_shown(self):
        page = self.visit()
        page.keyboard.press("v")
        until(page, "[...document.images].length > 0 && [...document.images].every(one => one.complete && one.naturalWidth > 0)")
        page.keyboard.press("v")
        self.assertTrue(page.is_visible("#list"))
