"""Holds the open formats against parsers and validators that know nothing of this product.

usage: check_open_data.py BASE PUBLIC

BASE is where the program listens, PUBLIC the address it calls itself. Prints what was checked and
ends with 1 at the first thing that is wrong.
"""

import json
import re
import sys
import urllib.request
import urllib.robotparser

import feedparser
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from pyld import jsonld
from usp.tree import sitemap_from_str

BASE, PUBLIC = sys.argv[1:3]


def fetch(path):
    """The body at a path of the program, and its media type."""
    with urllib.request.urlopen(BASE + path) as answer:
        return answer.read().decode(), answer.headers.get_content_type()


def local(address):
    """The path of an address that begins with the public one."""
    assert address.startswith(PUBLIC + "/") or address == PUBLIC, address
    return address[len(PUBLIC) :] or "/"


def interface():
    """Every answer of the interface has the form its description promises."""
    description = json.loads(fetch("/api/v1/openapi.json")[0])
    validate(description)
    answers = 0

    def check(path, template):
        nonlocal answers
        body, kind = fetch("/api/v1" + path)
        assert kind == "application/json", (path, kind)
        operation = description["paths"][template]["get"]
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        schema = {**schema, "components": description["components"]}
        value = json.loads(body)
        errors = list(
            Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(value)
        )
        assert not errors, (path, errors[0].json_path, errors[0].message)
        answers += 1
        return value

    for template in description["paths"]:
        if "{" in template:
            continue
        value = check(template, template)
        one = template + "/{id}"
        if one in description["paths"]:
            assert value["items"], template
            for item in value["items"]:
                same = check(f"{template}/{item['id']}", one)
                assert same == item, item["id"]
    return answers


def feed(lang):
    """A feed reader finds every story, whole."""
    body, kind = fetch(f"/feed/{lang}")
    assert kind == "application/atom+xml", kind
    read = feedparser.parse(body)
    assert not read.bozo and read.version == "atom10", read.get("bozo_exception")
    assert len({entry.id for entry in read.entries}) == len(read.entries)
    for entry in read.entries:
        assert entry.title and entry.summary and entry.updated_parsed and entry.published_parsed
        assert len(entry.content[0].value) > 1000, entry.id
        page, kind = fetch(local(entry.link))
        assert kind == "text/html" and re.search("<h1", page), entry.link
    return len(read.entries)


def sitemap():
    """Every page of the sitemap exists, none is closed to search engines, none is missing."""
    robots = urllib.robotparser.RobotFileParser()
    robots.parse(fetch("/robots.txt")[0].splitlines())
    assert robots.site_maps() == [PUBLIC + "/sitemap.xml"], robots.site_maps()
    for closed in ["/mitarbeit/anfragen", "/kiosk/start", "/status/x", "/en/status/x"]:
        assert not robots.can_fetch("*", PUBLIC + closed), closed
    pages = [page.url for page in sitemap_from_str(fetch("/sitemap.xml")[0]).all_pages()]
    assert len(set(pages)) == len(pages)
    for page in pages:
        assert robots.can_fetch("*", page), page
        body, kind = fetch(local(page))
        assert kind == "text/html" and 'content="noindex"' not in body, page
        assert f'<link rel="canonical" href="{page}"' in body, page
    return pages


def linked(pages):
    """Linked data expands, and what it names has a type and properties of schema.org."""

    def loader(address, _options):
        assert address == "https://schema.org", address
        context = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}
        return {"contextUrl": None, "documentUrl": address, "document": context}

    jsonld.set_document_loader(loader)
    types = {}
    for page in pages:
        blocks = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', fetch(local(page))[0], re.S
        )
        assert len(blocks) <= 1, page
        for block in blocks:
            expanded = jsonld.expand(json.loads(block), {"base": page})
            assert expanded, page
            for thing in expanded:
                kind = thing["@type"][0].removeprefix("https://schema.org/")
                types[kind] = types.get(kind, 0) + 1
                if kind == "Article":
                    for needed in ["headline", "datePublished", "image", "author", "publisher"]:
                        assert thing.get(f"https://schema.org/{needed}"), (page, needed)
    assert {"Article", "WebSite", "GovernmentOffice"} <= set(types), types
    return types


PAGES = sitemap()
print(f"interface: {interface()} answers, feeds: {feed('de')} and {feed('en')} stories")
print(f"sitemap: {len(PAGES)} pages, linked data: {linked(PAGES)}")
