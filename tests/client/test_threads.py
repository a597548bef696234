"""Races between a check and the action that depends on it: each test stops one thread there."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event, current_thread

import httpx2
import pytest

from ucwa2._runtime.client._sync.driver import Driver
from ucwa2._runtime.client._sync.httpx2_transport import Httpx2Transport
from ucwa2._runtime.client.flows.operation_tracking import Start
from ucwa2._runtime.client.session.channel import Channel
from ucwa2._runtime.client.session.effects import SingleFlight
from ucwa2._runtime.client.session.session import ClientSession
from ucwa2.errors import ServiceFailure
from ucwa2.resources.events import EventsLink
from ucwa2.resources.start_messaging import StartMessagingLink

HOME = "https://pool.contoso.com/ucwa/"
PATIENCE = 10
HELD = "held"


class HeldDriver(Driver):
    """Holds the thread called `HELD` between the step of a flow and the single flight that the step asks for."""

    arrived: Event
    go: Event

    def _single_flight(self, effect, until):
        if current_thread().name.startswith(HELD):
            self.arrived.set()
            assert self.go.wait(PATIENCE)
        return super()._single_flight(effect, until)


def driver_of(answer) -> HeldDriver:
    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    session = ClientSession(trusted=[HOME])
    driver = HeldDriver(session, Httpx2Transport(http, {}, session.policy.largest))
    driver.arrived, driver.go = Event(), Event()
    return driver


def start_of(driver: HeldDriver) -> Start:
    core = driver._session
    core.channel = Channel(EventsLink("1", base=HOME))
    return Start(core.channel, StartMessagingLink("start", base=HOME).post(operation_id="7", to="sip:a"))


def test_operation_is_started_once_by_two_threads():
    posts = []

    def answer(request):
        posts.append(request)
        return httpx2.Response(201, headers={"location": f"{HOME}invitations/1"})

    driver = driver_of(answer)
    start = start_of(driver)
    with ThreadPoolExecutor(thread_name_prefix=HELD) as pool:
        second = pool.submit(driver.run, start.begun(driver._session))
        assert driver.arrived.wait(PATIENCE)
        first = driver.run(start.begun(driver._session))
        driver.go.set()

        assert second.result(PATIENCE) is first
    assert len(posts) == 1


def test_start_whose_fate_is_unknown_is_not_repeated_by_another_thread():
    posts = []

    def answer(request):
        posts.append(request)
        return httpx2.Response(500)

    driver = driver_of(answer)
    start = start_of(driver)
    with ThreadPoolExecutor(thread_name_prefix=HELD) as pool:
        second = pool.submit(driver.run, start.begun(driver._session))
        assert driver.arrived.wait(PATIENCE)
        with pytest.raises(ServiceFailure):
            driver.run(start.begun(driver._session))
        driver.go.set()

        with pytest.raises(ServiceFailure):
            second.result(PATIENCE)
    assert len(posts) == 1


def test_flight_that_is_no_longer_needed_is_not_started():
    """Another thread reached the goal of the flight between the step and the start."""
    driver = driver_of(lambda request: httpx2.Response(200))
    begun, done = [], []

    def flight():
        begun.append(current_thread().name)
        done.append(True)
        return
        yield

    def flow():
        yield SingleFlight("key", flight, enough=lambda: bool(done))

    with ThreadPoolExecutor(thread_name_prefix=HELD) as pool:
        second = pool.submit(driver.run, flow())
        assert driver.arrived.wait(PATIENCE)
        driver.run(flow())
        driver.go.set()
        second.result(PATIENCE)

    assert len(begun) == 1
