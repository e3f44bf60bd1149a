"""Tests of what we do when something happens."""
