"""Names of properties and of query parameters are read without regard to case, in both formats."""

from __future__ import annotations

import pytest
from tests.sandbox.foreign.bare import APPLICATIONS, SPACE

XML = {"Content-Type": "application/xml", "Accept": "application/xml"}
INPUT = '<input xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">{}</input>'


def test_application_is_created_by_the_names_of_the_guide(line):
    found = line.send(f"POST {APPLICATIONS}", '{"UserAgent":"x","EndpointId":"abc","Culture":"en-US"}')

    assert found.status == 201
    assert (found.json["userAgent"], found.json["culture"]) == ("x", "en-US")


def test_comma_after_the_last_property_is_passed_over(line):
    body = '{\n"UserAgent":"UCWA Samples",\n"EndpointId":"a917c6f4",\n"Culture":"en-US",\n}\n'

    assert line.send(f"POST {APPLICATIONS}", body).status == 201


def test_comma_within_a_text_stays(ann_line):
    ann_line.send("POST ~/me/note", '{"message":"a,}b,]",}')

    assert ann_line.send("GET ~/me/note").json["message"] == "a,}b,]"


@pytest.mark.parametrize("body", ['{"message":,}', '{,"message":"a"}', '{"message":"a",,}', '{"a":[1,,]}'])
def test_comma_elsewhere_is_refused(ann_line, body):
    assert ann_line.send("POST ~/me/note", body).error[::2] == (400, "DeserializationFailure")


def test_application_is_created_by_names_in_xml(line):
    rows = (("USERAGENT", "x"), ("EndpointId", "abc"), ("Culture", "en-US"))
    body = INPUT.format("".join(f'<property name="{name}">{value}</property>' for name, value in rows))

    found = line.send(f"POST {APPLICATIONS}", body, XML)

    assert found.status == 201
    assert found.xml.find(f"{SPACE}property[@name='userAgent']").text == "x"


def test_contacts_are_watched(ann_line):
    body = '{"duration":11,"Uris":["sip:bob@contoso.com"]}'

    assert ann_line.send("POST ~/presenceSubscriptions", body).status == 201


def test_contacts_are_watched_in_xml(ann_line):
    uris = '<propertyList name="Uris"><item>sip:bob@contoso.com</item></propertyList>'
    body = INPUT.format(f'<property name="Duration">11</property>{uris}')

    assert ann_line.send("POST ~/presenceSubscriptions", body, XML).status == 201


def test_modalities_are_set(line):
    line.begin()
    line.send("POST ~/communication/makeMeAvailable", '{"SupportedModalities":["Messaging"]}')

    assert line.send("GET ~/communication").json["supportedModalities"] == ["Messaging"]


def test_value_that_is_wrong_is_refused_under_its_documented_name(ann_line):
    found = ann_line.send("POST ~/me/presence", '{"Availability":"Bogus"}')

    assert (found.error[::2], found.json["parameters"][0]["name"]) == (
        (400, "ParameterValidationFailure"),
        "availability",
    )


def test_name_that_is_spelled_as_documented_counts_first(ann_line):
    ann_line.send("POST ~/me/note", '{"Message":"second","message":"first"}')

    assert ann_line.send("GET ~/me/note").json["message"] == "first"


def test_query_is_read_in_any_case(ann_line):
    assert len(ann_line.send("GET ~/search?QUERY=bob&Limit=1").json["_embedded"]["contact"]) == 1


def test_property_that_a_change_sends_back_is_read_in_any_case(ann_line):
    made = ann_line.send("POST ~/onlineMeetings/myOnlineMeetings", '{"Subject":"a"}')
    sent = made.content.decode().replace('"subject": "a"', '"SUBJECT": "b"')
    random = next(name for name, value in made.json.items() if value == "please pass this in a PUT request")

    found = ann_line.send(f"PUT {made['Location']}", sent.replace(random, random.upper()), {"If-Match": made["ETag"]})

    assert (found.status, found.json["subject"]) == (200, "b")
