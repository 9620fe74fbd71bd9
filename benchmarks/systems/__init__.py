"""The systems that are compared: each indexes the same articles and answers the same queries."""
