"""Imports point one way: enums, models, the desk's rules, forms and feeds, views and admin; comments after articles.

The map below is the design's. A module that is not named in it belongs to the desk's rules (DOMAIN).
"""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("newsroom", "articles", "comments")
# What an app may import of the others. newsroom wires and knows no news: settings and urls name the apps as text.
MAY_IMPORT = {"newsroom": set(), "articles": {"newsroom"}, "comments": {"newsroom", "articles"}}

TEXT, MODELS, DOMAIN, FORMS, FACES, WIRING = range(1, 7)
LAYERS = {
    "enums": 0,
    **dict.fromkeys(("slugs", "words", "richtext"), TEXT),  # rules of text, which need no row
    "models": MODELS,
    **dict.fromkeys(("forms", "feeds", "sitemaps", "api", "site_context", "templatetags", "tasks", "widgets"), FORMS),
    **dict.fromkeys(("views", "admin"), FACES),
    **dict.fromkeys(("urls", "apps", "management", "migrations"), WIRING),
}


def layer(module: str) -> int:
    """The layer of `articles.views.front`: that of its second name; an app's own package is above all."""
    names = module.split(".")
    return LAYERS.get(names[1], DOMAIN) if len(names) > 1 else WIRING


def imported(tree: ast.Module, package: str, known: set[str]) -> set[str]:
    """The modules of our own that `tree` names in any import, also inside functions."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parents, *filter(None, [node.module])])
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                found.add(whole if whole in known else base)
    return {name for name in found if name.split(".")[0] in APPS}


def sources() -> dict[str, Path]:
    """Every module of the project, by its dotted name."""
    modules = {}
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            names = path.relative_to(ROOT).with_suffix("").parts
            modules[".".join(names[:-1] if names[-1] == "__init__" else names)] = path
    return modules


def wrong_arrows(modules: dict[str, str], packages: set[str]) -> list[str]:
    """The imports that point the wrong way, as "importer → imported"; `modules` are texts by dotted name."""
    wrong = []
    for name, text in sorted(modules.items()):
        package = name if name in packages else name.rpartition(".")[0]
        app = name.split(".")[0]
        for target in sorted(imported(ast.parse(text), package, set(modules))):
            other = target.split(".")[0]
            if other != app:
                allowed = other in MAY_IMPORT[app]
            else:
                allowed = app == "newsroom" or layer(target) <= layer(name)
            if not allowed:
                wrong.append(f"{name} → {target}")
    return wrong


def test_imports_point_one_way():
    paths = sources()
    texts = {name: path.read_text() for name, path in paths.items()}
    packages = {name for name, path in paths.items() if path.name == "__init__.py"}
    assert wrong_arrows(texts, packages) == []


def test_a_wrong_arrow_is_found_in_every_way_of_writing_it():
    texts = {
        "articles": "",
        "articles.models": "def late():\n    from articles import views",
        "articles.models.article": "from ..views import front",
        "articles.workflow": "import comments.models",
        "articles.views": "from articles.models import Article",
        "articles.views.front": "from articles import workflow",
        "comments.models": "from articles.models import Article",
        "newsroom.urls": "from articles.views import front",
    }
    packages = {"articles", "articles.models", "articles.views"}
    assert wrong_arrows(texts, packages) == [
        "articles.models → articles.views",
        "articles.models.article → articles.views.front",
        "articles.workflow → comments.models",
        "newsroom.urls → articles.views.front",
    ]
