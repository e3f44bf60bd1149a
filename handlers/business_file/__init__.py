"""The sections of the owner's file, a file each, and how such a file is read and judged."""
