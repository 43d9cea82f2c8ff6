"""Who is who, without knowing it: chats are keyed hashes, and the address to send to is encrypted with the same key.

Belongs here: the secret key and what is made with it. Does not: where any of it is stored.
"""

import base64
import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from bot.errors import StorageError

KEY_BYTES = 32
"""256 bits: what HMAC-SHA256 takes without loss."""

CHAT_LENGTH = 32
"""Hex digits of a chat's key, 128 bits: no two chats will ever share one, and a person can still read it out."""


class Identity:
    """The names this installation gives to chats. Whoever lacks the key learns nothing from them."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        derived = hmac.digest(secret, b"kompas address", hashlib.sha256)
        self._cipher = Fernet(base64.urlsafe_b64encode(derived))

    def chat(self, channel: str, address: str) -> str:
        """The key of a chat: always the same for the same channel and address."""
        told = hmac.digest(self._secret, f"{channel}:{address}".encode(), hashlib.sha256)
        return told.hex()[:CHAT_LENGTH]

    def seal(self, address: str) -> str:
        """The address, encrypted."""
        return self._cipher.encrypt(address.encode()).decode()

    def unseal(self, sealed: str) -> str:
        """The address that was sealed; raises StorageError with another key."""
        try:
            return self._cipher.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise StorageError("An address in the database was sealed with another secret key.") from error

    @property
    def fingerprint(self) -> str:
        """By which a database knows its key, without holding it."""
        return hmac.digest(self._secret, b"kompas fingerprint", hashlib.sha256).hex()[:16]


def identity(path: Path) -> Identity:
    """The identity of the key file at `path`, which is made once, readable by its owner only."""
    try:
        return Identity(_read(path) if path.exists() else _made(path))
    except OSError as error:
        raise StorageError(
            f"The key file {path} cannot be used: {error.strerror}; check the rights of the file and its folder, "
            "or name another one in the key secret_key_file."
        ) from error


def new_identity() -> Identity:
    """An identity that lives as long as the process, for a database in memory."""
    return Identity(secrets.token_bytes(KEY_BYTES))


def _read(path: Path) -> bytes:
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise StorageError(
            f"The key file {path} does not hold a key of Kompas ({2 * KEY_BYTES} hexadecimal digits); put back the "
            "right file, or name another one in the key secret_key_file."
        )
    return secret


def _made(path: Path) -> bytes:
    """Written beside its place and then linked to it: nobody ever reads half a key, and the first of two wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_bytes(KEY_BYTES).hex())
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another Kompas was first: its key is the key
            os.link(draft, path)
    finally:
        draft.unlink()
    return _read(path)
