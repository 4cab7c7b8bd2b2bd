"""Every text that a person or a program types comes in through Halte's own text type (halte/common/text.py)."""

import ast
from pathlib import Path

import pytest
from ninja import Schema

from halte import config
from halte.config.api import api
from halte.guests.api import CardOut

HALTE = Path(config.__file__).resolve().parents[1]
BARE = {"CharField", "EmailField", "URLField"}
NO_TEXT = {"halte/common/text.py": {"PlainText"}, "halte/accounts/forms.py": {"password"}}
NO_TEXT["halte/web/samples.py"] = {"password"}
"""The text type itself; passwords, of which each character counts and none is shown."""


def bare_fields(source, path=""):
    """Names that are a text field of Django's, or a class made of one, in the source of a module."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Assign(targets=[ast.Name(name)], value=ast.Call(func=made)) if _is_bare(made):
                found.append(name)
            case ast.Assign(targets=[target], value=ast.Call(func=made)) if _is_bare(made):
                found.append(ast.unparse(target))
            case ast.ClassDef(name=name, bases=bases) if any(map(_is_bare, bases)):
                found.append(name)
    return [name for name in found if name not in NO_TEXT.get(path, ())]


def _is_bare(node):
    return isinstance(node, ast.Attribute) and ast.unparse(node) in {f"forms.{name}" for name in BARE}


def test_no_form_takes_text_in_a_field_of_its_own():
    found = {}
    for file in HALTE.rglob("*.py"):
        path = str(file.relative_to(HALTE.parent))
        if "forms." in (source := file.read_text()) and (bare := bare_fields(source, path)):
            found[path] = bare

    assert found == {}


def test_a_program_sends_text_of_the_same_type_or_of_a_pattern():
    typed = [one for one in _schemas(Schema) if one.__name__.endswith(("In", "Code"))]
    bare = {f"{one.__name__}.{name}" for one in typed for name, field in one.model_fields.items() if _is_any(field)}

    assert api.get_openapi_schema()
    assert len(typed) >= 8
    assert bare == set()
    assert _is_any(CardOut.model_fields["language"])


def _schemas(schema):
    return [found for one in schema.__subclasses__() for found in (one, *_schemas(one))]


def _is_any(field):
    known = repr(field.metadata) + repr(field.annotation)
    return "str" in repr(field.annotation) and "pattern" not in known and "function clean" not in known


@pytest.mark.parametrize(
    "source", ["a = forms.CharField()", "self.fields['a'] = forms.EmailField()", "class A(forms.CharField): ..."]
)
def test_a_bare_field_is_noticed(source):
    assert bare_fields(source)
    assert not bare_fields(source.replace("forms.CharField", "PlainText").replace("forms.EmailField", "PlainText"))
