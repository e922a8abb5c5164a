"""Carried along."""
