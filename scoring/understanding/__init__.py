"""Words to facts: what a message tells us about its writer."""
