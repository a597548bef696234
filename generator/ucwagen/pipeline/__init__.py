"""The stages called in order: the only package that sees every stage. A module for each kind of run.

Stages are imported when they are due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ucwagen.pipeline.checking import check as check
from ucwagen.pipeline.comparing import change_log as change_log
from ucwagen.pipeline.comparing import compare as compare
from ucwagen.pipeline.comparing import diff as diff
from ucwagen.pipeline.comparing import reaches as reaches
from ucwagen.pipeline.comparing import read_both as read_both
from ucwagen.pipeline.counting import counts as counts
from ucwagen.pipeline.counting import mends as mends
from ucwagen.pipeline.description import openapi as openapi
from ucwagen.pipeline.description import openapi_is_outdated as openapi_is_outdated
from ucwagen.pipeline.description import openapi_text as openapi_text
from ucwagen.pipeline.description import write_openapi as write_openapi
from ucwagen.pipeline.package import build as build
from ucwagen.pipeline.package import difference as difference
from ucwagen.pipeline.package import dump as dump
from ucwagen.pipeline.package import extras as extras
from ucwagen.pipeline.package import is_stamped as is_stamped
from ucwagen.pipeline.package import model as model
from ucwagen.pipeline.package import other_tools as other_tools
from ucwagen.pipeline.package import render as render
from ucwagen.pipeline.pages import Captured as Captured
from ucwagen.pipeline.pages import capture as capture
from ucwagen.pipeline.pages import learn as learn
from ucwagen.pipeline.reference import outdated_pages as outdated_pages
from ucwagen.pipeline.reference import pages as pages
from ucwagen.pipeline.reference import reference as reference
from ucwagen.pipeline.schema_file import schema as schema
from ucwagen.pipeline.schema_file import schema_is_outdated as schema_is_outdated
from ucwagen.pipeline.shaping import blocks as blocks
from ucwagen.pipeline.shaping import copy as copy
from ucwagen.pipeline.shaping import original as original
from ucwagen.pipeline.shaping import templates as templates
from ucwagen.pipeline.shaping import views as views

if TYPE_CHECKING:
    from ucwagen.changes.types.change import Change as Change
    from ucwagen.changes.types.version import VersionStep as VersionStep
    from ucwagen.pipeline.pages import Task as Task
