"""The exported page: the same review from one file, without a server."""

import json
import pathlib
import shutil
import tempfile

from captures import articles, hostile
from case import ReviewCase, Served, at_hand, faults, picture, run_of, selected, state_of, undross, until

ORDER = ["was", "rule", "text", "site", "capture", "decision", "note"]


class Export(ReviewCase):
    def export(self, captures):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="undross-export-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        undross(run_of(captures), "review", "tidy", "--export", str(folder / "review.html"))
        self.assertEqual([path.name for path in folder.iterdir()], ["review.html"])
        return self.visit((folder / "review.html").as_uri(), accept_downloads=True)

    def download(self, page):
        with page.expect_download() as download:
            page.click("#download")
        self.assertEqual(download.value.suggested_filename, "decisions.jsonl")
        return [json.loads(line) for line in pathlib.Path(download.value.path()).read_text("utf-8").splitlines()]

    def test_decisions_are_made_undone_and_downloaded(self):
        page = self.export(articles)
        first = selected(page)
        for key in "krlk":
            page.keyboard.press(key)
        page.keyboard.press("u")
        self.soon(lambda: page.evaluate("undross.state.waiting.length"), 0)
        self.assertEqual(state_of(page, first), "keep")
        lines = self.download(page)
        self.assertEqual(sorted(line["decision"] for line in lines), ["keep", "later", "remove"])
        for line in lines:
            self.assertEqual(list(line), [field for field in ORDER if field in line])
        picture(page, "export")
        self.assertEqual(faults(page), [])

    def test_the_file_says_the_same_as_the_server(self):
        page = self.export(articles)
        page.keyboard.press("4")
        page.keyboard.press("r")
        at_hand(page)
        page.keyboard.press("3")
        page.keyboard.press("k")
        heaps = page.evaluate("undross.state.groups.filter(one => one.texts > 1 && one.was === 'removed').map(one => one.id)")
        for heap, keys in zip(heaps[:2], ("1k", "5l")):
            page.evaluate("id => undross.state.select(undross.state.byId.get(id))", heap)
            at_hand(page)
            for key in keys:
                page.keyboard.press(key)
        self.soon(lambda: page.evaluate("undross.state.waiting.length"), 0)
        lines = self.download(page)
        scopes = [set(line) - {"was", "rule", "decision"} for line in lines]
        for scope in (set(), {"text", "capture"}, {"text", "site"}, {"site"}):
            self.assertIn(scope, scopes)
        served = Served(articles)
        self.addCleanup(served.close)
        (served.folder / "decisions.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        queue = served.ask("api/queue")
        self.assertEqual(queue["damage"], [])
        of_server = {group["id"]: group["decision"] for group in queue["groups"]}
        of_page = page.evaluate("Object.fromEntries(undross.state.groups.map(group => [group.id, group.decision]))")
        self.assertEqual(of_page, of_server)

    def test_pages_and_pictures_are_in_the_file(self):
        page = self.export(articles)
        at_hand(page)
        page.keyboard.press("w")
        page.wait_for_selector("#page-lines .own.at")
        page.keyboard.press("Escape")
        page.keyboard.press("v")
        until(page, "[...document.images].length > 0 && [...document.images].every(one => one.complete && one.naturalWidth > 0)")

    def test_captured_markup_stays_text(self):
        page = self.export(hostile)
        for _ in range(page.evaluate("undross.queue.size()")):
            at_hand(page)
            page.keyboard.press("j")
        self.assertIsNone(page.evaluate("window.pwned || null"))
