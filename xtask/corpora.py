"""Makes large corpora of the pages and captures beside the repository, and runs what others would clean them with.

  corpora.py make SHARED OUT MEGABYTES      pages.warc.gz, captures.jsonl.zst, captures.parquet: each of as many
                                            megabytes of captures, uncompressed
  corpora.py clean TOOL WARC PROCESSES      trafilatura or resiliparse over a WARC with FastWARC; prints the pages
"""

import gzip
import json
import multiprocessing
import pathlib
import sys


def pages(shared):
    for path in sorted(pathlib.Path(shared, "pages").glob("*/pages/*.html.gz")):
        yield path.name.removesuffix(".html.gz"), gzip.decompress(path.read_bytes())


def texts(shared):
    lines = pathlib.Path(shared, "captures/dev.jsonl").read_text("utf-8").split("\n")
    return [json.loads(line)["text"] for line in lines if line]


def record(number, name, page):
    """One response of a crawl, a gzip member of its own, as crawlers write it."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"WARC-Target-URI: https://{name}.example/{number}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http) + len(page)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + page + b"\r\n\r\n", 6)


def endless(things):
    while True:
        yield from things


def make_warc(shared, out, most):
    made = [(name, page) for name, page in pages(shared)]
    total = 0
    with open(out / "pages.warc.gz", "wb") as warc:
        for number, (name, page) in enumerate(endless(made)):
            if total >= most:
                break
            warc.write(record(number, name, page))
            total += len(page)


def rows(shared, most):
    total = 0
    for number, text in enumerate(endless(texts(shared))):
        if total >= most:
            return
        total += len(text.encode())
        yield {"id": f"capture-{number}", "text": text}


def make_lines(shared, out, most):
    import zstandard

    with open(out / "captures.jsonl.zst", "wb") as file:
        # A small window: the same texts come round again, and a real corpus does not repeat itself.
        params = zstandard.ZstdCompressionParameters(window_log=20, compression_level=3)
        with zstandard.ZstdCompressor(compression_params=params).stream_writer(file) as packed:
            for row in rows(shared, most):
                packed.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def make_parquet(shared, out, most):
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema([("id", pyarrow.string()), ("text", pyarrow.string())])
    with pyarrow.parquet.ParquetWriter(out / "captures.parquet", schema, compression="zstd") as file:
        group = []
        for row in rows(shared, most):
            group.append(row)
            if len(group) == 5000:
                file.write_table(pyarrow.Table.from_pylist(group, schema))
                group = []
        file.write_table(pyarrow.Table.from_pylist(group, schema))


def extract(tool, page):
    if tool == "trafilatura":
        import trafilatura

        return trafilatura.extract(page) or ""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True)


def work(task):
    return len(extract(*task))


def responses(tool, warc):
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with open(warc, "rb") as file:
        for entry in ArchiveIterator(file, record_types=WarcRecordType.response):
            yield tool, entry.reader.read()


def clean(tool, warc, processes):
    with multiprocessing.Pool(processes) as pool:
        sizes = list(pool.imap(work, responses(tool, warc), chunksize=8))
    print(len(sizes))


def main():
    task, *arguments = sys.argv[1:]
    if task == "clean":
        tool, warc, processes = arguments
        return clean(tool, warc, int(processes))
    shared, out, megabytes = arguments
    out, most = pathlib.Path(out), int(megabytes) * 1_000_000
    out.mkdir(parents=True, exist_ok=True)
    for make in (make_warc, make_lines, make_parquet):
        make(shared, out, most)


if __name__ == "__main__":
    main()
