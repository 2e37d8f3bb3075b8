"""Pictures in the form of an article: refused at their field, kept for the second try, cut around their focal point."""

import io
import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles import desk
from articles.admin.kept import FOLDER, SWEPT, KeptPicture, keep, sweep
from articles.cards import can_draw
from articles.images import reencode
from articles.models import Article, Figure
from tests import pictures
from tests.admin.test_articles import form_data
from tests.factories import ArticleFactory, publish_story

# What becomes of the files is no matter of the database, and the form of an article is saved on every one elsewhere.
pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.any_database]
HOSTILE = pictures.hostile()
LOADED = pictures.loaded()
PREFIX = "figure_blocks-0"


@pytest.fixture(scope="module")
def opened(rows_of_a_module):
    """A draft with nothing in it, and its form as an editor has it open."""
    with rows_of_a_module():
        article, client = ArticleFactory(), Client()
        client.force_login(get_user_model().objects.create_superuser("somebody"))
        yield article.pk, form_data(client, address_of(article))


@pytest.fixture
def story(opened):
    """A draft with nothing in it."""
    return Article.objects.get(pk=opened[0])


@pytest.fixture
def form(opened):
    """The form of the story before anything is saved in it."""
    return opened[1]


def address_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def data_of(client, article, **figure):
    """Return what a browser sends back now, with a figure added to it."""
    return with_figure(form_data(client, address_of(article)), **figure)


def with_figure(form, **figure):
    """Return what a browser sends back of a form, with a figure added to it."""
    values = {"region": "main", "ordering": 99, "alt": "What it shows", **figure}
    data = {name: value for name, value in form.items() if not name.startswith(f"{PREFIX}-")}
    return data | {"figure_blocks-TOTAL_FORMS": 1} | {f"{PREFIX}-{name}": value for name, value in values.items()}


def upload(data, name="photo.jpg"):
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def two_halves(size=(2400, 800)):
    """A picture that is blue, and red in its left third."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 3, size[1]))
    return pictures.file_of(picture)


def errors_at(response, field="image"):
    """Return the messages at a field of the figure."""
    formsets = {wrapped.formset.prefix: wrapped.formset for wrapped in response.context["inline_admin_formsets"]}
    return formsets["figure_blocks"].forms[0].errors.get(field, [])


def kept_in(response):
    """Return the reference that a refused form carries."""
    found = re.search(rf'name="{PREFIX}-image-kept"[^>]*value="([^"]+)" checked', response.text)
    return found and found[1]


def stored(folder=""):
    """Return the paths of all stored files."""
    folders, files = default_storage.listdir(folder) if default_storage.exists(folder or ".") else ([], [])
    inside = [path for name in folders for path in stored(f"{folder}/{name}".strip("/"))]
    return [f"{folder}/{name}".strip("/") for name in files] + inside


def read(path):
    with default_storage.open(path) as file:
        return file.read()


def picture_at(path):
    return Image.open(io.BytesIO(read(path.removeprefix("/media/"))))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_at_its_field_with_our_words(admin_client, story, name, form):
    response = admin_client.post(address_of(story), with_figure(form, image=upload(HOSTILE[name], name)))
    assert response.status_code == 200
    (message,) = errors_at(response)
    assert "Exception" not in message
    assert "picture" in message or message == "The submitted file is empty."
    assert not Figure.objects.exists()
    assert stored() == []


@pytest.mark.parametrize("name", LOADED)
def test_no_stored_file_holds_more_than_the_picture(admin_client, story, name, form):
    response = admin_client.post(address_of(story), with_figure(form, image=upload(LOADED[name], name)))
    assert response.status_code == 302
    paths = stored()
    assert len(paths) == 2 + len(Figure._meta.get_field("image").formats)
    for path in paths:
        assert b"PAYLOAD" not in read(path), path
        assert not picture_at(path).getexif()


@pytest.mark.parametrize("name", ["../../evil.jpg", "a\0b.jpg", "C:\\evil.jpg", "가" * 180 + ".jpg", "x.php"])
def test_name_of_the_file_does_not_matter(admin_client, story, name, form):
    response = admin_client.post(address_of(story), with_figure(form, image=upload(pictures.plain(), name)))
    assert response.status_code == 302
    assert re.fullmatch(r"figures/\d{4}/[0-9a-f]{24}\.jpeg", Figure.objects.get().image.name)


def test_message_is_in_the_language_of_the_editor(admin_client, story, compiled_catalogues, form):
    data = with_figure(form, image=upload(HOSTILE["bomb-88.png"]))
    response = admin_client.post(address_of(story), data, headers={"accept-language": "ko"})
    assert errors_at(response) == ["이미지가 25메가픽셀을 넘습니다."]


def test_served_picture_can_do_nothing(admin_client, client, story, form):
    admin_client.post(address_of(story), with_figure(form, image=upload(pictures.plain("WEBP"), "x.webp")))
    response = client.get(Figure.objects.get().image.url)
    response.close()
    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


# A picture that was chosen is not lost


def test_picture_is_kept_when_another_field_is_wrong(admin_client, story, form):
    data = with_figure(form, image=upload(two_halves(), "../IMG_2041.jpg"))
    refused = admin_client.post(address_of(story), data | {"headline": ""})
    assert refused.status_code == 200
    assert "IMG_2041.jpg, <" in refused.text
    assert "2400 × 800" in refused.text
    again = with_figure(form, **{"image-kept": kept_in(refused)})
    assert admin_client.post(address_of(story), again | {"headline": ""}).status_code == 200
    assert admin_client.post(address_of(story), again).status_code == 302
    assert Figure.objects.get().image_width == 2400


def test_newly_chosen_file_wins_over_the_kept_one(admin_client, story, form):
    refused = admin_client.post(address_of(story), with_figure(form, image=upload(two_halves()), alt=""))
    assert errors_at(refused, "alt")
    other = upload(pictures.plain(size=(90, 60)))
    data = with_figure(form, image=other, **{"image-kept": kept_in(refused)})
    admin_client.post(address_of(story), data)
    assert Figure.objects.get().image_width == 90


def test_kept_picture_can_be_given_up(admin_client, story, form):
    refused = admin_client.post(address_of(story), with_figure(form, image=upload(two_halves()), alt=""))
    assert kept_in(refused)
    assert admin_client.post(address_of(story), with_figure(form, caption="Later")).status_code == 302
    assert not Figure.objects.get().image


@pytest.mark.parametrize("change", [lambda value: value[:-2] + "xx", lambda value: "x", lambda value: value[1:]])
def test_forged_reference_is_refused(admin_client, story, change, form):
    refused = admin_client.post(address_of(story), with_figure(form, image=upload(two_halves()), alt=""))
    data = with_figure(form, **{"image-kept": change(kept_in(refused))})
    assert "no longer there" in errors_at(admin_client.post(address_of(story), data))[0]


def test_kept_picture_is_for_the_user_who_chose_it(admin_client, admin_user, django_user_model, story, form):
    other = django_user_model.objects.create_superuser("other", password="x")
    kept = keep(reencode(upload(two_halves())), "x.jpg", other)
    data = with_figure(form, **{"image-kept": kept.reference(other)})
    assert errors_at(admin_client.post(address_of(story), data))
    data = with_figure(form, **{"image-kept": kept.reference(admin_user)})
    assert admin_client.post(address_of(story), data).status_code == 302


def test_form_cannot_name_another_stored_file(admin_client, admin_user, story, form):
    default_storage.save("secret.txt", upload(b"secret"))
    reference = KeptPicture("secret.txt", "x.jpg", 1, 1, 1).reference(admin_user)
    admin_client.post(address_of(story), with_figure(form, **{"image-kept": f"x{reference}"}))
    assert not Figure.objects.exists()


def test_forgotten_pictures_are_swept_a_few_at_a_time():
    today = timezone.now().date()
    days = {age: str(today - timedelta(days=age)) for age in (0, 1, 2, 30)}
    for number in range(SWEPT - 1):
        default_storage.save(f"{FOLDER}/{days[30]}/{number}.jpg", upload(b"x"))
    for day in (days[2], days[2], days[1], days[0]):
        default_storage.save(f"{FOLDER}/{day}/a.jpg", upload(b"x"))
    sweep(today)
    assert len(stored(FOLDER)) == 3
    sweep(today)
    assert sorted(default_storage.listdir(FOLDER)[0]) == [days[1], days[0]]


# The focal point


def focus(x, y):
    return {"image_ppoi_x": x, "image_ppoi_y": y}


def colour_of(url):
    """Return the colour in the middle of a stored rendition."""
    picture = picture_at(url).convert("RGB")
    red, _green, blue = picture.getpixel((picture.width // 2, picture.height // 2))
    return "red" if red > blue else "blue"


def test_cuts_follow_the_focal_point_and_get_new_addresses(admin_client, story, form):
    admin_client.post(address_of(story), with_figure(form, image=upload(two_halves())))
    figure = Figure.objects.get()
    before = figure.image.share
    assert (figure.image_ppoi, colour_of(before)) == ("0.5x0.5", "blue")
    data = data_of(admin_client, story, id=figure.pk, **focus(5, 40))
    assert admin_client.post(address_of(story), data | {"figure_blocks-INITIAL_FORMS": 1}).status_code == 302
    figure = Figure.objects.get()
    assert figure.image_ppoi == "0.05x0.4"
    assert figure.image.share != before
    assert (colour_of(figure.image.share), colour_of(figure.image.card)) == ("red", "red")


@pytest.mark.parametrize(("x", "y"), [(101, 0), (0, -1), ("a", 0)])
def test_focal_point_outside_the_picture_is_refused(admin_client, story, x, y, form):
    data = with_figure(form, image=upload(two_halves()), **focus(x, y))
    assert errors_at(admin_client.post(address_of(story), data), "image_ppoi")


def test_another_picture_has_another_focal_point(admin_client, story, form):
    data = with_figure(form, image=upload(two_halves()), **focus(5, 5))
    admin_client.post(address_of(story), data)
    figure = Figure.objects.get()
    assert figure.image_ppoi == "0.05x0.05"
    data = data_of(admin_client, story, id=figure.pk, image=upload(two_halves()), **focus(5, 5))
    admin_client.post(address_of(story), data | {"figure_blocks-INITIAL_FORMS": 1})
    figure.refresh_from_db()
    assert figure.image_ppoi == "0.5x0.5"


# The reader's page


def test_page_names_the_first_picture_for_sharing(admin_client, client):
    story = publish_story(language="en")
    assert f"{story.public_id}/card.png" in client.get(story.get_absolute_url()).text or not can_draw()
    admin_client.post(address_of(story), data_of(admin_client, story, image=upload(two_halves()), alt='Red & "blue"'))
    figure = Figure.objects.get()
    page = client.get(story.get_absolute_url()).text
    assert f'<meta property="og:image" content="http://newsroom.test{figure.image.share}">' in page
    assert '<meta property="og:image:width" content="1200">' in page
    assert '<meta property="og:image:height" content="630">' in page
    assert '<meta property="og:image:alt" content="Red &amp; &quot;blue&quot;">' in page
    shared = picture_at(figure.image.share)
    assert shared.size == (1200, 630)


def test_page_offers_each_width_once_and_reserves_the_room(admin_client, client):
    story = publish_story(language="en")
    admin_client.post(address_of(story), data_of(admin_client, story, image=upload(two_halves((1000, 500)))))
    desk.refresh_article(story, desk.References())
    picture = re.search(r"<img[^>]+>", client.get(story.get_absolute_url()).text)[0]
    assert re.findall(r" (\d+)w", picture) == ["480", "800", "1000"]
    assert 'width="1000" height="500"' in picture
    assert "sizes=" in picture
    for url, width in re.findall(r"(/media/\S+) (\d+)w", picture):
        assert picture_at(url).width == int(width)
