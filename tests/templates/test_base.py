"""The frame of every page: search box, navigation, language, nothing that the content policy refuses."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse
from django.views.defaults import server_error

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OUR_SCRIPT = re.compile(r"""<script type="module" src="{% static 'js/[a-z-]+\.js' %}"></script>""")
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_template_needs_what_the_content_policy_refuses(template):
    text = OUR_SCRIPT.sub("", template.read_text())
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script|\|safe\b|autoescape off|https?://", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_chinese_word_of_a_template_can_be_translated(template):
    text = re.sub(r"{% (blocktranslate|comment).*?{% end\1 %}", "", template.read_text(), flags=re.DOTALL)
    text = re.sub(r"{% translate .*?%}|_\(\".*?\"\)|<code>.*?</code>", "", text)
    text = re.sub(r"档|简?中文|[“”，：、；。]", "", text)
    assert not re.findall(r"[㐀-鿿]+", text)


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_colours_are_named_in_one_place_and_nothing_comes_from_another_site(style):
    text = style.read_text()
    assert "url(" not in text
    assert "@import" not in text
    if style.name not in ("tokens.css", "print.css"):
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|gradient|shadow", text)


def test_a_reader_can_log_in_and_choose_a_language(client, db):
    html = client.get("/help/").content.decode()
    assert f'href="{reverse("login")}"' in html
    assert reverse("desk") not in html
    assert 'lang="zh-Hans"' in html
    assert 'href="#main"' in html
    assert 'id="main"' in html


def test_an_editor_is_led_to_the_desk_and_from_there_to_the_admin(client, db):
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="change_article"))
    client.force_login(editor)
    html = client.get("/help/").content.decode()
    assert f'href="{reverse("desk")}"' in html
    assert f'href="{reverse("admin:index")}"' in client.get("/desk/").content.decode()
    assert f'action="{reverse("logout")}"' in html


def test_the_language_switch_comes_back_to_the_same_address(client, db):
    html = client.get("/programmes/?q=%E9%80%81&p=2").content.decode()
    back = re.search(r'name="next" value="([^"]+)"', html)
    assert back
    response = client.post(reverse("set_language"), {"language": "en", "next": back[1].replace("&amp;", "&")})
    assert response.url == "/programmes/?q=%E9%80%81&p=2"
    assert '<html lang="en">' in client.get(response.url).content.decode()


def test_a_wrong_password_is_told_at_the_form(client, db):
    html = client.post(reverse("login"), {"username": "a", "password": "b"}).content.decode()
    assert 'role="alert"' in html


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "读不懂这个请求"), ("en", "This request cannot be read")])
@pytest.mark.parametrize("address", [f"/programmes/?{'a=1&' * 10_001}", f"/search/saved/?q={'a' * 20_000}"])
def test_a_request_that_cannot_be_read_gets_the_archive_s_own_page(address, language, words, client, db):
    client.cookies["django_language"] = language
    response = client.get(address)
    assert response.status_code == 400
    assert words in response.content.decode()


def test_the_page_of_an_error_needs_no_database(rf):
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "出错了" in response.content.decode()
