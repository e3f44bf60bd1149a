"""Platforms of our own making, for tests: real servers, true to the platform's API."""
