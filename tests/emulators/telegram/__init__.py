"""Our own Telegram Bot API server, true to the API and not to one library."""
