"""Turns plans into typed, linked, dated and traceable records."""
