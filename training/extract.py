"""Runs the seven extractors over the unlabelled pages and keeps what each takes for content.

The outputs hold page text and stay under target/; what is kept in the repository are the votes (silver.py).
"""
import gzip
import json
import re
import subprocess
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

RUST = ("libreadability", "dom_smoothie", "rs-trafilatura")
PYTHON = ("trafilatura", "readability-lxml", "resiliparse", "justext")
NAMES = RUST + PYTHON
SETS = ("trafilatura", "unlabelled", "readability")
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
             "ru": "Russian", "pl": "Polish", "el": "Greek", "nl": "Dutch", "cs": "Czech", "tr": "Turkish",
             "sv": "Swedish", "hu": "Hungarian", "ro": "Romanian", "fi": "Finnish", "da": "Danish", "uk": "Ukrainian"}
CHARSET = re.compile(rb"charset=[\"']?\s*([A-Za-z0-9_\-]+)")
LANG = re.compile(r"<html[^>]{0,400}?\blang=[\"']?([A-Za-z]{2})", re.I)


def decode(raw):
    """Decodes a page: UTF-8 if it is, else as its meta element says, else windows-1252."""
    declared = CHARSET.search(raw[:4096])
    names = ["utf-8-sig"] + ([declared.group(1).decode()] if declared else []) + ["cp1252", "latin-1"]
    for name in names:
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace")


def json_lines(file):
    """Reads one value a line; only line feeds end a line."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def read_pages(shared):
    """Yields data set, id and markup of every page the extractors vote on."""
    for dataset in SETS:
        folder = Path(shared) / "pages" / dataset
        lines = next(file for file in (folder / "gold.jsonl", folder / "index.jsonl") if file.exists())
        for page in (entry["id"] for entry in json_lines(lines)):
            yield dataset, page, decode(gzip.decompress((folder / "pages" / f"{page}.html.gz").read_bytes()))


def by_trafilatura(html):
    import trafilatura
    return trafilatura.extract(html)


def by_readability_lxml(html):
    import lxml.html
    import readability
    tree = lxml.html.fromstring(readability.Document(html).summary())
    for element in tree.iter("p", "div", "br", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "dd"):
        element.tail = "\n" + (element.tail or "")
    return tree.text_content()


def by_resiliparse(html):
    from resiliparse.extract.html2text import extract_plain_text
    return extract_plain_text(html, main_content=True)


def by_justext(html):
    import justext
    found = LANG.search(html[:5000])
    language = LANGUAGES.get(found.group(1).lower() if found else "en")
    if language:
        paragraphs = justext.justext(html, justext.get_stoplist(language))
    else:
        paragraphs = justext.justext(html, frozenset(), stopwords_low=0, stopwords_high=0)
    return "\n".join(p.text for p in paragraphs if not p.is_boilerplate)


EXTRACT = {"trafilatura": by_trafilatura, "readability-lxml": by_readability_lxml,
           "resiliparse": by_resiliparse, "justext": by_justext}


def text_of(job):
    """Runs one extractor on one page; an extractor that fails has found nothing."""
    name, html = job
    try:
        return EXTRACT[name](html) or ""
    except Exception:
        return ""


def run_rust(root, name, pages, out):
    lines = "".join(json.dumps({"dataset": d, "id": i, "html": h}) + "\n" for d, i, h in pages)
    command = ["cargo", "run", "--quiet", "--manifest-path", str(root / "training/extractors/Cargo.toml"),
               "--target-dir", str(root / "target/extractors"), "--", name]
    out.write_bytes(subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout)


def run_python(name, pages, out):
    with ProcessPoolExecutor(2) as pool:
        texts = list(pool.map(text_of, ((name, html) for _, _, html in pages), chunksize=16))
    rows = ({"dataset": d, "id": i, "text": t} for (d, i, _), t in zip(pages, texts))
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def outputs(root, shared):
    """Returns {extractor: {(dataset, id): text}}, running those whose output is not cached."""
    folder = root / "target/training/extracted"
    folder.mkdir(parents=True, exist_ok=True)
    pages, read = None, {}
    for name in NAMES:
        out = folder / f"{name}.jsonl"
        if not out.exists():
            pages = pages or list(read_pages(shared))
            run_rust(root, name, pages, out) if name in RUST else run_python(name, pages, out)
        read[name] = {(row["dataset"], row["id"]): row["text"] for row in json_lines(out)}
    return read


if __name__ == "__main__":
    here = Path(__file__).resolve().parent.parent
    for extractor, texts in outputs(here, here.parent / "shared").items():
        filled = [text for text in texts.values() if text]
        print(f"{extractor:18} {len(filled):4} of {len(texts)} pages, {sum(map(len, filled)):9} characters")
