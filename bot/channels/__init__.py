"""Places where people write to us, one file a channel."""
