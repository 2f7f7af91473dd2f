"""Logs a machine can read: one line of JSON a record; a newline in data cannot forge a line.

The security log (promise S23) is the logger "newsroom.security". From anywhere, also from `articles`, which may not
import this package: `logging.getLogger("newsroom.security").info("publish", extra={"facts": {"article": 7}})`.
"""

import json
import logging
from datetime import UTC, datetime

from newsroom import request_facts

security = logging.getLogger("newsroom.security")


class JSONFormatter(logging.Formatter):
    """Time in UTC with its zone, level, logger, event, the request's number and address, then the record's facts.

    What a line says of itself (at, level, logger, event) cannot be overwritten by facts.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
        }
        known = {"request": request_facts.request_id.get(), "address": request_facts.client.get()}
        line |= {name: value for name, value in known.items() if value}
        line |= {name: value for name, value in getattr(record, "facts", {}).items() if name not in line}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True, default=str)


def log_security(event: str, *, who=None, **facts) -> None:
    """Write one line to the security log: `event`, who (an account or None) and `facts`; the address is added.

    Never pass passwords, tokens or the text of a submission (promise S23).
    """
    known = getattr(who, "pk", None) is not None
    who_facts = {"who": who.get_username(), "who_id": who.pk} if known else {"who": None}
    security.info(event, extra={"facts": {**who_facts, **facts}})
