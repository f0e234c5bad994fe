"""The site's own templates: they replace ours and blocks of ours; hostile ones are a problem at their line, quickly, and reach nothing."""

from collections.abc import Mapping
from functools import cache

import pytest

from pipeline.diagnostics import Problem
from pipeline.diagnostics.output import BrokenTemplate, UnusedTemplate
from pipeline.emit import cards
from pipeline.emit.cards import home, people, sessions, texts
from pipeline.emit.cards.guide import Guide
from pipeline.emit.cards.overrides import Overrides, allowance
from pipeline.emit.cards.photos import Gallery
from pipeline.emit.cards.previews import Previews
from pipeline.emit.cards.render import Compiled, Press
from pipeline.emit.cards.site import Site, sites
from pipeline.emit.cards.words import Setting
from pipeline.model import Theme
from pipeline.source import Source, Span
from tests.builders import edition, event, program, session, talk

_COMPILED = Compiled()
_HOME = '{% extends "default/home.html" %}'


@cache
def _site() -> Site:
    of = edition(
        of=program(
            session("Rivers & Rain", "2026-10-15 09:00/10:00", talk("On <Tides>"), talk("On Mud")),
            event_=event(languages=("en",), url="https://rivers.example/"),
        )
    )
    return sites(Guide(of, Gallery.of(of.program)))[0]


def rendered(templates: Mapping[str, str], kind: str = "home") -> tuple[str, tuple[Problem, ...]]:
    """The first page of a kind with the site's templates, and what was found."""
    sources = [Source(f"templates/cards/{name}", text) for name, text in templates.items()]
    overrides = Overrides(sources)
    press = Press.of(_site(), Setting(), _COMPILED, Previews(), overrides)
    page = next({"home": home, "session": sessions}[kind].pages(press.site))
    return press.rendered(page).data.decode(), overrides.problems(press.words)


def page(**templates: str) -> str:
    """The home page, where all is well."""
    text, problems = rendered({f"{name}.html": text for name, text in templates.items()})
    assert problems == ()
    return text


def fault(body: str) -> str:
    """What is wrong with a block of the home page; it is told at its line, and the page is empty."""
    text, problems = rendered({"home.html": f"{_HOME}\n{{% block welcome %}}\n{body}\n{{% endblock %}}\n"})
    (problem,) = problems
    assert isinstance(problem, BrokenTemplate)
    assert text == ""
    assert (problem.span.path, problem.span.line) == ("templates/cards/home.html", 3)
    return problem.reason


# --- what they are for --------------------------------------------------------------------------------------------------------


def test_a_block_is_replaced_and_the_rest_is_ours():
    ours, theirs = page(), page(home=f"{_HOME}{{% block welcome %}}<p>Welcome</p>{{% endblock %}}")
    assert theirs.replace("<p>Welcome</p>", "") == ours


def test_super_is_the_block_as_it_was():
    ours, theirs = page(), page(base='{% extends "default/base.html" %}{% block footer %}<p>Thanks</p>{{ super() }}{% endblock %}')
    assert theirs.replace("<p>Thanks</p>", "") == ours


def test_the_frame_that_all_pages_have_is_replaced_for_all_of_them():
    base = '{% extends "default/base.html" %}{% block head %}<meta name="author" content="We">{% endblock %}'
    made = cards.emit(
        edition(session(), of=program(session(), event_=event(theme=Theme(templates=(Source("templates/cards/base.html", base),)))))
    )
    assert made.problems == ()
    pages = {
        one.path: one.data.decode()
        for one in made.artifacts
        if one.path.endswith(".html") and not one.path.endswith("program.html")
    }
    assert len(pages) > 5
    assert [path for path, text in pages.items() if '<meta name="author" content="We">' not in text] == []


def test_a_whole_template_is_replaced():
    session_page = '{% extends "base.html" %}{% block kind %}session{% endblock %}{% block content %}<main>{{ session.title }}</main>{% endblock %}'
    text, problems = rendered({"session.html": session_page}, "session")
    assert problems == ()
    assert "<main>Rivers &amp; Rain</main>" in text


def test_own_parts_are_included_and_ours_are_imported():
    text = page(
        home=f'{_HOME}{{% from "parts.html" import role_word %}}{{% block welcome %}}{{% include "sponsors.html" %}}{{{{ kept.icon("book") }}}} {{{{ role_word("chair", 2) }}}}{{% endblock %}}',
        sponsors='{% for name in ["Bank", "B & B"] %}<b>{{ loop.index }} {{ name }}</b>{% endfor %}',
    )
    assert '<b>1 Bank</b><b>2 B &amp; B</b><svg class="icon icon-book"' in text
    assert "</svg> Chairs" in text


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("site.event.title", "Example Conference"),
        ("site.program.sessions[0].title", "Rivers &amp; Rain"),
        ("site.program.sessions[0].talks|map(attribute='title')|join(' / ')", "On &lt;Tides&gt; / On Mud"),
        ("site.program.sessions|selectattr('kind', 'eq', 'session')|length", "1"),
        ("site.program.sessions[0].start|hour", "09:00"),
        ("site.program.sessions[0].start.isoformat()", "2026-10-15T09:00:00+08:00"),
        ("site.program.sessions[0].talks[0]|title", "On &lt;Tides&gt;"),
        ("site.event.url.removeprefix('https://').upper()", "RIVERS.EXAMPLE/"),
        ("'a' ~ 1 ~ '<b>'", "a1&lt;b&gt;"),
        ("'<b>' + 'c'", "&lt;b&gt;c"),
        ("1 + 2 * 3", "7"),
        ("range(3)|list|join", "012"),
        ("_('Subscribe')", "Subscribe"),
        ("site.event.place", ""),
        ("kept.foot()|length > 100", "True"),
        ("[1, 2]|length", "2"),
    ],
)
def test_expressions(expression: str, shown: str):
    assert f"<p>{shown}</p>" in page(home=f"{_HOME}{{% block welcome %}}<p>{{{{ {expression} }}}}</p>{{% endblock %}}")


def test_without_templates_nothing_is_watched():
    press = Press.of(_site(), Setting(), _COMPILED, Previews(), Overrides(()))
    assert {type(environment).__name__ for environment in press.environments.values()} == {"Environment"}
    assert {type(environment.loader).__name__ for environment in press.environments.values()} == {"FileSystemLoader"}


# --- slips --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("{{ session.titel }}", "'session' is undefined"),
        ("{{ site.event.titel }}", "an Event has no attribute 'titel'"),
        ("{{ site.event }}", "an Event can't be shown as it is; show one of its facts, or go through it with a loop"),
        ("{{ site.program.sessions }}", "a tuple can't be shown as it is; show one of its facts, or go through it with a loop"),
        ("{% if %}", "Expected an expression, got 'end of statement block'"),
        ("{% trans %}Hello{% endtrans %}", "Encountered unknown tag 'trans'. Jinja was looking for the following tags: 'endblock'. The innermost block that needs to be closed is 'block'"),
        ("{{ 1|nothing }}", "No filter named 'nothing'"),
        ("{{ 1 / 0 }}", "ZeroDivisionError: division by zero"),
        ('{% include "none.html" %}', "only a template of the site can be included, by its name"),
        ('{% import "none.html" as it %}', "there is no template 'none.html'"),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_its_line(body: str, reason: str):
    assert fault(body) == reason


def test_a_template_that_nothing_uses_is_told():
    _, problems = rendered(
        {
            "sesion.html": "",
            "sponsors.html": "",
            "home.html": f'{_HOME}{{% block extra %}}{{% include "sponsors.html" %}}{{% endblock %}}',
        }
    )
    assert problems == (UnusedTemplate(Span("templates/cards/sesion.html"), "sesion.html", "session.html"),)


@pytest.mark.parametrize(
    ("templates", "path", "line"),
    [
        ({"parts.html": "{# nothing that ours asks for #}"}, "parts.html", 1),
        ({"kept.html": "{% macro menu(kind) %}{% endmacro %}"}, "kept.html", 1),
        ({"base.html": '{% extends "base.html" %}'}, "base.html", 1),
        ({"home.html": '\n{% extends "session.html" %}', "session.html": '{% extends "home.html" %}'}, "home.html", 2),
        ({"home.html": _HOME + "{% set site = 1 %}"}, "home.html", 1),
        ({"home.html": "{{ '" + 50_000 * "x" + "' }}"}, "home.html", 1),
    ],
)
def test_what_breaks_elsewhere_is_told_of_the_template_that_is_at_fault(templates: dict[str, str], path: str, line: int):
    _, problems = rendered(templates)
    assert [(type(one), one.span.path, one.span.line) for one in problems] == [(BrokenTemplate, f"templates/cards/{path}", line)]


def test_one_slip_on_many_pages_is_one_problem():
    base = '{% extends "default/base.html" %}{% block footer %}{{ nothing }}{% endblock %}'
    made = cards.emit(
        edition(
            of=program(session(), session("B"), event_=event(theme=Theme(templates=(Source("templates/cards/base.html", base),))))
        )
    )
    assert [problem.message for problem in made.problems] == ["the template cannot be used: 'nothing' is undefined"]


# --- hostile ones: into the program ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__",
        "''['__class__']",
        "''|attr('__class__')",
        "[site]|map(attribute='__class__')|list|length",
        "[site]|map(attribute='guide.__init__.__globals__')|list|length",
        "[site]|selectattr('__class__')|list|length",
        "[site]|groupby('__class__')|list|length",
        "[site]|sort(attribute='__class__')|list|length",
        "kept._environment",
        "kept.line.__func__.__globals__",
        "self._TemplateReference__context",
        "self.welcome.__globals__",
        "cycler.__init__.__globals__",
        "lipsum()",
        "lipsum.__globals__",
        "dict(a=1)",
        "namespace(a=1)",
        "joiner()",
        "range.__class__",
        "'{0.__class__}'.format(site)",
        "'%s'|format(site)",
        "('%s' % site)|length",
        "site.event.timezone.from_file('/etc/passwd')",
        "site.event.timezone.no_cache('UTC')",
        "site.guide.gallery.of(site.program)",
        "site.event.days[0].today()",
        "site.event.days[0].strftime('%1000000000d')",
        "(1).to_bytes(1000000000, 'big')",
        "1|random",
        "[1, 2]|random",
        "'<b>'|safe",
        "'<b>'|forceescape",
        "'a'|xmlattr",
        "{}|tojson",
        "_('%(a)s', a=site)",
        "_('%1000000000d' % 1)",
        "gettext('%s')",
        "linked_data.__globals__",
        "caller()",
    ],
)
def test_no_way_leads_into_the_program(expression: str):
    assert fault(f"{{{{ {expression} }}}}") != ""


@pytest.mark.parametrize(
    "statement",
    [
        "{% autoescape false %}{{ '<script>' }}{% endautoescape %}",
        '{% include "default/home.html" %}',
        "{% include site.event.title %}",
        '{% import "../../../program.toml" as it %}',
        '{% import "/etc/passwd" as it %}',
        '{% from "default/../../pyproject.toml" import it %}',
        "{% set site.event.title = 'x' %}",
    ],
)  # fmt: skip
def test_no_statement_does_more_than_it_should(statement: str):
    assert fault(statement) != ""


def test_facts_are_escaped_whatever_is_done_with_them():
    hostile = "{% set t = site.program.sessions[0].talks[0].title %}{{ t }}{{ t ~ t }}{{ [t]|join(t) }}{{ t + t }}{% set b %}{{ t }}{% endset %}{{ b }}{{ t|replace('O', '<i>') }}"
    assert "<Tides>" not in page(home=f"{_HOME}{{% block welcome %}}{hostile}{{% endblock %}}")


# --- hostile ones: without end ------------------------------------------------------------------------------------------------

_DOUBLED = "{% set a = 'xxxxxxxxxx' %}" + "{% set a = EXPRESSION %}" * 40 + "{{ a|length }}"


@pytest.mark.parametrize(
    "body",
    [
        "{{ 'a' * 10**9 }}",
        "{{ 'a' * 1000000000 }}",
        "{{ [0] * 1000000000 }}",
        "{{ 10 ** 100000000 }}",
        "{% set a = 99999999 %}" + "{% set a = a * a %}" * 40 + "{{ a }}",
        "{{ 'a'|center(1000000000) }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ 'a'.zfill(1000000000) }}",
        "{{ 'a'|indent(1000000000) }}",
        "{{ 'a'|wordwrap(1) }}",
        "{{ [1]|batch(1000000000, 0)|list|length }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '%1000000000d'|format(1) }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ 1.5|round(1000000000, 'ceil') }}",
        "{{ range(1000000000)|list|length }}",
        "{{ range(100000)|join('x' ~ range(100000)|join) }}",
        "{{ (range(100000)|join).replace('1', range(100000)|join)|length }}",
        "{{ (range(100000)|join)|replace('1', range(100000)|join)|length }}",
        _DOUBLED.replace("EXPRESSION", "a ~ a"),
        _DOUBLED.replace("EXPRESSION", "a + a"),
        _DOUBLED.replace("EXPRESSION", "[a, a]|join"),
        _DOUBLED.replace("EXPRESSION", "[a, a]"),
        _DOUBLED.replace("EXPRESSION", "(a, a)"),
        _DOUBLED.replace("EXPRESSION", "{1: a, 2: a}"),
        _DOUBLED.replace("EXPRESSION", "a|replace('x', 'xx')"),
        "{% set a = 'xxxxxxxxxx' %}" + "{% set b %}{{ a }}{{ a }}{% endset %}{% set a = b %}" * 40 + "{{ a|length }}",
        "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}" + "{{ " + "m(" * 40 + "'xxxxxxxxxx'" + ")" * 40 + " }}",
        "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{% for a in range(100000) %}{% for b in range(100000) if false %}{% endfor %}{% endfor %}",
        "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
        "{% set a %}{% for a in range(100000) %}" + 1000 * "x" + "{% endfor %}{% endset %}{{ a|length }}",
        "{% for a in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}",
        "{% for a in range(100000) %}{% set x = self.content() %}{% endfor %}",
        *(
            "{% set big = range(9000)|join %}{% for a in range(100000) %}{% set x = EXPRESSION %}{% endfor %}".replace(
                "EXPRESSION", slow
            )
            for slow in (
                "range(9000)|join",
                "range(9000)|list",
                "range(9000)|max",
                "big ~ 'x'",
                "big + 'x'",
                "big.split('1')",
                "big.strip()",
                "'zz' in big",
                "big == big ~ ''",
                "big is eq 'x'",
                "big[1:]",
                "big|wordcount",
                "big|upper",
                "[big]|join",
            )
        ),
        "{% for a in range(100000) %}{{ kept.bar(a, none) }}{% endfor %}",
        "{% for a in range(100000) %}{% for b in range(100000) %}{% import 'parts.html' as p %}{% endfor %}{% endfor %}",
        '{% include "home.html" %}',
        "{{ self.welcome() }}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ " + "9" * 5000 + " }}",
        "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
        "{{ [" + "1," * 110_000 + "]|length }}",
    ],
    ids=lambda body: body[:30] + body[-60:-30],
)
def test_no_template_goes_on_for_ever_or_fills_the_memory(body: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(allowance, "SHARED", allowance.SHARED // 100)
    monkeypatch.setattr(allowance, "LONGEST", allowance.LONGEST // 100)
    _, problems = rendered({"home.html": f"{_HOME}\n{{% block welcome %}}\n{body}\n{{% endblock %}}\n"})
    assert [type(problem) for problem in problems] == [BrokenTemplate]


def test_a_page_that_takes_too_much_is_not_the_others_fault():
    loops = "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}"
    overrides = Overrides(
        Source(f"templates/cards/{name}.html", text)
        for name, text in {
            "home": f"{_HOME}{{% block extra %}}{loops}{{% endblock %}}",
            "base": '{% extends "default/base.html" %}{% block footer %}{{ super() }}{% endblock %}',
        }.items()
    )
    press = Press.of(_site(), Setting(), _COMPILED, Previews(), overrides)
    for kind in (home, sessions, texts, people):
        for one in kind.pages(press.site):
            press.rendered(one)
    assert [problem.span.path for problem in overrides.problems(press.words)] == ["templates/cards/home.html"]


# --- the policy ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html><script>alert(1)</script>",
        "<!doctype html><html><head><title>x</title></head></html>",
        '<script>alert(1)</script>{% include "frame.html" %}',
        '<!doctype html><html onclick="alert(1)"><head><meta http-equiv="Content-Security-Policy" content="{{ policy }}">',
        '<!doctype html><html><head><meta http-equiv="refresh" content="0"><meta http-equiv="Content-Security-Policy" content="{{ policy }}">',
        '{% set policy = "script-src *" %}<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="{{ policy }}">',
        '{% extends "default/home.html" %}{% set policy = "script-src *" %}',
    ],
)  # fmt: skip
def test_no_page_is_without_the_policy(text: str):
    _, problems = rendered({"home.html": text, "frame.html": ""})
    assert "a page made with it does not begin with the policy that keeps scripts out" in [
        getattr(one, "reason", "") for one in problems
    ]


def test_a_frame_of_ones_own_may_begin_with_the_policy():
    frame = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{{ policy }}">\n<title>x</title>'
    text, problems = rendered({"home.html": frame})
    assert problems == ()
    assert text.endswith("<title>x</title>")
