"""Puntina's plugins: one package a capability, loaded by dotted name ("plugins.share")."""
