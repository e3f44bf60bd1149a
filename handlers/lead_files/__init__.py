"""Leads that come from a spreadsheet and go into one."""
