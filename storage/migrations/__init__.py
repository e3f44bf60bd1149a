"""The tables as they grew, one step a file."""
