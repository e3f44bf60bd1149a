"""Tests of the learned score."""
