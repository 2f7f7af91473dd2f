"""Logs a machine can read: one line of JSON a record; a newline in data cannot forge a line."""

import json
import logging
from datetime import UTC, datetime

security = logging.getLogger("newsroom.security")


class JSONFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def log_security(event: str, *, who, address: str = "", **facts) -> None:
    """Write one line to the security log: `event`, who (an account or None), the client's address, and `facts`.

    Never pass passwords, tokens or the text of a submission (promise S23).
    """
    who_facts = {"who": who.get_username(), "who_id": who.pk} if getattr(who, "pk", None) else {"who": None}
    security.info(event, extra={"facts": {**who_facts, "address": address, **facts}})
