"""Whole conversations of made-up prospects with the real handlers, and what they show."""
