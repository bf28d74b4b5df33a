"""A real SMTP server for the tests: keeps each mail as a file and stops by itself.

    smtp_peer.py FOLDER [SECONDS]

Prints the port it listens on (127.0.0.1) as its first line. Mails are FOLDER/00001.eml, …, in
order of arrival, headed by X-Envelope-From and X-Envelope-To. Ends after SECONDS (default 900) or
when its standard input closes.
"""

import asyncio
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP


class Keeper:
    """Writes each mail to the folder, the name appearing only when the file is whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    async def handle_DATA(self, server, session, envelope) -> str:
        self.count += 1
        name = f"{self.count:05}.eml"
        head = f"X-Envelope-From: {envelope.mail_from}\r\n"
        head += "".join(f"X-Envelope-To: {to}\r\n" for to in envelope.rcpt_tos)
        part = self.folder / f".{name}.part"
        part.write_bytes(head.encode() + envelope.original_content)
        part.rename(self.folder / name)
        return "250 kept"


async def main() -> None:
    folder = Path(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 900.0
    folder.mkdir(parents=True, exist_ok=True)
    loop = asyncio.get_running_loop()
    keeper = Keeper(folder)
    server = await loop.create_server(
        lambda: SMTP(keeper, hostname="peer.test", enable_SMTPUTF8=True), "127.0.0.1", 0
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    closed = loop.run_in_executor(None, sys.stdin.read)
    await asyncio.wait([asyncio.ensure_future(closed)], timeout=seconds)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
    # The thread that reads standard input may still be blocked; nothing is left to do.
    import os

    os._exit(0)
