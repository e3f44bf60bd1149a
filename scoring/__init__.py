"""From words to temperature, pure."""
