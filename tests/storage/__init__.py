"""Tests of what we remember."""
