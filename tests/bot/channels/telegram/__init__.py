"""Tests of the Telegram channel against the emulated Bot API."""
