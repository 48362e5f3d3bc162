"""Codes of languages (BCP 47, https://www.rfc-editor.org/rfc/rfc5646), as far as their shape goes."""

import re

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
