"""Every format reads its sample; a bad article is reported with its place and stops nothing."""

from __future__ import annotations

import gzip
import io
import json
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from loaders import archives
from loaders.article import Article, Problem
from loaders.inputs import Input
from loaders.markup import root_element
from loaders.reading import Gauge, choose, formats, read, weigh

DATA = Path(__file__).parent / "data" / "formats"
NO_FETCH = pytest.fail


def load(*places: str | Path, **mapping: str) -> tuple[list[Article], list[Problem]]:
    found = list(read([str(place) for place in places], mapping, NO_FETCH))
    return [f for f in found if isinstance(f, Article)], [f for f in found if isinstance(f, Problem)]


def from_bytes(data: bytes, name: str) -> list[Article | Problem]:
    source = Input(name, io.BytesIO(data))
    chosen = choose(source)
    assert chosen is not None
    return list(chosen.read(source))


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    "name", ["header_ru.txt", "page_ru.html", "feed_ru.xml", "articles.jsonl", "table.csv"]
)
def test_each_sample_gives_the_same_story(name: str) -> None:
    articles, problems = load(DATA / name)
    assert not problems
    first = articles[0]
    assert "меморандум" in first.text
    assert first.title == "Президент Кыргызстана прибыл в Астану"
    assert first.published == date(2025, 11, 20)
    assert first.url == "https://vesti.example.org/2025/visit"
    assert first.source == "Vesti Example"


def test_every_format_module_is_found_and_complete() -> None:
    assert set(formats()) == {"text", "html", "feed", "jsonl", "csv"}
    for each in formats().values():
        assert all(suffix.startswith(".") for suffix in each.SUFFIXES)


class TestText:
    def test_without_a_header_the_short_first_line_is_the_title(self, tmp_path: Path) -> None:
        path = write(
            tmp_path, "a.txt", "Experts discuss the accession\nKazakhstan joined the pact.\nMore followed.\n"
        )
        (article,), _ = load(path)
        assert (article.title, article.text) == (
            "Experts discuss the accession",
            "Kazakhstan joined the pact.\nMore followed.",
        )
        assert article.published is None

    @pytest.mark.parametrize(
        "text", ["One sentence only.", "It ends here.\nAnd goes on.", "x" * 201 + "\nrest"]
    )
    def test_a_first_line_that_is_a_sentence_stays_text(self, tmp_path: Path, text: str) -> None:
        (article,), _ = load(write(tmp_path, "a.txt", text))
        assert (article.title, article.text) == ("", text)

    def test_a_colon_in_a_headline_is_no_header(self, tmp_path: Path) -> None:
        (article,), _ = load(write(tmp_path, "a.txt", "Astana: the accession\n\nKazakhstan joined the pact."))
        assert article.title == "Astana: the accession"

    def test_unknown_header_is_reported_not_swallowed(self, tmp_path: Path) -> None:
        articles, (problem,) = load(write(tmp_path, "a.txt", "Title: A\nTopic: B\n\nText."))
        assert not articles
        assert problem.detail == "Topic"
        assert "Title" in problem.way_out

    def test_retold_and_month_precision(self, tmp_path: Path) -> None:
        (article,), _ = load(write(tmp_path, "a.txt", "Retold: yes\nDate: November 2025\n\nText."))
        assert article.retold
        assert (article.published, article.published_precision) == (date(2025, 11, 1), "month")

    @pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1251", "koi8-r"])
    def test_encodings(self, tmp_path: Path, codec: str) -> None:
        text = (DATA / "header_ru.txt").read_text(encoding="utf-8")
        (article,), _ = load(write(tmp_path, "a.txt", text.encode(codec)))
        assert article.title == "Президент Кыргызстана прибыл в Астану"


class TestHtml:
    def test_metadata_and_no_menu(self) -> None:
        (article,), _ = load(DATA / "page_ru.html")
        assert article.author == "Айгуль Примерова"
        assert article.published_basis == "page"
        assert "Реклама" not in article.text
        assert not article.text.startswith(article.title)

    def test_declared_code_page(self, tmp_path: Path) -> None:
        page = (
            (DATA / "page_ru.html")
            .read_text(encoding="utf-8")
            .replace('charset="utf-8"', 'charset="windows-1251"')
        )
        (article,), _ = load(write(tmp_path, "p.html", page.encode("cp1251")))
        assert "меморандум" in article.text

    def test_a_page_without_an_article_is_reported(self, tmp_path: Path) -> None:
        articles, problems = load(write(tmp_path, "p.html", "<!doctype html><html><body></body></html>"))
        assert not articles
        assert "no article" in problems[0].what

    def test_a_page_saved_as_txt_is_read_as_a_page(self, tmp_path: Path) -> None:
        (article,), _ = load(write(tmp_path, "p.txt", (DATA / "page_ru.html").read_bytes()))
        assert "<p>" not in article.text


class TestFeed:
    def test_full_content_before_summary_and_day_as_written(self) -> None:
        articles, _ = load(DATA / "feed_ru.xml")
        assert "Второй абзац" in articles[0].text
        assert articles[0].published_basis == "feed"
        assert articles[1].published == date(2025, 11, 21)  # 01:30 at +06:00 is still the day before in UTC

    def test_an_entry_without_text_is_reported(self, tmp_path: Path) -> None:
        feed = "<rss version='2.0'><channel><item><title>A</title></item><item><description>B c."
        articles, problems = load(write(tmp_path, "f.xml", feed + "</description></item></channel></rss>"))
        assert [a.text for a in articles] == ["B c."]
        assert problems[0].where.endswith("f.xml#1")

    def test_atom_with_updated_only(self, tmp_path: Path) -> None:
        feed = (
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>1</id><title>A</title>"
            "<updated>2025-11-20T10:00:00Z</updated><summary>Text &lt;b&gt;here&lt;/b&gt;.</summary>"
            "</entry></feed>"
        )
        (article,), _ = load(write(tmp_path, "f.atom", feed))
        assert (article.text, article.published) == ("Text here.", date(2025, 11, 20))

    def test_json_feed(self, tmp_path: Path) -> None:
        item = {
            "id": "7",
            "url": "https://x.kz/7",
            "content_html": "<p>A.</p><p>B.</p>",
            "date_published": "2025-11-20",
        }
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "X", "items": [item]}
        (article,), _ = load(write(tmp_path, "f.json", json.dumps(feed)))
        assert (article.text, article.url, article.id) == ("A.\n\nB.", "https://x.kz/7", "7")

    def test_broken_feed_is_reported(self, tmp_path: Path) -> None:
        articles, problems = load(write(tmp_path, "f.xml", "<rss><channel"))
        assert not articles
        assert len(problems) == 1


class TestJsonLines:
    def test_bad_lines_are_numbered_and_stop_nothing(self) -> None:
        data = b'{"text": "A."}\nnot json\n\n[1]\n{"text": 5}\n{"title": "x"}\n'
        data += b'{"body": "B.", "date": "32.01.2025"}\n'
        found = from_bytes(data + b'{"content": "C.", "url": "no address"}\n{"fulltext": "D."}', "d.jsonl")
        assert [f.text for f in found if isinstance(f, Article)] == ["A.", "D."]
        assert [f.where for f in found if isinstance(f, Problem)] == [
            f"d.jsonl:{n}" for n in (2, 4, 5, 6, 7, 8)
        ]

    def test_array_and_single_object_over_lines(self) -> None:
        assert len(from_bytes(b'[{"text": "A."}, {"text": "B."}]', "a.json")) == 2
        assert len(from_bytes(b'{\n "text": "A."\n}', "a.json")) == 1

    def test_deep_nesting_is_a_problem_and_no_crash(self) -> None:
        (found,) = from_bytes(b'{"text":' + b"[" * 100_000, "a.jsonl")
        assert isinstance(found, Problem)


class TestCsv:
    def test_semicolons_quotes_and_line_breaks(self) -> None:
        found = from_bytes(b'headline;body;date\nA;"one; two\nthree ""q"""; 20.11.2025\n', "t.csv")
        assert found[0] == Article(
            'one; two\nthree "q"', title="A", published=date(2025, 11, 20), origin="t.csv:3"
        )

    def test_own_columns(self, tmp_path: Path) -> None:
        path = write(tmp_path, "t.csv", "kop,wörter\nA,B c\n")
        (article,), _ = load(path, text="wörter", title="kop")
        assert (article.title, article.text) == ("A", "B c")

    def test_missing_columns_are_named(self, tmp_path: Path) -> None:
        path = write(tmp_path, "t.csv", "kop,woord\nA,B\n")
        assert "kop, woord" in load(path)[1][0].way_out
        assert load(path, text="x")[1][0].detail == "text=x"

    def test_too_many_cells_is_a_problem(self) -> None:
        found = from_bytes(b"title,text\na,b,c\nd,e\n", "t.csv")
        assert [type(f) for f in found] == [Problem, Article]

    def test_it_streams(self) -> None:
        class Endless(io.RawIOBase):
            asked = 0

            def readable(self) -> bool:
                return True

            def read(self, size: int = -1) -> bytes:
                self.asked += 1
                return (
                    b"title,text\n"
                    if self.asked == 1
                    else (b"a,Kazakhstan joined.\n" * 4000)[: size - size % 21]
                )

        source = Input("t.csv", Endless())  # type: ignore[arg-type]
        rows = formats()["csv"].read(source)
        assert all(isinstance(next(rows), Article) for _ in range(20_000))


class TestArchives:
    def zipped(self, folder: Path, **members: bytes) -> Path:
        path = folder / "a.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return path

    def test_zip_and_gz_of_everything(self, tmp_path: Path) -> None:
        names = ("header_ru.txt", "page_ru.html", "feed_ru.xml", "articles.jsonl", "table.csv")
        path = self.zipped(tmp_path, **{f"news/{name}": (DATA / name).read_bytes() for name in names})
        packed = write(tmp_path, "articles.jsonl.gz", gzip.compress((DATA / "articles.jsonl").read_bytes()))
        plain, _ = load(*(DATA / name for name in sorted(names)))
        articles, problems = load(path)
        assert not problems
        assert [a.text for a in articles] == [a.text for a in plain]
        assert len(load(packed)[0]) == len(load(DATA / "articles.jsonl")[0])

    def test_a_bomb_is_reported_and_its_neighbours_are_read(self, tmp_path: Path) -> None:
        path = self.zipped(
            tmp_path, **{"a.txt": b"Good text here.", "b.txt": b"0" * 30_000_000, "c.txt": b"Also good."}
        )
        articles, (problem,) = load(path)
        assert [a.text for a in articles] == ["Good text here.", "Also good."]
        assert problem.where.endswith("a.zip!b.txt")
        packed = write(tmp_path, "b.jsonl.gz", gzip.compress(b'{"text": "a"}\n' + b" " * 300_000_000))
        assert "unpacks to far more" in load(packed)[1][0].what

    def test_too_many_members(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archives, "MAX_MEMBERS", 2)
        path = self.zipped(tmp_path, **{f"{n}.txt": b"x" for n in range(3)})
        assert load(path)[1][0].detail == "3 files"

    def test_names_that_climb_are_only_names(self, tmp_path: Path) -> None:
        path = self.zipped(tmp_path, **{"../../evil.txt": b"Text of an article."})
        (article,), _ = load(path)
        assert article.text == "Text of an article."
        assert not (tmp_path.parent.parent / "evil.txt").exists()

    def test_broken_and_nested_archives(self, tmp_path: Path) -> None:
        inner = self.zipped(tmp_path, **{"x.txt": b"x"}).read_bytes()
        assert (
            "within an archive" in load(self.zipped(tmp_path, **{"in.zip": inner, "y.txt": b"Y."}))[1][0].what
        )
        assert "unpacked" in load(write(tmp_path, "b.zip", inner[:20]))[1][0].what
        cut = gzip.compress(b'{"text": "A."}\n' * 5000)[:60]
        assert "unpacked" in load(write(tmp_path, "c.jsonl.gz", cut))[1][-1].what


@pytest.mark.parametrize("part", ["<!---->", "<?x ?>", "<!-- --> ", "<!x>", "<!--"])
def test_no_prologue_holds_the_sniffing_up(part: str) -> None:
    began = time.monotonic()
    source = Input("a.xml", io.BytesIO((part * 20_000 + "<nothing>").encode()))
    choose(source)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("<!-- a --><?xml version='1.0'?>\n<RSS version='2.0'>", "rss"),
        ("\ufeff <!DOCTYPE html><p>", "html"),
        ("<!DOCTYPE rss SYSTEM 'x'><rss>", "rss"),
        ("<rdf:RDF xmlns='x'>", "rdf:rdf"),
        ("text", ""),
        ("<!-- never closed", ""),
    ],
)
def test_root_element(head: str, name: str) -> None:
    assert root_element(head) == name


def test_the_gauge_tells_how_much_was_read(tmp_path: Path) -> None:
    for number in range(4):
        write(tmp_path, f"{number}.txt", "Text of an article.")
    gauge = Gauge(weigh([str(tmp_path)]))
    shares = [gauge.share for _ in read([str(tmp_path)], {}, NO_FETCH, gauge)]
    assert shares == [0.25, 0.5, 0.75, 1.0]
    assert gauge.share == 1.0


class TestPlaces:
    def test_folders_globs_and_what_is_left_aside(self, tmp_path: Path) -> None:
        write(tmp_path, "README.md", "about")
        write(tmp_path, ".hidden.txt", "no")
        (tmp_path / "in").mkdir()
        write(tmp_path / "in", "b.txt", "B text.")
        write(tmp_path, "a.txt", "A text.")
        assert [a.text for a in load(tmp_path)[0]] == ["A text.", "B text."]
        assert [a.text for a in load(tmp_path / "*.txt")[0]] == ["A text."]
        assert [a.text for a in load(tmp_path / "**" / "*.txt")[0]] == ["A text.", "B text."]

    def test_nothing_there(self, tmp_path: Path) -> None:
        articles, problems = load(tmp_path / "none", tmp_path / "*.txt", tmp_path)
        assert not articles
        assert len(problems) == 3

    @pytest.mark.parametrize(
        "data", [b"%PDF-1.7 \n", b"\x89PNG\r\n\0\0\0\0\0", b"", b"\0\0\0\0", b"print('x')"]
    )
    def test_what_no_format_reads(self, tmp_path: Path, data: bytes) -> None:
        articles, problems = load(write(tmp_path, "a.bin", data))
        assert not articles
        assert len(problems) == 1
