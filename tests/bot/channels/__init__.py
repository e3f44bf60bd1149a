"""Tests of the channels, each against its platform."""
