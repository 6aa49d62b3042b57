"""Prints, as JSON, what Firefox tells assistive technology of each thing in its pages that can have the focus.

A list of {role, name, tag, class}, in the order of the tree, or null while no page is there.
"""

import json

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def documents(node):
    if node.get_role_name() in ("document web", "document frame"):
        yield node
        return
    for child in children(node):
        yield from documents(child)


def focusables(node):
    if node.get_state_set().contains(Atspi.StateType.FOCUSABLE):
        attributes = node.get_attributes() or {}
        yield {
            "role": node.get_role_name(),
            "name": node.get_name() or "",
            "tag": attributes.get("tag", ""),
            "class": attributes.get("class", ""),
        }
    for child in children(node):
        yield from focusables(child)


def browser():
    for app in children(Atspi.get_desktop(0)):
        if "firefox" in (app.get_name() or "").lower():
            return app
    return None


app = browser()
pages = [] if app is None else list(documents(app))
# The page itself has the focus at first.
found = [each for page in pages for child in children(page) for each in focusables(child)]
print(json.dumps(found if pages else None))
