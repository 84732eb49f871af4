"""What the Python clients share: lines of JSON with the test, as runners/foreign.ts has them."""

import json
import logging
import sys

# What a client says, it says by its outcome.
logging.disable()


def read():
    return json.loads(sys.stdin.readline())


def write(message):
    print(json.dumps(message), flush=True)


def open_in_browser(url):
    """The parameters with which the browser came back, and where it is then."""
    from urllib.parse import parse_qsl, urlsplit

    write({"open": url})
    arrived = read()
    return arrived.get("form") or dict(parse_qsl(urlsplit(arrived["url"]).query)), arrived["url"]


class Refused(Exception):
    """What a client says by an answer instead of an exception."""


def run(client):
    """Runs a client, which calls its second argument before each step, and writes the outcome."""
    step = "discovery"

    def begin(name):
        nonlocal step
        step = name

    try:
        write({"accepted": True, "claims": client(read(), begin)})
    except Refused as error:
        write({"accepted": False, "step": step, "reason": str(error)})
    except Exception as error:  # whatever the library raises is its way to refuse
        write({"accepted": False, "step": step, "reason": getattr(error, "error", None) or type(error).__name__})
