"""The house with the outside faked: tests mirror the four packages."""
