"""What ``guides.yaml`` says: what the documented messages of guides presume, so that they can be sent to a server."""

from __future__ import annotations

from pydantic import Field

from ucwagen.spec.base import Rows, Sentence, Spec, Table, Text, Whole


class ActSpec(Spec):
    """A request that no page shows. It follows a link that an answer gave."""

    before: Text | None = Field(
        None, description="title of the message that it comes before; left out: before all messages"
    )
    instead: Text | None = Field(None, description="title of a response whose request the page leaves out")
    by: Text | None = Field(None, description="the person of the page who sends it; left out: the user of the guide")
    follow: Text | None = Field(None, description="rel of the link")
    method: Text = Field("POST", description="the HTTP method")
    query: Text | None = Field(None, description="what is added to the address, such as `a=1&b=2`")
    accept: Text | None = Field(None, description="the media type to ask for; left out: JSON")
    send: Text | None = Field(None, description="the body; `{random}` stands for a new identifier")
    type: Text | None = Field(None, description="the media type of the body; left out: JSON")
    repeat: Text | None = Field(None, description="title of a request of the page that is sent again in its place")
    wait: Whole | None = Field(None, description="seconds to wait, in place of a request")


class SpellingSpec(Spec):
    """A word of a request as the page spells it, where the example has it mended."""

    message: Text = Field(description="title of the request")
    word: Text = Field(description="the word of the example")
    page: Text = Field(description="the word of the page")


class ExceptionSpec(Spec):
    """A difference between page and server that is no fault of the server."""

    message: Text = Field(description="title of the message; `*` stands for any text")
    at: Text = Field(description="where they differ, as the report says it; `*` stands for any text")
    because: Sentence = Field(description="how we know that it is no fault of the server")


class OmissionSpec(Spec):
    """A message that is not sent."""

    message: Text = Field(description="title of the message; `*` stands for any text")
    because: Sentence = Field(description="why it cannot be sent")


class GuideSpec(Spec):
    """What one guide needs besides its messages."""

    user: Text | None = Field(None, description="the person whose client the page shows")
    password: Text | None = Field(None, description="the password of that person on the page")
    signs_in: Text | None = Field(None, description="`itself` where the messages of the page sign in")
    acts: Rows[ActSpec] = Field((), description="requests that no page shows")
    spelling: Rows[SpellingSpec] = Field((), description="words of requests as the page spells them")
    exceptions: Rows[ExceptionSpec] = Field((), description="where page and server differ, and the server is right")
    omitted: Rows[OmissionSpec] = Field((), description="messages that are not sent")


class GuidesSpec(Spec):
    """specs/guides.yaml: how the documented messages of guides are sent to a server. An API without guides has none."""

    guides: Table[GuideSpec] = Field(description="what a guide needs, by the name of its page")
    start: Rows[ActSpec] = Field((), description="what each user does first, such as creating an application")
    persons: Rows[Text] = Field((), description="addresses of persons on the pages, as they stand in messages")
    exceptions: Rows[ExceptionSpec] = Field((), description="exceptions of every guide")
