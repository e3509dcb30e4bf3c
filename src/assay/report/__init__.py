"""Findings and diagnostics, written for people and for programs. Nothing is concluded here."""
