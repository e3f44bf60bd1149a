"""Tests of the sections of the owner's file."""
