"""Signing in by the page, and being somebody on a screen."""

from typing import Any

from django.test import Client


def signs_in(client: Client, password: str) -> Any:
    """Amina signs in."""
    return client.post("/account/login/", {"login": "amina", "password": password})


def is_in(client: Client) -> bool:
    """Whether somebody is signed in there."""
    return client.get("/account/").status_code == 200


def moved_to(session_of: str, client: Client) -> Client:
    """Another browser that was given the cookie of a session, as a thief's would be."""
    client.cookies["halte_session"] = session_of
    return client
