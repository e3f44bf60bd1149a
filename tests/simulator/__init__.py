"""A history of the house by its seed: people, platform, clock and crashes faked, all else real."""
