"""Our own Zalo server, both products, true to the platform's documents and not to our clients."""
