"""One rule to a file, named by its code. See `assay.check` for what a rule is."""
