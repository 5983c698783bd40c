"""The captures that the tests review: articles with their dross, hostile texts, and many different lines."""

import itertools
import random

WORDS = (
    "ferry harbour council bridge winter company river minister market police tide captain vote island price school "
    "nobody asked whether old new stone water paid for closed opened since because"
).split()
SYLLABLES = "an bo ca de el fi ga ho in ju ka le mo ni or pe ro sa ti ul va wi".split()
SITES = ("harbour.example.org", "tides.example.com", "bridge.example.net")
SCRIPT = "<script>window.pwned = 1</script>"
IMAGE = '<img src=x onerror="window.pwned = 1">'
LONG = 5_000_000


def articles(folder, count=24):
    """Articles of three sites: advertisements, share bars, bylines, calls to read on, comment forms."""
    chance, names = random.Random(1), people()
    for number in range(count):
        site = SITES[number % len(SITES)]
        lines = [
            f"Ferry to run hourly from {next(names)}",
            f"By {next(names)}",
            sentence(chance),
            "Advertisement",
            sentence(chance),
            f"Photo: {next(names)}",
            sentence(chance),
            f"Click here to read more about {next(names)}",
            sentence(chance),
            "Share",
            "Tweet",
            "WhatsApp",
            "Email",
            "Print",
            sentence(chance),
            "Leave a Reply Cancel reply",
            "Your email address will not be published. Required fields are marked *",
            "Comment *",
            "Post Comment",
        ]
        write(folder / site / f"{number:02}.txt", lines)


def hostile(folder):
    """Captures that would like to run, to hide, to turn the text round, and to freeze the page."""
    chance = random.Random(2)
    for number in range(4):
        lines = [
            "Ferry to run hourly",
            sentence(chance),
            f"Photo: {SCRIPT} Anna Keller",
            f"{sentence(chance)} {IMAGE}",
            "\u202eenotS luaP\u202c and \u2066Ann\u200b \x1b[31m Keller \x07",
            "Advertisement",
            sentence(chance),
        ]
        write(folder / "hostile.example.org" / f"{number}.txt", lines)
    endless = " ".join(itertools.islice(itertools.cycle(WORDS), LONG // 6))
    write(folder / "hostile.example.org" / "long.txt", ["The long line", "x" * LONG, "Advertisement", endless, "Photo: Long Line"])


def many(folder, captures=250, lines=42):
    """Captures with so many different lines, each on three sites, that 10,500 groups come of them."""
    chance, names = random.Random(3), people()
    kinds = ("Photo: {}", "Follow {} on Twitter", "Click here to read more about {}", "Read more: {} on the ferry")
    for number in range(captures):
        text = [f"Ferry to run hourly from {next(names)}"]
        for line in range(lines):
            text += [sentence(chance), kinds[line % len(kinds)].format(next(names))]
        for site in SITES:
            write(folder / site / f"{number}.txt", text)


def people():
    """Names that differ in their letters, because numbers make no difference to a group."""
    for number, parts in enumerate(itertools.product(SYLLABLES, repeat=4)):
        if number % 17 == 0:
            first, second, third, fourth = parts
            yield f"{first}{second}".title() + " " + f"{third}{fourth}".title()


def sentence(chance):
    return " ".join(chance.choice(WORDS) for _ in range(24)).capitalize() + "."


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
