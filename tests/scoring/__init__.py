"""Tests of what thinks: from words to temperature."""
