"""What we do when something happens."""
