"""Kept pages: as fresh as Django's own in every worker, the same for everybody, and within their room."""

from datetime import timedelta
from io import BytesIO
from urllib.parse import quote

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, close_old_connections, connection, transaction
from django.utils import timezone

from articles import desk, models
from articles.collections import COLLECTIONS
from articles.collections.formats import FORMATS
from articles.desk.pages import write_missing_pages
from newsroom import database_state, page_cache
from newsroom.database_state import DatabaseState
from newsroom.page_cache import PageCache, Shelf, keep_pages
from tests.factories import make_story, publish_story

pytestmark = pytest.mark.django_db
# Freshness is about what others have committed.
committed = pytest.mark.django_db(transaction=True)
ROOM = 4_000_000
LIST = "/en/quotes/"


class Worker:
    """A process as a server would run it: Django behind a page cache of its own, and how often Django was asked.

    The others of a PostgreSQL server, the suite's own among them, commit at any time. What is kept as long as nobody
    does is tested with a database that is in one `state` all the time.
    """

    def __init__(self, room=ROOM, application=None, state="one"):
        self.django, self.asked = application or get_wsgi_application(), 0
        self.cache = PageCache(self.ask_django, room)
        if state:
            self.cache.state.read = lambda: state

    def ask_django(self, environ, start_response):
        self.asked += 1
        return self.django(environ, start_response)

    def get(self, address, method="GET", application=None, **headers):
        """Return status, headers and body."""
        path, _mark, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": "newsroom.test",
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            **headers,
        }
        started = []
        answer = (application or self.cache)(environ, lambda *arguments: started.append(arguments))
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        return int(started[0][0].split()[0]), dict(started[0][1]), body

    def is_kept(self, address, **headers):
        """Whether the second of two equal requests is answered without Django."""
        self.get(address, **headers)
        before = self.asked
        self.get(address, **headers)
        return self.asked == before


@pytest.fixture(autouse=True)
def _test_keeps_its_connection():
    """What Django's own test client does too: a request's end does not end the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def worker():
    """One process."""
    return Worker()


@pytest.fixture
def workers():
    """Two processes that look at the database."""
    both = Worker(state=None), Worker(state=None)
    yield both
    for worker in both:
        worker.cache.state.close()


@pytest.fixture
def article():
    """A story that readers see."""
    return publish_story("first")


def addresses():
    """Return an address of every kind of page and buffered file."""
    files = [f"/en/quotes.{f.suffix}" for f in FORMATS if f.suffix not in {"csv", "ndjson"}]
    records = [collection.rows().first().get_absolute_url() for collection in COLLECTIONS]
    own = [f"/vi/{page.key}/" for page in write_missing_pages()]
    return ["/en/", *(f"/en/{collection.name}/" for collection in COLLECTIONS), *files, *records, *own]


@pytest.mark.slow
@pytest.mark.usefixtures("article")
def test_every_public_page_is_kept_as_django_answers_it(worker):
    for address in addresses():
        path = address if address.isascii() else quote(address)
        plain = worker.get(path, application=worker.django)
        worker.get(path)
        before = worker.asked
        status, headers, body = worker.get(path)
        assert worker.asked == before, address
        assert headers.pop("Cache-Status") == "newsroom; hit"
        assert (status, headers, body) == plain
        assert {"Vary", "Set-Cookie"} & headers.keys() == set()
        assert "nonce" not in headers["Content-Security-Policy"]


@committed
def test_edit_shows_on_the_next_request_in_every_worker(workers, article):
    address = article.get_absolute_url()
    for number in range(5):
        models.Article.objects.filter(pk=article.pk).update(standfirst=f"Wording {number}")
        for worker in workers:
            for _again in range(2):
                assert f"Wording {number}" in worker.get(address)[2].decode()
    if connection.vendor == "sqlite":
        assert [worker.asked for worker in workers] == [5, 5]


@committed
def test_withdrawal_shows_on_the_next_request_in_every_worker(workers, article):
    address = article.get_absolute_url()
    assert [worker.get(path)[0] for worker in workers for path in (address, LIST)] == [200] * 4
    desk.withdraw(article)
    for worker in workers:
        assert worker.get(address)[0] == 410
        assert b"Said first" not in worker.get(LIST)[2]


@committed
def test_what_was_never_committed_ends_nothing(workers, article):
    address = article.get_absolute_url()
    before = [worker.get(address)[2] for worker in workers]
    with transaction.atomic():
        models.Article.objects.filter(pk=article.pk).update(standfirst="Never said")
        assert connection.vendor == "postgresql" or [worker.get(address)[2] for worker in workers] == before
        transaction.set_rollback(True)
    assert [worker.get(address)[2] for worker in workers] == before


@committed
def test_edit_while_a_page_is_built_is_not_missed(article):
    django = get_wsgi_application()

    def edited_meanwhile(environ, start_response):
        answer = django(environ, start_response)
        models.Article.objects.filter(pk=article.pk).update(standfirst="Changed meanwhile")
        return answer

    worker = Worker(application=edited_meanwhile, state=None)
    assert b"Changed meanwhile" not in worker.get(article.get_absolute_url())[2]
    assert b"Changed meanwhile" in worker.get(article.get_absolute_url())[2]
    worker.cache.state.close()


@pytest.mark.slow
@committed
@pytest.mark.parametrize("embargoed", [False, True])
def test_clock_publishes_on_the_next_request_in_every_worker(workers, monkeypatch, embargoed):
    due = timezone.now() + timedelta(minutes=3)
    story = make_story("second", embargo_until=due if embargoed else None)
    article = desk.publish(story, at=timezone.now() if embargoed else due)
    for worker in workers:
        assert worker.get(article.get_absolute_url())[0] == 404
        assert b"Said second" not in worker.get(LIST)[2]
    for second, shown in ((-1, False), (0, True), (1, True)):
        monkeypatch.setattr(timezone, "now", lambda second=second: due + timedelta(seconds=second))
        for worker in workers:
            assert (b"Said second" in worker.get(LIST)[2]) is shown
            assert worker.get(article.get_absolute_url())[0] == (200 if shown else 404)


@pytest.mark.usefixtures("article")
def test_no_page_is_kept_for_longer_than_it_may_say_how_recent_something_is(worker, monkeypatch):
    assert worker.is_kept(LIST)
    later = timezone.now() + page_cache.LONGEST
    monkeypatch.setattr(timezone, "now", lambda: later)
    before = worker.asked
    worker.get(LIST)
    assert worker.asked == before + 1


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_COOKIE": "sessionid=x"},
        {"HTTP_COOKIE": ""},
        {"HTTP_AUTHORIZATION": "Basic x"},
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": ""},
        {"REQUEST_METHOD": "POST"},
        {"REQUEST_METHOD": "HEAD"},
    ],
)
def test_request_that_is_not_everybodys_never_keeps_anything(worker, headers):
    worker.get(LIST, **headers)
    assert not worker.cache.shelf.pages
    assert worker.is_kept(LIST)
    before = worker.asked
    worker.get(LIST, **headers)
    assert worker.asked == before + (headers != {"REQUEST_METHOD": "HEAD"})


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/nothing/", 404),
        ("/en/articles/unknown/x/", 404),
        ("/en/quotes/?q=", 302),
        ("/en/quotes.json?colour=red", 400),
        ("/en/quotes.csv", 200),
        ("/admin/login/", 200),
        ("/sitemap.xml", 200),
        ("/healthz", 200),
        ("/", 302),
    ],
)
def test_errors_redirects_streams_and_what_is_not_marked_public_are_never_kept(worker, monkeypatch, address, status):
    monkeypatch.setattr("articles.collections.formats.tables.CHUNK", -1)  # a file of any length is a stream
    assert worker.get(address)[0] == status
    assert not worker.is_kept(address)
    assert not worker.cache.shelf.pages


def test_gone_page_is_never_kept(worker, article):
    desk.withdraw(article)
    assert worker.get(article.get_absolute_url())[0] == 410
    assert not worker.cache.shelf.pages


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        {"Set-Cookie": "a=b"},
        {"vary": "Cookie"},
        {"Cache-Control": "no-store"},
        {"Cache-Control": "public, Private"},
        {"Cache-Control": "max-age=9"},
        {"Content-Security-Policy": "script-src 'nonce-abc'"},
        {"Content-Location": "/en/other/"},
        {"Content-Location": ""},
    ],
)
def test_answer_that_says_it_is_not_for_everybody_is_not_kept(article, change):
    django = get_wsgi_application()

    def answer_otherwise(environ, start_response):
        def start(status, headers):
            kept = [(name, value) for name, value in headers if name.lower() not in {n.lower() for n in change}]
            start_response(status, [*kept, *change.items()])

        return django(environ, start)

    worker = Worker(application=answer_otherwise)
    assert not worker.is_kept(article.get_absolute_url())


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    "query",
    ["colour=red", "utm_source=x", "language=en&colour=red", "page=0", "page=1", "sort=x", "language=en&language=en"],
)
@pytest.mark.slow
def test_parameter_that_a_list_does_not_apply_keeps_nothing(worker, query):
    assert worker.get(f"{LIST}?{query}")[0] == 200
    assert not worker.cache.shelf.pages
    assert worker.is_kept(LIST)
    assert not worker.is_kept(f"{LIST}?{query}")


def test_record_and_home_know_no_parameters(worker, article):
    for path in ("/en/", article.get_absolute_url()):
        assert worker.get(f"{path}?utm_source=x")[0] == 200
        assert not worker.cache.shelf.pages


@pytest.mark.usefixtures("article")
def test_order_and_spelling_of_parameters_make_one_address(worker):
    same = ["language=en&attribution=named", "attribution=named&language=en", "%61ttribution=n%61med&language=%65n"]
    for query in same:
        worker.get(f"{LIST}?{query}")
    assert (worker.asked, len(worker.cache.shelf.pages)) == (1, 1)
    assert worker.is_kept(f"{LIST}?q=first+said")
    assert worker.get(f"{LIST}?q=caf\xc3\xa9")[0] == 200
    assert not worker.is_kept(f"{LIST}?q=caf\xc3\xa9")
    assert worker.is_kept(f"{LIST}?q=caf%C3%A9")
    assert not worker.is_kept(f"{LIST}?q={'x' * page_cache.LONGEST_QUERY}")


@pytest.mark.usefixtures("article")
def test_spellings_of_the_host_share_a_page(worker):
    for host in ("newsroom.test", "Newsroom.Test", "newsroom.test:80", "newsroom.test:8000"):
        assert worker.get(LIST, HTTP_HOST=host)[0] == 200
    assert (worker.asked, len(worker.cache.shelf.pages)) == (1, 1)
    assert worker.get(LIST, HTTP_HOST="evil.example")[0] == 400


@pytest.mark.usefixtures("article")
def test_plain_http_is_redirected_though_the_page_is_kept(worker, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    worker.django = get_wsgi_application()
    assert worker.is_kept(LIST, HTTP_X_FORWARDED_PROTO="https, http")
    for scheme in ({"HTTP_X_FORWARDED_PROTO": "http"}, {"HTTP_X_FORWARDED_PROTO": ""}, {}):
        assert worker.get(LIST, **scheme)[0] == 301
    assert worker.get(LIST, **{"wsgi.url_scheme": "https"})[0] == 200


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("before", [0, 1])
def test_head_and_not_modified_are_answered_from_the_kept_page(worker, before):
    tag = worker.get(LIST, application=worker.django)[1]["ETag"]
    for _first in range(before):
        worker.get(LIST)
    for tags in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        status, headers, body = worker.get(LIST, HTTP_IF_NONE_MATCH=tags)
        assert (status, body, headers["ETag"]) == (304, b"", tag)
        assert {"Content-Security-Policy", "Cache-Control", "X-Content-Type-Options"} <= headers.keys()
        assert not {"Content-Length", "Content-Type"} & headers.keys()
    assert worker.get(LIST, HTTP_IF_NONE_MATCH='"other"')[0] == 200
    status, headers, body = worker.get(LIST, method="HEAD")
    assert (status, body, headers["ETag"]) == (200, b"", tag)
    assert int(headers["Content-Length"]) == len(worker.get(LIST)[2])
    assert worker.asked == 1


@pytest.mark.usefixtures("article")
def test_page_that_is_not_kept_is_not_sent_again_to_a_browser_that_has_it(worker):
    tag = worker.get(f"{LIST}?colour=red")[1]["ETag"]
    assert worker.get(f"{LIST}?colour=red", HTTP_IF_NONE_MATCH=tag)[0] == 304


@pytest.mark.usefixtures("article")
@pytest.mark.slow
def test_room_is_never_exceeded_and_the_pages_asked_for_last_stay():
    worker = Worker(room=200_000)
    for number in range(60):
        worker.get(f"{LIST}?q=word{number}")
        worker.get(LIST)
    shelf = worker.cache.shelf
    assert 0 < shelf.taken <= 200_000
    assert shelf.taken == sum(page.size for page in shelf.pages.values())
    assert 2 < len(shelf.pages) < 60
    before = worker.asked
    worker.get(LIST)
    worker.get(f"{LIST}?q=word59")
    assert worker.asked == before
    worker.get(f"{LIST}?q=word0")
    assert worker.asked == before + 1


@pytest.mark.usefixtures("article")
def test_page_that_would_take_much_of_the_room_is_not_kept():
    worker = Worker(room=30_000)
    assert not worker.is_kept(LIST)


@pytest.mark.usefixtures("article")
def test_nothing_is_kept_while_the_database_does_not_tell_its_state(worker, monkeypatch):
    monkeypatch.setattr(worker.cache.state, "read", lambda: None)
    assert not worker.is_kept(LIST)
    monkeypatch.setattr(worker.cache.state, "read", lambda: "back")
    assert worker.is_kept(LIST)
    monkeypatch.setattr(worker.cache.state, "read", lambda: "changed")
    monkeypatch.setattr(page_cache, "next_change", unanswered)
    assert not worker.is_kept(LIST)


def unanswered(now):
    """The clock's question when the database is gone."""
    raise OperationalError


def test_late_page_of_an_older_state_is_kept_nowhere(worker, article):
    worker.get(article.get_absolute_url())
    (address, page), old = next(iter(worker.cache.shelf.pages.items())), worker.cache.shelf
    worker.cache.state.read = lambda: "another"
    worker.get(LIST)
    old.put(address, page)
    assert worker.cache.shelf.get(address) is None


@pytest.fixture
def state():
    """The state of the database as one process sees it."""
    state = DatabaseState()
    yield state
    state.close()


@committed
def test_any_commit_is_another_state_and_reading_is_none(state):
    seen = [state.read()]
    for number in range(3):
        models.Topic.objects.create(name_en=f"Topic {number}")
        seen.append(state.read())
    assert len(set(seen)) == 4
    assert connection.vendor == "postgresql" or state.read() == seen[-1]


def test_state_of_a_lost_connection_is_read_over_another(state):
    first = state.read()
    state.connection.close()
    assert state.read() not in {first, None}


def test_state_that_cannot_be_read_is_none(state, monkeypatch):
    assert state.read() is not None
    monkeypatch.setattr(database_state, "SNAPSHOT", b"SELECT nothing")
    monkeypatch.setattr(state, "mark_of", {"sqlite": fail_to_read}.get(connection.vendor, state.mark_of))
    assert state.read() is None


def fail_to_read(sqlite):
    """SQLite's answer to a question that it does not know."""
    return sqlite.execute("SELECT nothing")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a server has no file to replace")
def test_database_file_put_in_the_place_of_another_is_another_state(state, monkeypatch):
    first = state.read()
    assert state.read() == first
    monkeypatch.setattr(database_state, "file_of", lambda database: "restored")
    assert state.read() != first


def test_cache_is_off_where_it_has_no_room(settings):
    assert keep_pages(print) is print
    settings.PAGE_CACHE_BYTES = 1
    assert isinstance(keep_pages(print), PageCache)
    assert isinstance(keep_pages(print).shelf, Shelf)
