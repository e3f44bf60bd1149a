"""Our own Zalo server, both products, true to platforms.md section 4 and not to our clients."""
