"""Data files of archive/data -> rows of the database."""
