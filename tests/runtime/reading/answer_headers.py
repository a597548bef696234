"""Headers of answers, written as servers write them."""

from __future__ import annotations

JSON = {"content-type": "application/json; charset=utf-8"}
XML = {"CONTENT-TYPE": "application/vnd.microsoft.com.ucwa+xml"}
HTML = {"Content-Type": "text/html"}
