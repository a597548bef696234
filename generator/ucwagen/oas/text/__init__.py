"""Words of the document: names of its components, and descriptions in Markdown."""
