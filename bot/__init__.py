"""The running program: channels, clock, web, settings."""
