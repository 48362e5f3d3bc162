"""`puntina check`: every problem of a publication, without a build."""
