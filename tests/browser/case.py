"""What all tests stand on: a run, its review server, and a page of the browser that is watched."""

import atexit
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

UNDROSS = os.path.abspath(os.environ["UNDROSS"])
PICTURES = pathlib.Path(os.environ.get("UNDROSS_PICTURES", "target/browser")).absolute()
DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}


@functools.cache
def browser():
    """The browser of all tests: the one that is named, else Playwright's own."""
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    named = os.environ.get("UNDROSS_CHROMIUM")
    return playwright.chromium.launch(executable_path=named or None, args=["--no-sandbox"])


@functools.cache
def run_of(captures):
    """Cleans captures once; returns the folder in which `captures` and `tidy` stand."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="undross-review-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    captures(folder / "captures")
    undross(folder, "clean", "captures", "-o", "tidy")
    return folder


def undross(folder, *arguments):
    done = subprocess.run([UNDROSS, *arguments], cwd=folder, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise AssertionError(f"undross {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


class Served:
    """A review server over a copy of a run."""

    def __init__(self, captures):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="undross-served-"))
        shutil.copytree(run_of(captures), self.folder, dirs_exist_ok=True)
        self.process = None
        self.start("--port", "0")
        self.port, self.token = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([^/]+)/", self.address).groups()

    def start(self, *arguments):
        command = [UNDROSS, "review", "tidy", "--no-open", *arguments]
        self.process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()

    def start_again(self, token=None):
        self.start("--port", self.port, "--token", token or self.token)

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def close(self):
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ask(self, path):
        with urllib.request.urlopen(self.address + path) as answer:
            return json.load(answer)

    def decisions(self):
        """What the file of decisions holds."""
        path = self.folder / self.ask("api/queue")["decisions"]
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


class ReviewCase(unittest.TestCase):
    captures = None

    def setUp(self):
        if self.captures:
            self.served = Served(type(self).captures)
            self.addCleanup(self.served.close)

    def visit(self, address=None, scheme="light", size=DESKTOP, context=None, **more):
        """Opens a page; the test fails if a script of it fails or if it asks anybody but its server."""
        address = address or self.served.address
        if not context:
            context = browser().new_context(viewport=size, color_scheme=scheme, **more)
            self.addCleanup(context.close)
        page = context.new_page()
        page.set_default_timeout(10_000)
        home = address.split("/", 3)[2]
        page.on("pageerror", lambda error: self.wrong.append(f"a script failed: {error}"))
        page.on("console", self.heard)
        page.on("request", lambda request: self.watch(request, home))
        page.goto(address)
        page.wait_for_selector("#lines .line", state="attached")
        self.last = page
        return page

    @functools.cached_property
    def wrong(self):
        wrong = []
        self.addCleanup(lambda: self.assertEqual(wrong, []))
        return wrong

    def heard(self, message):
        if "Content Security Policy" in message.text:
            self.wrong.append(f"the page breaks its own policy: {message.text}")

    def watch(self, request, home):
        if request.url.startswith("blob:"):
            return
        host = request.url.split("/", 3)[2]
        if host != home:
            self.wrong.append(f"a request left the page: {request.url}")

    def soon(self, what, wanted, seconds=8):
        """Waits until a function returns what is wanted."""
        end = time.monotonic() + seconds
        while (got := what()) != wanted and time.monotonic() < end:
            # The page lives on meanwhile; a plain sleep would hold up what answers its requests.
            self.last.wait_for_timeout(50)
        self.assertEqual(got, wanted)


def selected(page):
    return page.get_attribute("#list", "aria-activedescendant").removeprefix("row-")


def row(page, group):
    return page.locator(f"#row-{group}")


def decision(page, group):
    """What the row of a group says is decided."""
    return row(page, group).locator(".state").inner_text()


def state_of(page, group):
    """What the page holds decided about a group, in view or not."""
    return page.evaluate("id => undross.state.byId.get(id).decision", group)


def until(page, expression, seconds=10):
    """Waits until an expression holds in the page; Playwright's own wait evaluates strings, which the page forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds} s this still does not hold: {expression}")
        page.wait_for_timeout(20)


def all_sent(page):
    until(page, "undross.state.waiting.length === 0")


def at_hand(page):
    """Waits until the selected group is shown whole."""
    until(page, "undross.detail.now.group && undross.detail.now.occurrence")


def faults(page):
    """The serious and critical faults that axe finds."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in ("serious", "critical")]


def picture(page, name):
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png")
