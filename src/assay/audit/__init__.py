"""Every quotation of a manuscript or a dossier, against every document that could be its source."""
