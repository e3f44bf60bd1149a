"""Tests of words to facts."""
