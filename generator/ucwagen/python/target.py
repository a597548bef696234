"""What ``emit`` needs to know of Python: the filter that lays out statements, and the formatter of modules."""

from __future__ import annotations

from ucwagen.python.style.faults import json_fault, python_fault, toml_fault
from ucwagen.python.style.format import format_all, restyle
from ucwagen.python.style.header import with_header
from ucwagen.python.style.layout import folded
from ucwagen.python.views.clients import ClientSettingsView, ClientView
from ucwagen.python.views.modules import ResourceView
from ucwagen.python.views.package import IndexView, PackageView, PluginView, ProvenanceView, ResourcesView
from ucwagen.python.views.tables import EnumsView, ErrorsView
from ucwagen.target import Target

PYTHON = Target(
    filters={"folded": folded},
    formatters={".py": format_all},
    tools=("black",),
    views=(
        ResourceView,
        EnumsView,
        ErrorsView,
        IndexView,
        ClientSettingsView,
        ClientView,
        ResourcesView,
        PluginView,
        ProvenanceView,
        PackageView,
    ),
    restyle={".py": restyle},
    headers={".py": with_header},
    checkers={".py": python_fault, ".toml": toml_fault, ".json": json_fault},
)
