"""One kind of file, one module, named for the suffix it writes."""
