"""The pages people see: templates, words, and what the browser runs."""
